"""Which sentences does a person read beside those of rules and movements? All, file by file."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from spineward.clinical.catalogue import names, read, words
from spineward.clinical.library import movements
from spineward.clinical.review.entry import FILE, Entry, Section
from spineward.clinical.rulebook import rulebook

SMALL = 3
"""Fewer sentences than this to a group, and the groups of one name are read together."""


def sentences() -> Iterator[Section]:
    """Every sentence that no earlier part holds, by file and by the first names of its id."""
    titles = {row["file"]: row["title"] for row in read(FILE)["words"]}
    held = {f"rule.{id}" for id in rulebook()} | {f"movement.{id}" for id in movements()}
    found = [name.removeprefix("words/en/").removesuffix(".toml") for name in names("words/en")]
    order = [*titles, *(name for name in found if name not in titles)]
    for name in order:
        entries = tuple(_entries(_ids(read(f"words/en/{name}.toml")), held))
        if entries:
            yield Section(f"words-{name}", titles.get(name, name), "", entries)


def _ids(table: Mapping[str, Any]) -> Iterator[str]:
    """The dotted ids of a words file, in its order."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from (f"{key}.{inner}" for inner in _ids(value))
        else:
            yield key


def _entries(ids: Iterable[str], held: set[str]) -> Iterator[Entry]:
    """Sentences side by side where the first two names of their ids are the same; small groups
    are one entry under the first name."""
    own = [id for id in ids if ".".join(id.split(".")[:2]) not in held]
    spoken = Counter(_group(id, 1) for id in own)
    groups = Counter(first for first, _, _ in {_group(id, 2).partition(".") for id in own})
    found: dict[str, list[tuple[str, str]]] = {}
    for id in own:
        first = _group(id, 1)
        small = spoken[first] < SMALL * groups[first]
        group = first if small else _group(id, 2)
        key = id.removeprefix(group).strip(".").replace(".", " ").replace("_", " ")
        found.setdefault(group, []).extend((key, line) for line in lines(id))
    yield from (Entry(group, "", tuple(says)) for group, says in found.items())


def _group(id: str, depth: int) -> str:
    """ "care.CC1.do" belongs to care.CC1 and to care; "choice.yes" to choice."""
    parts = id.split(".")
    return ".".join(parts[: min(depth, max(1, len(parts) - 1))])


def lines(id: str) -> tuple[str, ...]:
    """The sentences of one id."""
    found = words()[id]
    return (found,) if isinstance(found, str) else found
