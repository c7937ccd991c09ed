"""What do five years of heavy use look like? 1,800 check-ins, 3,600 sessions, 10,000 sets.

Episodes come and go: pain begins in the foot, moves up over months and comes back as a relapse,
with short flares and stopped sessions in between.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from functools import cache
from typing import Any

from spineward.clinical.facts import ExerciseSession, Mark, Reading
from spineward.clinical.facts.answers import Leg
from spineward.clinical.facts.session import SessionEvent as Event
from spineward.clinical.session import state
from spineward.diary.models import Answers, Note, Person
from tests.diary.bulk import (
    Lived,
    entry_of,
    moved,
    said,
    save,
    save_check_ins,
    save_sessions,
    save_weeks,
    screen_of,
    set_of,
)
from tests.diary.life import ABOUT, day

DAYS = 1826
CHECK_INS = 1800
SESSIONS = 3600
SETS = 10_000
EPISODE = 300
"""Days from the beginning of one episode to the next."""
FLARE_EVERY, FLARE_DAYS = 97, 5
WAY_UP = (
    "sole",
    "ankle",
    "calf_lower",
    "calf_upper",
    "thigh_back_lower",
    "thigh_back_upper",
    "buttock",
)
"""Where the pain reaches, from the beginning of an episode to its end."""
THREE, TWO = ("M10", "M33", "M20"), ("M10", "M33")


@dataclass(frozen=True)
class Day:
    """What a person feels on one day of these years."""

    number: int

    @property
    def into(self) -> int:
        """Days into the episode."""
        return self.number % EPISODE

    @property
    def flare(self) -> bool:
        """Is it one of the bad days?"""
        return self.number % FLARE_EVERY < FLARE_DAYS

    @property
    def leg(self) -> Leg:
        """Every third episode is on the left."""
        return "left" if self.number // EPISODE % 3 == 2 else "right"

    @property
    def zone(self) -> str:
        """How far down it is felt; one place lower in a flare."""
        step = min(self.into * len(WAY_UP) // 240, len(WAY_UP) - 1)
        return WAY_UP[max(step - 1, 0) if self.flare else step]

    @property
    def pain(self) -> int:
        """The pain in the leg; it waves a little from day to day."""
        return min(10, max(1, 6 - self.into // 40) + self.number % 3 % 2 + 2 * self.flare)

    @property
    def back(self) -> int:
        """The pain in the back."""
        return 1 + self.number // 7 % 3

    def facts(self) -> dict[str, Any]:
        """What the check-in asks."""
        return {
            **day(self.pain, self.back),
            "nights_broken": 2 if self.flare else 0,
            "chart": [
                {
                    "zone": self.zone,
                    "side": self.leg,
                    "pain": self.pain,
                    "tingling": 3 if self.into < 60 else 0,
                    "numbness": 1 if self.into < 30 else 0,
                },
                {"zone": "low_back_midline", "side": "middle", "pain": self.back},
            ],
        }

    def week(self) -> dict[str, Any]:
        """What a weekly entry asks."""
        better = min(self.into // 60, 4)
        facts = {"psfs": [4 + better, 5 + better], "rmdq": 14 - 2 * better, "mood_low": "no"}
        return facts | {"global_change": better - 1, "weeks_off_work": 0}


def live_five_years(person: Person, now: datetime) -> None:
    """Five years up to yesterday's check-in; the last screen is fresh."""
    start = now - timedelta(days=DAYS)
    missed = range(1, DAYS, DAYS // (DAYS - CHECK_INS))[: DAYS - CHECK_INS]
    numbers = [number for number in range(DAYS) if number not in missed]
    mornings = {number: start + timedelta(days=number) for number in numbers}
    last = _answers(person, start, mornings)
    days = ((at, last[number], Day(number).facts()) for number, at in mornings.items())
    noted = save_check_ins(person, days)[::6]
    words = "Slept well, walked more"
    save(Note, (entry_of(Note, person, row.moment, check_in=row, text=words) for row in noted))
    weeks = list(mornings.items())[::7]
    save_weeks(person, ((at, Day(number).week()) for number, at in weeks))
    _sessions(person, mornings)


def _answers(person: Person, start: datetime, mornings: dict[int, datetime]) -> dict[int, int]:
    """The pages sent; the last one of each morning by the number of its day."""
    newest = max(mornings)
    began = (start - timedelta(days=14)).date().isoformat()
    about = {**ABOUT, "episode_start": began, "leg_onset": began}
    rows = [entry_of(Answers, person, start, page="about", answers=about)]
    last: dict[int, int] = {}
    for count, (number, at) in enumerate(mornings.items()):
        if count % 7 == 0 or number == newest:
            rows += screen_of(person, at)
        rows.append(entry_of(Answers, person, at, page="now", answers=Day(number).facts()))
        last[number] = len(rows) - 1
    saved = save(Answers, rows)
    return {number: int(saved[place].pk) for number, place in last.items()}


def _sessions(person: Person, mornings: dict[int, datetime]) -> None:
    """Three sets each, two in every ninth and fewer; in a flare the second may travel down."""
    starts = [
        (number, at + timedelta(hours=hours)) for number, at in mornings.items() for hours in (1, 9)
    ]
    lived = []
    for count, (number, at) in enumerate(starts):
        kind = _kind(count, Day(number))
        lived.append(Lived(at, kind.planned, kind.leg, kind.events(at), kind.outcome(at)))
    save_sessions(person, lived, said())


@dataclass(frozen=True)
class Kind:
    """One of the ways in which a session goes."""

    planned: tuple[str, ...]
    leg: Leg
    zone: str
    pain: int
    stops: bool

    def _felt(self, zone: str, pain: int) -> Reading:
        back = Mark("low_back_midline", "middle", 2)
        return Reading((Mark(zone, self.leg, pain), back), "no", "none")

    def events(self, at: datetime) -> list[Event]:
        """The pain eases with the first set and stays so; or goes down the leg with the last."""
        before, after = self._felt(self.zone, self.pain), self._felt(self.zone, self.pain - 1)
        worse = self._felt("toes", self.pain)
        events = [Event(at=at, kind="started", reading=before)]
        for count in range(len(self.planned)):
            felt = worse if self.stops and count == len(self.planned) - 1 else after
            events += set_of(at + timedelta(minutes=5 * count + 2), felt)
        return events

    def outcome(self, at: datetime) -> ExerciseSession:
        """What these events come to: that of the first such session, at another time."""
        first = _first(self, at.tzinfo)
        return moved(first, at - first.started)


def _kind(count: int, one: Day) -> Kind:
    short = count % 9 in (0, 4)
    return Kind(
        planned=TWO if short else THREE,
        leg=one.leg,
        zone=one.zone,
        pain=min(7, max(2, one.pain)),  # with more no set would follow the first
        stops=short and one.flare,
    )


@cache
def _first(kind: Kind, clock: tzinfo | None) -> ExerciseSession:
    at = datetime(2026, 1, 1, 9, tzinfo=clock)
    return state(tuple(kind.events(at)), kind.planned, (kind.leg,), at + timedelta(hours=2)).done
