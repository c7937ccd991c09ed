"""How many entries were made under which faults, and what became of them? One world after another,
until there are enough.
"""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from playwright.sync_api import Playwright

from tests.browser.fault_ledger import Found, Ledger, compare
from tests.browser.fault_person import Someone
from tests.browser.fault_world import a_world

DAYS = 5
"""A world lasts so long: then a weekly check-in would be due."""
BETWEEN = 6 * 60 * 60


@dataclass
class Run:
    """The sum of all worlds."""

    entered: int = 0
    judged: int = 0
    sessions: int = 0
    both_won: int = 0
    races: int = 0
    met: Counter[str] = field(default_factory=Counter)
    line: Counter[str] = field(default_factory=Counter)
    aside: Counter[str] = field(default_factory=Counter)
    found: list[Found] = field(default_factory=list)

    def faults(self) -> list[str]:
        """All that is wrong, in words."""
        return [line for one in self.found for line in one.faults()]

    def count(self, name: str) -> int:
        """How many are lost, doubled, strange or differ."""
        return sum(len(getattr(one, name)) for one in self.found)

    def told(self) -> str:
        """The counts, to be printed."""
        lines = [f"{self.entered} entries, {self.sessions} sessions, {self.judged} states compared"]
        lines += [f"  {name}: {self.count(name)}" for name in ("lost", "doubled", "differs")]
        lines += [f"  fault, {name}: {count} steps" for name, count in sorted(self.met.items())]
        lines += [f"  on the line, {name}: {n}" for name, n in sorted(self.line.items())]
        lines += [f"  two tabs at once: {self.races}, both kept: {self.both_won}"]
        return "\n".join([*lines, *(f"  aside, {why}: {n}" for why, n in self.aside.items())])


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
        someone = Someone(world, chance, ledger)
        for day in range(DAYS):
            if day:
                world.next_morning()
            someone.check_in()
            for _ in range(2):
                someone.screen()
                if not someone.session():
                    break
                run.sessions += 1
                world.later(BETWEEN)
            if run.entered + len(ledger.entries) >= entries:
                break
        world.kill_server()
        found = compare(ledger, folder / "diary")
        run.met += world.faults
        run.line += world.line.met
    run.found.append(found)
    run.entered += found.entered
    run.judged += found.judged
    run.aside += found.aside
    run.races += ledger.races
    run.both_won += ledger.both_won
