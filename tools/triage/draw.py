"""What does chance say about one person? One number per assumption, the same whatever the rates.

A person's numbers are drawn once, from a hash of the seed and the person's own number, which is
the same on every machine and every Python. So a changed rate changes only those whom it concerns.
"""

import math
import struct
from collections.abc import Mapping, Sequence
from hashlib import blake2b, shake_128
from statistics import NormalDist
from typing import TypeVar

from tools.triage.assumptions import assumptions

SEED = 20261120
STANDARD = NormalDist()
HIGHEST = 0.95
"""No share rises above this, however old somebody is."""
NEVER = 2.0
"""No share reaches this."""
Chosen = TypeVar("Chosen")


class Rates:
    """The values in force: those of the file, or with one of them changed."""

    def __init__(self, **changed: float) -> None:
        known = assumptions()
        if unknown := changed.keys() - known.keys():
            raise KeyError(f"no such assumption: {', '.join(sorted(unknown))}")
        self.value: Mapping[str, float] = {
            id: changed.get(id, one.value) for id, one in known.items()
        }
        self.ids = sorted(self.value)
        self.per_decade: Mapping[str, float] = {id: one.per_decade for id, one in known.items()}


class Draw:
    """The chance of one person. `tips` holds for each share asked the value above which the answer
    turns to yes: it says whom a changed share concerns."""

    def __init__(self, number: int, rates: Rates, seed: int = SEED) -> None:
        self.rates = rates
        self.decades = 0.0
        """Tens of years above 50, once the age is known."""
        self.tips: dict[str, float] = {}
        self._key = f"{seed}/{number}"
        size = len(rates.ids)
        raw = struct.unpack(f">{size}Q", shake_128(self._key.encode()).digest(8 * size))
        self._u = dict(zip(rates.ids, [(number + 0.5) / 2**64 for number in raw], strict=True))

    def has(self, id: str, factor: float = 1.0) -> bool:
        """Is this true of the person? The share at their age, times a factor of circumstances."""
        growth = self.rates.per_decade[id]
        times = factor * (growth**self.decades if growth != 1.0 else 1.0)
        tip = self._u[id] / times if times and self._u[id] < HIGHEST else NEVER
        self.tips[id] = tip
        return tip < self.rates.value[id]

    def one_of(self, *ids: str) -> str:
        """At most one of several shares that add up to less than one; "" for the rest."""
        point, below = self._u[ids[0]], 0.0
        for id in ids:
            below += self.rates.value[id]
            if point < below:
                return id
        return ""

    def normal(self, mean: str, spread: str, low: int, high: int, *, with_: str = "") -> int:
        """A whole number from a bell curve cut off at both ends.

        `with_` names another mean and the correlation with it, as "leg_pain.mean pain.together".
        """
        bell = NormalDist(self.rates.value[mean], self.rates.value[spread])
        bottom, top = bell.cdf(low - 0.5), bell.cdf(high + 0.5)
        place = self._together(mean, *with_.split()) if with_ else self._u[mean]
        return min(high, max(low, round(bell.inv_cdf(bottom + place * (top - bottom)))))

    def _together(self, mean: str, other: str, correlation: str) -> float:
        """The place on a curve that goes along with another one."""
        share = self.rates.value[correlation]
        own, theirs = (STANDARD.inv_cdf(self._u[id]) for id in (mean, other))
        return STANDARD.cdf(share * theirs + math.sqrt(1 - share**2) * own)

    def number(self, name: str, low: int, high: int) -> int:
        """A whole number between two, all as likely: for what no assumption names."""
        digest = blake2b(f"{self._key}/{name}".encode(), digest_size=8).digest()
        return low + int.from_bytes(digest, "big") % (high - low + 1)

    def choice(self, name: str, among: Sequence[Chosen]) -> Chosen:
        """One of several, all as likely."""
        return among[self.number(name, 0, len(among) - 1)]
