"""Which signs does a refused page of answers name? As it was told, or at its worst.

Nobody took these answers, so nobody will ask what follows from them; a tick that would have opened
the page of a sign stands as "not sure" (H-01).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from spineward.clinical.case import Case
from spineward.clinical.facts import Situation
from spineward.clinical.missing import required_items
from spineward.clinical.questions import items, pages
from spineward.clinical.rules import emergency, same_day, strength
from spineward.web.outbox.strictest import at_most
from spineward.web.shell.entries import Form
from spineward.web.shell.places import places

SIGNS = tuple(id for id in required_items() if id[0] in "AB")
"""The signs of an emergency, and those for the same day."""
AFFIRMED = ("yes", "changed")
UNSURE = ("not_sure", "prefer_not_to_say")
TESTS = ("weaker", "cannot", "not_tried")
"""Answers of the strength check that are no clear "as strong as ever"."""


@dataclass(frozen=True, slots=True)
class Signs:
    """`fired` as a rule writes it: "A1" or, unsure, "A1?". `reopened` are to be asked again."""

    fired: tuple[str, ...]
    reopened: tuple[str, ...] = ()


def told_signs(form: Form, known: Situation) -> Signs:
    """The signs that these answers name, on whatever page they were given."""
    page = unquote(form.path.partition("?")[0]).strip("/").split("/")[-1]
    kind, _, id = page.partition(".")
    answer = form.fields.get("answer", [""])[0]
    if kind in ("item", "clarify") and id in SIGNS:
        return Signs(_of_item(kind, id, answer))
    ticked, opened = _of_ticks(form.fields)
    more = (*_of_chart(form, known), *_of_strength(form.fields))
    return Signs(tuple(dict.fromkeys((*ticked, *more))), opened)


def _of_item(kind: str, id: str, answer: str) -> tuple[str, ...]:
    if kind == "clarify" and answer in ("yes", "no"):
        # The harmless answer to the clarifying question may be "yes" (read like ClarifyForm).
        return () if answer == items()[id].clarify_clear else (id,)
    if answer in AFFIRMED:
        return (id,)
    return (f"{id}?",) if answer in UNSURE or kind == "clarify" else ()


def _of_ticks(fields: Mapping[str, list[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The signs that were ticked themselves, and those that another line would have opened."""
    ticked = set(fields.get("tick", ()))
    lines = [line for page in pages().values() for line in page.lines if line.id in ticked]
    fired = tuple(f"{id}?" for id in SIGNS if id in ticked)
    opened = {id for line in lines for id in (*line.items, *line.opens)} - ticked
    return fired, tuple(id for id in SIGNS if id in opened)


def _of_chart(form: Form, known: Situation) -> tuple[str, ...]:
    """What the rules find when each place that was marked is marked at its strongest."""
    measured = [name.rpartition(".")[0] for name, told in form.fields.items() if _felt(told)]
    chosen = [place for name in ("left", "right", "middle") for place in form.fields.get(name, ())]
    marks = tuple(at_most(zone, side) for zone, side in places([*measured, *chosen]))
    if not marks:
        return ()
    found = _fired(replace(known, chart=marks)) - _fired(replace(known, chart=()))
    return tuple(f"{id}?" for id in SIGNS if id in found)


def _fired(known: Situation) -> set[str]:
    case = Case(known)
    return {f.rule for r in (emergency, strength, same_day) for f in r.RULES.fire(case)}


def _felt(told: Any) -> bool:
    return any(value not in ("", "0") for value in told)


def _of_strength(fields: Mapping[str, list[str]]) -> tuple[str, ...]:
    tested = [told for name, told in fields.items() if name.endswith(("_left", "_right"))]
    return ("B1?",) if any(answer in TESTS for told in tested for answer in told) else ()
