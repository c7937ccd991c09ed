"""How does a mutant meet the tests? One pytest process collects them all, and forks for each."""

import gc
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from math import inf
from pathlib import Path
from types import CodeType, ModuleType
from zlib import crc32

import pytest
from hypothesis import HealthCheck, Phase, settings

from tools.mutate.child import Outcome, alive, fork
from tools.mutate.choice import Choice
from tools.mutate.limits import REFUSED, Moved, move, readers, refused
from tools.mutate.mutants import Mutant
from tools.mutate.recording import Record, caches, kept, passes, read_once, recorded
from tools.mutate.swap import functions, swap
from tools.mutate.transplant import transplant

NextIs = Callable[[str, float], None]
PATIENCE = 10
"""A test that takes so many times as long as without the change hangs."""
LEAST_SECONDS = 5.0
OPTIONS = (
    *("-q", "-s", "-p", "no:xdist", "-p", "no:cacheprovider"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
    *("-m", "not browser and not postgres and not package and not slow"),
)


def same_examples() -> None:
    """Hypothesis draws the same examples each time, and does not look for the smallest."""
    settings.register_profile(
        "mutate",
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("mutate")


class Station:
    """A pytest plugin that takes the place of running the tests."""

    def __init__(
        self,
        engine: Path,
        keep: Path,
        todo: Iterable[Mutant | Moved],
        told: Callable[[Mutant | Moved, Outcome], None],
        workers: int = 1,
        most: float = inf,
        quick: bool = False,
    ) -> None:
        self.quick = quick
        self.engine, self.keep, self.todo, self.told = engine, keep, todo, told
        self.workers, self.most = workers, most
        self.originals: dict[str, CodeType] = {}
        self.killers: dict[str, list[str]] = defaultdict(list)
        self.sound: dict[tuple[str, str], bool] = {}

    def pytest_configure(self) -> None:
        same_examples()
        read_once()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:
            raise session.Interrupted("a file of tests cannot be read")
        items = [item for item in session.items if not (self.quick and _draws(item))]
        self.items = {item.nodeid: item for item in items}
        self._look(items)
        failing = sorted(test for test, known in self.record.tests.items() if not known.passes)
        print(f"{len(self.items)} tests, {len(failing)} fail without any change", *failing[:5])
        self.choice = Choice(self.record, self.engine)
        self.functions, self.caches = functions(str(self.engine)), caches()
        gc.freeze()
        helpers = [fork(partial(self._all, share)) for share in range(1, self.workers)]
        self._all(0)
        if any(os.waitpid(helper, 0)[1] for helper in helpers):
            raise RuntimeError("a worker ended before its work was done")
        return True

    def _look(self, items: list[pytest.Item]) -> None:
        """Record what the tests do, in processes of their own, so that this one stays as it was
        loaded; each takes whole files."""
        files = sorted({str(item.path) for item in items})
        parts = []
        for share in range(self.workers):
            own = set(files[share :: self.workers])
            keep = self.keep.with_suffix(f".{share}")
            some = [item for item in items if str(item.path) in own]
            parts.append((keep, fork(partial(recorded, some, self.engine, self.keep, keep))))
        ends = [os.waitpid(child, 0)[1] for _, child in parts]
        if any(ends):
            raise RuntimeError("the tests could not be recorded")
        self.record = Record()
        for keep, _ in parts:
            part = kept(keep)
            self.record.files |= part.files
            self.record.tests |= part.tests
            keep.unlink()
        self.record.keep(self.keep)

    def _all(self, share: int) -> None:
        """Each worker takes whole functions, since a test that noticed one change there may notice
        the next."""
        for mutant in self.todo:
            if crc32(f"{mutant.file} {mutant.scope}".encode()) % self.workers != share:
                continue
            outcome = self._meet(mutant)
            killers = self.killers[mutant.scope or mutant.file]
            if outcome.by in killers:
                killers.remove(outcome.by)
            if outcome.by in self.items:
                killers.insert(0, outcome.by)
            self.told(mutant, outcome)

    def _meet(self, mutant: Mutant | Moved) -> Outcome:
        """What becomes of it; a test that fails without any change too has noticed nothing."""
        while True:
            outcome = self._move(mutant) if isinstance(mutant, Moved) else self._change(mutant)
            if outcome.by not in self.items or self._passes_unchanged(outcome.by):
                return outcome
            self.choice.leave_out(outcome.by)

    def _passes_unchanged(self, test: str) -> bool:
        def live(next_is: NextIs) -> str | None:
            self._forget()
            return self._run([test], next_is)

        if ("", test) not in self.sound:
            self.sound["", test] = alive(live).fate == "survived"
        return self.sound["", test]

    def _ordered(self, mutant: Mutant | Moved, tests: set[str]) -> list[str]:
        """First those that noticed something there, then short ones that run little else."""
        killers = self.killers[mutant.scope or mutant.file][:20]
        near = self.choice.near(mutant) if isinstance(mutant, Mutant) else {}
        return self.choice.ordered(tests, killers, self.most, near)

    def _move(self, mutant: Moved) -> Outcome:
        run = self.choice.of_lines(readers(self.engine, mutant.limit))
        tests = self._ordered(mutant, run or self.choice.naming(mutant.limit))

        def live(next_is: NextIs) -> str | None:
            move(mutant.limit, mutant.now)
            self._forget()
            next_is(REFUSED, LEAST_SECONDS)
            return REFUSED if refused() else self._run(tests, next_is)

        return alive(live)

    def _change(self, mutant: Mutant) -> Outcome:
        path = str(self.engine / mutant.file)
        tests = self._ordered(mutant, self.choice.of(mutant))
        if mutant.in_class or not tests:
            return Outcome("unfit")

        def live(next_is: NextIs) -> str | None:
            self._put(mutant, path)
            return self._run(tests, next_is)

        outcome = alive(live)
        if mutant.scope or not outcome.by or self._is_sound(path, outcome.by):
            return outcome
        return Outcome("unfit")

    def _put(self, mutant: Mutant, path: str) -> None:
        if mutant.scope:
            if not swap(self.functions, path, self._original(path), mutant.code(path)):
                raise ValueError("a function of this file cannot be exchanged")
        else:
            transplant(_module(path), mutant.code(path))
        self._forget()

    def _is_sound(self, path: str, test: str) -> bool:
        """Does this test pass when what runs at import is put anew without any change?"""

        def live(next_is: NextIs) -> str | None:
            transplant(_module(path), self._original(path))
            self._forget()
            return self._run([test], next_is)

        if (path, test) not in self.sound:
            self.sound[path, test] = alive(live).fate == "survived"
        return self.sound[path, test]

    def _run(self, tests: list[str], next_is: NextIs) -> str | None:
        for place, test in enumerate(tests):
            next_is(test, max(LEAST_SECONDS, PATIENCE * self.record.tests[test].seconds))
            following = self.items[tests[place + 1]] if place + 1 < len(tests) else None
            if not passes(self.items[test], following):
                return test
        return None

    def _forget(self) -> None:
        for cache in self.caches:
            cache.cache_clear()

    def _original(self, path: str) -> CodeType:
        if path not in self.originals:
            self.originals[path] = compile(Path(path).read_text("utf-8"), path, "exec")
        return self.originals[path]


def _draws(item: pytest.Item) -> bool:
    """Does this test draw its examples? Such a test notices much, and takes long to do so."""
    drawn = getattr(getattr(item, "function", None), "is_hypothesis_test", False)
    return drawn or hasattr(getattr(item, "cls", None), "settings")


def _module(path: str) -> ModuleType:
    return next(m for m in list(sys.modules.values()) if getattr(m, "__file__", None) == path)
