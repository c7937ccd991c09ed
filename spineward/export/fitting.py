"""Do the lines of an archive fit each other? Ids ascend, what a line names is there, and only what
can be put right is put right.

A line that takes the place of another could hide it: of a session only an end gives way, and one
summary to the next of the same session.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from spineward.export.form import (
    REFERENCES,
    TABLES,
    DecisionLine,
    Line,
    SessionEventLine,
    SessionSummaryLine,
    file_of,
)

CORRECTED = frozenset({"check_ins", "weekly", "notes", "session_events", "session_summaries"})
"""Tables of which a row may take the place of one before it."""
GIVES_WAY = "ended"
"""The kind of event that does: the diary itself had ended a session (diary/sessions.py)."""


class Misfit(Exception):
    """What does not fit, with the line."""


def fit(tables: Mapping[str, tuple[Any, ...]]) -> None:
    """Raises Misfit for the first line that does not fit the others."""
    rows = {table: {line.id: line for line in lines} for table, lines in tables.items()}
    for table, lines in tables.items():
        last = 0
        names = REFERENCES.get(table, {})
        for number, line in enumerate(lines, 1):
            for said in _wrong(table, line, names, rows) if line.id > last else _late(line):
                raise Misfit(f"{file_of(table)}, line {number}: {said}")
            last = line.id
    _begun(tables["session_events"])


def _begun(events: tuple[SessionEventLine, ...]) -> None:
    """A session begins with its first reading, or no page could tell how far it has come."""
    begun: set[int] = set()
    for number, event in enumerate(events, 1):
        starts = event.facts.get("kind") == "started" and event.facts.get("reading")
        if event.session not in begun and not starts:
            said = f"session {event.session} begins with it; started with a reading comes first"
            raise Misfit(f"{file_of('session_events')}, line {number}: {said}")
        begun.add(event.session)


def _late(line: Line) -> Iterator[str]:
    yield f"id {line.id} is out of order"


def _wrong(
    table: str, line: Line, names: Mapping[str, str], rows: Mapping[str, Mapping[int, Any]]
) -> Iterator[str]:
    """What is wrong with a line, if anything is."""
    for field, other in names.items():
        named = getattr(line, field)
        if named is not None and named not in rows[other]:
            yield f"{field} {named} is not in {file_of(other)}"
    if isinstance(line, DecisionLine):
        for name in line.basis.keys() - TABLES.keys():
            yield f"basis: {name!r} is no file of an archive"
    if line.supersedes is not None:
        yield from _misplaced(table, line, line.supersedes, rows[table])


def _misplaced(table: str, line: Line, id: int, rows: Mapping[int, Any]) -> Iterator[str]:
    """What is wrong with a line that takes the place of another."""
    if id not in rows:
        yield f"supersedes {id} is not in {file_of(table)}"
    elif id >= line.id:
        yield f"supersedes {id}, which is not before it"
    elif table not in CORRECTED:
        yield f"supersedes {id}, but nothing in {file_of(table)} is ever put right"
    elif isinstance(line, (SessionEventLine, SessionSummaryLine)):
        before = rows[id]
        if before.session != line.session:
            yield f"supersedes {id}, which is of another session"
        if isinstance(line, SessionEventLine) and before.facts.get("kind") != GIVES_WAY:
            yield f"supersedes {id}, which is no end of a session"
