"""What followed each movement so far, and how sure is that? The ledger, told with its uncertainty.

Counted over the same sessions as the ledger of the plan: this episode, and the days in which a rest
can still hold. It is shown, and decides nothing: the plan orders by the last response alone (spec
4.3), and rules hold back (4.4).
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, timedelta
from math import sqrt
from typing import Literal

from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit
from spineward.clinical.facts import (
    Chart,
    CheckInRecord,
    ExerciseSession,
    SetRecord,
    Situation,
)
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
        """Under which heading it stands: it helps when it did good more often than not."""
        if self.interval is None:
            return "too_early"
        return "helps" if self.better * 2 > self.judged else "not"


def helped(situation: Situation) -> tuple[Helped, ...]:
    """Each movement and dose, what does good most surely first."""
    return helped_case(Case(situation))


def helped_case(case: Case) -> tuple[Helped, ...]:
    """The same for a situation that is read already."""
    oldest = min(case.episode_start, case.today - timedelta(days=limit("n2.off_days")))
    mornings = _Mornings(case)
    uses: defaultdict[tuple[str, bool], _Uses] = defaultdict(_Uses)
    for session in case.history.sessions:
        if session.started.date() >= oldest:
            morning = mornings.after(session)
            for dose, sets in _by_dose(session).items():
                uses[dose].add(sets, morning)
    found = [_told(*dose, seen) for dose, seen in uses.items()]
    return tuple(sorted(found, key=_order))


def wilson(good: int, times: int) -> Interval:
    """The score interval for a share, 95 % (WILSON27); it holds for few cases, and at none or
    all."""
    share, spread = good / times, Z_95 * Z_95 / times
    middle = share + spread / 2
    half = Z_95 * sqrt(share * (1 - share) / times + spread / (4 * times))
    low, high = ((middle + way * half) / (1 + spread) for way in (-1, 1))
    return Interval(round(100 * low), round(100 * high))


def _by_dose(session: ExerciseSession) -> dict[tuple[str, bool], list[SetRecord]]:
    found: dict[tuple[str, bool], list[SetRecord]] = {}
    for done in session.sets:
        found.setdefault((done.movement, done.half_range), []).append(done)
    return found


def verdict(sets: Sequence[SetRecord]) -> Verdict:
    """What a movement came to in one session: the worst of its sets, else the response it ended
    with, as the plan reads it."""
    came = {_came_to(done) for done in sets}
    if "worse" in came:
        return "worse"
    if "stopped" in came:
        return "stopped"
    if came <= {"quiet"}:
        return "quiet"
    return "better" if sets[-1].row in GOOD else "same"


def _came_to(done: SetRecord) -> Verdict | None:
    """What one set came to by itself; None where the response it ended with decides."""
    if _made_worse(done):
        return "worse"
    if stopped(done) or done.row == NOT_ASSESSED:
        return "stopped"
    return "quiet" if done.label == QUIET else None


def _made_worse(done: SetRecord) -> bool:
    """Rows 1 to 7, but for the exception of row 5: a mild new back ache alone."""
    if done.row == FURTHER:
        return moved_down(done)
    return NOT_ASSESSED < done.row < BACK_ONLY


class _Mornings:
    """How the morning after each session was: the first check-in 12 to 36 hours later that says
    how the legs are (spec 2.6). Charts come again on many days: each pair is compared once."""

    def __init__(self, case: Case) -> None:
        self.told = [
            one for one in case.check_ins if one.chart is not None or one.leg_now is not None
        ]
        self.at = [one.at.astimezone(UTC) for one in self.told]
        self.first = timedelta(hours=limit("t24.from_hours"))
        self.last = timedelta(hours=limit("t24.to_hours"))
        self.known: dict[tuple[Chart, Chart | None, int | None], bool] = {}

    def after(self, session: ExerciseSession) -> Morning:
        """The morning after one session."""
        over = (session.ended or session.started).astimezone(UTC)
        place = bisect_left(self.at, over + self.first)
        told = place < len(self.at) and self.at[place] <= over + self.last
        if not told or session.t0 is None:
            return "not_told"
        return "worse" if self._worse(session.t0, self.told[place]) else "not_worse"

    def _worse(self, before: Chart, after: CheckInRecord) -> bool:
        """`worse` reads no more of a check-in than these two."""
        pair = before, after.chart, after.leg_now
        found = self.known.get(pair)
        if found is None:
            found = self.known[pair] = worse(before, after)
        return found


class _Uses:
    """One movement and dose, counted while the sessions are read: nothing of them is kept."""

    def __init__(self) -> None:
        self.counts: Counter[Verdict] = Counter()
        self.mornings: Counter[Morning] = Counter()
        self.numbers: set[int] = set()
        self.further_down = 0

    def add(self, sets: Sequence[SetRecord], morning: Morning) -> None:
        """One session more."""
        self.counts[verdict(sets)] += 1
        self.mornings[morning] += 1
        self.numbers.add(len(sets))
        self.further_down += any(moved_down(done) for done in sets)


def _told(movement: str, half: bool, seen: _Uses) -> Helped:
    counts, mornings, times = seen.counts, seen.mornings, seen.counts.total()
    judged = times - counts["quiet"]
    return Helped(
        movement=movement,
        half_range=half,
        sets=(min(seen.numbers), max(seen.numbers)),
        times=times,
        better=counts["better"],
        same=counts["same"],
        worse=counts["worse"],
        further_down=seen.further_down,
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
