"""What did the last run find? The page docs/safety/mutation.md, and why some may survive."""

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.docs.markdown import table
from tools.mutate.child import Outcome
from tools.mutate.limits import REFUSED, Moved
from tools.mutate.mutants import Mutant

WANTED = 97.0
"""Percent that must be killed."""
KILLED = ("killed", "timeout")
UNTRIED = ("untried", "spared", "unfit")
LONGEST = 400
"""Characters of a change that the page shows."""
EQUIVALENT = Path(__file__).with_name("equivalent.toml")
Found = Sequence[tuple[Mutant | Moved, Outcome]]

NOTICE = "<!-- Written by `python -m tools.mutate`. Change the program, not this page. -->"
LEAD = """Would a test notice if a rule were wrong? `python -m tools.mutate` changes the engine
(`spineward/clinical`) and the numbers (`spineward/content/limits.toml`) in one small place at a
time, and runs the tests that run that place, until one fails. A change that no test notices has
survived: either a test is missing, or the change makes no difference to anyone, and then this page
says why. The command writes this page; it fails when less than 97 % are killed, when a survivor
stands without a reason, or when a reason is left over."""
HOW = """Operators: a comparison moves its edge or turns round; `and` becomes `or`, and each
operand is left out; `not` is left out; arithmetic turns round; a number grows by one, a text is
another one; a step of an enumeration becomes the milder one next to it; a condition always or never
holds; a filter is left out; a result, a call, a `raise`, a `break` is left out; an argument given
by name falls back to its default; `any`, `all`, `min`, `max` change places.

Not changed: what proves and keeps record, and decides nothing about a person (`spaces/`,
`register/`, `review/`, `tables.py`, `moves.py`, `program.py`, `hazards.py`, `open_points.py`);
types and annotations, docstrings, imports, texts inside f-strings, the shape of dataclasses, sizes
of caches.

Tests that meet the mutants: rules, cases, stages, content, and of the proofs the tables, the
numbers, the lock, missing answers and the parts of a set. The test of the register is left out: it
compares texts and so notices any change unread. A change of what runs at import is loaded by a
program of its own, and refused there, or met by the tests. Each mutant gets a process of its own; a
test that takes ten times its time counts as killed and is counted apart.

A run with `--quick --seconds N` lets a mutant meet the tables for four seconds, then the tests that
know its place best, without those that draw their examples, until they come to N seconds. What is
listed below with a reason has met at least four seconds of such tests, not every test there is."""


@dataclass(frozen=True)
class Verdict:
    """What is wrong with a run; nothing when it may be published."""

    killed: int
    all: int
    untried: int
    unexplained: tuple[str, ...]
    left_over: tuple[str, ...]

    @property
    def percent(self) -> float:
        """How many of those tried were killed."""
        return 100 * self.killed / max(1, self.all - self.untried)

    @property
    def sound(self) -> bool:
        """All tried, enough killed, every survivor explained, no explanation left over."""
        right = not (self.untried or self.unexplained or self.left_over)
        return right and self.percent >= WANTED


def reasons(file: Path = EQUIVALENT) -> dict[str, str]:
    """Why a survivor makes no difference, by the name of the mutant."""
    return {
        name: row["why"]
        for row in tomllib.loads(file.read_text("utf-8")).get("equivalent", [])
        for name in row["mutants"]
    }


def _fate(mutant: Mutant | Moved, outcome: Outcome, why: Mapping[str, str]) -> str:
    """What became of it. One that we say makes no difference has survived, after some seconds."""
    return "survived" if outcome.fate == "spared" and mutant.id in why else outcome.fate


def verdict(found: Found, why: Mapping[str, str]) -> Verdict:
    """What the outcomes and the reasons come to."""
    survived = {mutant.id for mutant, outcome in found if _fate(mutant, outcome, why) == "survived"}
    untried = {mutant.id for mutant, outcome in found if _fate(mutant, outcome, why) in UNTRIED}
    return Verdict(
        sum(outcome.fate in KILLED for _, outcome in found),
        len(found),
        len(untried),
        tuple(sorted(survived - why.keys())),
        tuple(sorted(why.keys() - survived - untried)),
    )


def written(found: Found, why: Mapping[str, str], day: str) -> str:
    """The page."""
    known = verdict(found, why)
    tried = known.all - known.untried
    sentence = (
        f"Last run: {day}. Of {known.all:,} mutants {known.killed:,} were killed "
        f"({100 * known.killed / max(1, known.all):.1f} %)."
    )
    if known.untried:
        sentence += (
            f" **This is not a whole run:** {known.untried:,} were not tried to the end, so that is"
            f" the least. {tried - known.killed:,} survived."
        )
    parts = ["# Mutation testing", NOTICE, LEAD, sentence, _counts(found, why)]
    parts += ["## How it is done", HOW]
    parts += ["## What survived, and why that is right", _explained(found, why)]
    return "\n\n".join(parts) + "\n"


def _counts(found: Found, why: Mapping[str, str]) -> str:
    """A row for each file."""
    rows: dict[str, Counter[str]] = {}
    for mutant, outcome in found:
        counted = rows.setdefault(mutant.file, Counter())
        counted["refused" if outcome.by == REFUSED else _fate(mutant, outcome, why)] += 1
    head = ["File", "Mutants", "Killed", "Of these by time", "Refused to load", "Survived"]
    body = [
        (
            f"`{file}`",
            str(count.total()),
            str(sum(count[fate] for fate in (*KILLED, "refused"))),
            str(count["timeout"]),
            str(count["refused"]),
            str(count["survived"]),
            str(sum(count[fate] for fate in UNTRIED)),
        )
        for file, count in rows.items()
    ]
    return table([*head, "Not tried to the end"], body)


def _explained(found: Found, why: Mapping[str, str]) -> str:
    survived = [m.id for m, outcome in found if _fate(m, outcome, why) == "survived"]
    if not survived:
        return "Nothing survived."
    rows = [
        (f"`{id if len(id) < LONGEST else id[:LONGEST] + '...'}`", why.get(id, "not explained yet"))
        for id in survived
    ]
    return table(["Change", "Why no test can tell"], rows)
