"""What can the person do by now? Sitting, standing, walking, nights, own tasks, week by week."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean
from typing import Literal, TypeVar

from spineward.clinical.catalogue import limit
from spineward.clinical.facts import CheckInRecord
from spineward.diary.journey import Week

Told = TypeVar("Told")
WEEK = 7
DOING = ("sit", "stand", "walk")
NAMES = {"sit": "Sitting", "stand": "Standing", "walk": "Walking"}
Verdict = Literal["better", "worse", "less_than_scale", ""]


@dataclass(frozen=True, slots=True)
class Tolerance:
    """One of sitting, standing, walking: minutes first and last told, and days with 10 minutes.

    `able` of `told` days of the last seven; minutes None where nobody told them.
    """

    name: str
    first: int | None
    last: int | None
    able: int
    told: int


@dataclass(frozen=True, slots=True)
class Task:
    """An own task with its number when it was first scored, and now."""

    name: str
    was: int
    now: int


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One week of the table: minutes, days with ten minutes out of days told, nights broken."""

    monday: date
    change: int | None
    minutes: tuple[int | None, ...]
    able: tuple[tuple[int, int], ...]
    nights: int | None

    @property
    def cells(self) -> tuple[tuple[int | None, int, int], ...]:
        """Minutes, able days and told days of sitting, standing and walking."""
        return tuple((m, *days) for m, days in zip(self.minutes, self.able, strict=True))


@dataclass(frozen=True, slots=True)
class Able:
    """All of it; `verdict` is that of the own tasks together, "" until they are scored twice."""

    tolerances: tuple[Tolerance, ...]
    nights: int | None
    nights_before: int | None
    change: int | None
    tasks: tuple[Task, ...]
    verdict: Verdict
    rows: tuple[WeekRow, ...]

    @property
    def any(self) -> bool:
        """Is there anything to show?"""
        return bool(self.rows)


def able(
    every_check_in: Sequence[CheckInRecord], every_week: Sequence[Week], today: date, since: date
) -> Able:
    """What the check-ins and weekly entries say about doing things. The first time is that of this
    episode, which began `since`; the rows are of all weeks."""
    told = [one for one in every_check_in if _tells(one)]
    check_ins = [one for one in told if one.at.date() >= since]
    weeks = [week for week in every_week if week.record.at.date() >= since]
    recent = [one for one in check_ins if (today - one.at.date()).days < WEEK]
    nights = [one.nights_broken for one in check_ins if one.nights_broken is not None]
    changes = [w.record.global_change for w in weeks if w.record.global_change is not None]
    tasks = _tasks(weeks)
    return Able(
        tolerances=tuple(_tolerance(name, recent, weeks) for name in DOING),
        nights=nights[-1] if nights else None,
        nights_before=nights[0] if nights else None,
        change=changes[-1] if changes else None,
        tasks=tasks,
        verdict=_verdict(tasks) if sum(bool(week.tasks) for week in weeks) > 1 else "",
        rows=tuple(_rows(told, every_week)),
    )


def _tells(record: CheckInRecord) -> bool:
    return record.nights_broken is not None or any(_ten(record, name) for name in DOING)


def _minutes(week: Week, name: str) -> int | None:
    return {"sit": week.sit_minutes, "stand": week.stand_minutes, "walk": week.walk_minutes}[name]


def _ten(record: CheckInRecord, name: str) -> str | None:
    return {"sit": record.can_sit_10, "stand": record.can_stand_10, "walk": record.can_walk_10}[
        name
    ]


def _tolerance(name: str, recent: Sequence[CheckInRecord], weeks: Sequence[Week]) -> Tolerance:
    told = [minutes for week in weeks if (minutes := _minutes(week, name)) is not None]
    able, days = _ten_of(recent, name)
    return Tolerance(NAMES[name], told[0] if told else None, told[-1] if told else None, able, days)


def _ten_of(records: Iterable[CheckInRecord], name: str) -> tuple[int, int]:
    """On how many days of how many: a day counts as able when every answer of it was yes."""
    days: dict[date, bool] = {}
    for record in records:
        if (said := _ten(record, name)) is not None:
            day = record.at.date()
            days[day] = days.get(day, True) and said == "yes"
    return sum(days.values()), len(days)


def _tasks(weeks: Sequence[Week]) -> tuple[Task, ...]:
    """The tasks of the latest entry, each against the first time it was scored by that name."""
    scored = [week for week in weeks if week.tasks]
    if not scored:
        return ()
    first: dict[str, int] = {}
    for week in scored:
        for name, number in week.scored:
            first.setdefault(name, number)
    return tuple(Task(name, first[name], number) for name, number in scored[-1].scored)


def _verdict(tasks: Sequence[Task]) -> Verdict:
    """Judged together, by the mean that T3 reads; a single task swings more."""
    if not tasks:
        return ""
    moved = fmean(task.now for task in tasks) - fmean(task.was for task in tasks)
    if abs(moved) < limit("t3.psfs"):
        return "less_than_scale"
    return "better" if moved > 0 else "worse"


def _rows(check_ins: Sequence[CheckInRecord], weeks: Sequence[Week]) -> Iterable[WeekRow]:
    """The weeks with anything told, newest first."""
    days = _by_week(check_ins, lambda record: record.at.date())
    entries = _by_week(weeks, lambda week: week.record.at.date())
    for monday in sorted(days.keys() | entries.keys(), reverse=True):
        records = days.get(monday, [])
        entry = entries[monday][-1] if monday in entries else None
        nights = [one.nights_broken for one in records if one.nights_broken is not None]
        yield WeekRow(
            monday=monday,
            change=entry.record.global_change if entry else None,
            minutes=tuple(_minutes(entry, name) if entry else None for name in DOING),
            able=tuple(_ten_of(records, name) for name in DOING),
            nights=max(nights, default=None),
        )


def _by_week(rows: Iterable[Told], day_of: Callable[[Told], date]) -> dict[date, list[Told]]:
    found: dict[date, list[Told]] = {}
    for row in rows:
        day = day_of(row)
        found.setdefault(day - timedelta(days=day.weekday()), []).append(row)
    return found
