"""Which test runs which line, and how long does it take? Recorded once, kept until a file changes.

Python 3.11 has no faster way in its library than sys.settrace; only the engine's files are traced,
and a function no longer once the test has run all of its lines.
"""

import copy
import functools
import hashlib
import json
import sys
import time
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, Protocol

import pytest
from _pytest.runner import runtestprotocol

from tools.mutate.swap import everything

Line = tuple[str, int]


class Cache(Protocol):
    """What remembers the answers of a function."""

    def cache_clear(self) -> None: ...


OFTEN, NOW_AND_THEN = 5000, 61
"""A function that a test calls more often is watched only at each so many calls: what that misses
makes tests fewer, never a mutant killed."""


@dataclass
class Known:
    """What one test does: its seconds, the lines it runs, and whether it passes as things stand."""

    seconds: float
    lines: frozenset[Line]
    passes: bool


@dataclass
class Record:
    """What every test does; `files` says of which texts this was recorded."""

    files: dict[str, str] = field(default_factory=dict)
    tests: dict[str, Known] = field(default_factory=dict)

    def keep(self, file: Path) -> None:
        """Write it down."""
        tests = {}
        for test, known in self.tests.items():
            lines: dict[str, list[int]] = defaultdict(list)
            for path, line in sorted(known.lines):
                lines[path].append(line)
            tests[test] = [known.seconds, known.passes, lines]
        file.write_text(json.dumps({"files": self.files, "tests": tests}), "utf-8")


def kept(file: Path) -> Record:
    """What was written down; nothing when there is no such file."""
    if not file.exists():
        return Record()
    read = json.loads(file.read_text("utf-8"))
    return Record(
        read["files"],
        {
            test: Known(
                seconds,
                frozenset((path, line) for path, known in lines.items() for line in known),
                passes,
            )
            for test, (seconds, passes, lines) in read["tests"].items()
        },
    )


def read_once() -> None:
    """Parse each content file only once: its text stays the same, whatever is changed in code."""
    parse = tomllib.loads

    parsed = functools.cache(parse)
    tomllib.loads = lambda text, **_: copy.deepcopy(parsed(text))


def caches() -> list[Cache]:
    """Every cache of the engine that is there now: one that is missed would keep the answers of
    another mutant."""
    return [
        held
        for held in everything()
        if isinstance(held, functools._lru_cache_wrapper)
        and held.__module__.startswith("spineward")
    ]


class Tracer:
    """Notes the lines of one folder that run while it is on."""

    def __init__(self, folder: Path) -> None:
        self.folder = f"{folder}/"
        self.left: dict[CodeType, set[int]] = {}
        self.calls: dict[CodeType, int] = {}
        self.seen: set[Line] = set()

    def __enter__(self) -> "Tracer":
        self.left, self.calls, self.seen = {}, {}, set()
        sys.settrace(self._call)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(None)

    def _call(self, frame: FrameType, _event: str, _arg: Any) -> Any:
        code = frame.f_code
        if not code.co_filename.startswith(self.folder):
            return None
        left = self.left.get(code)
        if left is None:
            lines = {line for _, _, line in code.co_lines() if line}
            left = self.left[code] = lines - {code.co_firstlineno}
            self.seen.add((code.co_filename, code.co_firstlineno))
        if not left:
            return None
        calls = self.calls[code] = self.calls.get(code, 0) + 1
        return self._line if calls < OFTEN or calls % NOW_AND_THEN == 0 else None

    def _line(self, frame: FrameType, event: str, _arg: Any) -> Any:
        left = self.left[frame.f_code]
        if event == "line" and frame.f_lineno in left:
            left.discard(frame.f_lineno)
            self.seen.add((frame.f_code.co_filename, frame.f_lineno))
        return self._line if left else None


def passes(item: pytest.Item, following: pytest.Item | None) -> bool:
    """Run one test; was all well?"""
    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))


def recorded(items: list[pytest.Item], folder: Path, was_kept: Path, keep: Path) -> Record:
    """The record of these tests, written to `keep`; of those kept before, only a test whose file
    changed runs again, if the engine did not change."""
    known = kept(was_kept)
    files = {str(path): print_of(path) for path in folder.rglob("*.py")}
    files |= {str(path): print_of(path) for path in {item.path for item in items}}
    same = {path for path, text in files.items() if known.files.get(path) == text}
    fresh, held = Record(files), caches()
    for place, item in enumerate(items):
        was = known.tests.get(item.nodeid)
        if was and was.passes and {str(item.path), *(path for path, _ in was.lines)} <= same:
            fresh.tests[item.nodeid] = was
        else:
            fresh.tests[item.nodeid] = _look(item, items[place + 1 : place + 2], folder, held)
    fresh.keep(keep)
    return fresh


def _look(
    item: pytest.Item,
    following: list[pytest.Item],
    folder: Path,
    held: list[Cache],
) -> Known:
    for cache in held:
        cache.cache_clear()
    start = time.process_time()
    with Tracer(folder) as tracer:
        well = passes(item, following[0] if following else None)
    return Known(time.process_time() - start, frozenset(tracer.seen), well)


def print_of(path: Path) -> str:
    """A hash of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
