"""Does all content hold together? Every id that one file names must stand in the other.

One finding a line, for `spineward content check` and a test; none means sound. What a single file
can say about itself is checked where it is loaded (catalogue, library, questions).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from spineward.clinical.catalogue import ContentError, limits, read, words, zones
from spineward.clinical.hazards import hazards, scales
from spineward.clinical.intake import BACKGROUND, CLEARANCES, FEATURES, ITEMS, MEDICINES
from spineward.clinical.library import EXCLUSIONS, movements
from spineward.clinical.open_points import open_points
from spineward.clinical.questions import forms, items, medicines, pages
from spineward.clinical.register.differences import differences
from spineward.clinical.rulebook import rulebook

RULE_WORDS = ("name", "why", "do")
_LIMIT = re.compile(r'\blimit\(\s*"([^"]+)"')
_QUOTED = re.compile(r'"([a-z0-9_.]+)"')


def problems() -> list[str]:
    """Every finding, in order; a file that cannot be read at all is one finding."""
    found: list[str] = []
    for check in CHECKS:
        try:
            found += check()
        except ContentError as error:
            found.append(str(error))
    return found


def _questions() -> Iterator[str]:
    """Everything that a situation can hold is asked somewhere, and nothing else is."""
    lines = [line for page in pages().values() for line in page.lines]
    asked = {item for line in lines for item in (*line.items, *line.opens)}
    wanted = {item.id for item in items().values() if not item.derived}
    yield from _differ("items", asked, wanted, "red_flags.toml")
    yield from _differ("items", items(), ITEMS, "red_flags.toml")
    background = {key for line in lines for key in line.background}
    yield from _differ("background", background, BACKGROUND, "red_flags.toml")
    clearance = {key for line in lines for key in line.clearance}
    yield from _differ("clearance", clearance, CLEARANCES - {"CL6"}, "red_flags.toml")
    features = {f.name for form in forms().values() for f in form.fields if f.kind == "feature"}
    yield from _differ("features", features, FEATURES | {"worse_bending"}, "check_in.toml")
    medicine = {key for keys in medicines().values() for key in keys}
    yield from _differ("medicines", medicine, MEDICINES, "medicines.toml")


def _rules() -> Iterator[str]:
    """Each rule stands once (rulebook), and its sources, hazards and words are known."""
    sources = _ids("sources.toml", "source")
    known = frozenset(hazards())
    for rule in rulebook().values():
        yield from _unknown(f"rule {rule.id}", "source", rule.sources, sources)
        yield from _unknown(f"rule {rule.id}", "hazard", rule.hazards, known)
    for part in RULE_WORDS:
        yield from _words("rule", rulebook(), part)


def _limits() -> Iterator[str]:
    """Each limit is used, each one used exists, and its source is known."""
    known = limits()
    sources = _ids("sources.toml", "source")
    for row in known.values():
        yield from _unknown(f"limits.toml: {row.id}", "source", row.source.split(), sources)
    code = _code()
    for id in sorted(set(_LIMIT.findall(code)) - known.keys()):
        yield f"limits.toml: {id} is missing; a rule uses it"
    for id in sorted(known.keys() - set(_QUOTED.findall(code))):
        yield f"limits.toml: {id} is used by nothing"


def _movements() -> Iterator[str]:
    """Each movement's sources are known; nothing else has movement words."""
    sources = _ids("sources.toml", "source")
    for movement in movements().values():
        yield from _unknown(f"movement {movement.id}", "source", movement.sources, sources)
    yield from _words("movement", movements(), "name")


def _named() -> Iterator[str]:
    """Zones and exclusions have words, and no word is left over."""
    yield from _words("zone", zones())
    yield from _words("exclusion", EXCLUSIONS)
    yield from _words("background", BACKGROUND)
    yield from _words("clearance", CLEARANCES)
    yield from _words("medicine", MEDICINES)
    yield from _words("feature", FEATURES | {"worse_bending"})
    yield from _words("item", (i.id for i in items().values() if not i.derived), "question")


def _hazards() -> Iterator[str]:
    """Each hazard is whole, and it and its rules name each other."""
    scales()
    for hazard in hazards().values():
        owner = f"hazards.toml: {hazard.id}"
        named = {id for control in hazard.controls for id in control.rules}
        yield from _unknown(owner, "rule", sorted(named), frozenset(rulebook()))
        for id, rule in rulebook().items():
            if hazard.id in rule.hazards and id not in named:
                yield f"{owner}: rule {id} says that it answers it, and no control names that rule"
            if hazard.id not in rule.hazards and id in named:
                yield f"{owner}: a control names rule {id}, which does not say that it answers it"


def _points() -> Iterator[str]:
    """Each rule that rests on an open point is known."""
    for point in open_points().values():
        owner = f"open_points.toml: point {point.id}"
        yield from _unknown(owner, "rule", point.rules, frozenset(rulebook()))


CHECKS: tuple[Callable[[], Iterable[str]], ...] = (
    _questions,
    _rules,
    _limits,
    _movements,
    _named,
    _hazards,
    _points,
    differences,
)


def _differ(what: str, here: Iterable[str], wanted: Iterable[str], where: str) -> Iterator[str]:
    missing, extra = set(wanted) - set(here), set(here) - set(wanted)
    yield from (f"{where}: {what}: {id} is never asked" for id in sorted(missing))
    yield from (f"{where}: {what}: {id} is unknown" for id in sorted(extra))


def _unknown(owner: str, what: str, named: Iterable[str], known: frozenset[str]) -> Iterator[str]:
    yield from (f"{owner}: the {what} {id} is unknown" for id in named if id not in known)


def _words(kind: str, ids: Iterable[str], part: str = "") -> Iterator[str]:
    """Words `kind.<id>` (or `kind.<id>.<part>`) that are missing or belong to nothing."""
    wanted = set(ids)
    spoken = [id.split(".") for id in words()]
    width = 3 if part else 2
    there = {
        path[1]
        for path in spoken
        if path[0] == kind and len(path) == width and (not part or path[2] == part)
    }
    tail = f".{part}" if part else ""
    yield from (f"words: {kind}.{id}{tail} is missing" for id in sorted(wanted - there))
    yield from (f"words: {kind}.{id}{tail} belongs to nothing" for id in sorted(there - wanted))


def _ids(name: str, table: str) -> frozenset[str]:
    return frozenset(row["id"] for row in read(name)[table])


@lru_cache(maxsize=1)
def _code() -> str:
    """The source of the program, to see which limits it names."""
    return "\n".join(_sources(files("spineward")))


def _sources(folder: Traversable) -> Iterator[str]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _sources(entry)
        elif entry.name.endswith(".py"):
            yield entry.read_text("utf-8")
