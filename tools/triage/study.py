"""What is counted for the page? The people, those with a serious condition, and other values."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tools.triage.draw import Rates
from tools.triage.people import PEOPLE, people
from tools.triage.run import Outcome, outcomes
from tools.triage.sensitivity import Swing, swings, with_rates
from tools.triage.serious import CONDITIONS

OF_EACH = 400
"""People drawn with each serious condition: far more than among 10,000, so that shares mean
something."""
FOR_SWINGS = 2_500
"""The first so many people stand for all where every assumption is moved in turn."""
UNSURE = ("unsure.item", "unsure.health", "unsure.clearance", "A4.untold", "uneased.unsure")
"""The assumptions on answers left open."""


@dataclass(frozen=True, slots=True)
class Study:
    """Everything that is counted, once.

    `seen`: first-time users; `ill`: others, by the serious condition they were given; `sure`: the
    same users, but sure of everything; `doubtful`: open answers twice as often.
    """

    seen: list[Outcome]
    ill: Mapping[str, list[Outcome]]
    sure: list[Outcome]
    doubtful: list[Outcome]
    swings: list[Swing]


@lru_cache(maxsize=1)
def study() -> Study:
    """Draw and assess; a quarter of a minute on a free core."""
    rates = Rates()
    seen = outcomes(people(rates, PEOPLE))
    return Study(
        seen=seen,
        ill={id: outcomes(people(rates, OF_EACH, condition=id)) for id in CONDITIONS},
        sure=with_rates(seen, **dict.fromkeys(UNSURE, 0.0)),
        doubtful=with_rates(seen, **{id: 2 * rates.value[id] for id in UNSURE}),
        swings=swings(seen[:FOR_SWINGS]),
    )
