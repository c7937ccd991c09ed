"""How is a small table of ours written as extensions, and read back? Lists as repeated ones."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from spineward.export.fhir.codes import Json
from spineward.export.fhir.parts import given, value

NONE = {"valueBoolean": False}
"""An empty list: FHIR lets no extension stand without a value."""


def written(name: str, said: Any, system: str = "decision") -> list[Json] | None:
    """The extensions of one entry; None where it has no form."""
    if said in ([], ()):
        return [{"url": name, **NONE}]
    if isinstance(said, dict):
        if not said:
            return None
        inner, unfit = table(said, system)
        return None if unfit else [{"url": name, "extension": inner}]
    if isinstance(said, (list, tuple)):
        several = [written(name, one, system) for one in said]
        if any(one is None or isinstance(one[0].get("valueBoolean"), bool) for one in several):
            return None
        return [one for found in several if found for one in found]
    found = value(said, system)
    return None if found is None else [{"url": name, **found}]


def table(entries: Mapping[str, Any], system: str = "decision") -> tuple[list[Json], Json]:
    """The extensions of a table, and the entries that have no form."""
    extensions: list[Json] = []
    unfit: Json = {}
    for name, said in entries.items():
        found = written(name, said, SYSTEMS.get(name, system)) if name and " " not in name else None
        if found is None:
            unfit[name] = said
        else:
            extensions += found
    return extensions, unfit


SYSTEMS = {
    "rules": "rule",
    "fired": "rule",
    "movement": "movement",
    "by": "rule",
    "gate_reasons": "rule",
    "nsaid_reasons": "rule",
}


def read(extensions: Iterable[Mapping[str, Any]], lists: Collection[str]) -> Json:
    """The table that these extensions were written from; `lists` may hold several."""
    found: Json = {}
    for one in extensions:
        name = one["url"]
        said = read(one["extension"], lists) if "extension" in one else given(one)
        if name not in lists:
            found[name] = said
        elif said is False:
            found[name] = []
        else:
            found.setdefault(name, []).append(said)
    return found


def pair(name: str, said: Any) -> Json | None:
    """A dose from low to high as a range."""
    if not (isinstance(said, list) and len(said) == 2 and all(type(n) is int for n in said)):
        return None
    low, high = said
    return {"url": name, "valueRange": {"low": {"value": low}, "high": {"value": high}}}


def pair_of(extension: Mapping[str, Any]) -> list[int]:
    """The pair that such a range was written from."""
    found = extension["valueRange"]
    return [found["low"]["value"], found["high"]["value"]]
