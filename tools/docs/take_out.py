"""Would the tests of a rule notice if it were gone? Takes it out and runs them, each rule in turn.

`python -m tools.docs.take_out [RULE ...]`: for each rule (all, when none is named) the tests that
traceability names for it are run with the rule never firing. It says which test failed first; a
rule whose tests all pass is a gap, and the command ends with 1.

It is also the pytest plugin that takes the rule out, named by SPINEWARD_WITHOUT.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType
from typing import Any

from spineward.clinical.assessment import RULE_SETS
from spineward.clinical.rules import set_alarms, set_rows, stop_session
from spineward.clinical.rules.rule import RulesOf
from tools.docs.evidence import ROOT
from tools.docs.trace import read_trace

WITHOUT = "SPINEWARD_WITHOUT"
OF_A_SET: tuple[ModuleType, ...] = (set_alarms, set_rows, stop_session)
PATIENCE = 300.0
A_TEST_FAILED = 1
"""What pytest returns then; anything else means that the tests did not run as they should."""


def pytest_configure() -> None:
    """Take the rule out, before any test is collected."""
    if WITHOUT in os.environ:
        take_out(os.environ[WITHOUT])


def take_out(rule: str) -> None:
    """Let a rule never fire, wherever it stands."""
    found = 0
    for table in _tables():
        for place, one in enumerate(table.rules):
            if one.id.replace(" ", "") == rule:
                table.rules[place] = replace(one, reads=_never)
                found += 1
    if not found:
        raise LookupError(f"there is no rule {rule}")


def _never(_: Any) -> None:
    """What is left of a rule that was taken out."""


def _tables() -> Iterator[RulesOf[Any, Any]]:
    seen: set[int] = set()
    of_sets = (table for module in OF_A_SET for table in vars(module).values())
    for table in (*RULE_SETS, *of_sets):
        if isinstance(table, RulesOf) and id(table.rules) not in seen:
            seen.add(id(table.rules))
            yield table


def noticed(rule: str, tests: tuple[str, ...]) -> tuple[bool, str]:
    """Did a test fail without the rule, and what did pytest say?"""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "--tb=no", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "-p", "tools.docs.take_out", *tests],
        cwd=ROOT,
        env={**os.environ, WITHOUT: rule},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    failed = [line for line in done.stdout.splitlines() if line.startswith("FAILED")]
    said = failed[0].removeprefix("FAILED ").partition(" - ")[0] if failed else "no test failed"
    return done.returncode == A_TEST_FAILED and bool(failed), said


def main(asked: list[str]) -> int:
    """Take each rule out in turn; 1 when one is not missed, 2 when there is no such rule."""
    rules = read_trace().rules
    if unknown := [id for id in asked if id not in rules]:
        print(f"There is no rule {unknown[0]}.")
        return 2
    unnoticed = []
    for id in asked or rules:
        missed, said = noticed(id, rules[id].tests)
        print(f"{id} taken out: {said}", flush=True)
        unnoticed += [] if missed else [id]
    count = len(asked or rules)
    print(f"Rules taken out: {count}. Missed by a test of theirs: {count - len(unnoticed)}.")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
