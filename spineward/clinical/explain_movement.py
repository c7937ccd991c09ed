"""What is a movement made of? Its words, its dose and range, who must not do it, its sources."""

from dataclasses import dataclass
from functools import cache

from spineward.clinical.catalogue import Source, sources, words
from spineward.clinical.library import Dose, Movement, Span, movements


@dataclass(frozen=True, slots=True)
class MovementExplanation:
    """One movement: what a person reads, and what a clinician reads."""

    id: str
    name: str
    short: str
    why: str
    dose: str
    ranges: str
    held_back: tuple[tuple[str, str], ...]
    """Ids of what holds it back, each with the sentence that a person is shown."""
    sources: tuple[Source, ...]


@cache
def explain_movement(id: str) -> MovementExplanation:
    """The explanation of one movement; an unknown id raises KeyError."""
    one = movements()[id]
    return MovementExplanation(
        id=id,
        name=str(words()[f"movement.{id}.name"]),
        short=str(words()[f"movement.{id}.short"]),
        why=str(words()[f"movement.{id}.why"]),
        dose=dose(one.dose),
        ranges=ranges(one),
        held_back=tuple((key, str(words()[f"exclusion.{key}"])) for key in one.not_if),
        sources=tuple(sources()[source] for source in one.sources),
    )


def dose(of: Dose) -> str:
    """A dose in words, lowest to highest."""
    parts = [
        _counted(given, unit)
        for unit, given in (
            ("times", of.reps),
            ("holds", of.holds),
            ("seconds each hold", of.hold_s),
            ("seconds each way", of.seconds_each_way),
            ("minutes", of.minutes),
            ("sets", of.sets),
            ("times a day", of.times_a_day),
        )
        if given
    ]
    return ", ".join(parts)


def _counted(given: Span, unit: str) -> str:
    name, *rest = unit.split(" ")
    return " ".join([span(given), name.removesuffix("s") if given == (1, 1) else name, *rest])


def ranges(one: Movement) -> str:
    """The joint ranges in degrees."""
    named = {joint.replace("_", " "): given for joint, given in one.ranges.items()}
    return ", ".join(f"{joint} {span(given)}°" for joint, given in named.items()) or "-"


def span(given: Span) -> str:
    """Lowest to highest, or the one number."""
    low, high = given
    return str(low) if low == high else f"{low} to {high}"
