"""What is a measure? A value beside its bound. It is shown, and never fails anything."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """One figure; `bound` is the most allowed, or the least when `at_least`."""

    name: str
    value: float
    bound: float
    unit: str
    at_least: bool = False

    @property
    def kept(self) -> bool:
        """Is the promise kept?"""
        return self.value >= self.bound if self.at_least else self.value <= self.bound


HEAD = f"{'measure':<52}{'value':>11}  {'bound':>11}"


def line(one: Measure) -> str:
    """A line of the table: value, bound, and whether it is kept."""
    bound = f"{'>=' if one.at_least else '<='} {one.bound:,.0f}"
    verdict = "ok" if one.kept else "missed"
    return f"{one.name:<52}{one.value:>11,.1f}  {bound:>11} {one.unit:<6} {verdict}"


def median(call: Callable[[], object], times: int) -> float:
    """The median seconds of a call, after a few that fill the caches."""
    for _ in range(5):
        call()
    return statistics.median(seconds(call) for _ in range(times))


def seconds(call: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def p95(values: list[float]) -> float:
    """The value that 95 in 100 stay within."""
    return sorted(values)[max(0, -(-len(values) * 95 // 100) - 1)]
