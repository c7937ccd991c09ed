"""What could harm a person, how grave is it, and what keeps it away? The hazard log, frozen.

Hazards are scored as public health services score clinical risk: how grave (1-5), how likely
(1-5), and a matrix of both. What a control names in the program or in the tests is checked in
content_check (rules) and in tools/docs/gaps.py (files and tests, which no wheel carries).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Literal, get_args

from spineward.clinical.catalogue import ContentError, by_id, read

FILE = "hazards.toml"
Kind = Literal["rule", "design", "wording"]
STATUSES = ("open", "closed")
TOP = 5
"""The highest grade of every scale; the lowest is 1."""
MOST_ACCEPTED = 3
"""A risk above this is never accepted, whatever the reason."""


@dataclass(frozen=True, slots=True)
class Grade:
    """One step of a scale, in words."""

    value: int
    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Control:
    """What keeps a hazard away: a rule of the engine, the way it is built, or its words."""

    kind: Kind
    what: str
    rules: tuple[str, ...]
    where: tuple[str, ...]
    tests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hazard:
    """One hazard. Likelihoods are judgements; `residual` says what is not controlled."""

    id: str
    short: str
    title: str
    causes: tuple[str, ...]
    harm: str
    severity: int
    likelihood_before: int
    likelihood_after: int
    accepted: str
    residual: tuple[str, ...]
    status: str
    assessed: date
    reader: str
    controls: tuple[Control, ...]

    @property
    def risk_before(self) -> int:
        """The risk without any control."""
        return risk(self.severity, self.likelihood_before)

    @property
    def risk_after(self) -> int:
        """The risk that is left."""
        return risk(self.severity, self.likelihood_after)


@lru_cache(maxsize=1)
def scales() -> Mapping[str, tuple[Grade, ...]]:
    """The scales of severity, likelihood and risk, each from 1 to 5."""
    found = {}
    for name in ("severity", "likelihood", "risk"):
        grades = tuple(Grade(**row) for row in read(FILE)["scale"][name])
        if [grade.value for grade in grades] != list(range(1, TOP + 1)):
            raise ContentError(f"{FILE}: the scale of {name} has the steps 1 to {TOP}, in order")
        found[name] = grades
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def matrix() -> tuple[tuple[int, ...], ...]:
    """The risk for each severity (row) and likelihood (column); never milder for a worse grade."""
    rows = tuple(tuple(row) for row in read(FILE)["matrix"])
    if len(rows) != TOP or any(len(row) != TOP for row in rows):
        raise ContentError(f"{FILE}: the matrix has {TOP} rows of {TOP} risks")
    for line in (*rows, *zip(*rows, strict=True)):
        if list(line) != sorted(line) or not 1 <= line[0] <= line[-1] <= TOP:
            raise ContentError(f"{FILE}: the matrix holds 1 to {TOP} and gets milder at {line}")
    return rows


def risk(severity: int, likelihood: int) -> int:
    """The risk that a severity and a likelihood make together."""
    return matrix()[severity - 1][likelihood - 1]


@lru_cache(maxsize=1)
def hazards() -> Mapping[str, Hazard]:
    """Every hazard by id, in order; one that is not complete raises ContentError."""
    table: Mapping[str, Hazard] = by_id(FILE, [hazard(row) for row in read(FILE)["hazard"]])
    return table


def hazard(row: Mapping[str, Any]) -> Hazard:
    """One table of the file as a Hazard."""
    id = str(row.get("id", "without id"))
    fields = dict(row)
    controls = tuple(_control(id, one) for one in fields.pop("control", ()))
    for name in ("causes", "residual"):
        fields[name] = tuple(fields.get(name, ()))
    try:
        one = Hazard(**fields, controls=controls)
    except TypeError as error:
        raise ContentError(f"{FILE}: {id} is not complete: {error}") from error
    _check(one)
    return one


def _control(id: str, row: Mapping[str, Any]) -> Control:
    lists = {name: tuple(row.get(name, ())) for name in ("rules", "where", "tests")}
    if unknown := sorted(row.keys() - {"kind", "what", *lists}):
        raise ContentError(f"{FILE}: {id}: a control has no field {unknown[0]}")
    one = Control(row.get("kind", "rule"), row.get("what", ""), **lists)
    if one.kind not in get_args(Kind) or "kind" not in row:
        raise ContentError(f"{FILE}: {id}: a control is of kind rule, design or wording")
    if not one.what:
        raise ContentError(f"{FILE}: {id}: a control says in a sentence what it does")
    if bool(one.rules) != (one.kind == "rule"):
        raise ContentError(f"{FILE}: {id}: a control of kind rule names rules, and no other does")
    if one.kind != "rule" and not one.where:
        raise ContentError(f"{FILE}: {id}: the control '{one.what}' does not say where it is")
    if one.kind != "rule" and not one.tests:
        raise ContentError(f"{FILE}: {id}: the control '{one.what}' names no test")
    return one


def _check(one: Hazard) -> None:
    for name in ("severity", "likelihood_before", "likelihood_after"):
        value = getattr(one, name)
        if not (isinstance(value, int) and 1 <= value <= TOP):
            raise ContentError(f"{FILE}: {one.id}: {name} = {value} is not allowed; 1 to {TOP}")
    if one.likelihood_after > one.likelihood_before:
        raise ContentError(f"{FILE}: {one.id}: controls do not make it more likely")
    _check_parts(one, {"causes": one.causes, "residual": one.residual, "control": one.controls})
    if one.status not in STATUSES:
        raise ContentError(f"{FILE}: {one.id}: a status is open or closed")
    if one.risk_after > MOST_ACCEPTED:
        raise ContentError(
            f"{FILE}: {one.id}: the risk left is {one.risk_after}; above {MOST_ACCEPTED} none is "
            "accepted. Add a control, or take the function out"
        )


def _check_parts(one: Hazard, parts: Mapping[str, Sequence[object]]) -> None:
    """Nothing is left empty: whoever reads the log finds each part told."""
    texts = {"short": one.short, "title": one.title, "harm": one.harm}
    texts |= {"accepted": one.accepted, "reader": one.reader}
    for name, part in {**parts, **texts}.items():
        if not part:
            raise ContentError(f"{FILE}: {one.id}: {name} is missing")
