"""What stands in the annex? Check-ins, sessions, weeks and notes, newest first, in tables.

Of the last twelve months, unless all is asked for: five years fill 114 pages, and a clinician who
looks further back than the page is mostly after this bout. Signs, moves and notes are always whole.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from spineward.clinical.case import Case
from spineward.clinical.facts import CheckInRecord, ExerciseSession, Situation
from spineward.clinical.facts.report import Beside
from spineward.clinical.report import Report
from spineward.diary.journey import Week
from spineward.web.report import said
from spineward.web.report.parts import Rows, Table
from spineward.web.report.said import word
from spineward.web.report.sheet import sheet
from spineward.web.report.tables import moves

Told = TypeVar("Told")
A_YEAR = timedelta(days=365)
NONE = "None so far."
SIT = "Sit / stand / walk, min"


def a_year_back(situation: Situation) -> date:
    """The first of the last twelve months."""
    return (situation.now - A_YEAR).date()


def goes_back_further(situation: Situation) -> bool:
    """Is anything left out while the annex holds the last twelve months only?"""
    first, history = a_year_back(situation), situation.history
    begun = (
        *(one.at for one in history.check_ins[:1]),
        *(one.at for one in history.weekly[:1]),
        *(one.started for one in history.sessions[:1]),
    )
    return any(at.date() < first for at in begun)


def annex(
    report: Report,
    situation: Situation,
    beside: Beside,
    weeks: tuple[Week, ...],
    *,
    whole: bool = False,
) -> dict[str, Any]:
    """The annex of the last twelve months, or all of it, ready to be set."""
    page = sheet(report)
    first = date.min if whole else a_year_back(situation)
    return {
        "title": "Annex for your clinician",
        "day": page.day,
        "who": (*page.who, *_cut(situation, first)),
        "foot": page.foot,
        "tables": [
            asdict(one)
            for one in (
                page.signs,
                moves(report.helped, len(report.helped)),
                _check_ins(situation, first),
                _sessions(situation.history.sessions, first),
                _weekly(weeks, first),
                _notes(beside),
            )
        ],
    }


def _cut(situation: Situation, first: date) -> tuple[str, ...]:
    """Said on top as well: the end of a long table may never be reached."""
    if first == date.min or not goes_back_further(situation):
        return ()
    return (f"Check-ins, sessions and weeks: the last 12 months, from {said.short_day(first)}.",)


def _since(
    first: date,
    table: Table,
    found: Sequence[Told],
    at: Callable[[Told], datetime],
    said_of: Callable[[Told], tuple[str, ...]],
) -> Table:
    """The table with its rows from that day on; below it stands how many are left out."""
    kept = [one for one in found if at(one).date() >= first]
    rows = tuple(map(said_of, reversed(kept)))
    left = len(found) - len(kept)
    if not left:
        return replace(table, rows=rows)
    below = f"{left} from before {said.short_day(first)} left out. The app prints all years too."
    return replace(table, rows=rows, none="", below=(below,))


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _check_ins(situation: Situation, first: date) -> Table:
    *earlier, now = Case(situation).check_ins
    now = replace(now, worst_24h=situation.worst_24h)
    found = [one for one in (*earlier, now) if _tells(one)]
    head = ("Check-in", "Leg", "Back", "Worst", "Nights", "Where it was felt")
    return _since(first, Table("Check-ins", head, (), NONE), found, lambda one: one.at, _check_in)


def _tells(one: CheckInRecord) -> bool:
    return one.chart is not None or one.leg_now is not None or one.back_now is not None


def _check_in(one: CheckInRecord) -> tuple[str, ...]:
    where = "not asked" if one.chart is None else "; ".join(said.places(one.chart)) or "nowhere"
    numbers = (one.leg_now, one.back_now, one.worst_24h, one.nights_broken)
    return (said.short_time(one.at), *map(_number, numbers), where)


def _sessions(found: tuple[ExerciseSession, ...], first: date) -> Table:
    head = ("Session", "Minutes", "Moves, sets, and what followed each")
    return _since(
        first, Table("Sessions", head, (), NONE), found, lambda one: one.started, _session
    )


def _session(one: ExerciseSession) -> tuple[str, ...]:
    sets: dict[tuple[str, bool], list[str]] = {}
    for done in one.sets:
        label = word("label", done.label, "title").lower()
        sets.setdefault((done.movement, done.half_range), []).append(label)
    told = [_moved(*dose, labels) for dose, labels in sets.items()]
    if one.stops:
        told.append("session stopped")
    lasted = one.ended - one.started if one.ended else None
    minutes = "" if lasted is None else str(round(lasted / timedelta(minutes=1)))
    return (said.short_time(one.started), minutes, "; ".join(told) or "none")


def _moved(movement: str, half: bool, labels: list[str]) -> str:
    """One move of a session: which move was followed by what is the point of the table."""
    name = word("movement", movement, "name") + (", half range" if half else "")
    followed = Counter(labels).items()
    told = ", ".join(f"{label} ({count})" if count > 1 else label for label, count in followed)
    return f"{name}, {len(labels)} {'set' if len(labels) == 1 else 'sets'}: {told}"


def _weekly(found: tuple[Week, ...], first: date) -> Table:
    head = (
        "Week",
        "Change",
        "Own tasks, 0-10",
        SIT,
        "Roland-Morris",
        "Low mood",
        "Fear",
        "Weeks off work",
    )
    table = Table("Weekly questions", head, (), NONE)
    return _since(first, table, found, lambda week: week.record.at, _week)


def _week(week: Week) -> tuple[str, ...]:
    one = week.record
    scored = [f"{name}: {score}" for name, score in week.scored] or map(str, one.psfs)
    minutes = (week.sit_minutes, week.stand_minutes, week.walk_minutes)
    change = "" if one.global_change is None else word("change", str(one.global_change))
    return (
        said.short_time(one.at),
        change,
        "; ".join(scored),
        " / ".join("-" if value is None else str(value) for value in minutes),
        _number(one.rmdq),
        one.mood_low or "",
        _number(one.fear_moving),
        _number(one.weeks_off_work),
    )


KINDS = {"question": "To be answered", "goal": "To do again", "worse": "Made it worse"}


def _notes(beside: Beside) -> Table:
    rows: Rows = tuple(
        (
            said.short_day(one.day),
            KINDS[one.kind],
            (f"{word('movement', one.movement, 'name')}. " if one.movement else "") + one.text,
        )
        for one in beside.said
    )
    return Table("Notes for the clinician", ("Day", "About", "Words"), rows, NONE, ())
