"""Which assumption moves the result most? Each is halved and doubled, the others left alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spineward.clinical.facts import CareLevel
from tools.triage.assumptions import Assumption, assumptions
from tools.triage.draw import HIGHEST, Rates
from tools.triage.people import person
from tools.triage.run import Outcome, outcome, share

STEPS = {"years": 5.0, "points": 1.0}
"""Means are not halved: they move by so much either way."""


@dataclass(frozen=True, slots=True)
class Swing:
    """The share sent soon or sooner, and today or now, with one assumption low and high."""

    assumption: Assumption
    low: float
    high: float
    soon: tuple[float, float]
    today: tuple[float, float]

    @property
    def width(self) -> float:
        """How far the share sent soon or sooner moves in all."""
        return abs(self.soon[1] - self.soon[0])


def is_soon(one: Outcome) -> bool:
    """Within two weeks, today or now."""
    return one.level >= CareLevel.SOON


def is_today(one: Outcome) -> bool:
    """Today or now."""
    return one.level >= CareLevel.SAME_DAY


def ends(one: Assumption) -> tuple[float, float]:
    """The low and the high value that are tried."""
    if one.unit in STEPS:
        return one.value - STEPS[one.unit], one.value + STEPS[one.unit]
    return one.value / 2, min(HIGHEST, one.value * 2)


def swings(seen: Sequence[Outcome]) -> list[Swing]:
    """Every assumption that the file marks with `vary`; the widest swing first."""
    found = [_swing(seen, one) for one in assumptions().values() if one.vary]
    return sorted(found, key=lambda swing: (-swing.width, swing.assumption.id))


def _swing(seen: Sequence[Outcome], one: Assumption) -> Swing:
    low, high = ends(one)
    tried = [with_rates(seen, **{one.id: value}) for value in (low, high)]
    soon, today = ([share(again, holds) for again in tried] for holds in (is_soon, is_today))
    return Swing(one, low, high, (soon[0], soon[1]), (today[0], today[1]))


def with_rates(seen: Sequence[Outcome], **changed: float) -> list[Outcome]:
    """The same people with other values; only those are assessed anew whom a value concerns."""
    return list(_again(seen, changed))


def _again(seen: Sequence[Outcome], changed: dict[str, float]) -> Iterator[Outcome]:
    before, after = Rates().value, Rates(**changed)
    for one in seen:
        if not any(_concerns(one, id, before[id], value) for id, value in changed.items()):
            yield one
            continue
        again = person(one.person.number, after)
        yield one if again.situation == one.person.situation else outcome(again)


def _concerns(one: Outcome, id: str, before: float, after: float) -> bool:
    """Does the answer turn between the two values? Means concern everybody."""
    if id not in EVERYBODY:
        tip = one.person.tips.get(id)
        return tip is not None and (tip < before) != (tip < after)
    return True


EVERYBODY = frozenset(
    id
    for id, one in assumptions().items()
    if one.unit != "share" or id.startswith(("onset.acute", "onset.subacute"))
)
