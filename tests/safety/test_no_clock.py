"""Does the engine ever ask the time by itself? Hazards: H-11.

A rule that reads a clock would decide differently on a device whose clock is wrong, and no test of
it could be repeated.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import spineward.clinical

MODULES = sorted(Path(spineward.clinical.__path__[0]).rglob("*.py"))
CLOCKS = {"now", "utcnow", "today", "monotonic", "perf_counter", "time_ns", "localtime", "gmtime"}
OWNERS = {"datetime", "date", "time", "timezone"}


def clocks(code: str) -> Iterator[str]:
    """Every call that reads a clock, and every import of the clock itself."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = ast.unparse(node.func.value).rpartition(".")[2]
            if node.func.attr in CLOCKS and owner in OWNERS:
                yield ast.unparse(node)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name == "time")
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            yield "time"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_nothing_in_the_engine_reads_a_clock(path: Path) -> None:
    assert list(clocks(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "code", ["datetime.now()", "x = datetime.datetime.now(UTC)", "date.today()", "import time"]
)
def test_a_clock_would_be_found(code: str) -> None:
    assert list(clocks(code))


def test_the_time_that_is_handed_in_is_no_clock() -> None:
    assert list(clocks("day = situation.now.date()\nhour = case.now.hour")) == []
