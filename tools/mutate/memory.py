"""What is known from earlier runs? The outcome of each mutant, kept in a file that git ignores.

A killed mutant is not tried again while its function's text and the file of the test that killed it
are the same; whatever survived is. `--all` forgets everything.
"""

import json
from pathlib import Path
from typing import Protocol

from tools.mutate.child import Outcome
from tools.mutate.recording import print_of


class Named(Protocol):
    """A mutant of either kind."""

    @property
    def id(self) -> str: ...
    @property
    def print(self) -> str: ...


class Memory:
    """Outcomes by mutant; each is written at once, so that a run can be cut off."""

    def __init__(self, file: Path, root: Path) -> None:
        self.file, self.root = file, root
        self.known: dict[str, tuple[Outcome, str]] = {}
        for line in file.read_text("utf-8").splitlines() if file.exists() else ():
            row = json.loads(line)
            self.known[row["mutant"]] = (Outcome(row["fate"], row["by"]), row["test"])

    def of(self, mutant: Named) -> Outcome | None:
        """What is known of this mutant and still holds."""
        outcome, test = self.known.get(_key(mutant), (None, ""))
        if outcome is None or outcome.fate not in ("killed", "timeout"):
            return None
        return outcome if test == self._test_print(outcome.by) else None

    def last(self, mutant: Named) -> Outcome:
        """What became of it when it was tried last."""
        return self.known.get(_key(mutant), (Outcome("untried"), ""))[0]

    def keep(self, mutant: Named, outcome: Outcome) -> None:
        """Remember what became of it."""
        test = self._test_print(outcome.by)
        self.known[_key(mutant)] = (outcome, test)
        row = {"mutant": _key(mutant), "fate": outcome.fate, "by": outcome.by, "test": test}
        with self.file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")

    def _test_print(self, test: str) -> str:
        path = self.root / test.partition("::")[0]
        return print_of(path) if path.is_file() else ""


def _key(mutant: Named) -> str:
    return f"{mutant.print} {mutant.id}"
