"""What did the person say week by week? The weekly entries with what no rule reads: own tasks by
name, and the minutes of sitting, standing and walking."""

import json
from dataclasses import dataclass

from spineward.clinical.facts import WeeklyRecord
from spineward.diary import convert
from spineward.diary.knowing import standing
from spineward.diary.models import Person
from spineward.diary.past import DiaryRows


@dataclass(frozen=True, slots=True)
class Week:
    """One weekly entry. `tasks` are as many as its `record.psfs`, or none; minutes 0-480."""

    record: WeeklyRecord
    tasks: tuple[str, ...] = ()
    sit_minutes: int | None = None
    stand_minutes: int | None = None
    walk_minutes: int | None = None

    @property
    def scored(self) -> tuple[tuple[str, int], ...]:
        """Each own task with its number 0-10."""
        return tuple(zip(self.tasks, self.record.psfs, strict=False))


def weeks(person: Person) -> tuple[Week, ...]:
    """All weekly entries, oldest first, corrected ones left out; one query."""
    return tuple(_week(row[-1]) for row in standing(DiaryRows(person).weekly()))


def last_tasks(person: Person) -> tuple[str, ...]:
    """The names of the own tasks as they were last told: they stay until they are changed."""
    told = (week.tasks for week in reversed(weeks(person)))
    return next(told, ())


def _week(text: str) -> Week:
    facts = json.loads(text)
    return Week(
        record=convert.weekly_record(text),
        tasks=tuple(facts.get("tasks") or ()),
        sit_minutes=facts.get("sit_minutes"),
        stand_minutes=facts.get("stand_minutes"),
        walk_minutes=facts.get("walk_minutes"),
    )
