"""How does a life of tests/cases/lives.py get into the diary? Its check-ins, sessions and weeks."""

from datetime import datetime
from typing import Any

from spineward.clinical.case import Case
from spineward.clinical.facts import Chart, CheckInRecord, Situation
from spineward.diary import convert
from spineward.diary.models import Answers, CheckIn, Person
from tests.cases.build import NOW
from tests.diary.bulk import (
    Lived,
    entry_of,
    moved,
    save,
    save_sessions,
    save_weeks,
    screen_of,
)
from tests.diary.life import ABOUT

TASKS = ["Put on socks", "Sit through supper", "Carry shopping"]


def settle(person: Person, told: Situation, now: datetime, *, weekly: bool = True) -> None:
    """Put this life into the diary, so that its last check-in lies just before now."""
    later = now - NOW
    episode = (told.episode_start or now.date()).isoformat()
    about = ABOUT | {"episode_start": episode, "leg_onset": episode}
    records = Case(told).check_ins
    start = records[0].at + later if records else now
    pages = [entry_of(Answers, person, start, page="about", answers=about)]
    last = int(save(Answers, [*pages, *screen_of(person, start)])[-1].pk)
    save(CheckIn, [_check_in(person, one, one.at + later, last) for one in records])
    lived = [
        Lived(one.started + later, ["M10"], "right", (), moved(one, later))
        for one in told.history.sessions
    ]
    save_sessions(person, lived, words={})
    if weekly:
        days = [one.at + later for one in records[::7]]
        save_weeks(person, ((at, _week(count, len(days))) for count, at in enumerate(days)))


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


def _week(count: int, of: int) -> dict[str, Any]:
    """Things get easier from week to week."""
    share = (count + 1) / of
    return {
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
