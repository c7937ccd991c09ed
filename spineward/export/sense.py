"""Does a line of an archive make sense? It must pass the same checks as an answer on a page."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import to_json

from spineward.clinical.facts import CheckInRecord, ExerciseSession, SessionEvent
from spineward.clinical.intake import check_chart
from spineward.diary import check, convert
from spineward.diary.memory import kept
from spineward.diary.trouble import Refused
from spineward.export.form import (
    AnswersLine,
    CheckInLine,
    DecisionLine,
    Line,
    LockLine,
    NoteLine,
    PersonLine,
    SessionEventLine,
    SessionLine,
    SessionSummaryLine,
    WeeklyLine,
)
from spineward.export.words import Words

FIRST, LAST = 1970, 2199
"""Years in which a diary may be kept; a clock that shows another was never set."""
A_MOMENT = "2026-01-01T09:00:00Z"
CACHED = 5_000
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*\??")
"""How a rule is named, now and ever before; also one that there is no more."""
_WORDS = TypeAdapter(Words)
_MOMENT = TypeAdapter(datetime)


def sensible(table: str, line: Line) -> None:
    """Raises ValueError with what is wrong, for a line that no diary can hold."""
    _stamps((line.at, line.recorded_at))
    if table in CHECKS:
        try:
            CHECKS[table](line)
        except Refused as refused:
            raise ValueError(str(refused)) from None


def sensible_person(_: str, person: PersonLine) -> None:
    """The same for the one line of a person; what may be set is looked at when it is taken in."""
    _stamps((person.created_at,))


def _stamps(moments: Iterable[datetime | None]) -> None:
    for moment in moments:
        if moment is None:
            continue
        if moment.utcoffset() is None:
            raise ValueError(f"{moment.isoformat()} has no offset from UTC")
        if not FIRST <= moment.year <= LAST:
            raise ValueError(f"{moment.isoformat()} is not from {FIRST} to {LAST}")


def _written(facts: Mapping[str, Any], *names: str) -> None:
    """A number is never taken for a moment, nor is a number that is written as text."""
    for name in names:
        at = facts.get(name)
        if at is not None and not (isinstance(at, str) and check.MOMENT.fullmatch(at)):
            raise ValueError(f"{name}: {at!r} is not {check.A_MOMENT}")


def _answers(line: AnswersLine) -> None:
    check.answers(line.answers, line.at)


def _check_in(line: CheckInLine) -> None:
    if line.facts is None:
        return
    record: CheckInRecord = convert.check_in_record(to_json(line.facts).decode())
    _stamps((record.at,))
    _written(line.facts, "at")
    of_the_day = {k: v for k, v in line.facts.items() if k not in ("at", "strength")}
    check.check_in(of_the_day, line.at)


def _weekly(line: WeeklyLine) -> None:
    _stamps((convert.weekly_record(to_json(line.facts).decode()).at,))
    _written(line.facts, "at")
    check.weekly({k: v for k, v in line.facts.items() if k != "at"})


def _decision(line: DecisionLine) -> None:
    _WORDS.validate_python(line.words)


def _lock(line: LockLine) -> None:
    if not line.rules:
        raise ValueError("rules: none; a lock has at least one")
    for rule in line.rules:
        if not NAME.fullmatch(rule):
            raise ValueError(f"rules: {rule!r} names no rule")
    for day in line.examined.values():
        date.fromisoformat(day)


def _session(line: SessionLine) -> None:
    if not line.planned:
        raise ValueError("planned: nothing; a session has at least one movement")
    for movement in line.planned:
        check.movement(movement)


def _event(line: SessionEventLine) -> None:
    at = line.facts.get("at")
    if isinstance(at, str):
        _stamps((_MOMENT.validate_python(at),))
        at = A_MOMENT
    _written(line.facts, "at")
    _possible(to_json({**line.facts, "at": at}).decode())


@kept(CACHED)
def _possible(text: str) -> None:
    """An event at some moment; sessions mostly tell what others told, so it is checked once."""
    event: SessionEvent = convert.session_event(text)
    _stamps((event.at,))
    check.event(event, event.at)


def _summary(line: SessionSummaryLine) -> None:
    done: ExerciseSession = convert.exercise_session(to_json(line.facts).decode())
    _stamps((done.started, done.ended, *(one.at for one in done.sets)))
    _written(line.facts, "started", "ended")
    for facts in line.facts.get("sets", ()):
        _written(facts, "at")
    check_chart("t0", done.t0)
    for one in done.sets:
        check.movement(one.movement)


def _note(line: NoteLine) -> None:
    check.words(line.text, line.kind)
    if line.movement:
        check.movement(line.movement)


CHECKS: dict[str, Callable[[Any], None]] = {
    "answers": _answers,
    "check_ins": _check_in,
    "weekly": _weekly,
    "decisions": _decision,
    "locks": _lock,
    "sessions": _session,
    "session_events": _event,
    "session_summaries": _summary,
    "notes": _note,
}
"""What each table's lines must hold beyond their form."""
