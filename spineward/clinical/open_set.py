"""How far has one set of a session come? Its readings, one by one, and what they mean so far."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from spineward.clinical.catalogue import limit
from spineward.clinical.facts import (
    Chart,
    Gate,
    Reading,
    SetContext,
    SetOutcome,
    SetReadings,
    SetRecord,
    SetVerdict,
)
from spineward.clinical.facts.answers import Leg
from spineward.clinical.facts.session import Point, Symptom
from spineward.clinical.ledger import IN_THE_LEG
from spineward.clinical.set_case import SetCase
from spineward.clinical.set_verdict import read_set


@dataclass
class OpenSet:
    """One set while it runs. `past` are the sets of this session before it."""

    movement: str
    t0: Reading
    first: Chart
    affected: tuple[Leg, ...]
    past: tuple[SetRecord, ...]
    half_range: bool = False
    over: datetime | None = None
    given: dict[Point, Reading] = field(default_factory=dict)
    given_at: dict[Point, datetime] = field(default_factory=dict)
    symptoms: tuple[Symptom, ...] = ()
    red_flags: tuple[str, ...] = ()

    def add(self, point: Point, reading: Reading, at: datetime) -> None:
        """A reading; from tdur on it belongs to what followed the set's t0."""
        self.given[point] = reading
        self.given_at[point] = at
        if point == "t0":
            self.t0 = reading

    @property
    def last(self) -> Reading:
        """The newest reading: it may serve as the next set's t0 (2.3)."""
        newest: tuple[Point, ...] = ("at_10", "t2", "t1")
        return next((self.given[point] for point in newest if point in self.given), self.t0)

    @property
    def late(self) -> bool:
        """The reading right after the set came half an hour later or more (0.4)."""
        given = self.given_at.get("t1")
        return given is not None and self.over is not None and given - self.over >= answer_time()

    def minutes_since(self, now: datetime) -> int:
        """Whole minutes since the set ended; 0 while it runs."""
        return 0 if self.over is None else int((now - self.over) / timedelta(minutes=1))

    def _readings(self) -> SetReadings:
        get = self.given.get
        return SetReadings(self.t0, get("tdur"), get("t1"), get("t2"), get("at_10"), get("at_30"))

    def _context(self, now: datetime) -> SetContext:
        stopped = [
            done
            for done in self.past
            if done.row in IN_THE_LEG and done.verdict >= SetVerdict.STOP_MOVEMENT
        ]
        return SetContext(
            affected=self.affected,
            session_t0=self.first,
            red_flags=self.red_flags,
            symptoms=self.symptoms,
            stops_before=len(stopped),
            row5_before=sum(done.row == 5 for done in stopped),
            row8_before=sum(done.row == 8 and done.movement == self.movement for done in self.past),
            minutes_since=self.minutes_since(now),
        )

    def outcome(self, now: datetime) -> SetOutcome:
        """What the readings so far come to; a late answer can only make it stricter."""
        return _late(self._read(self._context(now)), self.late)

    def _read(self, context: SetContext) -> SetOutcome:
        return read_set(self._readings(), context)

    def settled(self, now: datetime) -> bool:
        """Back to t0 at the ten-minute re-ask."""
        return SetCase(self._readings(), self._context(now)).settled

    def record(self, now: datetime) -> SetRecord | None:
        """What the diary keeps. Asking to stop is no finding: alone it leaves no set behind."""
        context = self._context(now)
        asked = "stop_asked" in self.symptoms
        if asked:
            others = tuple(sign for sign in self.symptoms if sign != "stop_asked")
            context = replace(context, symptoms=others)
        found = _late(self._read(context), self.late)
        if asked and found.row == 0:
            return None
        return SetRecord(
            movement=self.movement,
            at=self.over or now,
            row=found.row,
            label=found.label,
            verdict=found.verdict,
            at_30=found.at_30,
            half_range=self.half_range,
        )


def answer_time() -> timedelta:
    """How long a set's answer may take."""
    return timedelta(minutes=limit("set.answer_minutes"))


def longest_pause() -> timedelta:
    """How long a session may be left alone between two sets: after it, what t0 says is stale."""
    return timedelta(minutes=limit("session.pause_minutes"))


def _late(found: SetOutcome, late: bool) -> SetOutcome:
    """An answer after half an hour ends the session; only what stops is still believed."""
    if not late or found.verdict >= SetVerdict.STOP_SESSION:
        return found
    stop = SetVerdict.STOP_SESSION
    if found.verdict == SetVerdict.STOP_MOVEMENT:
        return replace(found, verdict=stop, gate=Gate.EASE_ONLY, re_ask_minutes=None)
    return SetOutcome("NOT_ASSESSED", stop, 0, (), gate=Gate.EASE_ONLY, asks=found.asks)
