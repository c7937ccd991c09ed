"""What does a page of tick lines record? An explicit "no" for each line left alone, and no more.

Touched lines record nothing of themselves here: their own pages do. Until then an
earlier "no" counts as not answered, so a stray tap cannot lock anyone, and a tick left half-way is
never a "no". An earlier "yes" or "not sure" stands until then: a tick takes nothing back.
"""

from typing import Any

from spineward.clinical.case import HARMLESS
from spineward.clinical.conditions import holds
from spineward.clinical.facts import Situation
from spineward.clinical.questions import Line, Page, untouched

EMPTY: dict[str, Any] = {"spine_procedure": [], "team_allowed": [], "pregnant_week": None}
"""What an untouched field records where that is not a plain "no"."""


def shown(page: Page, situation: Situation) -> tuple[Line, ...]:
    """The lines of a page that apply to this person."""
    return tuple(line for line in page.lines if holds(line.when, situation))


def answers(
    page: Page, ticked: frozenset[str], known: Situation, *, unsure: bool
) -> dict[str, Any]:
    """The answers of one page as part of a Situation. `unsure` = the ticks mean "not sure"."""
    left = untouched(page.id, ticked)
    item: dict[str, str | None] = {id: "no_change" if id == "A4" else "no" for id in left.items}
    background = dict.fromkeys(left.background, "no")
    clearance = dict.fromkeys(left.clearance, "no")
    found: dict[str, Any] = {name: EMPTY.get(name, "no") for name in left.fields}
    for line in page.lines:
        if line.id not in ticked:
            continue
        opened = (*line.items, *line.opens)
        item |= {id: None for id in opened if known.item.get(id) in HARMLESS}
        if not line.asks:
            background |= dict.fromkeys(line.background, "not_sure" if unsure else "yes")
            found |= dict.fromkeys(line.fields, "yes")
    for name, table in (("item", item), ("background", background), ("clearance", clearance)):
        if table:
            found[name] = table
    return found
