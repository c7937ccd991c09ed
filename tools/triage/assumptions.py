"""What is assumed about first-time users? Each base rate, its source, why (assumptions.toml)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from spineward.clinical.catalogue import sources

FILE = Path(__file__).with_name("assumptions.toml")
OURS = "ours"
"""The source of a value for which nothing is published in the sources that the project has read."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """One base rate. `value` holds at age 50; `per_decade` multiplies it for each ten years more.

    `vary` marks those that the sensitivity table halves and doubles.
    """

    id: str
    group: str
    text: str
    value: float
    source: str
    why: str
    unit: str = "share"
    per_decade: float = 1.0
    vary: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A text read for one of the rates only, which no rule rests on."""

    id: str
    title: str
    where: str


@lru_cache(maxsize=1)
def references() -> Mapping[str, Reference]:
    """The texts that only this simulation rests on, by id."""
    return {row["id"]: Reference(**row) for row in _file()["reference"]}


@lru_cache(maxsize=1)
def assumptions() -> Mapping[str, Assumption]:
    """Every assumption by id; a doubled id, an unknown source or an impossible share is refused."""
    found: dict[str, Assumption] = {}
    known = {OURS, *sources(), *references()}
    for row in _file()["assumption"]:
        one = Assumption(**row)
        if one.id in found:
            raise ValueError(f"{FILE.name}: {one.id} stands there twice")
        if one.source not in known:
            raise ValueError(f"{FILE.name}: {one.id} names an unknown source {one.source}")
        if one.unit == "share" and not 0 <= one.value <= 1:
            raise ValueError(f"{FILE.name}: {one.id} is no share: {one.value}")
        found[one.id] = one
    return found


@lru_cache(maxsize=1)
def _file() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(FILE.read_text("utf-8"))
