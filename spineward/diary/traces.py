"""Is anything of an erased person left? The files of the data folder are read, byte by byte.

What is looked for are the ids of the rows, which no other file can hold by chance, and the notes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from spineward.diary.models import Note, Person
from spineward.diary.whole import TABLES

SHORTEST = 12
"""Bytes of a note that is looked for: a shorter one stands in any large file by chance, and is
known by the id of its row anyway."""
_HEX = re.compile(rb"[0-9a-f]{32,}")
_DASHED = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LENGTH = 32


@dataclass(frozen=True, slots=True)
class Traces:
    """How a person would be known again in a file."""

    ids: frozenset[bytes]
    notes: tuple[bytes, ...]

    def in_bytes(self, content: bytes) -> bool:
        """Does anything of the person stand there?"""
        return any(id in self.ids for id in _ids(content)) or any(
            note in content for note in self.notes
        )


@dataclass(frozen=True, slots=True)
class Searched:
    """How many files were read, and the names of those in which something was found."""

    files: int
    found: tuple[str, ...]


def of(person: Person) -> Traces:
    """What is to be looked for; asked before it is erased."""
    ids = {person.pk.hex.encode()}
    for model in TABLES.values():
        ids |= {
            id.hex.encode() for id in model.objects.of(person).values_list("client_id", flat=True)
        }
    texts = {text.encode() for text in Note.objects.of(person).values_list("text", flat=True)}
    return Traces(frozenset(ids), tuple(text for text in texts if len(text) >= SHORTEST))


def search(traces: Traces) -> Searched:
    """Read every file of the data folder; one that cannot be read may hold something."""
    paths = sorted(path for path in Path(settings.DATA_DIR).iterdir() if path.is_file())
    found = tuple(path.name for path in paths if _holds(path, traces))
    return Searched(len(paths), found)


def _holds(path: Path, traces: Traces) -> bool:
    try:
        return traces.in_bytes(path.read_bytes())
    except FileNotFoundError:  # the database puts its log away when nobody has it open
        return False
    except OSError:
        return True


def _ids(content: bytes) -> Iterator[bytes]:
    """All that could be an id: in a file of SQLite other digits may stand right beside it."""
    for run in _HEX.finditer(content):
        digits = run[0]
        for start in range(len(digits) - LENGTH + 1):
            yield digits[start : start + LENGTH]
    for dashed in _DASHED.finditer(content):
        yield dashed[0].replace(b"-", b"")
