"""How many entries were made under which faults, and what became of them? One world after another,
until there are enough.
"""

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from playwright.sync_api import Playwright

from tests.browser.fault_found import WRONG, Found, compare
from tests.browser.fault_ledger import Ledger
from tests.browser.fault_person import Someone
from tests.browser.fault_rows import read
from tests.browser.fault_world import World, a_world

DAYS = 5
"""A world lasts so long: then a weekly check-in would be due."""
BETWEEN = 6 * 60 * 60
STRIKE = (
    "offline",
    "server killed",
    "no server",
    "answer lost",
    "doubled",
    "held up",
    "arrived after later ones",
    "tab closed",
    "tab crashed",
    "browser killed",
    "two tabs, one kept",
    "clock forward",
    "clock back",
)
"""Each of these has to have struck in a whole run."""


@dataclass
class Run:
    """The sum of all worlds."""

    sessions: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    steps: Counter[str] = field(default_factory=Counter)
    offline: Counter[str] = field(default_factory=Counter)
    taps: int = 0
    aside: Counter[str] = field(default_factory=Counter)
    found: list[Found] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)

    @property
    def entered(self) -> int:
        """How many entries were made."""
        return self.kinds.total()

    @property
    def judged(self) -> int:
        """How many states that a page showed were compared with the engine's."""
        return sum(one.judged for one in self.found)

    def faults(self) -> list[str]:
        """All that is wrong, in words."""
        return [line for one in self.found for line in one.faults()]

    def count(self, name: str) -> int:
        """How many are lost, doubled, strange or differ."""
        return sum(len(getattr(one, name)) for one in self.found)

    def never(self) -> list[str]:
        """What did not happen, so that nothing is proved about it."""
        missed = [name for name in STRIKE if not self.met[name]]
        return missed + [f"offline at {step}" for step in self.steps if not self.offline[step]]

    def told(self) -> str:
        """The counts, to be printed."""
        spent = time.monotonic() - self.began
        counts = ", ".join(f"{self.count(name)} {name}" for name in WRONG)
        offline = ((step, f"{self.offline[step]} of {n}") for step, n in self.steps.items())
        return "\n".join(
            [
                f"{self.entered} entries, {self.sessions} sessions, {self.judged} states compared, "
                f"{self.taps} taps followed, {len(self.found)} worlds, {spent:.0f} s: {counts}",
                *_table("entries", self.kinds.items()),
                *_table("faults that struck", self.met.items()),
                *_table("steps taken offline", offline),
                *_table("set aside", self.aside.items()),
                *self.faults(),
            ]
        )


def _table(head: str, rows: Iterable[tuple[str, object]]) -> list[str]:
    return [f"{head}:", *(f"  {name}: {value}" for name, value in sorted(rows))]


def live_with_faults(playwright: Playwright, folder: Path, entries: int, seed: int) -> Run:
    """Live until at least so many entries are made."""
    run = Run()
    while run.entered < entries:
        chance = Random(f"{seed}, world {len(run.found)}")  # noqa: S311
        _one_world(playwright, folder / f"world-{len(run.found)}", chance, run, entries)
    return run


def _one_world(
    playwright: Playwright, folder: Path, chance: Random, run: Run, entries: int
) -> None:
    ledger = Ledger()
    with a_world(playwright, folder) as world:
        ledger.begins(read(folder / "diary"))
        someone = Someone(world, chance, ledger)
        run.sessions += _live(world, someone, entries - run.entered)
        world.kill_server()
        found = compare(ledger, read(folder / "diary"))
    run.met += world.met + world.line.met
    run.met += Counter({f"two tabs, {end}": n for end, n in ledger.races.items()})
    run.steps += someone.steps
    run.offline += someone.offline
    run.taps += ledger.taps.total()
    run.kinds += found.kinds
    run.aside += found.aside
    run.found.append(found)


def _live(world: World, someone: Someone, entries: int) -> int:
    """Some days, until there are enough entries; how many sessions were done."""
    sessions = 0
    for day in range(DAYS):
        if day:
            world.next_morning()
        someone.check_in()
        for _ in range(2):
            someone.screen()
            if not someone.session():
                break
            sessions += 1
            world.later(BETWEEN)
        if len(someone.ledger.entries) >= entries:
            break
    return sessions
