"""What followed each movement so far, and how sure is that? The ledger, told with its uncertainty.

Counted over the same sessions as the ledger of the plan: this episode, and the days in which a rest
can still hold. It is shown, and decides nothing: the plan orders by the last response alone (spec
4.3), and rules hold back (4.4).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from math import sqrt
from typing import Literal

from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit
from spineward.clinical.facts import CheckInRecord, ExerciseSession, SetRecord, Situation
from spineward.clinical.ledger import BACK_ONLY, GOOD, moved_down, stopped
from spineward.clinical.rules.next_day import worse

Verdict = Literal["better", "same", "worse", "stopped", "quiet"]
Morning = Literal["worse", "not_worse", "not_told"]
Side = Literal["helps", "not", "too_early"]
QUIET = "SYMPTOM_FREE"
FURTHER = 5
NOT_ASSESSED = 0
Z_95 = 1.96
"""Standard deviations that hold 95 of 100 cases."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A share with its 95 % interval, whole numbers in 100: what a few times can stand for."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Helped:
    """One movement at one dose: half its range or all of it, and so many sets in a session.

    `times` are sessions: `better` (pain drew up or eased, and nothing else happened), `same`,
    `worse` (further down, or worse in the leg: `further_down` of them by place), `stopped` for
    another reason, and `quiet` (nothing felt before or after, which says nothing). A morning is
    that of the whole session. `interval`: how often it may do good, of the times that say
    something; None while it is too early to say.
    """

    movement: str
    half_range: bool
    sets: tuple[int, int]
    times: int
    better: int
    same: int
    worse: int
    further_down: int
    stopped: int
    quiet: int
    mornings_worse: int
    mornings_not_worse: int
    mornings_not_told: int
    interval: Interval | None

    @property
    def judged(self) -> int:
        """The times that say something."""
        return self.times - self.quiet

    @property
    def side(self) -> Side:
        """Under which heading it stands. Once worse as often as better, it does not help."""
        if self.interval is None:
            return "too_early"
        good = self.better * 2 > self.judged and self.better > self.worse + self.stopped
        return "helps" if good else "not"


def helped(situation: Situation) -> tuple[Helped, ...]:
    """Each movement and dose, what does good most surely first."""
    case = Case(situation)
    oldest = min(case.episode_start, case.today - timedelta(days=limit("n2.off_days")))
    uses: dict[tuple[str, bool], list[tuple[list[SetRecord], Morning]]] = {}
    for session in case.history.sessions:
        if session.started.date() >= oldest:
            morning = _morning(case, session)
            for dose, sets in _by_dose(session).items():
                uses.setdefault(dose, []).append((sets, morning))
    found = [_told(*dose, seen) for dose, seen in uses.items()]
    return tuple(sorted(found, key=_order))


def wilson(good: int, times: int) -> Interval:
    """The score interval for a share, 95 % (WILSON27); it holds for few cases, and at none or
    all."""
    share, spread = good / times, Z_95 * Z_95 / times
    middle = share + spread / 2
    half = Z_95 * sqrt(share * (1 - share) / times + spread / (4 * times))
    low, high = ((middle + way * half) / (1 + spread) for way in (-1, 1))
    return Interval(round(100 * max(low, 0)), round(100 * min(high, 1)))


def _by_dose(session: ExerciseSession) -> dict[tuple[str, bool], list[SetRecord]]:
    found: dict[tuple[str, bool], list[SetRecord]] = {}
    for done in session.sets:
        found.setdefault((done.movement, done.half_range), []).append(done)
    return found


def verdict(sets: Sequence[SetRecord]) -> Verdict:
    """What a movement came to in one session: the worst of its sets, else the response it ended
    with, as the plan reads it."""
    if any(_made_worse(done) for done in sets):
        return "worse"
    if any(stopped(done) or done.row == NOT_ASSESSED for done in sets):
        return "stopped"
    if all(done.label == QUIET for done in sets):
        return "quiet"
    return "better" if sets[-1].row in GOOD else "same"


def _made_worse(done: SetRecord) -> bool:
    """Rows 1 to 7, but for the exception of row 5: a mild new back ache alone."""
    if done.row == FURTHER:
        return moved_down(done)
    return NOT_ASSESSED < done.row < BACK_ONLY


def _morning(case: Case, session: ExerciseSession) -> Morning:
    """The first check-in 12 to 36 hours later that says how the legs are (spec 2.6)."""
    records = case.check_ins
    over = session.ended or session.started
    first = over + timedelta(hours=limit("t24.from_hours"))
    last = over + timedelta(hours=limit("t24.to_hours"))
    place = bisect_left(records, first, key=lambda record: record.at)
    told = next(_within(records, place, last), None)
    if told is None or session.t0 is None:
        return "not_told"
    return "worse" if worse(session.t0, told) else "not_worse"


def _within(
    records: Sequence[CheckInRecord], place: int, last: datetime
) -> Iterator[CheckInRecord]:
    for record in islice(records, place, None):
        if record.at > last:
            return
        if record.chart is not None or record.leg_now is not None:
            yield record


def _told(movement: str, half: bool, seen: list[tuple[list[SetRecord], Morning]]) -> Helped:
    counts = Counter(verdict(sets) for sets, _ in seen)
    mornings = Counter(morning for _, morning in seen)
    judged = len(seen) - counts["quiet"]
    numbers = [len(sets) for sets, _ in seen]
    return Helped(
        movement=movement,
        half_range=half,
        sets=(min(numbers), max(numbers)),
        times=len(seen),
        better=counts["better"],
        same=counts["same"],
        worse=counts["worse"],
        further_down=sum(any(moved_down(done) for done in sets) for sets, _ in seen),
        stopped=counts["stopped"],
        quiet=counts["quiet"],
        mornings_worse=mornings["worse"],
        mornings_not_worse=mornings["not_worse"],
        mornings_not_told=mornings["not_told"],
        interval=wilson(counts["better"], judged)
        if judged >= limit("helped.least_times")
        else None,
    )


def _order(one: Helped) -> tuple[float, int, str, bool]:
    """By the lower end of what it may do, then by how often it was done."""
    low = one.interval.low if one.interval else -1
    return -low, -one.times, one.movement, one.half_range
