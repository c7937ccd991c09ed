"""What goes on a report? What was told beside the check-ins, and the parts of a report.

Nothing here decides: every number is counted or was told.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from spineward.clinical.facts.answers import Examined, Leg, StrengthAnswer, StrengthTest, YesNo
from spineward.clinical.facts.chart import Chart

AFFIRMED = frozenset({"yes", "changed", "not_sure", "prefer_not_to_say"})
"""Answers to a warning sign that a clinician has to see: yes, and whatever is not a no."""


@dataclass(frozen=True, slots=True)
class Said:
    """A note of a kind, in the person's own words: goal, question or worse; `on` is its day."""

    at: datetime
    kind: str
    text: str
    movement: str = ""
    on: date | None = None

    @property
    def day(self) -> date:
        """The day that it is about."""
        return self.on or self.at.date()


@dataclass(frozen=True, slots=True)
class Affirmed:
    """A warning sign that was answered with yes, or with no clear no, at some moment."""

    item: str
    answer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Able:
    """What the person says they can do: own tasks with their number 0-10, and minutes."""

    day: date
    tasks: tuple[tuple[str, int], ...] = ()
    sit_minutes: int | None = None
    stand_minutes: int | None = None
    walk_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What the diary tells that no rule reads: notes and weeks, newest first; signs, oldest."""

    said: tuple[Said, ...] = ()
    affirmed: tuple[Affirmed, ...] = ()
    able: Able | None = None


@dataclass(frozen=True, slots=True)
class Latest:
    """Where it is felt now: the last check-in that has a chart. Numbers 0-10, None = not asked."""

    at: datetime
    chart: Chart
    leg: int | None
    back: int | None
    worst: int | None
    nights_broken: int | None
    can: Mapping[str, YesNo | None]


@dataclass(frozen=True, slots=True)
class Sign:
    """One warning sign: the answer that stands, and the last time that it was not a no.

    `stands` is None when the sign is not answered now. `rule` is true of a sign that follows from
    other answers (an age, a known weak leg), which nobody is asked.
    """

    item: str
    stands: str | None
    affirmed: date | None = None
    since: date | None = None
    worsened: date | None = None
    examined: date | None = None
    told_ok: Examined | None = None
    rule: bool = False

    @property
    def now(self) -> bool:
        """Does it stand now?"""
        return self.rule or self.stands in AFFIRMED


@dataclass(frozen=True, slots=True)
class Screen:
    """The warning signs: those that are or were not a no; how many were a no, how many unasked."""

    signs: tuple[Sign, ...]
    no: int
    unasked: int
    asked: date | None


@dataclass(frozen=True, slots=True)
class Locked:
    """Movement was locked by these rules, until a day, or still is (None)."""

    since: date
    rules: tuple[str, ...]
    until: date | None


@dataclass(frozen=True, slots=True)
class Strength:
    """The last strength check: an answer by leg and test; empty when there was none."""

    day: date | None
    legs: Mapping[Leg, Mapping[StrengthTest, StrengthAnswer]]


@dataclass(frozen=True, slots=True)
class Dose:
    """One week of movement, up to and with its last day."""

    first: date
    last: date
    sessions: int
    sets: int
    stopped: int


@dataclass(frozen=True, slots=True)
class Screened:
    """Answers of one list of questions: which were yes, which unsure, how many no or unasked."""

    yes: tuple[str, ...]
    unsure: tuple[str, ...]
    no: int
    unasked: int
