"""Does a test notice when a number of the content moves by one step?"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REFUSED = "(refused: outside its hard bounds)"


@dataclass(frozen=True)
class Moved:
    """One number, one step up or down."""

    limit: str
    was: int
    now: int
    file = "limits.toml"
    scope = ""

    @property
    def id(self) -> str:
        """How it is called in every list."""
        return f"{self.file}::{self.limit}: {self.was} -> {self.now}"

    @property
    def print(self) -> str:
        """Nothing but the numbers: another value is another mutant."""
        return str(self.was)


def moved(content: Path) -> list[Moved]:
    """Each number one step up and one step down."""
    rows = tomllib.loads((content / "limits.toml").read_text("utf-8"))["limit"]
    return [Moved(row["id"], row["value"], row["value"] + step) for row in rows for step in (1, -1)]


def readers(engine: Path, limit: str) -> Iterator[tuple[str, int]]:
    """The lines of the engine that name a number."""
    quoted = re.compile(f'"{re.escape(limit)}"')
    for path in sorted(engine.rglob("*.py")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if quoted.search(line):
                yield str(path), number


def move(limit: str, value: int) -> None:
    """Let the content that is read from now on hold this value."""
    from spineward.clinical import catalogue

    read = catalogue.read

    def changed(name: str) -> dict[str, Any]:
        tables = read(name)
        if name != "limits.toml":
            return tables
        rows = [{**row, "value": value} if row["id"] == limit else row for row in tables["limit"]]
        return {**tables, "limit": rows}

    catalogue.read = changed


def refused() -> bool:
    """Does the content refuse to load?"""
    from spineward.clinical import catalogue

    try:
        catalogue.limits()
    except catalogue.ContentError:
        return True
    return False
