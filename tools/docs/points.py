"""Which questions wait for a clinician? The open points with their numbers and answers."""

from collections.abc import Iterator

from spineward.clinical.open_points import OpenPoint, open_points
from tools.docs.markdown import anchor, names, page, table
from tools.docs.rules import title

LEAD = """These defaults are ours. A clinician confirms or changes each. The answer is recorded in
`spineward/content/open_points.toml` with name and date, and the number's `since` and `source` in
`spineward/content/limits.toml` change with it. Value and bounds of every number:
[numbers](reference/limits.md). How to read and sign:
[reviewer's guide](safety/reviewers-guide.md)."""
TAIL = (
    """Choices we made beyond these, where the text was silent: [deviations.md](deviations.md)."""
)


def points() -> str:
    """The page of open points."""
    head = ["Point", "What we do now", "Question", "Rules", "Numbers", "Answer"]
    rows = (_row(one) for one in open_points().values())
    return page("Open points for a clinical reviewer", LEAD, table(head, rows), TAIL)


def _row(one: OpenPoint) -> tuple[str, ...]:
    return str(one.id), one.now, one.question, _rules(one), names(one.numbers), _answer(one)


def _rules(one: OpenPoint) -> str:
    return " ".join(_links(one)) or "-"


def _links(one: OpenPoint) -> Iterator[str]:
    yield from (f"[{id}](reference/rules.md{anchor(title(id))})" for id in one.rules)


def _answer(one: OpenPoint) -> str:
    return f"{one.answer} ({one.reader}, {one.on})" if one.answer else "open"
