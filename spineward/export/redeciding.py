"""What would be decided of a stored diary today? Each stored moment again, by the rules of now.

Every moment is decided again from what the diary held then, locks and read sets included; so a
difference is due to a rule, a number or a movement of today, and not to another difference before
it. Words do not decide and are not compared.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import zip_longest
from typing import TypeVar

from pydantic import TypeAdapter

from spineward.clinical.facts import SetRecord
from spineward.diary import convert, knowing
from spineward.export.archived import ArchiveRows, Shelves
from spineward.export.differences import (
    DIRECTIONS,
    Change,
    Direction,
    direction,
    of_decisions,
    of_sessions,
    of_sets,
)
from spineward.export.form import DecisionLine, Line, SessionSummaryLine, file_of
from spineward.export.reading import Archive, Unreadable
from spineward.export.words import Words

IN_THE_END = datetime(2200, 1, 1, tzinfo=UTC)
"""When nothing of any session is awaited any more."""
_WORDS = TypeAdapter(Words)
Made = TypeVar("Made")
Stored = TypeVar("Stored", bound=Line)


@dataclass(frozen=True, slots=True)
class Moment:
    """One stored decision, set or session, and in what it would be otherwise today."""

    at: datetime
    what: str
    changes: tuple[Change, ...]

    @property
    def direction(self) -> Direction | None:
        """Which way it went; None when it is as it was."""
        return direction(self.changes) if self.changes else None


def moments(archive: Archive) -> Iterator[Moment]:
    """Every moment decided again, in the order of saving; raises Unreadable."""
    again = _Again(archive)
    for number, line in enumerate(archive.tables["decisions"], 1):
        yield _guarded("decisions", number, again.decision, line)
    corrected = {line.supersedes for line in archive.tables["session_summaries"]}
    for number, line in enumerate(archive.tables["session_summaries"], 1):
        if line.id not in corrected:
            yield from _guarded("session_summaries", number, again.session, line)


def counted(found: Iterable[Moment]) -> Counter[str]:
    """How many moments went which way."""
    ways: Counter[str] = Counter(dict.fromkeys(DIRECTIONS, 0))
    ways.update(moment.direction for moment in found if moment.direction is not None)
    return ways


def _guarded(table: str, number: int, again: Callable[[Stored], Made], line: Stored) -> Made:
    """What passes every check and still cannot be decided belongs to no diary."""
    try:
        return again(line)
    except (ValueError, ArithmeticError, LookupError, TypeError) as error:
        said = " ".join(str(error).split())
        raise Unreadable(f"{file_of(table)}, line {number}: cannot be decided: {said}") from error


class _Again:
    """One archive, and each of its moments decided again."""

    def __init__(self, archive: Archive) -> None:
        self.shelves = Shelves(archive)
        self.started = {session.decision for session in archive.tables["sessions"]}
        self.check_ins = {row.id: row for row in archive.tables["check_ins"]}

    def decision(self, line: DecisionLine) -> Moment:
        """A stored decision, from what it read then."""
        rows = ArchiveRows(self.shelves, line.basis)
        known = knowing.situation(rows, line.at, for_session=line.id in self.started)
        now = _WORDS.validate_python(knowing.decision(known)[1])
        was = _WORDS.validate_python(line.words)
        return Moment(line.at, self._what(line), tuple(of_decisions(was, now)))

    def _what(self, line: DecisionLine) -> str:
        if line.id in self.started:
            return "start of a session"
        if line.check_in is None:
            return "between check-ins"
        corrects = self.check_ins[line.check_in].supersedes is not None
        return "corrected check-in" if corrects else "check-in"

    def session(self, line: SessionSummaryLine) -> list[Moment]:
        """A session as a whole, and each of its sets, from its events."""
        recorded = self.shelves.recorded(line.session)
        if recorded is None:
            raise ValueError("its session has no events")
        was = convert.exercise_session(json.dumps(line.facts))
        now = recorded.at(IN_THE_END).done
        found = [Moment(was.started, "session", tuple(of_sessions(was, now)))]
        for before, after in zip_longest(was.sets, now.sets):
            one: SetRecord = before or after
            found.append(Moment(one.at, f"set of {one.movement}", tuple(of_sets(before, after))))
        return found
