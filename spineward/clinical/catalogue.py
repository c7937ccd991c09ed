"""What does the content say? Numbers, zones, movements, questions and words, read once and frozen.

The files lie in spineward/content and are data only. Whatever is out of bounds, dangling or
without source raises ContentError here or in content_check, before anything is decided.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

from spineward.clinical.facts.answers import Side

Words = Mapping[str, "str | tuple[str, ...]"]


class ContentError(ValueError):
    """A content file breaks a rule of the content; the message names the file and the id."""


@dataclass(frozen=True, slots=True)
class Zone:
    """One zone of the body map: rank 1-9 on its path, 0 off the path; band 0-4."""

    id: str
    rank: int
    band: int
    path: Literal["sciatic", "anterior", "off"]
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """One number a rule uses, with its hard bounds. Raises ContentError when out of bounds."""

    id: str
    text: str
    value: int
    unit: str
    low: int
    high: int
    since: str
    source: str
    point: int | None = None

    def __post_init__(self) -> None:
        if not self.low <= self.value <= self.high:
            raise ContentError(
                f"limits.toml: {self.id} = {self.value} is not allowed; {self.low} to {self.high}"
            )


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of the reference list; `strength` says how sure it is, in one word."""

    id: str
    title: str
    where: str
    strength: Literal["verified", "unverified", "judgement", "article"]
    link: str = ""


def read(name: str) -> dict[str, Any]:
    """One content file as nested tables; `name` is relative to spineward/content."""
    try:
        return tomllib.loads(files("spineward.content").joinpath(name).read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{name}: {error}") from error


def names(folder: str) -> list[str]:
    """The .toml files of a content folder, sorted, relative to spineward/content."""
    found = files("spineward.content").joinpath(folder).iterdir()
    return sorted(f"{folder}/{entry.name}" for entry in found if entry.name.endswith(".toml"))


def by_id(name: str, rows: list[Any]) -> MappingProxyType[str, Any]:
    """Rows by their id, in order; a doubled id raises ContentError."""
    table: dict[str, Any] = {}
    for row in rows:
        if row.id in table:
            raise ContentError(f"{name}: the id {row.id} stands there twice")
        table[row.id] = row
    return MappingProxyType(table)


@lru_cache(maxsize=1)
def zones() -> Mapping[str, Zone]:
    """Every zone of the body map by id."""
    rows = [Zone(**{**row, "sides": tuple(row["sides"])}) for row in read("zones.toml")["zone"]]
    return by_id("zones.toml", rows)


@lru_cache(maxsize=1)
def sources() -> Mapping[str, Source]:
    """Every source by id."""
    return by_id("sources.toml", [Source(**row) for row in read("sources.toml")["source"]])


@lru_cache(maxsize=1)
def limits() -> Mapping[str, Limit]:
    """Every limit by id."""
    return by_id("limits.toml", [Limit(**row) for row in read("limits.toml")["limit"]])


@cache
def limit(id: str) -> int:
    """The value of one limit; an unknown id raises ContentError."""
    try:
        return limits()[id].value
    except KeyError:
        raise ContentError(f"limits.toml: there is no limit {id}") from None


def _flatten(table: Mapping[str, Any], prefix: str = "") -> dict[str, "str | tuple[str, ...]"]:
    flat: dict[str, str | tuple[str, ...]] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat |= _flatten(value, f"{prefix}{key}.")
        else:
            flat[prefix + key] = tuple(value) if isinstance(value, list) else value
    return flat


@cache
def words(language: str = "en") -> Words:
    """Every sentence shown to a person by dotted id, merged from words/<language>/*.toml."""
    merged: dict[str, str | tuple[str, ...]] = {}
    for name in names(f"words/{language}"):
        flat = _flatten(read(name))
        if doubled := sorted(merged.keys() & flat.keys()):
            raise ContentError(f"{name}: {doubled[0]} stands in another file too")
        merged |= flat
    return MappingProxyType(merged)
