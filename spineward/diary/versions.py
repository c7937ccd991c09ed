"""Which rules and which content produced a row? Short hashes, computed once per process."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

LENGTH = 12


def _walk(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry


def _hash(package: str, *endings: str) -> str:
    digest = hashlib.sha256()
    for name, entry in sorted(_walk(files(package)), key=lambda found: found[0]):
        if name.endswith(endings):
            digest.update(name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return digest.hexdigest()[:LENGTH]


@lru_cache(maxsize=1)
def rules_version() -> str:
    """Changes whenever any code of the clinical engine changes."""
    return _hash("spineward.clinical", ".py")


@lru_cache(maxsize=1)
def content_version() -> str:
    """Changes whenever a number, a question, a movement or a sentence changes."""
    return _hash("spineward.content", ".toml", ".svg")


@lru_cache(maxsize=1)
def words_version() -> str:
    """Changes whenever a sentence that is shown changes, in any language."""
    return _hash("spineward.content.words", ".toml")
