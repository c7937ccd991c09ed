"""What is traced, from hazard to rule or control, to test, to source? All of it in one value.

Read from the content, the rule book and the text of the tests. The finder of gaps
(tools/docs/gaps.py) and the pages look at nothing else, so that a test can plant a gap.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from spineward.clinical import care
from spineward.clinical.catalogue import limits, read, sources, words
from spineward.clinical.hazards import Hazard, hazards
from spineward.clinical.library import movements
from spineward.clinical.rulebook import rulebook
from tools.docs.evidence import ROOT, FileOfTests, files_of_tests, naming_tests

RULE_WORDS = ("name", "why", "do")


@dataclass(frozen=True)
class Ruled:
    """A rule as the trace sees it."""

    hazards: tuple[str, ...]
    sources: tuple[str, ...]
    tests: tuple[str, ...]


@dataclass(frozen=True)
class Ground:
    """A decision that is no rule, and what it rests on."""

    id: str
    what: str
    sources: tuple[str, ...]
    where: str
    tests: tuple[str, ...]


@dataclass(frozen=True)
class Trace:
    """Hazards, rules, tests, sources and words, each by id, and which files there are."""

    hazards: Mapping[str, Hazard]
    rules: Mapping[str, Ruled]
    grounds: tuple[Ground, ...]
    tests: Mapping[str, FileOfTests]
    sources: frozenset[str]
    used: Mapping[str, frozenset[str]]
    """Who uses each source: rules, numbers, movements, cards and grounds, by their ids."""
    words: frozenset[str]
    files: frozenset[str]


def hazard_place(hazard: Hazard) -> str:
    """The page of a hazard, relative to docs/safety."""
    return f"hazards/{hazard.id}-{hazard.short}.md"


def read_trace() -> Trace:
    """The trace of the repository as it stands."""
    tests = files_of_tests()
    rules = {
        id: Ruled(rule.hazards, rule.sources, tuple(naming_tests(id, tests)))
        for id, rule in rulebook().items()
    }
    grounds = tuple(
        Ground(row["id"], row["what"], tuple(row["sources"]), row["where"], tuple(row["tests"]))
        for row in read("grounds.toml")["ground"]
    )
    return Trace(
        hazards=hazards(),
        rules=rules,
        grounds=grounds,
        tests=tests,
        sources=frozenset(sources()),
        used=_used(rules, grounds),
        words=frozenset(words()),
        files=_files(),
    )


def _used(rules: Mapping[str, Ruled], grounds: tuple[Ground, ...]) -> dict[str, frozenset[str]]:
    owners: dict[str, tuple[str, ...]] = {id: rule.sources for id, rule in rules.items()}
    owners |= {one.id: tuple(one.source.split()) for one in limits().values()}
    owners |= {one.id: one.sources for one in movements().values()}
    owners |= {one.id: one.sources for one in care.cards("care").values()}
    owners |= {one.id: one.sources for one in care.cards("explain").values()}
    owners |= {f"outlook {one.id}": one.sources for one in care.cards("prognosis").values()}
    owners |= {f"stretch {one.id}": one.sources for one in care.stretches().values()}
    owners |= {one.id: one.sources for one in grounds}
    used: dict[str, set[str]] = {}
    for owner, named in owners.items():
        for source in named:
            used.setdefault(source, set()).add(owner)
    return {source: frozenset(found) for source, found in used.items()}


def _files() -> frozenset[str]:
    """Every file of the folders that a control may name, relative to the repository."""
    folders = ("spineward", "tests", "tools", "islands", "docs")
    paths = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file())
    return frozenset(path.relative_to(ROOT).as_posix() for path in paths)
