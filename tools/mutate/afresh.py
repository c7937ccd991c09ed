"""What becomes of a mutant that can only be met in a program that starts with it?

For classes, and for functions that run only while the program loads: each gets a process in which
the changed file is loaded instead, and pytest starts there from nothing.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tools.mutate.child import Outcome, alive
from tools.mutate.limits import REFUSED
from tools.mutate.mutants import Mutant
from tools.mutate.recording import Record
from tools.mutate.station import LEAST_SECONDS, OPTIONS, PATIENCE, same_examples
from tools.mutate.swap import load_instead

LOADING = "(loading)"
LOAD_SECONDS = 120.0


class Chosen:
    """A pytest plugin that runs the chosen tests in their order, and says which it is at."""

    def __init__(
        self, tests: Sequence[str], record: Record, next_is: Callable[[str, float], None]
    ) -> None:
        self.place = {test: place for place, test in enumerate(tests)}
        self.record, self.next_is = record, next_is

    def pytest_configure(self) -> None:
        same_examples()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self.place),
            key=lambda item: self.place[item.nodeid],
        )

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self.next_is(nodeid, max(LEAST_SECONDS, PATIENCE * self.record.tests[nodeid].seconds))


def meet(mutant: Mutant, engine: Path, tests: Sequence[str], record: Record) -> Outcome:
    """Start with the change in place, and run these tests until one fails."""
    path = engine / mutant.file
    parts = [*engine.parts[-2:], *Path(mutant.file).with_suffix("").parts]
    module = ".".join(part for part in parts if part != "__init__")
    files = sorted({test.split("::")[0] for test in tests})

    def live(next_is: Callable[[str, float], None]) -> str | None:
        next_is(LOADING, LOAD_SECONDS)
        try:
            load_instead(module, mutant.code(str(path)))
            next_is(REFUSED, LOAD_SECONDS)
            troubled = _troubled()
        except ValueError:
            troubled = True
        if troubled:
            return REFUSED
        plugin = Chosen(tests, record, next_is)
        return "a test" if pytest.main([*files, "-x", *OPTIONS], plugins=[plugin]) else None

    return alive(live)


def _troubled() -> bool:
    """Does the check of the content, which CI runs before any test, say what is wrong? Not asked
    is the register: it compares texts, and so notices any change without reading one."""
    from spineward.clinical.content_check import CHECKS
    from spineward.clinical.register.differences import differences

    return any(any(check()) for check in CHECKS if check is not differences)
