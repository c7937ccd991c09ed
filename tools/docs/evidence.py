"""Which tests are there, what do they expect, and which hazards do they say they answer?

Read off the test files as text, without running them. A test *names* a rule when the rule's id
stands in what it asserts or in the cases it is run with: as an expected outcome, not as an answer
that is put in. So an id within `item=`, `since=` and the like, or within `ticked(...)`, counts for
nothing.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).parents[2]
PUT_IN = frozenset(
    "item since worsened examined reviewed told_ok detail answered screen unsure ids".split()
)
"""Keywords under which a test hands in answers."""
FILLERS = frozenset({"ticked", "locked", "dict", "fromkeys", "LockRecord"})
"""Functions that only build such answers."""
NAMED = re.compile(r"row ?\d+|[A-Z][A-Z_]*\d*")
ROOMS = ("cases", "rules", "stages", "proofs", "journeys", "diary")
"""Folders of tests that run rules. Elsewhere an id may stand for something else."""
HAZARD = re.compile(r"\bH-\d\d\b")


@dataclass(frozen=True)
class FileOfTests:
    """One test file: its tests with the words that each expects, and the hazards it names."""

    path: str
    expects: Mapping[str, frozenset[str]]
    hazards: frozenset[str]


@lru_cache(maxsize=1)
def files_of_tests() -> Mapping[str, FileOfTests]:
    """Every test file of the repository by its path."""
    found = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        place = path.relative_to(ROOT).as_posix()
        found[place] = read_tests(place, path.read_text("utf-8"))
    return MappingProxyType(found)


def read_tests(path: str, code: str) -> FileOfTests:
    """What one test file expects."""
    tree = ast.parse(code)
    tables = dict(_assigned(tree))
    expects = {
        node.name: frozenset(_expected(node, tables))
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }
    said = [
        ast.get_docstring(node) or ""
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef)
    ]
    return FileOfTests(path, expects, frozenset(HAZARD.findall("\n".join(said))))


def _assigned(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """The tables at the top of the file by their names."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            yield node.target.id, node.value


def _expected(test: ast.FunctionDef, tables: Mapping[str, ast.expr]) -> Iterator[str]:
    looked_at: list[ast.AST] = list(test.decorator_list)
    looked_at += [node for node in ast.walk(test) if isinstance(node, ast.Assert)]
    seen: set[str] = set()
    for top in looked_at:
        for text in _texts(top, tables, seen):
            yield from _ids(text)


def _ids(text: str) -> Iterator[str]:
    """The words of a text that could be ids: "A1?, row 5" is A1 and row5."""
    for part in text.split(","):
        if (found := NAMED.match(part.strip())) is not None:
            yield found.group().replace(" ", "")


def _texts(node: ast.AST, tables: Mapping[str, ast.expr], seen: set[str]) -> Iterator[str]:
    """The texts of an expression, and of each table that it names, without what is put in."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
        return
    if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in FILLERS:
        return
    if isinstance(node, ast.keyword) and node.arg in PUT_IN:
        return
    if isinstance(node, ast.Name) and node.id in tables and node.id not in seen:
        seen.add(node.id)
        yield from _texts(tables[node.id], tables, seen)
    for child in ast.iter_child_nodes(node):
        yield from _texts(child, tables, seen)


def naming_tests(id: str, files: Mapping[str, FileOfTests]) -> Iterator[str]:
    """The tests, as file::test, that expect something of a rule."""
    for path, tested in files.items():
        if path.split("/")[1] in ROOMS:
            yield from (f"{path}::{name}" for name, ids in tested.expects.items() if id in ids)
