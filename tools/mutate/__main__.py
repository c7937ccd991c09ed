"""Do the tests notice every small change of the engine and of its numbers?

python -m tools.mutate                  tries what changed and what survived
python -m tools.mutate --all            forgets what was known and tries everything
python -m tools.mutate --limits         only the numbers
python -m tools.mutate --only PATTERN   only mutants whose name holds PATTERN
python -m tools.mutate --page           only write the page of what is known
python -m tools.mutate --tables         only by the complete tables, not by the tests
python -m tools.mutate --afresh         only those for which the program starts anew
python -m tools.mutate --unexplained    leaves those out that may survive, and why
python -m tools.mutate --quick          without the tests that draw their examples
python -m tools.mutate --seconds N      spares what N seconds of testing, as recorded, do not kill
"""

import argparse
import os
import re
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from math import inf
from pathlib import Path

import pytest

from tools.mutate import afresh
from tools.mutate.child import Outcome, fork
from tools.mutate.choice import Choice
from tools.mutate.limits import Moved, moved
from tools.mutate.memory import Memory
from tools.mutate.mutants import Mutant, members_of, mutants
from tools.mutate.page import WANTED, reasons, verdict, written
from tools.mutate.recording import Record, kept
from tools.mutate.station import OPTIONS, Station

ROOT = Path(__file__).parents[2]
ENGINE = ROOT / "spineward" / "clinical"
KEPT = ROOT / ".mutate"
PAGE = ROOT / "docs" / "safety" / "mutation.md"
Either = Mutant | Moved
TESTS = (
    *("tests/rules", "tests/cases", "tests/stages", "tests/content"),
    *("tests/proofs", "tests/safety", "tests/cli"),
)
NOT_ASKED = (
    *("tests/content/test_register.py", "tests/safety/test_take_out.py", "tests/cli/test_up.py"),
    "tests/proofs/test_tables.py::test_one_worse_sign_never_softens_the_advice",
    "tests/proofs/test_tables.py::test_a_rule_reads_nothing_that_its_table_leaves_out",
)
"""The first compares texts with what was recorded, so it notices any change without reading one;
the next two run other programs; the others go through a table once more, to prove what holds of
it."""
FIRST = (
    *(
        "tests/content/test_whole_content",
        "tests/content/test_hazards",
        "tests/rules/test_rulebook",
    ),
    *("tests/safety/test_traceability", "tests/safety/test_left_out"),
    *("tests/stages/test_what_cannot_be", "tests/stages/test_edges", "tests/rules/test_edges"),
    *("tests/rules/test_patterns", "tests/rules/test_rests", "tests/rules/test_known"),
)
"""What notices that a rule is not whole (its id, its sources, its hazards), or a bound moved."""
FEW, MANY = 30, 300
"""Tests that a mutant meets first, and at most, in a program that starts with it."""
NOT_CHANGED = (
    *("spaces/", "register/", "review/", "tables.py", "moves.py", "program.py"),
    *("hazards.py", "open_points.py"),
)
"""What proves and keeps record, and decides nothing about a person: the tables are their tests."""


def every() -> list[Either]:
    """All mutants, in the order of the files, then the numbers."""
    members = members_of(ENGINE / "facts" / "answers.py")
    found: list[Either] = []
    for path in sorted(ENGINE.rglob("*.py")):
        name = path.relative_to(ENGINE).as_posix()
        if not name.startswith(NOT_CHANGED):
            found += mutants(path, name, members)
    return found + list(moved(ENGINE.parent / "content"))


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.mutate")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--limits", action="store_true")
    parser.add_argument("--tables", action="store_true")
    parser.add_argument("--page", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seconds", type=float, default=inf)
    parser.add_argument("--unexplained", action="store_true")
    parser.add_argument("--afresh", action="store_true")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    asked = parser.parse_args(arguments)
    KEPT.mkdir(exist_ok=True)
    results = KEPT / "results.jsonl"
    if asked.all:
        results.unlink(missing_ok=True)
    chosen = [
        mutant
        for mutant in every()
        if re.search(asked.only, mutant.id) and (isinstance(mutant, Moved) or not asked.limits)
    ]
    chosen = chosen[:: asked.every]
    if asked.unexplained:
        chosen = [mutant for mutant in chosen if mutant.id not in reasons()]
    memory = Memory(results, ROOT)
    todo = [mutant for mutant in chosen if memory.of(mutant) is None and not asked.page]
    print(f"{len(chosen)} mutants, {len(todo)} to try", flush=True)
    if todo:
        tables(todo, results, asked.workers)
        memory = Memory(results, ROOT)
        todo = [mutant for mutant in todo if memory.of(mutant) is None]
        print(f"{len(todo)} left by the complete tables", flush=True)
    if todo and not (asked.tables or asked.afresh):
        station(todo, results, asked.workers, asked.seconds, asked.quick)
    if todo and not asked.tables:
        restart(todo, results, asked.workers)
    return report(chosen, Memory(results, ROOT))


def tables(todo: Sequence[Either], results: Path, workers: int) -> None:
    """What the complete tables notice, each worker in a process of its own."""
    helpers = []
    for share in range(workers):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                from tools.mutate.by_tables import meet_all

                memory = Memory(results, ROOT)
                inside = [
                    mutant
                    for mutant in todo
                    if isinstance(mutant, Mutant) and memory.last(mutant).fate != "spared"
                ]
                meet_all(inside, ENGINE, memory.keep, share, workers)
                code = 0
            finally:
                os._exit(code)
        helpers.append(child)
    if any(os.waitpid(child, 0)[1] for child in helpers):
        sys.exit("the tables could not be asked")


def station(todo: Sequence[Either], results: Path, workers: int, most: float, quick: bool) -> None:
    """All that can be met in one process, which is not this: this one stays without engine."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            memory, start, count = Memory(results, ROOT), time.monotonic(), [0, 0]

            def told(mutant: Either, outcome: Outcome) -> None:
                if outcome.fate == "survived" and (quick or most < inf):
                    outcome = Outcome("spared", outcome.by)
                memory.keep(mutant, outcome)
                count[0] += 1
                count[1] += outcome.fate in ("survived", "spared")
                if outcome.fate in ("survived", "spared"):
                    print(f"{outcome.fate}  {mutant.id}", flush=True)
                if count[0] % 200 == 0:
                    spent = time.monotonic() - start
                    print(
                        f"--- {count[0]} of {len(todo)}, {count[1]} survived, {spent:.0f} s",
                        flush=True,
                    )

            plugin = Station(ENGINE, KEPT / "record.json", todo, told, workers, most, quick)
            without = [f"--deselect={path}" for path in NOT_ASKED]
            code = int(pytest.main([*folders(), *without, *OPTIONS], plugins=[plugin]))
        finally:
            os._exit(code)
    if os.waitpid(child, 0)[1]:
        sys.exit("the tests could not be run")


def folders() -> list[str]:
    return [name for name in TESTS if (ROOT / name).exists()]


def restart(todo: Sequence[Either], results: Path, workers: int) -> None:
    """What is left for processes that start with the change."""
    memory = Memory(results, ROOT)
    left = [m for m in todo if isinstance(m, Mutant) and anew(m, memory.last(m))]
    record = kept(KEPT / "record.json")
    choice = Choice(record, ENGINE)
    print(f"{len(left)} to try in a program that starts with them", flush=True)

    def all_of(share: int) -> None:
        memory = Memory(results, ROOT)
        for mutant in left[share::workers]:
            memory.keep(mutant, outcome := started(mutant, choice, record))
            if outcome.fate == "survived":
                print(f"survived  {mutant.id}", flush=True)

    helpers = [fork(partial(all_of, share)) for share in range(workers)]
    if any([os.waitpid(helper, 0)[1] for helper in helpers]):  # noqa: C419 - wait for each
        sys.exit("what is left could not be tried")


def anew(mutant: Mutant, known: Outcome) -> bool:
    """Is it still to be met by a program that starts with it? What runs at import may have handed
    its values on before the change came, so there only such a program tells that it survives."""
    return known.fate == "unfit" or (known.fate in ("spared", "survived") and not mutant.scope)


def started(mutant: Mutant, choice: Choice, record: Record) -> Outcome:
    """What becomes of one of them: first the tests of whole content, then those that know it."""
    passing = [test for test, known in record.tests.items() if known.passes]
    content = [test for test in sorted(passing) if test.startswith(FIRST)]
    near = choice.ordered(choice.of(mutant) or set(passing), [])
    outcome = Outcome("survived")
    for tests in (content, near[:FEW], near[FEW:MANY]):
        if tests and outcome.fate == "survived":
            outcome = afresh.meet(mutant, ENGINE, tests, record)
    return outcome


def report(chosen: Sequence[Either], memory: Memory) -> int:
    """Say what became of the chosen, and write the page of all that is known by now."""
    why = reasons()
    found = [(mutant, memory.last(mutant)) for mutant in every()]
    asked_for = {mutant.id for mutant in chosen}
    known = verdict(
        [(mutant, outcome) for mutant, outcome in found if mutant.id in asked_for],
        {name: reason for name, reason in why.items() if name in asked_for},
    )
    for name in known.unexplained:
        print(f"survived, and nobody says why that is right: {name}")
    gone = why.keys() - {mutant.id for mutant, _ in found}
    for name in (*known.left_over, *sorted(gone)):
        print(f"tools/mutate/equivalent.toml: killed, or no mutant any more: {name}")
    tried = known.all - known.untried
    print(f"{tried} of {known.all} tried to the end, {known.killed} killed ({known.percent:.2f} %)")
    PAGE.write_text(written(found, why, f"{datetime.now(UTC):%Y-%m-%d}"), "utf-8")
    print(f"{PAGE.relative_to(ROOT)} written; {WANTED} % of all are to be killed")
    return 0 if known.sound and not gone else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
