"""What does the content say? Numbers, zones, movements, questions and words, read once and frozen.

The files lie in spineward/content and are data only. Whatever is out of bounds, dangling or
without source raises ContentError here or in content_check, before anything is decided.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, Literal

from spineward.clinical.facts.answers import Side
from spineward.clinical.translation import lacks

Words = Mapping[str, "str | tuple[str, ...]"]
ENGLISH = "en"
"""The language that is written first, and that clinicians read."""


class ContentError(ValueError):
    """A content file breaks a rule of the content; the message names the file and the id."""


@dataclass(frozen=True, slots=True)
class Zone:
    """One zone of the body map: rank 1-9 on its path, 0 off the path; band 0-4.

    `roots`: the nerve roots whose skin area it most often lies in; no rule reads them.
    """

    id: str
    rank: int
    band: int
    path: Literal["sciatic", "anterior", "off"]
    sides: tuple[Side, ...]
    roots: tuple[str, ...] = ()


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
        return tomllib.loads(_folder(name).read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{name}: {error}") from error


def names(folder: str) -> list[str]:
    """The .toml files of a content folder, sorted, relative to spineward/content."""
    found = _folder(folder).iterdir()
    return sorted(f"{folder}/{entry.name}" for entry in found if entry.name.endswith(".toml"))


def _folder(name: str) -> Traversable:
    return files("spineward.content").joinpath(name)


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
    rows = [
        Zone(**{**row, "sides": tuple(row["sides"]), "roots": tuple(row.get("roots", ()))})
        for row in read("zones.toml")["zone"]
    ]
    return by_id("zones.toml", rows)


@lru_cache(maxsize=1)
def drawing_version() -> str:
    """Which drawing of the body map the zones belong to."""
    return str(read("zones.toml")["version"])


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
def words(language: str = ENGLISH) -> Words:
    """Every sentence shown to a person by dotted id; a language not offered raises ContentError."""
    found = written(language)
    if lacking := faults_of(language):
        raise ContentError(
            f"words/{language} is not offered: {lacking[0]} ({len(lacking)} such lines)"
        )
    return found


def faults_of(language: str) -> list[str]:
    """What a language lacks beside English, which is what a clinician reads; none means whole."""
    return [] if language == ENGLISH else lacks(written(ENGLISH), written(language))


@lru_cache(maxsize=1)
def languages() -> Mapping[str, int]:
    """Each language that someone began, with how many lines it lacks."""
    begun = sorted(entry.name for entry in _folder("words").iterdir() if entry.is_dir())
    return MappingProxyType({language: len(faults_of(language)) for language in begun})


def offered_languages() -> tuple[str, ...]:
    """The languages that a person may choose: those that lack no sentence (decision 0017)."""
    return tuple(language for language, lacking in languages().items() if not lacking)


def written(language: str) -> Words:
    """What a language has so far, merged from words/<language>/*.toml."""
    merged: dict[str, str | tuple[str, ...]] = {}
    for name in names(f"words/{language}"):
        flat = _flatten(read(name))
        if doubled := sorted(merged.keys() & flat.keys()):
            raise ContentError(f"{name}: {doubled[0]} stands in another file too")
        merged |= flat
    return MappingProxyType(merged)
