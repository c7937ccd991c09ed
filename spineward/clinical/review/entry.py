"""What is the reviewer's document made of? Entries in sections in parts."""

from collections.abc import Iterable
from dataclasses import dataclass

from spineward.clinical.catalogue import read

FILE = "review.toml"
Pairs = tuple[tuple[str, str], ...]
"""Sentences or facts, each under the name of what it is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to agree with or not: what the person reads, and what stands behind it."""

    id: str
    name: str
    says: Pairs = ()
    facts: Pairs = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A group of entries under one heading."""

    id: str
    title: str
    lead: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the document, which can be read and signed by itself."""

    id: str
    title: str
    lead: str
    sections: tuple[Section, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries of its sections."""
        return tuple(entry for section in self.sections for entry in section.entries)

    @property
    def word_count(self) -> int:
        """How many words a reader meets in it."""
        return sum(map(_words_in, self.entries))

    @property
    def minutes(self) -> int:
        """How long it takes to read at the pace of the file, rounded up to five minutes."""
        pace: int = read(FILE)["words_a_minute"]
        return -(-self.word_count // (5 * pace)) * 5


def _words_in(entry: Entry) -> int:
    texts = [entry.name, *(text for _, text in (*entry.says, *entry.facts))]
    return sum(len(text.split()) for text in texts)


def given(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """Those that say something."""
    return tuple((name, text) for name, text in pairs if text)
