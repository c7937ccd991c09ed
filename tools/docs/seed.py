"""What became of each statement of the article that Spineward began with? A page, and its gaps.

`python -m tools.docs.seed` prints every gap and ends with 1 when there is one.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from spineward.clinical import care
from spineward.clinical.catalogue import read, words
from spineward.clinical.library import movements
from tools.docs.gaps import missing_tests
from tools.docs.hazard_log import FROM_LOG, link_to_test, rule_link
from tools.docs.markdown import anchor, names, page, table
from tools.docs.trace import Trace, read_trace

LEAD = """Spineward began with an article on self-care for sciatica. Each statement of it stands
here in our own words, with what came of it: the **rules** or **movements** that carry it, the
**words** that say it to a person, and the **tests** that fail when one of these goes.

A statement that lacks one of the three fails the tests: `python -m tools.docs.seed`. Some
statements give advice on daily life, on heat and ice or on other people's care. No rule decides on
these and no movement carries them. There a **card** of advice stands in, and the page says why.
Where guidance is firmer than the article, guidance was followed, and the statement says how."""


@dataclass(frozen=True)
class Statement:
    """One statement and what implements and proves it."""

    id: str
    says: str
    how: str
    words: tuple[str, ...]
    tests: tuple[str, ...]
    rules: tuple[str, ...] = ()
    movements: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    instead: str = ""


def statements() -> tuple[Statement, ...]:
    """Every statement in the order of the article."""
    return tuple(statement(row) for row in read("seed.toml")["statement"])


def statement(row: dict[str, Any]) -> Statement:
    """One table of the file; a field that is missing or unknown raises TypeError."""
    lists = ("words", "tests", "rules", "movements", "cards")
    return Statement(**{**row, **{name: tuple(row.get(name, ())) for name in lists}})


def seed_gaps(said: Iterable[Statement], trace: Trace) -> Iterator[str]:
    """Every gap in a sentence: what a statement lacks, and what it names that does not exist."""
    known = {
        "rule": frozenset(trace.rules),
        "movement": frozenset(movements()),
        "card": frozenset(care.cards("care")),
    }
    for one in said:
        owner = f"Statement {one.id} ('{one.says}')"
        named = {"rule": one.rules, "movement": one.movements, "card": one.cards}
        for kind, ids in named.items():
            yield from (f"{owner}: there is no {kind} {id}." for id in ids if id not in known[kind])
        yield from _lacking(one, owner)
        for said_by in one.words:
            if not any(id == said_by or id.startswith(f"{said_by}.") for id in trace.words):
                yield f"{owner}: there is no sentence {said_by}."
        yield from missing_tests(trace, owner, one.tests)


def _lacking(one: Statement, owner: str) -> Iterator[str]:
    if not (one.rules or one.movements or one.cards):
        yield f"{owner} is carried by no rule, no movement and no card."
    elif not (one.rules or one.movements or one.instead):
        yield f"{owner} is carried by a card alone, and nothing says why that is enough."
    if not one.words:
        yield f"{owner} is not told to anyone: it names no words."
    if not one.tests:
        yield f"{owner} is proved by nothing: it names no test."


def seed_coverage() -> str:
    """The page of all statements."""
    known = statements()
    cards = [one for one in known if not (one.rules or one.movements)]
    count = (
        f"{len(known)} statements; {len(known) - len(cards)} are carried by rules or movements, "
        f"{len(cards)} by cards alone."
    )
    head = ["", "The article says", "What we do", "Carried by", "Words", "Tests"]
    return page("Seed coverage", LEAD, count, table(head, map(_row, known)))


def _row(one: Statement) -> tuple[str, ...]:
    carried = [rule_link(id, FROM_LOG) for id in one.rules]
    carried += [_movement(id) for id in one.movements]
    carried += [f"card `{id}`" for id in one.cards]
    how = f"{one.how} *{one.instead}*" if one.instead else one.how
    tests = "; ".join(link_to_test(test, FROM_LOG) for test in one.tests)
    return one.id, one.says, how, " ".join(carried), names(one.words), tests


def _movement(id: str) -> str:
    heading = f"{id} {words()[f'movement.{id}.name']}"
    return f"[{id}](../reference/movements.md{anchor(heading)})"


def main() -> int:
    """Print each gap; 1 when there is one."""
    known = statements()
    found = list(seed_gaps(known, read_trace()))
    for gap in found:
        print(gap)
    print(f"{len(known)} statements: {len(found) or 'no'} gap{'s' if len(found) != 1 else ''}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
