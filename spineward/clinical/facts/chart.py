"""Where is it felt, and how strongly? Marks on the body chart, and one reading of them."""

from dataclasses import dataclass

from spineward.clinical.facts.answers import Side, Unsure, Weakness, YesNo
from spineward.clinical.facts.ranges import RANGES


@dataclass(frozen=True, slots=True)
class Mark:
    """One zone on one side. `pain` 0-10, `tingling` and `numbness` 0-3; unmarked is 0.

    `usual` = there before this episode and unchanged. Raises ValueError out of range.
    """

    zone: str
    side: Side
    pain: int = 0
    tingling: int = 0
    numbness: int = 0
    usual: bool = False

    def __post_init__(self) -> None:
        for name in ("pain", "tingling", "numbness"):
            value, (low, high) = getattr(self, name), RANGES[name]
            if not low <= value <= high:
                raise ValueError(
                    f"{name}: {value} is not allowed; a whole number from {low} to {high}"
                )


Chart = tuple[Mark, ...]
"""All marks of one moment; an empty chart says "felt nowhere", None says "not asked"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The chart at one time point of a set (t0, tdur, t1, t2), with what came with it."""

    chart: Chart
    sharp_shooting: YesNo | None = None
    weakness: Weakness | None = None
    not_sure: tuple[Unsure, ...] = ()
