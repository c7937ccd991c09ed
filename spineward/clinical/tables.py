"""What does each rule set say in every case? Its complete table: written and read back.

A table is every case of a space (spaces/space.py) with its outcome, grouped so that a person can
review it: a row names the values of each axis, "*" for all of them, and how many cases it stands
for. Nothing is lost by the grouping: the rows are read back into every single case.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from spineward.clinical.case import Case
from spineward.clinical.facts import CareLevel, Gate, SetVerdict
from spineward.clinical.library import movements
from spineward.clinical.rulebook import rulebook
from spineward.clinical.spaces.space import Space, cases

FORM = "spineward table 1"
ANY = "*"
LARGEST = 1_000_000
"""More cases than this belong in two tables: what nobody can run through nobody can check."""
Box = tuple[tuple[tuple[int, ...], ...], int]
"""A row: for each axis the places of its values, then the place of the outcome."""


class TableError(ValueError):
    """A table that cannot be read, or that is larger than allowed."""


@dataclass(frozen=True, slots=True)
class Table:
    """Every case of one rule set. `codes` holds the place of each case's outcome in `outcomes`."""

    id: str
    about: str
    rules: tuple[str, ...]
    axes: tuple[tuple[str, tuple[str, ...]], ...]
    outcomes: tuple[str, ...]
    codes: array[int]

    @property
    def size(self) -> int:
        """How many cases there are."""
        return len(self.codes)

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many values each axis has."""
        return tuple(len(labels) for _, labels in self.axes)


def tabulate(space: Space) -> Table:
    """Ask the rules about every case. Raises TableError over the largest size allowed."""
    if space.size > LARGEST:
        raise TableError(f"{space.id}: {space.size:,} cases; {LARGEST:,} are allowed")
    decides = space.decides or asking(space)
    known: dict[Any, int] = {}
    codes = array("H")
    for one in cases(space):
        outcome = decides(one)
        codes.append(known.setdefault(outcome, len(known)))
    axes = tuple((axis.name, axis.labels) for axis in space.axes)
    return merged(space, axes, [space.said(outcome) for outcome in known], codes)


def asking(space: Space) -> Callable[[Case], Hashable]:
    """All rules of the space, asked by their ids. Raises TableError for a rule that is gone."""
    known = rulebook()
    if missing := gone(space):
        raise TableError(f"{space.id}: rule {', '.join(missing)} is no longer among the rules")
    rules = [known[id].reads for id in space.rules]
    return lambda case: tuple([found for reads in rules if (found := reads(case)) is not None])


def gone(space: Space) -> list[str]:
    """The rules of the space that are no longer among the rules."""
    return [id for id in space.rules if id not in rulebook()]


def merged(
    space: Space, axes: tuple[tuple[str, tuple[str, ...]], ...], said: list[str], codes: array[int]
) -> Table:
    """The table with its outcomes in order, those of one text as one."""
    outcomes = tuple(sorted(set(said), key=lambda text: (severity(text), text)))
    place = [outcomes.index(text) for text in said]
    table = array("H", (place[code] for code in codes))
    return Table(space.id, space.about, space.rules, axes, outcomes, table)


# --- How strict is an outcome? -------------------------------------------------------------

SCALES: tuple[dict[str, int], ...] = (
    {level.name: int(level) for level in CareLevel},
    {gate.name: int(gate) for gate in Gate},
    {verdict.name: int(verdict) for verdict in SetVerdict},
    {"ASK_FIRST": 0, "NO": 1},
    {"open": 0, "held_back": 1},
)


@cache
def severity(text: str) -> tuple[int, ...]:
    """The worst level, gate, set verdict, medicine answer and exclusion that a text names."""
    words = text.replace("+", " ").split()
    return tuple(max((scale.get(word, 0) for word in words), default=0) for scale in SCALES)


NOBODY = 10_000
"""Days of an outcome that sends to nobody."""


@cache
def days(text: str) -> int:
    """Within how many days someone is to be seen: the fewest that go with the worst level."""
    levels = SCALES[0]
    told: dict[int, list[int]] = {0: []}
    for finding in text.split(" + "):
        words = finding.split()
        level = max((levels.get(word, 0) for word in words), default=0)
        told.setdefault(level, []).extend(int(w[:-1]) for w in words if re.fullmatch(r"\d+d", w))
    return min(told[max(told)], default=NOBODY)


def weighed(before: str, now: str) -> tuple[int, ...]:
    """On each scale, for the days to wait at one level, for the movements that were open and for
    those that are: 1 stricter, -1 looser, 0 as it was."""
    pairs = list(zip(severity(before), severity(now), strict=True))
    if pairs[0][0] == pairs[0][1]:
        pairs.append((-days(before), -days(now)))
    was, is_ = held(before), held(now)
    if was is not None and is_ is not None:
        pairs += [(0, len(is_ - was)), (len(was - is_), 0)]
    return tuple((after > first) - (after < first) for first, after in pairs)


MOVEMENT = re.compile(r"\bM\d\d[ab]?\b")


@cache
def held(text: str) -> frozenset[str] | None:
    """The movements that an outcome holds back; None when it speaks of none."""
    named = frozenset(MOVEMENT.findall(text))
    if text == "held_back all":
        return frozenset(movements())
    if text.startswith("open "):
        return frozenset(movements()) - named
    if text == "open":
        return frozenset()
    return named if text.startswith("held_back ") else None


# --- Grouping ------------------------------------------------------------------------------


def boxes(codes: Sequence[int], sizes: tuple[int, ...]) -> Iterator[Box]:
    """The cases grouped: values of an axis after which all goes on alike stand together."""
    if not sizes:
        yield (), codes[0]
        return
    step = len(codes) // sizes[0]
    alike: dict[bytes, list[int]] = {}
    for value in range(sizes[0]):
        part = array("H", codes[value * step : (value + 1) * step])
        alike.setdefault(part.tobytes(), []).append(value)
    for content, values in alike.items():
        for inner, outcome in boxes(array("H", content), sizes[1:]):
            yield (tuple(values), *inner), outcome


def _cases_in(box: Box) -> int:
    count = 1
    for values in box[0]:
        count *= len(values)
    return count


# --- Text ----------------------------------------------------------------------------------


def text_of(table: Table) -> str:
    """The table as it is committed: axes, then a row for each group of cases."""
    lines = [FORM, f"table: {table.id}", f"about: {table.about}"]
    lines += [f"rules: {' '.join(table.rules)}", f"cases: {table.size}"]
    lines += [f"axis {name}: {' | '.join(labels)}" for name, labels in table.axes]
    rows = sorted(boxes(table.codes, table.sizes), key=lambda box: (-box[1], box[0]))
    shown = None
    for values, outcome in rows:
        if outcome != shown:
            count = Counter(table.codes)[outcome]
            lines += ["", f"== {table.outcomes[outcome]} == {count}"]
            shown = outcome
        lines.append(f"{cells(table, values)} : {_cases_in((values, outcome))}")
    return "\n".join(lines) + "\n"


def cells(table: Table, values: tuple[tuple[int, ...], ...]) -> str:
    found = []
    for (_, labels), chosen in zip(table.axes, values, strict=True):
        every = len(chosen) == len(labels)
        found.append(ANY if every else " / ".join(labels[place] for place in chosen))
    return " | ".join(found)


def read_table(text: str) -> Table:
    """A table from its text. Raises TableError naming the line that does not fit."""
    try:
        return _table(text)
    except TableError:
        raise
    except (KeyError, ValueError, IndexError) as wrong:
        raise TableError(f"a line does not fit the others: {wrong}") from wrong


def _table(text: str) -> Table:
    lines = text.splitlines()
    if not lines or lines[0] != FORM:
        raise TableError(f"the first line must be {FORM!r}")
    head = dict(line.split(": ", 1) for line in lines[1:5] if ": " in line)
    axes = tuple(
        (name, tuple(labels.split(" | ")))
        for name, labels in (
            line.removeprefix("axis ").split(": ", 1) for line in lines if line.startswith("axis ")
        )
    )
    outcomes = tuple(line[3:].rpartition(" == ")[0] for line in lines if line.startswith("== "))[
        ::-1
    ]
    codes = array("H", bytes(2 * int(head["cases"])))
    filled, outcome = 0, 0
    for number, line in enumerate(lines[5 + len(axes) :], 6 + len(axes)):
        if line.startswith("== "):
            outcome = outcomes.index(line[3:].rpartition(" == ")[0])
        elif line:
            filled += _fill(codes, axes, line, outcome, number)
    if filled != len(codes):
        raise TableError(f"{head['table']}: the rows stand for {filled:,} of {len(codes):,} cases")
    rules = tuple(head["rules"].split())
    return Table(head["table"], head["about"], rules, axes, outcomes, codes)


def _fill(
    codes: array[int],
    axes: tuple[tuple[str, tuple[str, ...]], ...],
    line: str,
    outcome: int,
    number: int,
) -> int:
    given = line.rpartition(" : ")[0].split(" | ")
    if len(given) != len(axes):
        raise TableError(f"line {number}: {len(given)} cells for {len(axes)} axes")
    places = [0]
    for (name, labels), cell in zip(axes, given, strict=True):
        chosen = labels if cell == ANY else cell.split(" / ")
        if unknown := set(chosen) - set(labels):
            raise TableError(f"line {number}: {name} has no value {sorted(unknown)}")
        steps = [labels.index(label) for label in chosen]
        places = [place * len(labels) + step for place in places for step in steps]
    for place in places:
        codes[place] = outcome
    return len(places)


# --- What is committed ---------------------------------------------------------------------

FOLDER = Path(__file__).parents[1] / "content" / "tables"


def written(id: str) -> str:
    """The text of a committed table; empty when there is none."""
    path = FOLDER / f"{id}.txt"
    return path.read_text("utf-8") if path.exists() else ""


def committed(id: str) -> Table:
    """A committed table. Raises TableError when there is none."""
    text = written(id)
    if not text:
        raise TableError(f"{id}: no table is committed; write it with: spineward rules tables")
    return read_table(text)
