"""What does each rule come to, over all cases of the tables? Its levels, days, gates and verdicts.

Read from the committed tables, so that a reviewer signs what is decided and not a summary of it.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from spineward.clinical.facts import CareLevel, Gate, SetVerdict
from spineward.clinical.rulebook import rulebook
from spineward.clinical.tables import FOLDER

MARKS: Mapping[str, str] = {
    "": "",
    "?": "not sure: ",
    "_seen": "examined after the lock: ",
    "_not_fine": "examined, not said to be fine: ",
    "_muted": "old and the same: ",
}
"""How a finding is marked in a table, and how it is said."""
FINDING = re.compile(
    rf"(?:^| )([A-Z]\w*?)({'|'.join(map(re.escape, reversed(tuple(MARKS))))})"
    rf" ({'|'.join(CareLevel.__members__)}) ({'|'.join(Gate.__members__)})(?: (\d+)d)?"
)
OF_A_SET = re.compile(r"(?:^| )(?:row_(\d+)|(SS\d))(?= )")
VERDICT = re.compile(rf" ({'|'.join(SetVerdict.__members__)})(?= |$)")


@lru_cache(maxsize=1)
def comes_to() -> Mapping[str, str]:
    """By the id of its words, what a rule comes to: the plain answer first, the strictest first."""
    found: dict[str, dict[str, set[tuple[int, str]]]] = {}
    for outcome in _outcomes():
        for id, mark, strict, text in (*_findings(outcome), *_verdicts(outcome)):
            found.setdefault(id, {}).setdefault(mark, set()).add((-strict, text))
    return {id: _told(found[id]) for id in rulebook()}


def _told(found: Mapping[str, set[tuple[int, str]]]) -> str:
    """All marks of one rule in a line; what is as the plain answer is not said twice."""
    said = {mark: "; ".join(text for _, text in sorted(told)) for mark, told in found.items()}
    alike = {mark for mark, text in said.items() if mark and text == said.get("")}
    return "; ".join(
        f"{MARKS[mark]}{'the same' if mark in alike else said[mark]}"
        for mark in MARKS
        if mark in said
    )


def _findings(outcome: str) -> Iterator[tuple[str, str, int, str]]:
    """Each finding: its rule, its mark, how strict it is, and its level, days and gate."""
    for finding in outcome.split(" + "):
        for id, mark, level, gate, days in FINDING.findall(finding):
            when = f" within {days} days" if days and days != "0" else ""
            yield id, mark, 10 * CareLevel[level] + Gate[gate], f"{level}{when}, {gate}"


def _verdicts(outcome: str) -> Iterator[tuple[str, str, int, str]]:
    """The verdict of a row or a stop that is the only one."""
    rows = OF_A_SET.findall(outcome)
    verdict = VERDICT.search(outcome)
    if len(rows) == 1 and verdict:
        row, stop = rows[0]
        yield f"row{row}" if row else stop, "", int(SetVerdict[verdict[1]]), verdict[1]


def _outcomes() -> Iterator[str]:
    """The headline of every outcome of every table."""
    for file in sorted(FOLDER.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            if line.startswith("== "):
                yield line.removeprefix("== ").rpartition(" == ")[0]
