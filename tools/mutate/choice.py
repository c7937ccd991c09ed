"""Which tests does a mutant meet, and in which order? Those that run its lines, best first."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import inf
from pathlib import Path
from types import MappingProxyType

from tools.mutate.mutants import Mutant
from tools.mutate.recording import Record

SHORT = 0.4
"""Seconds, as recorded; a longer test draws many examples."""


class Choice:
    """Which tests run which lines of the engine?"""

    def __init__(self, record: Record, engine: Path) -> None:
        self.known, self.engine = record.tests, engine
        self.by_line: dict[tuple[str, int], list[str]] = defaultdict(list)
        for test, known in record.tests.items():
            for line in known.lines if known.passes else ():
                self.by_line[line].append(test)
        self.texts = {
            str(path): path.read_text("utf-8").splitlines() for path in engine.rglob("*.py")
        }

    def leave_out(self, test: str) -> None:
        """From now on this test meets nothing."""
        for tests in self.by_line.values():
            if test in tests:
                tests.remove(test)

    def of(self, mutant: Mutant) -> set[str]:
        """The tests that run the changed statement; for what is made at import, those also that
        run a line naming it."""
        path = str(self.engine / mutant.file)
        own = self.of_lines((path, line) for line in mutant.lines)
        if mutant.scope or not mutant.name:
            return own
        name = re.compile(rf"\b(?:{mutant.name})\b")
        named = (
            (file, number)
            for file, text in self.texts.items()
            for number, line in enumerate(text, 1)
            if name.search(line)
        )
        return own | self.of_lines(named)

    def of_lines(self, lines: Iterable[tuple[str, int]]) -> set[str]:
        """The tests that run any of these lines."""
        return {test for line in lines for test in self.by_line.get(line, ())}

    def naming(self, limit: str) -> set[str]:
        """The tests in files that name a number, which the pages alone read."""
        files = {test.partition("::")[0] for test in self.known}
        naming = {file for file in files if limit in Path(file).read_text("utf-8")}
        return {test for test in self.known if test.partition("::")[0] in naming}

    def near(self, mutant: Mutant) -> Mapping[str, float]:
        """How well each test knows the function: each of its lines counts the more, the fewer
        tests run it."""
        path = str(self.engine / mutant.file)
        known: dict[str, float] = defaultdict(float)
        for line in mutant.around:
            tests = self.by_line.get((path, line), ())
            for test in tests:
                known[test] += 1 / len(tests)
        return known

    def ordered(
        self,
        tests: set[str],
        killers: list[str],
        most: float = inf,
        near: Mapping[str, float] = MappingProxyType({}),
    ) -> list[str]:
        """The killers among them, then those that know the function best for all that they run,
        one of each test function before the next of each, the short and narrow first, and those
        that draw many examples last. `most` is how many seconds of testing they may come to."""
        first = [test for test in killers if test in tests]
        met: Counter[str] = Counter()
        turns = []
        for test in sorted(tests - set(first), key=self._cost):
            function = test.partition("[")[0]
            long = self.known[test].seconds > SHORT
            share = near.get(test, 0) / (1 + len(self.known[test].lines))
            turns.append((long, -round(share, 5), met[function], *self._cost(test)))
            met[function] += 1
        chosen, seconds = [], 0.0
        for test in [*first, *(test for *_, test in sorted(turns))]:
            seconds += self.known[test].seconds
            if seconds > most:
                break
            chosen.append(test)
        return chosen

    def _cost(self, test: str) -> tuple[float, str]:
        return self.known[test].seconds * len(self.known[test].lines), test
