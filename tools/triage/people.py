"""Who are the first-time users? One plausible person per number, drawn from the assumptions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spineward.clinical.facts import Situation
from tools.triage import health, pain
from tools.triage.doubts import doubts
from tools.triage.draw import SEED, Draw, Rates
from tools.triage.serious import serious
from tools.triage.signs import signs
from tools.triage.sketch import Sketch

PEOPLE = 10_000


@dataclass(frozen=True, slots=True)
class Person:
    """One first-time user, and what the generator knows that the rules do not.

    `onset_days` says how long the leg has hurt, `visit_fine` whether a clinician has seen this bout
    and called exercise fine. `condition` is a serious condition ("" for none), `signs` what they
    tell of it, `due` the other reasons for which a clinician is due whatever the cause. `tips`: see
    Draw.
    """

    number: int
    woman: bool
    situation: Situation
    onset_days: int | None
    visit_fine: bool
    condition: str
    signs: frozenset[str]
    due: frozenset[str]
    tips: Mapping[str, float]


def person(number: int, rates: Rates, seed: int = SEED, condition: str = "") -> Person:
    """The person of that number; with a condition named, they have it."""
    sketch = Sketch(Draw(number, rates, seed))
    health.who(sketch)
    health.course(sketch)
    health.background(sketch)
    pain.pain(sketch)
    pain.day(sketch)
    pain.behaviour(sketch)
    signs(sketch)
    serious(sketch, condition)
    doubts(sketch)
    return Person(
        number=number,
        woman=sketch.woman,
        situation=sketch.situation(),
        onset_days=sketch.onset_days,
        visit_fine=sketch.visit is not None and sketch.told == "yes",
        condition=sketch.condition,
        signs=frozenset(sketch.signs),
        due=frozenset(sketch.due),
        tips=sketch.draw.tips,
    )


def people(
    rates: Rates, count: int = PEOPLE, seed: int = SEED, condition: str = ""
) -> Iterator[Person]:
    """So many people, numbered from 1."""
    return (person(number, rates, seed, condition) for number in range(1, count + 1))
