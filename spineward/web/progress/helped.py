"""How is the ledger put before a person? Under three headings, beside what the plan does today."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spineward.clinical.facts import Assessment, CareLevel, Gate, Plan
from spineward.clinical.helped import Helped, Side
from spineward.web.shell import dose, reasons
from spineward.web.shell.reasons import Reason

WIDE = 1.5
"""How wide the line is that marks a share, in 100."""
SIDES: tuple[Side, ...] = ("helps", "not", "too_early")


@dataclass(frozen=True, slots=True)
class Line:
    """One movement and dose: the counts, and where the plan of today has it."""

    counts: Helped
    sets: str
    today: str
    held_back: tuple[Reason, ...]

    @property
    def width(self) -> int:
        """How wide its range is drawn, in 100."""
        found = self.counts.interval
        return found.high - found.low if found else 0

    @property
    def share(self) -> int:
        """Where its own share lies, in 100."""
        return round(100 * self.counts.better / self.counts.judged)

    @property
    def mark(self) -> float:
        """Where the line for it begins, so that none and all stand within the picture as well."""
        return max(0.0, min(self.share - WIDE / 2, 100 - WIDE))


@dataclass(frozen=True, slots=True)
class Part:
    """One heading with its movements."""

    side: Side
    lines: tuple[Line, ...]


def parts(found: Iterable[Helped], plan: Plan) -> tuple[Part, ...]:
    """The headings that have a movement, what helps first."""
    lines = [_line(one, plan) for one in found]
    kept = (Part(side, tuple(one for one in lines if one.counts.side == side)) for side in SIDES)
    return tuple(part for part in kept if part.lines)


def closed(assessment: Assessment) -> bool:
    """Does something stand above moving now? Then this page points back to Today first."""
    return assessment.movement_gate is Gate.BLOCK or assessment.care_level >= CareLevel.SAME_DAY


def _line(one: Helped, plan: Plan) -> Line:
    return Line(
        counts=one,
        sets=dose.span(one.sets),
        today=next(_in_plan(one.movement, plan), ""),
        held_back=reasons.of_exclusions(plan.held_back, one.movement),
    )


def _in_plan(movement: str, plan: Plan) -> Iterator[str]:
    for offer in plan.offered:
        if offer.movement == movement:
            yield "in_plan" if offer.in_plan else "offered"
