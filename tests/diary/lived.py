"""How does a life of tests/cases/lives.py get into the diary? Its check-ins, sessions and weeks."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from spineward.clinical.case import Case
from spineward.clinical.facts import Chart, CheckInRecord, ExerciseSession, Situation
from spineward.diary import convert
from spineward.diary.models import (
    Answers,
    CheckIn,
    Decision,
    Person,
    Session,
    SessionSummary,
    Weekly,
)
from tests.cases.build import NOW
from tests.diary.life import ABOUT, SCREEN
from tests.diary.year import entry_of, save

TASKS = ["Put on socks", "Sit through supper", "Carry shopping"]


def settle(person: Person, told: Situation, now: datetime, *, weekly: bool = True) -> None:
    """Put this life into the diary, so that its last check-in lies just before now."""
    later = now - NOW
    episode = (told.episode_start or now.date()).isoformat()
    about = ABOUT | {"episode_start": episode, "leg_onset": episode}
    records = Case(told).check_ins
    start = records[0].at + later if records else now
    pages = [entry_of(Answers, person, start, page="about", answers=about)]
    pages += [
        entry_of(Answers, person, start, page=page, answers=answers)
        for page, answers in SCREEN.items()
    ]
    save(Answers, pages)
    last = Answers.objects.of(person).order_by("-id").values_list("id", flat=True)[0]
    save(CheckIn, [_check_in(person, one, one.at + later, last) for one in records])
    _sessions(person, list(told.history.sessions), later)
    if weekly:
        days = [one.at + later for one in records[::7]]
        save(Weekly, [_weekly(person, at, count, len(days)) for count, at in enumerate(days)])


def _check_in(person: Person, record: CheckInRecord, at: datetime, last: int) -> CheckIn:
    facts: dict[str, Any] = {
        name: getattr(record, name)
        for name in convert.DAILY
        if name not in ("chart", "strength") and getattr(record, name, None) is not None
    }
    facts["chart"] = _marks(record.chart or ())
    return entry_of(
        CheckIn, person, at, kind="daily", last_answer=last, facts=convert.daily_facts(facts, at)
    )


def _marks(chart: Chart) -> list[dict[str, Any]]:
    return [
        {"zone": m.zone, "side": m.side, "pain": m.pain, "tingling": m.tingling}
        | {"numbness": m.numbness}
        for m in chart
    ]


def _sessions(person: Person, sessions: list[ExerciseSession], later: timedelta) -> None:
    decided = save(
        Decision, [entry_of(Decision, person, one.started + later, words={}) for one in sessions]
    )
    rows = save(
        Session,
        [
            entry_of(Session, person, row.moment, decision=row, planned=["M10"], affected=["right"])
            for row in decided
        ],
    )
    save(
        SessionSummary,
        [
            entry_of(
                SessionSummary,
                person,
                row.moment,
                session=row,
                facts=convert.session_facts(_moved(one, later)),
            )
            for row, one in zip(rows, sessions, strict=True)
        ],
    )


def _moved(one: ExerciseSession, later: timedelta) -> ExerciseSession:
    """The same session at another time."""
    sets = tuple(replace(each, at=each.at + later) for each in one.sets)
    ended = one.ended + later if one.ended else None
    return replace(one, started=one.started + later, ended=ended, sets=sets)


def _weekly(person: Person, at: datetime, count: int, of: int) -> Weekly:
    """Things get easier from week to week."""
    share = (count + 1) / of
    facts = {
        "at": at.isoformat(),
        "global_change": round(3 * share),
        "mood_low": "no",
        "fear_moving": 3,
        "weeks_off_work": 0,
        "tasks": TASKS,
        "psfs": [round(2 + 6 * share), round(3 + 4 * share), round(1 + 3 * share)],
        "sit_minutes": round(5 + 55 * share),
        "stand_minutes": round(10 + 30 * share),
        "walk_minutes": round(10 + 80 * share),
    }
    return entry_of(Weekly, person, at, facts=facts)
