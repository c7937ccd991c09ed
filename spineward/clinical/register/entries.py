"""What does the register hold? Its changes, its entries, and what is gone, read once and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from spineward.clinical.catalogue import ContentError, read

FILE = "register.toml"
KINDS = {
    "rule": "rule",
    "step": "step",
    "number": "number",
    "movement": "movement",
    "zone": "zone",
    "ask": "question",
    "care": "card",
    "source": "source",
    "hazard": "hazard",
    "seed": "statement",
    "point": "open point",
    "table": "table",
    "words": "sentence",
}
"""Kinds of entry as in the file, and as a clinician calls them."""
Parts = Mapping[str, Any]
"""What an entry holds, by name: text, number, yes or no, a list of texts, or numbers by id."""
Key = tuple[str, str]
"""Kind and id, for example ("rule", "A7")."""


@dataclass(frozen=True, slots=True)
class Change:
    """When what changed, in one sentence, who is affected, and who read it ("": nobody yet)."""

    on: date
    what: str
    affects: str
    reader: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing as it was recorded, and the id of its last change."""

    change: str
    parts: Parts


@dataclass(frozen=True, slots=True)
class Register:
    """The whole file: changes by id; entries and what is gone by key."""

    changes: Mapping[str, Change]
    entries: Mapping[Key, Entry]
    gone: Mapping[Key, Entry]


@lru_cache(maxsize=1)
def register() -> Register:
    """The file as it stands; raises ContentError for a change that is not whole or not there."""
    table = read(FILE)
    changes = {id: _change(id, row) for id, row in table.get("change", {}).items()}
    found = Register(
        MappingProxyType(changes),
        MappingProxyType(_entries(table)),
        MappingProxyType(_entries(table.get("gone", {}))),
    )
    for (kind, id), entry in (*found.entries.items(), *found.gone.items()):
        if entry.change not in changes:
            raise ContentError(f"{FILE}: {kind} {id} names an unknown change, {entry.change}")
    return found


def last_change(rule_id: str) -> Change:
    """The last change of a rule ("row5" or "row 5"); raises ContentError for an id that is none."""
    entry = register().entries.get(("rule", rule_id.replace(" ", "")))
    if entry is None:
        raise ContentError(f"{FILE}: there is no rule {rule_id}")
    return register().changes[entry.change]


def _change(id: str, row: Mapping[str, Any]) -> Change:
    try:
        change = Change(row["on"], row["what"], row["affects"], row["reader"])
    except KeyError as error:
        raise ContentError(f"{FILE}: change {id} does not say {error}") from None
    if not change.what.strip() or not change.affects.strip():
        raise ContentError(f"{FILE}: change {id} says neither what changed nor who is affected")
    return change


def _entries(table: Mapping[str, Any]) -> dict[Key, Entry]:
    return {
        (kind, id): Entry(row["change"], {k: v for k, v in row.items() if k != "change"})
        for kind in KINDS
        for id, row in table.get(kind, {}).items()
    }
