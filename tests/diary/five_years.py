"""What do five years of heavy use look like? 1,800 check-ins, 3,600 sessions, 10,000 sets.

Episodes come and go: pain begins in the foot, moves up over months and comes back as a relapse,
with short flares and stopped sessions in between. Written in bulk, as the year is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from functools import cache
from typing import Any

from spineward.clinical.facts import ExerciseSession, Mark, Reading
from spineward.clinical.facts.answers import Leg
from spineward.clinical.facts.session import SessionEvent as Event
from spineward.clinical.session import state
from spineward.diary import convert
from spineward.diary.models import (
    Answers,
    CheckIn,
    Decision,
    Note,
    Person,
    Session,
    SessionEvent,
    SessionSummary,
    Weekly,
)
from tests.diary.life import ABOUT, SCREEN, day
from tests.diary.year import entry_of, said, save

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


def live_five_years(person: Person, now: datetime) -> None:
    """Five years up to yesterday's check-in; the last screen is fresh."""
    start = now - timedelta(days=DAYS)
    missed = range(1, DAYS, DAYS // (DAYS - CHECK_INS))[: DAYS - CHECK_INS]
    numbers = [number for number in range(DAYS) if number not in missed]
    mornings = {number: start + timedelta(days=number) for number in numbers}
    last = _answers(person, start, mornings)
    words = said()
    check_ins = save(
        CheckIn,
        [
            entry_of(
                CheckIn,
                person,
                at,
                kind="daily",
                last_answer=last[number],
                facts=convert.daily_facts(Day(number).facts(), at),
            )
            for number, at in mornings.items()
        ],
    )
    save(
        Decision,
        [entry_of(Decision, person, row.moment, check_in=row, words=words) for row in check_ins],
    )
    noted = check_ins[::6]
    save(
        Note,
        [
            entry_of(Note, person, row.moment, check_in=row, text="Slept well, walked more")
            for row in noted
        ],
    )
    _weekly(person, list(mornings.items())[::7])
    half_days = list(mornings.items())
    starts = [(number, at + timedelta(hours=hours)) for number, at in half_days for hours in (1, 9)]
    _sessions(person, starts)


def _answers(person: Person, start: datetime, mornings: dict[int, datetime]) -> dict[int, int]:
    """The pages sent; the last one of each morning by the number of its day."""
    newest = max(mornings)
    began = (start - timedelta(days=14)).date().isoformat()
    about = {**ABOUT, "episode_start": began, "leg_onset": began}
    rows = [entry_of(Answers, person, start, page="about", answers=about)]
    last: dict[int, int] = {}
    for count, (number, at) in enumerate(mornings.items()):
        if count % 7 == 0 or number == newest:
            rows += [
                entry_of(Answers, person, at, page=page, answers=answers)
                for page, answers in SCREEN.items()
            ]
        rows.append(entry_of(Answers, person, at, page="now", answers=Day(number).facts()))
        last[number] = len(rows) - 1
    saved = save(Answers, rows)
    return {number: int(saved[place].pk) for number, place in last.items()}


def _weekly(person: Person, weeks: Sequence[tuple[int, datetime]]) -> None:
    rows = []
    for number, at in weeks:
        better = min(Day(number).into // 60, 4)
        facts = {"psfs": [4 + better, 5 + better], "rmdq": 14 - 2 * better, "mood_low": "no"}
        facts |= {"global_change": better - 1, "weeks_off_work": 0}
        rows.append(entry_of(Weekly, person, at, facts={"at": at.isoformat(), **facts}))
    save(Weekly, rows)


def _sessions(person: Person, starts: Sequence[tuple[int, datetime]]) -> None:
    """Three sets each, two in every ninth and fewer; in a flare the second may travel down."""
    words = said()
    decisions = save(Decision, [entry_of(Decision, person, at, words=words) for _, at in starts])
    kinds = [_kind(count, Day(number)) for count, (number, _) in enumerate(starts)]
    sessions = save(
        Session,
        [
            entry_of(
                Session,
                person,
                row.moment,
                decision=row,
                planned=list(kind.planned),
                affected=[kind.leg],
            )
            for row, kind in zip(decisions, kinds, strict=True)
        ],
    )
    pairs = list(zip(sessions, kinds, strict=True))
    save(
        SessionEvent,
        [
            entry_of(SessionEvent, person, event.at, session=row, facts=convert.event_facts(event))
            for row, kind in pairs
            for event in kind.events(row.moment)
        ],
    )
    save(
        SessionSummary,
        [
            entry_of(SessionSummary, person, row.moment, session=row, facts=kind.done(row.moment))
            for row, kind in pairs
        ],
    )


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
            over = at + timedelta(minutes=5 * count + 2)
            upright = over + timedelta(minutes=2)
            felt = worse if self.stops and count == len(self.planned) - 1 else after
            events += [
                Event(at=over, kind="set_done"),
                Event(at=over, kind="reading", point="t1", reading=felt),
                Event(at=upright, kind="reading", point="t2", reading=felt),
                Event(at=upright, kind="continued"),
            ]
        return events

    def done(self, at: datetime) -> dict[str, Any]:
        """What these events come to: that of the first such session, at another time."""
        first = _first(self, at.tzinfo)
        later = at - first.started
        sets = tuple(replace(one, at=one.at + later) for one in first.sets)
        ended = first.ended + later if first.ended else None
        return convert.session_facts(replace(first, started=at, ended=ended, sets=sets))


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
