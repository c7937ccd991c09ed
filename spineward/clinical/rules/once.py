"""How does a rule share what it works out? Once per case, kept with the case."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from spineward.clinical.case import Case

Known = TypeVar("Known")


def once(reads: Callable[[Case], Known]) -> Callable[[Case], Known]:
    """Work a function of the case out only once per case; its answer never changes (pure)."""

    @wraps(reads)
    def known(case: Case) -> Known:
        answer: Known
        try:
            answer = case.memo[reads]
        except KeyError:
            answer = case.memo[reads] = reads(case)
        return answer

    return known
