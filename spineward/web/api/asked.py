"""Does a page of the screen that a script sends answer all that is asked on it?

To have answered a page says that its questions were put anew. Whatever is left out would stand as
it was told before, and an old "no" would count as fresh.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from spineward.clinical.case import HARMLESS
from spineward.clinical.questions import pages, untouched
from spineward.diary import journey
from spineward.diary.journey import Person
from spineward.diary.trouble import Refused
from spineward.web.shell import clock

ANSWERED = "an answer, or a line among `ticked` still to be asked about"
TAKEN_BACK = "null, since its line is ticked: what was told before counts no more"


def check(own: Person, page: str, answers: Mapping[str, Any], ticked: Collection[str]) -> None:
    """Raises Refused for what a page of the screen leaves out."""
    if page not in pages():
        return
    touched = frozenset(ticked)
    left = untouched(page, touched)
    for name in ("item", "background", "clearance"):
        given = answers.get(name) or {}
        for id in getattr(left, "items" if name == "item" else name):
            if given.get(id) is None:
                raise Refused(f"answers.{name}.{id}", None, ANSWERED)
    opened = set(_opened(page, touched)) - (answers.get("item") or {}).keys()
    known = journey.situation(own, now=clock.now()).item if opened else {}
    for id in sorted(opened):
        if known.get(id) in HARMLESS:
            raise Refused(f"answers.item.{id}", known[id], TAKEN_BACK)


def _opened(page: str, touched: Collection[str]) -> Iterator[str]:
    """The items that a ticked line names or opens."""
    for line in pages()[page].lines:
        if line.id in touched:
            yield from (*line.items, *line.opens)
