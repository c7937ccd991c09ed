"""Which mutants do the complete tables notice? Their cases, until one has another outcome.

Most changes of a rule move a case of its table, and asking the cases one by one, scattered over the
table, finds it in a fraction of the time that the tests would take. What this finds is what
tests/proofs/test_tables.py finds: the same cases, the same committed outcomes. It says nothing of
the mutants that it leaves; the tests go on with those.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from math import gcd
from pathlib import Path
from types import CodeType, FrameType
from typing import Any
from zlib import crc32

from spineward.clinical.spaces import SPACES
from spineward.clinical.spaces.space import Space, case_at
from spineward.clinical.tables import Table, asking, committed
from tools.mutate.child import Outcome, alive
from tools.mutate.mutants import Mutant
from tools.mutate.swap import functions, swap

TEST = "tests/proofs/test_tables.py::test_every_case_has_the_outcome_that_was_committed"
SECONDS = 4.0
"""Longest for one mutant; then the tests take over."""
LOOKED_AT = 600
"""Cases of each table that tell which functions it runs."""
ROUNDS = ((0, 40), (40, 800), (800, None))
"""A few cases of every table first, then more: the likely finds come early."""
Told = Callable[[Mutant, Outcome], None]


class Tables:
    """Every committed table, and the functions of the engine that its cases run."""

    def __init__(self, engine: Path) -> None:
        self.engine = engine
        self.known: dict[str, Table] = {space.id: committed(space.id) for space in SPACES}
        self.ran: dict[tuple[str, str], list[Space]] = defaultdict(list)
        for space in SPACES:
            for function in self._functions_of(space):
                self.ran[function].append(space)
        self.functions = functions(str(engine))
        self.originals: dict[str, CodeType] = {}
        self.finds: dict[str, list[str]] = defaultdict(list)

    def _functions_of(self, space: Space) -> set[tuple[str, str]]:
        seen: set[tuple[str, str]] = set()

        def note(frame: FrameType, event: str, _arg: Any) -> None:
            if event == "call" and frame.f_code.co_filename.startswith(f"{self.engine}/"):
                seen.add((frame.f_code.co_filename, frame.f_code.co_qualname))

        sys.setprofile(note)
        try:
            same = not any(self._differs(space, 0, LOOKED_AT))
        finally:
            sys.setprofile(None)
        return seen if same else set()

    def _differs(self, space: Space, first: int, last: int | None) -> Iterator[bool]:
        """Does each of these cases have another outcome than was committed?"""
        decides, known = space.decides or asking(space), self.known[space.id]
        size = known.size
        step = next(n for n in range(int(size * 0.618) | 1, 2 * size + 2) if gcd(n, size) == 1)
        for number in range(first, size if last is None else min(last, size)):
            place = number * step % size
            said = space.said(decides(case_at(space, place)))
            yield said != known.outcomes[known.codes[place]]

    def meet(self, mutant: Mutant) -> Outcome:
        """What becomes of a mutant of a function; "spared" when the tables leave it."""
        path = str(self.engine / mutant.file)
        spaces = {
            space.id: space
            for (file, name), each in self.ran.items()
            if file == path and (name == mutant.scope or name.startswith(f"{mutant.scope}."))
            for space in each
        }
        if not spaces:
            return Outcome("spared")
        finds = [id for id in self.finds[mutant.scope] if id in spaces]
        rest = sorted(spaces.keys() - finds, key=lambda id: spaces[id].size)
        order = [spaces[id] for id in (*finds, *rest)]

        def live(next_is: Callable[[str, float], None]) -> str | None:
            if path not in self.originals:
                self.originals[path] = compile(Path(path).read_text("utf-8"), path, "exec")
            if not swap(self.functions, path, self.originals[path], mutant.code(path)):
                raise ValueError("a function of this file cannot be exchanged")
            until = time.monotonic() + SECONDS
            for first, last in ROUNDS:
                for space in order:
                    next_is(f"{TEST}[{space.id}]", max(until - time.monotonic(), 0.01))
                    if any(self._differs(space, first, last)):
                        return space.id
            return None

        outcome = alive(live)
        if outcome.fate != "killed":
            return Outcome("spared")
        found = outcome.by.rpartition("[")[2].removesuffix("]")
        self.finds[mutant.scope] = [found, *(id for id in finds if id != found)][:6]
        return outcome


def meet_all(mutants: Iterable[Mutant], engine: Path, told: Told, share: int, of: int) -> None:
    """One worker's share: whole functions, since a table that noticed one change notices more."""
    tables = Tables(engine)
    for mutant in mutants:
        if mutant.scope and crc32(f"{mutant.file} {mutant.scope}".encode()) % of == share:
            told(mutant, tables.meet(mutant))
