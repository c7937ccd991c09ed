"""Which tables are there, how many cases has each, and where may a worse sign soften the advice?"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spineward.clinical.spaces import SPACES
from spineward.clinical.spaces.space import Space
from tools.docs.markdown import page, table

FILE = Path(__file__).with_name("invariants.toml")
LEAD = """Every rule set is written out over its whole input space: every combination of the answers
it reads, with every number on both sides of its limit. `python3 dev.py proofs` asks the rules about
each case again, compares the tables, and ends with the number of cases and the rate.
`spineward rules diff` says in words which situations a change moved."""
HOW = """A space has axes: the questions its rules ask, with every value that can make a difference.
Why the parts make up the whole: the rules of a table of answers read nothing but its axes, which is
watched in thousands of its cases (in all, when it has no more);
the tables are joined by the strictest finding, which is proved over every finding
that they contain; and what a table holds still is named in its file with the reason.
"Worse" is stated for each axis: yes after no, not sure after no, more recent, more, further down,
never examined. In every case of every table one step to the worse must leave advice as strict or
stricter. Where it does not, by design, the exception stands below with its exact number of cases;
one more or one fewer fails the build."""


def proofs() -> str:
    """The page of the complete tables."""
    total = sum(space.size for space in SPACES)
    pairs = sum(_pairs(space) for space in SPACES)
    summary = f"**{len(SPACES)} tables, {total:,} cases, {pairs:,} pairs one sign apart.**"
    rows = (
        (f"`{space.id}`", space.about, " ".join(space.rules), f"{space.size:,}") for space in SPACES
    )
    return page(
        "Complete tables and proofs",
        LEAD,
        summary,
        HOW,
        "## Where a worse sign may lead to milder advice",
        "Each has a source in the clinical text. None of them opens a lock.",
        table(["Table", "Worse", "Cases", "Why", "Source"], _exceptions()),
        "## The tables",
        "They stand in `spineward/content/tables/`; what each varies, in "
        "`spineward/clinical/spaces/`.",
        table(["Table", "About", "Rules", "Cases"], rows),
        "## What must always hold",
        "The first fifteen are the invariants of the clinical text, in its order.",
        table(["", "What holds", "Proved by"], _proved()),
    )


def invariants() -> list[dict[str, Any]]:
    """What must always hold, with the tests that prove it."""
    found: list[dict[str, Any]] = tomllib.loads(FILE.read_text("utf-8"))["invariant"]
    return found


def _proved() -> Iterator[tuple[str, str, str]]:
    for one in invariants():
        yield str(one["id"]), one["holds"], "; ".join(_link(test) for test in one["tests"])


def _link(test: str) -> str:
    file, _, name = test.partition("::")
    said = name.removeprefix("test_").replace("_", " ") or f"all of {file}"
    return f"[{said}](../../tests/{file})"


def _pairs(space: Space) -> int:
    return sum(space.size // len(axis.values) * len(axis.worse) for axis in space.axes)


def _exceptions() -> Iterator[tuple[str, str, str, str, str]]:
    for space in SPACES:
        for one in space.exceptions:
            yield f"`{space.id}`", one.axis, f"{one.cases:,}", one.why, one.source
