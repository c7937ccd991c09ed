"""What is a rule set's closed input space? Axes of answers, and every combination of them.

An axis is one thing the rules ask about, with every value that can make a difference; a space is
all combinations of its axes. Values of numbers and days stand on both sides of every limit and are
written out, never taken from the limits: a limit that moves then moves a case.

The factoring. One table of all inputs would be endless; one for each rule set is small, since a
rule reads few inputs. That is sound because (1) the rules of a set are pure and read nothing but
the paths their axes set: `watched` records what is read, and the proofs compare; (2) the sets are
joined by the strictest (verdict.py), which is proved over all findings apart. What a rule reads
and its table holds still is named in `held`, with the reason.
"""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from math import prod
from typing import Any

from spineward.clinical.case import Case
from spineward.clinical.facts import Finding, History, Situation

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
"""The moment at which every situation of every table stands."""
TODAY = NOW.date()
EPISODE = TODAY - timedelta(days=60)
"""The episode of a table began here, unless an axis says otherwise."""
UNANSWERED = Situation(now=NOW, episode_start=EPISODE)


def ago(days: int) -> date:
    """The day that many days before today."""
    return TODAY - timedelta(days=days)


RESERVED = ("|", " / ", " : ", "*", "==")
"""What separates cells in a table."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an axis: its label, and what it sets, by path.

    Paths: "age", "item.A1", "detail.C5.mid_back", "history.locks". With "+" at the end of a path
    a tuple is added to what other axes put there: "chart+", "history.check_ins+".
    """

    label: str
    sets: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Axis:
    """One input. `worse` are pairs of labels (milder, worse): one more or worse sign.

    `why_unordered` says why an axis without such pairs has none.
    """

    name: str
    values: tuple[Value, ...]
    worse: tuple[tuple[str, str], ...] = ()
    why_unordered: str = ""

    def __post_init__(self) -> None:
        labels = self.labels
        odd = [text for text in labels if any(mark in text for mark in RESERVED)]
        if odd or len(set(labels)) != len(labels) or not self.name or ": " in self.name:
            raise ValueError(f"axis {self.name}: labels differ and hold none of {RESERVED}: {odd}")
        if strange := {label for pair in self.worse for label in pair} - set(labels):
            raise ValueError(f"axis {self.name}: no value is called {sorted(strange)}")
        if not self.worse and not self.why_unordered and len(labels) > 1:
            raise ValueError(f"axis {self.name}: say which value is worse, or why none is")

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the values, in order."""
        return tuple(value.label for value in self.values)


def chain(*labels: str) -> tuple[tuple[str, str], ...]:
    """Each label is worse than the one before."""
    return tuple(pairwise(labels))


def ordered(name: str, *values: Value) -> Axis:
    """An axis whose values stand in order, from the mildest to the worst."""
    return Axis(name, values, chain(*(value.label for value in values)))


def answers(path: str, *, name: str = "", missing: bool = False) -> Axis:
    """No, not sure, yes for one question; both of the latter are worse than "no" (0.4)."""
    spoken = {"no": "no", "not sure": "not_sure", "yes": "yes"}
    values = [Value(label, {path: answer}) for label, answer in spoken.items()]
    asked = [Value("not asked")] if missing else []
    pairs = (("no", "not sure"), ("no", "yes"), *((("no", "not asked"),) if missing else ()))
    return Axis(name or path, (*values, *asked), pairs)


def yes_no(path: str, *, name: str = "", missing: bool = False) -> Axis:
    """Yes is worse than no; not asked is no better than no."""
    values = (Value("no", {path: "no"}), Value("yes", {path: "yes"}))
    asked = (Value("not asked"),) if missing else ()
    pairs = (("no", "yes"), *((("no", "not asked"),) if missing else ()))
    return Axis(name or path, (*values, *asked), pairs)


def days_ago(path: str, *days: int, name: str = "", missing: str = "") -> Axis:
    """A date by how long ago it lies, oldest first: the more recent, the worse.

    `missing`: the label of "no such date", put last; it stands in no order.
    """
    values = [Value(f"{n} days ago", {path: ago(n)}) for n in sorted(days, reverse=True)]
    none = [Value(missing)] if missing else []
    return Axis(name or path, (*values, *none), chain(*(value.label for value in values)))


def numbers(path: str, *values: int, name: str = "") -> Axis:
    """A whole number, lowest first: the higher, the worse."""
    return ordered(name or path, *(Value(str(n), {path: n}) for n in sorted(values)))


Fields = dict[str, Any]


def set_path(fields: Fields, path: str, value: Any) -> None:
    """Put a value at a path; the dictionaries on the way are copied, never shared."""
    *way, name = path.split(".")
    for step in way:
        inner = fields[step] = dict(fields.get(step, ()))
        fields = inner
    if name[-1] == "+":
        name = name[:-1]
        value = (*fields.get(name, ()), *value)
    fields[name] = value


def with_value(fields: Fields, value: Value) -> Fields:
    """The same answers with one value more."""
    if not value.sets:
        return fields
    more = dict(fields)
    for path, what in value.sets.items():
        set_path(more, path, what)
    return more


def situation(fields: Fields) -> Situation:
    """The situation that these answers make. Raises TypeError for a name it does not have.

    A copy of one where nothing was answered: setting some fifty fields takes ten times as long,
    and the proofs make more than two million situations.
    """
    made = copy(UNANSWERED)
    told = vars(made)
    if strange := fields.keys() - told.keys():
        raise TypeError(f"a situation has no {', '.join(sorted(strange))}")
    told.update(fields)
    if "history" in fields:
        told["history"] = History(**fields["history"])
    return made


def case_of(fields: Fields) -> Case:
    """The case that these answers make."""
    return Case(situation(fields))


def findings_text(findings: tuple[Finding, ...]) -> str:
    """Findings in words of a table: "A1 EMERGENCY BLOCK 0", several joined by " + "."""
    if not findings:
        return "nothing"
    return " + ".join(
        " ".join(
            part
            for part in (
                one.id.replace(" ", "_"),
                one.level.name,
                one.gate.name,
                "" if one.within_days is None else f"{one.within_days}d",
                "asks:" + ",".join(one.asks) if one.asks else "",
            )
            if part
        )
        for one in findings
    )


@dataclass(frozen=True, slots=True)
class Softening:
    """Where a worse sign leads to milder advice by design: on which axis, why, in how many cases.

    `source` is where the clinical text says so; `cases` the exact number of pairs of neighbouring
    cases that soften. `was` and `now` are patterns of the outcomes after the milder and after the
    worse sign. The proofs fail on any softening that fits none, and on any other number.
    """

    axis: str
    why: str
    source: str
    cases: int
    was: str = ".*"
    now: str = ".*"

    def fits(self, was: str, now: str) -> bool:
        """Is this the softening that is meant?"""
        return bool(re.fullmatch(self.was, was) and re.fullmatch(self.now, now))


@dataclass(frozen=True, slots=True)
class Space:
    """All combinations of some axes, and the rules that are asked about each.

    `base` sets what every case of the table shares, `held` the paths that the rules read and the
    table holds still, with the reason. `decides` gives the outcome of a case (None: the findings of
    all its rules), `said` its text; `builds` makes a case of what the axes set.
    """

    id: str
    about: str
    rules: tuple[str, ...]
    axes: tuple[Axis, ...]
    decides: Callable[[Any], Hashable] | None = None
    builds: Callable[[Fields], Any] = case_of
    base: Mapping[str, Any] = field(default_factory=dict)
    held: Mapping[str, str] = field(default_factory=dict)
    said: Callable[[Any], str] = findings_text
    exceptions: tuple[Softening, ...] = ()

    @property
    def of_a_case(self) -> bool:
        """Its cases are situations (others are, say, the signs of one set)."""
        return self.builds is case_of

    @property
    def size(self) -> int:
        """How many cases there are."""
        return prod(len(axis.values) for axis in self.axes)


def cases(space: Space) -> Iterator[Any]:
    """Every case in order: the last axis changes fastest."""

    def walk(fields: Fields, depth: int) -> Iterator[Any]:
        last = depth + 1 == len(space.axes)
        for value in space.axes[depth].values:
            more = with_value(fields, value)
            if last:
                yield space.builds(more)
            else:
                yield from walk(more, depth + 1)

    return walk(with_value({}, Value("base", space.base)), 0)


def case_at(space: Space, place: int) -> Any:
    """One case by its place in that order. Raises IndexError beyond the last."""
    if not 0 <= place < space.size:
        raise IndexError(f"{space.id}: case {place} of {space.size}")
    chosen: list[Value] = []
    for axis in reversed(space.axes):
        place, value = divmod(place, len(axis.values))
        chosen.append(axis.values[value])
    fields = with_value({}, Value("base", space.base))
    for one in reversed(chosen):
        fields = with_value(fields, one)
    return space.builds(fields)
