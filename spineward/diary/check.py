"""Which answers may be stored? A part of a Situation by the same names, and nothing else.

Types are read strictly here, what is possible at all is decided by clinical.intake. So whatever
stands in the diary can always be read again.
"""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, get_origin, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError, to_json

from spineward.clinical.facts import CheckInRecord, History, Situation, WeeklyRecord
from spineward.clinical.facts.ranges import RANGES
from spineward.clinical.facts.session import SessionEvent
from spineward.clinical.intake import ITEMS, InvalidInput, check_chart, checked
from spineward.clinical.library import movements
from spineward.diary.trouble import Refused

Json = dict[str, Any]

WORSE = "worse"
NOTE_KINDS = ("", "goal", "question", WORSE)
"""A plain note, what I want to do again, what I want answered, and this made me worse."""

MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})"
)
"""How a moment is written by whoever sends one."""
A_MOMENT = "a moment like 2026-11-22T09:30:00+01:00"

NOT_ANSWERS = (
    "now",
    "history",
    "screened_at",
    "session_screen_at",
    "checked_in_at",
    "strength_at",
)

SITUATION = {k: v for k, v in get_type_hints(Situation).items() if k not in NOT_ANSWERS}
_CHECK_IN = {k: v for k, v in get_type_hints(CheckInRecord).items() if k not in ("at", "strength")}
"""What may be corrected. Strength holds beyond its day: it is answered anew, on its own page."""
_WEEKLY = {k: v for k, v in get_type_hints(WeeklyRecord).items() if k != "at"}
MINUTES = ("sit_minutes", "stand_minutes", "walk_minutes")
WEEK = _WEEKLY | dict.fromkeys(MINUTES, int) | {"tasks": tuple[str, ...]}
"""What a weekly entry may hold beside what the engine reads: own tasks by name, and minutes."""
_CLOSED = ConfigDict(extra="forbid")
_ADAPTERS: Mapping[str, TypeAdapter[Any]] = {
    name: TypeAdapter(hint, config=_CLOSED) for name, hint in (WEEK | _CHECK_IN | SITUATION).items()
}
MOST_TASKS, LONGEST_TASK = 3, 80
MOST_MINUTES = 480
_EVENT = TypeAdapter(SessionEvent)
MAPPINGS = frozenset(name for name, hint in SITUATION.items() if get_origin(hint) is Mapping)
"""Fields that hold one answer per key; each key is answered and withdrawn by itself."""


def answers(given: Mapping[str, Any], now: datetime) -> Json:
    """Answers of a page as they will be stored; raises Refused. None withdraws an answer."""
    stored, typed = _read(given, SITUATION)
    _possible(Situation(now=now, **typed))
    return stored


def check_in(given: Mapping[str, Any], now: datetime) -> Json:
    """Corrected fields of a check-in as they will be stored; raises Refused."""
    stored, typed = _read(given, _CHECK_IN)
    record = CheckInRecord(at=now, **typed)
    _possible(Situation(now=now, history=History(check_ins=(record,))))
    _ranges(typed)
    return stored


def weekly(given: Mapping[str, Any]) -> Json:
    """A weekly entry as it will be stored; raises Refused. None is the same as left out."""
    stored, typed = _read({name: v for name, v in given.items() if v is not None}, WEEK)
    _ranges(typed)
    for name in MINUTES:
        if not 0 <= typed.get(name, 0) <= MOST_MINUTES:
            raise Refused(name, typed[name], f"a whole number from 0 to {MOST_MINUTES}")
    if "tasks" in typed:
        _tasks(typed["tasks"], typed.get("psfs", ()))
    return stored


def _tasks(names: tuple[str, ...], scores: tuple[int, ...]) -> None:
    """One to three own tasks by name, each with its number."""
    if not 1 <= len(names) <= MOST_TASKS or len(names) != len(scores):
        raise Refused("tasks", names, f"1 to {MOST_TASKS} tasks, each with its number")
    for name in names:
        if name != name.strip() or not 1 <= len(name) <= LONGEST_TASK or "\x00" in name:
            raise Refused("tasks", name, f"1 to {LONGEST_TASK} letters")


def event(given: SessionEvent, now: datetime) -> None:
    """An event of a session that may be stored; raises Refused."""
    try:
        text = _EVENT.dump_json(given, warnings="none")
        _EVENT.validate_json(text, strict=True)
    except ValidationError as error:
        raise _refused("event", error) from error
    if given.at > now:
        raise Refused("at", given.at.isoformat(), "a moment that is not in the future")
    for item in given.red_flags:
        if item not in ITEMS or item.startswith("C"):
            raise Refused("red_flags", item, "A1 to A16 or B1 to B10")
    if given.movement is not None:
        movement(given.movement)
    if given.reading is not None:
        try:
            check_chart("reading.chart", given.reading.chart)
        except InvalidInput as error:
            raise Refused.said(error.field, str(error)) from error


def movement(given: str) -> None:
    """A movement of the library; raises Refused."""
    if given not in movements():
        raise Refused("movement", given, "a movement of the library")


def number_to_call(given: str) -> str:
    """An emergency number as it is kept; raises Refused."""
    digits = "".join(given.split())
    if not (digits.removeprefix("+").isdecimal() and 2 <= len(digits) <= 16):
        raise Refused("emergency_number", given, "2 to 15 digits, such as 112, 911 or 999")
    return digits


def words(text: str, kind: str = "") -> str:
    """A note as it may be stored; raises Refused. What made it worse needs no words: that it did
    is the news."""
    if kind not in NOTE_KINDS:
        raise Refused("kind", kind, "goal, question, worse, or none")
    kept = text.replace("\x00", "").strip()  # PostgreSQL keeps no such character
    if not kept and kind != WORSE:
        raise Refused("note", text, "some words")
    return kept


def _read(given: Mapping[str, Any], fields: Mapping[str, Any]) -> tuple[Json, Json]:
    """The answers as plain JSON, and as the engine's types without what is withdrawn."""
    for name, value in given.items():
        if name not in fields:
            raise Refused(name, value, "a field that can be answered")
    try:
        stored: Json = json.loads(to_json(dict(given), inf_nan_mode="strings"))
    except (PydanticSerializationError, ValueError) as error:
        raise Refused("answers", type(error).__name__, "words, whole numbers and days") from error
    typed = {}
    for name, value in stored.items():
        if value is not None:
            typed[name] = _typed(name, _without_none(value) if name in MAPPINGS else value)
    return stored, typed


def _without_none(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {key: inner for key, inner in value.items() if inner is not None}


def _typed(name: str, value: Any) -> Any:
    # Strict JSON reading takes days as text only, so that a bare number is never read as a day.
    try:
        return _ADAPTERS[name].validate_json(json.dumps(value), strict=True)
    except ValidationError as error:
        raise _refused(name, error) from error


def _refused(name: str, error: ValidationError) -> Refused:
    first = error.errors(include_url=False)[0]
    where = ".".join([name, *(part for part in first["loc"] if isinstance(part, str))])
    message = first["msg"]
    return Refused(where, first["input"], message[0].lower() + message[1:])


def _possible(situation: Situation) -> None:
    try:
        checked(situation)
    except InvalidInput as error:
        raise Refused.said(error.field, str(error)) from error
    woke = situation.woke_at
    if isinstance(woke, date) and woke > situation.now:
        raise Refused("woke_at", woke.isoformat(), "a moment that is not in the future")


def _ranges(typed: Mapping[str, Any]) -> None:
    for name, value in typed.items():
        low, high = RANGES.get(name, (None, None))
        for number in value if isinstance(value, tuple) else (value,):
            if low is not None and high is not None and not low <= number <= high:
                raise Refused(name, number, f"a whole number from {low} to {high}")
