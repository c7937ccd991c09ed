"""How has it gone so far? Trends, gain, days and what each movement did, for the progress page.

Spec sections 2.5 and 7. A pure stage: a situation in, a Progress out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spineward.clinical.body import LEG_RANK
from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit, zones
from spineward.clinical.facts import Chart, CheckInRecord, Finding, Situation
from spineward.clinical.ledger import GOOD
from spineward.clinical.rules import next_day, no_change, trends
from spineward.clinical.rules.course import gain, onset
from spineward.clinical.timeline import Middle


@dataclass(frozen=True, slots=True)
class DayValue:
    """One day: the highest leg pain 0-10 and the furthest band 0-4, None when not answered."""

    day: date
    leg: int | None
    band: int | None


@dataclass(frozen=True, slots=True)
class MovementCount:
    """One movement so far: how many sets, how many of each row, and how many did the leg good."""

    movement: str
    sets: int
    rows: Mapping[int, int]
    better: int


@dataclass(frozen=True, slots=True)
class Progress:
    """The course of this person. Medians are None when too few days were answered.

    `centralized`: nothing felt in leg or buttock at two check-ins a day apart; `abolished`: nothing
    felt anywhere; `recovered`: that, no pain, and little limitation.
    """

    findings: tuple[Finding, ...]
    gain: bool
    baseline: Middle
    short_median: Middle
    prior_median: Middle
    leg_day: int | None
    days: tuple[DayValue, ...]
    movements: tuple[MovementCount, ...]
    centralized: bool
    abolished: bool
    recovered: bool

    @property
    def fired(self) -> tuple[str, ...]:
        """The trend, next-morning and no-change rules that hold, sorted."""
        return tuple(sorted(found.id for found in self.findings))


def progress(situation: Situation) -> Progress:
    """How it has gone up to now."""
    case = Case(situation)
    line, today, began = case.timeline, case.today.toordinal(), onset(case)
    rules = (trends.RULES, next_day.RULES, no_change.RULES)
    abolished = case.situation.chart is not None and not _felt(case.chart, 0)
    return Progress(
        findings=tuple(found for rule_set in rules for found in rule_set.fire(case)),
        gain=gain(case),
        baseline=None if began is None else line.baseline(began, today),
        short_median=line.short_median(today),
        prior_median=line.prior_median(today),
        leg_day=case.leg_day,
        days=_days(case),
        movements=_movements(case),
        centralized=_centralized(case.check_ins),
        abolished=abolished,
        recovered=abolished and case.leg_now == 0 and case.back_now == 0 and _able(case),
    )


def _days(case: Case) -> tuple[DayValue, ...]:
    legs, bands = case.timeline.legs, case.timeline.bands
    return tuple(
        DayValue(date.fromordinal(day), legs.get(day), bands.get(day))
        for day in sorted(legs.keys() | bands.keys())
    )


def _movements(case: Case) -> tuple[MovementCount, ...]:
    """Row by row over all sessions, the movement done most often first."""
    rows: dict[str, dict[int, int]] = {}
    for session in case.history.sessions:
        for done in session.sets:
            own = rows.setdefault(done.movement, {})
            own[done.row] = own.get(done.row, 0) + 1
    counts = [
        MovementCount(
            movement,
            sum(own.values()),
            dict(sorted(own.items())),
            sum(own.get(row, 0) for row in GOOD),
        )
        for movement, own in rows.items()
    ]
    return tuple(sorted(counts, key=lambda count: (-count.sets, count.movement)))


def _felt(chart: Chart, from_rank: int) -> bool:
    """Pain or tingling anywhere, or only from a rank on; front thigh counts as its rank."""
    known = zones()
    return any(
        (mark.pain or mark.tingling) and known[mark.zone].rank >= from_rank for mark in chart
    )


def _centralized(check_ins: Sequence[CheckInRecord]) -> bool:
    """Two check-ins in a row, a day or more apart, without pain or tingling in ranks 3-9."""
    charted = [(record.at, record.chart) for record in check_ins if record.chart is not None]
    if not charted:
        return False
    last = clear_since = charted[-1][0]
    for at, chart in reversed(charted):
        if _felt(chart, LEG_RANK):
            break
        clear_since = at
    return last - clear_since >= timedelta(hours=limit("centralized.hours"))


def _able(case: Case) -> bool:
    """RMDQ of 2 or less at the last entry that has one (KAM10)."""
    scores = [entry.rmdq for entry in case.history.weekly if entry.rmdq is not None]
    return bool(scores) and scores[-1] <= limit("recovered.rmdq")
