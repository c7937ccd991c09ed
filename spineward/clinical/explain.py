"""What is a rule made of? One answer for the page, the command and the reviewer's document."""

import re
from dataclasses import dataclass
from functools import cache

from spineward.clinical.catalogue import ContentError, Limit, Source, limits, sources, words
from spineward.clinical.hazards import Hazard, hazards
from spineward.clinical.leads_to import Outcome, by_outcome, leads_to
from spineward.clinical.open_points import OpenPoint, points_of
from spineward.clinical.register import Change, last_change
from spineward.clinical.rulebook import limits_of, rulebook


@dataclass(frozen=True, slots=True)
class Number:
    """One number with the sources of its value."""

    limit: Limit
    sources: tuple[Source, ...]

    @property
    def value(self) -> str:
        """The value with its unit."""
        return amount(self.limit.value, self.limit.unit)


@dataclass(frozen=True, slots=True)
class Explanation:
    """One rule: what a person reads, what a clinician reads, and what it rests on."""

    id: str
    rule: str
    """As it stands in `fired`: "row 5" where the id of its words is row5."""
    name: str
    outcome: Outcome
    why: str
    do: str
    why_unsure: str
    do_unsure: str
    statement: str
    numbers: tuple[Number, ...]
    sources: tuple[Source, ...]
    hazards: tuple[Hazard, ...]
    points: tuple[OpenPoint, ...]
    change: Change


@cache
def explain(id: str) -> Explanation:
    """The explanation of one rule; an unknown id raises ContentError."""
    rule = rulebook().get(id)
    if rule is None:
        raise ContentError(f"there is no rule {id}")
    return Explanation(
        id=id,
        rule=rule.id,
        name=_text(f"rule.{id}.name"),
        outcome=leads_to(id),
        why=_text(f"rule.{id}.why"),
        do=_text(f"rule.{id}.do"),
        why_unsure=_text(f"rule.{id}.why_unsure"),
        do_unsure=_text(f"rule.{id}.do_unsure"),
        statement=rule.statement,
        numbers=tuple(_number(limits()[name]) for name in limits_of(rule)),
        sources=tuple(sources()[source] for source in rule.sources),
        hazards=tuple(hazards()[hazard] for hazard in rule.hazards),
        points=points_of(id),
        change=last_change(id),
    )


def sure(source: Source) -> str:
    """How sure we are of a source, in plain words."""
    return _text(f"how.sure.{source.strength}")


def amount(value: int, unit: str) -> str:
    """A number with its unit: "1 day", "4 of 7 features", "5 on a scale of 0 to 10"."""
    if counted := re.fullmatch(r"(\w+) of (\d+)", unit):
        return f"{value} of {counted[2]} {counted[1]}"
    if scale := re.fullmatch(r"\w+ (-?\d+)(?:-| to )(\d+)", unit):
        return f"{value} on a scale of {scale[1]} to {scale[2]}"
    if unit == "rank":
        return f"rank {value}"
    name, *rest = unit.split(" ")
    return " ".join([str(value), name.removesuffix("s") if value == 1 else name, *rest])


def _number(limit: Limit) -> Number:
    return Number(limit, tuple(sources()[source] for source in limit.source.split()))


def _text(id: str) -> str:
    """One text by its id; nothing where there is none."""
    return str(words().get(id, ""))


@cache
def overview() -> tuple[tuple[Outcome, tuple[Explanation, ...]], ...]:
    """Every rule under what it leads to, the most urgent first."""
    return tuple((one, tuple(map(explain, ids))) for one, ids in by_outcome().items())
