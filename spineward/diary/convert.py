"""How do rows become facts, and facts rows? JSON on one side, the engine's types on the other."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter

from spineward.clinical.facts import (
    Assessment,
    CareLevel,
    CheckInRecord,
    Exclusion,
    ExerciseSession,
    History,
    LockRecord,
    Offer,
    Plan,
    Situation,
    WeeklyRecord,
)
from spineward.clinical.facts.session import SessionEvent
from spineward.diary.check import MAPPINGS, Json
from spineward.diary.memory import kept

DAILY = (
    "chart",
    "leg_now",
    "back_now",
    "worst_24h",
    "eased_by_position",
    "hours_at_8",
    "severe_most_days",
    "can_sit_10",
    "can_stand_10",
    "can_walk_10",
    "after_activity",
    "nights_broken",
)
"""What a check-in says about its own day only; everything else stays true until answered anew."""

RED_FLAG = re.compile(r"[AB][0-9]+")

# Rows never change, so their facts are read once per process. A year is well within this.
CACHED = 20_000

_SITUATION = TypeAdapter(Situation)
_CHECK_IN = TypeAdapter(CheckInRecord)
_SESSION = TypeAdapter(ExerciseSession)
_EVENT = TypeAdapter(SessionEvent)
_WEEKLY = TypeAdapter(WeeklyRecord)


def merge(pages: Iterable[Json]) -> Json:
    """Answers of many pages, oldest first, as one: the latest of each key wins, None withdraws."""
    merged: Json = {}
    for answers in pages:
        for name, value in answers.items():
            if name in MAPPINGS and value is not None:
                known = merged.setdefault(name, {})
                known.update(value)
                merged[name] = {key: inner for key, inner in known.items() if inner is not None}
            elif value is None:
                merged.pop(name, None)
            else:
                merged[name] = value
    return merged


def situation(
    answers: Mapping[str, Any], history: History, *, now: datetime, **times: datetime | None
) -> Situation:
    """Everything known now, from merged answers; `times` are screened_at and the like."""
    return _SITUATION.validate_python({**answers, **times, "now": now, "history": history})


@kept(CACHED)
def check_in_record(text: str) -> CheckInRecord:
    """A check-in from the text of its facts."""
    return _CHECK_IN.validate_json(text)


@kept(CACHED)
def exercise_session(text: str) -> ExerciseSession:
    """A session from the text of its facts."""
    return _SESSION.validate_json(text)


@kept(CACHED)
def session_event(text: str) -> SessionEvent:
    """An event of a session from the text of its facts."""
    return _EVENT.validate_json(text)


@kept(CACHED)
def weekly_record(text: str) -> WeeklyRecord:
    """A weekly entry from the text of its facts."""
    return _WEEKLY.validate_json(text)


def lock_record(
    fired_at: datetime,
    rules: Iterable[str],
    level: str,
    examined: Mapping[str, str],
    released_at: datetime | None,
) -> LockRecord:
    """A lock from what its rows hold."""
    days = {item: date.fromisoformat(day) for item, day in examined.items()}
    return LockRecord(fired_at, tuple(rules), CareLevel[level], released_at, days)


def session_facts(done: ExerciseSession) -> Json:
    """A session as it is stored."""
    facts: Json = _SESSION.dump_python(done, mode="json", exclude_defaults=True)
    return facts


def event_facts(event: SessionEvent) -> Json:
    """An event of a session as it is stored."""
    facts: Json = _EVENT.dump_python(event, mode="json", exclude_defaults=True)
    return facts


def escalation(fired: Iterable[str], known: Situation) -> Json:
    """A and B rules that a set fired, as answers to their items: from today on, or grown today."""
    answers: Json = {"item": {}, "since": {}, "worsened": {}, "same_as_usual": {}}
    today = known.now.date().isoformat()
    for id in fired:
        item = id.removesuffix("?")
        if not RED_FLAG.fullmatch(item):
            continue
        confirmed = "changed" if item == "A4" else "yes"
        answers["item"][item] = "not_sure" if id.endswith("?") else confirmed
        if item in known.since:
            answers["worsened"][item] = today
            answers["same_as_usual"][item] = "no"
        else:
            answers["since"][item] = today
    return {name: table for name, table in answers.items() if table}


def daily_facts(answers: Mapping[str, Any], at: datetime) -> Json | None:
    """What a check-in stores of its own day; None when nothing of the day was asked."""
    stored = {name: answers[name] for name in (*DAILY, "strength") if name in answers}
    return {"at": at.isoformat(), **stored} if stored else None


def decision_words(assessment: Assessment, plan: Plan) -> Json:
    """A decision in the words of spec section 0, as it is kept and shown later."""
    lock = assessment.locked
    words = {
        "care_level": assessment.care_level.name,
        "within_days": assessment.within_days,
        "movement_gate": assessment.movement_gate.name,
        "gate_reasons": assessment.gate_reasons,
        "state": assessment.state,
        "pattern": assessment.pattern,
        "patterns": assessment.patterns,
        "nsaid": assessment.nsaid,
        "nsaid_reasons": assessment.nsaid_reasons,
        "fired": assessment.fired,
        "excluded": _excluded(assessment.excluded),
        "locked": None
        if lock is None
        else {
            "fired_at": lock.fired_at.isoformat(),
            "rules": lock.rules,
            "level": lock.level.name,
            "steps": lock.steps,
        },
        "missing": assessment.missing,
        "offered": [_offered(offer) for offer in plan.offered],
    }
    stored: Json = json.loads(json.dumps(words))
    return stored


def _excluded(exclusions: Iterable[Exclusion]) -> list[Json]:
    return [{"movement": held.movement, "by": held.by} for held in exclusions]


def _offered(offer: Offer) -> Json:
    return {name: value for name, value in asdict(offer).items() if value is not None}
