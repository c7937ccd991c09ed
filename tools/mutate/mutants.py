"""Which mutants does a file have? Every one with a name that stays, and the code it becomes."""

import ast
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType

from tools.mutate.operators import changes

Place = tuple[ast.AST, str, int | None]
"""A parent, the field of it that holds the node, and the place in that field when it is a list."""
NO_BEHAVIOUR = ("TypeVar", "dataclass", "lru_cache")
"""Calls at import that only the type checker, the shape of a class or the speed depends on."""
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Mutant:
    """One change. `scope` is the function it lies in, "" for what runs when the file is loaded;
    `in_class` says that this makes a class."""

    file: str
    scope: str
    change: str
    in_class: bool
    lines: frozenset[int]
    """The lines of the statement that is changed; at import with what it holds."""
    around: frozenset[int]
    """The lines of the whole function: who runs the rare ones among them knows it best."""
    name: str
    """What that statement defines, for what runs at import."""
    print: str
    """Of the function's text, or the file's: another text is another mutant."""
    tree: ast.Module = field(repr=False, compare=False)
    place: Place = field(repr=False, compare=False)
    new: ast.AST = field(repr=False, compare=False)

    @property
    def id(self) -> str:
        """How it is called in every list."""
        return f"{self.file}::{self.scope or '(import)'}: {self.change}"

    def code(self, path: str) -> CodeType:
        """The file with this one change, compiled; the tree is as before afterwards."""
        parent, name, at = self.place
        held = getattr(parent, name)
        old = held if at is None else held[at]
        _put(parent, name, at, self.new)
        try:
            return compile(self.tree, path, "exec", dont_inherit=True)
        finally:
            _put(parent, name, at, old)


def mutants(file: Path, name: str, members: Mapping[str, str]) -> list[Mutant]:
    """Every mutant of one file, in the order of its text."""
    tree = ast.parse(file.read_text("utf-8"))
    counted: Counter[tuple[str, str]] = Counter()
    prints: dict[str, str] = {}
    spans = dict(_spans(tree, ""))
    found = []
    for scope, in_class, statement, place, node in _nodes(tree):
        for raw in changes(node, members):
            new = ast.fix_missing_locations(ast.copy_location(raw, node))
            change = f"{_text(node)} -> {_text(new)}"
            counted[scope, change] += 1
            if (again := counted[scope, change]) > 1:
                change += f" (#{again})"
            if scope not in prints:
                owner = ast.unparse(_outermost(tree, scope))
                prints[scope] = hashlib.sha256(owner.encode()).hexdigest()[:16]
            found.append(
                Mutant(
                    name,
                    scope,
                    change,
                    not scope and in_class,
                    _lines(statement) if scope else _whole(statement),
                    spans.get(scope) or _whole(statement),
                    _defines(statement),
                    prints[scope],
                    tree,
                    place,
                    new,
                )
            )
    return found


def _nodes(tree: ast.Module) -> Iterator[tuple[str, bool, ast.stmt, Place, ast.AST]]:
    """Every node that may change, with its function, its statement and where it hangs."""
    todo: list[tuple[str, ast.stmt | None, str, Place | None, ast.AST]] = []
    todo.append(("", None, "", None, tree))
    while todo:
        scope, statement, path, place, node = todo.pop()
        if isinstance(node, ast.stmt):
            statement = node
        if place and statement and not isinstance(node, ast.arguments):
            yield scope, bool(path), statement, place, node
        inside, below = scope, path
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            below = f"{path}{node.name}."
            inside = scope if isinstance(node, ast.ClassDef) else below[:-1]
        for name, at, child in reversed(list(_children(node))):
            body = name == "body" and isinstance(node, FUNCTIONS)
            todo.append((inside if body else scope, statement, below, (node, name, at), child))


def _spans(node: ast.AST, path: str) -> Iterator[tuple[str, frozenset[int]]]:
    """The lines of each function."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (*FUNCTIONS, ast.ClassDef)):
            yield f"{path}{child.name}", _whole(child)
            yield from _spans(child, f"{path}{child.name}.")
        else:
            yield from _spans(child, path)


def _children(node: ast.AST) -> Iterator[tuple[str, int | None, ast.AST]]:
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "bases", "type_comment", "ctx", "op", "ops"):
            continue
        for at, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(child, ast.AST) and not _left_out(node, name, child):
                yield name, at, child


def _left_out(parent: ast.AST, name: str, child: ast.AST) -> bool:
    """Imports, docstrings, texts inside f-strings, and what only types are made of."""
    if isinstance(child, ast.Import | ast.ImportFrom) or isinstance(parent, ast.JoinedStr):
        return isinstance(child, ast.Import | ast.ImportFrom | ast.Constant)
    if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
        return True
    if isinstance(child, ast.Call) and ast.unparse(child.func) in NO_BEHAVIOUR:
        return True
    if name == "decorator_list" and not isinstance(child, ast.Call):
        return True
    alias = isinstance(child, ast.Assign) and isinstance(child.value, ast.Subscript)
    return (alias and isinstance(parent, ast.Module)) or _is_all(child)


def _is_all(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"


def _lines(statement: ast.stmt) -> frozenset[int]:
    """The lines of a simple statement, or of the head of a compound one."""
    body = getattr(statement, "body", None) or getattr(statement, "cases", None)
    last = statement.end_lineno or statement.lineno
    if body and isinstance(body[0], ast.stmt):
        last = max(statement.lineno, body[0].lineno - 1)
    return frozenset(range(statement.lineno, last + 1))


def _whole(statement: ast.stmt) -> frozenset[int]:
    """All lines of what is made at import: whoever runs the body of a function meets its rule."""
    return frozenset(range(statement.lineno, (statement.end_lineno or statement.lineno) + 1))


def _defines(statement: ast.stmt) -> str:
    """The names that a statement at import gives, with "|" between them: "" when it gives none."""
    if isinstance(statement, (*FUNCTIONS, ast.ClassDef)):
        return statement.name
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    if isinstance(statement, ast.AnnAssign | ast.AugAssign):
        target = statement.target
    if isinstance(target, ast.Tuple):
        return "|".join(one.id for one in target.elts if isinstance(one, ast.Name))
    return target.id if isinstance(target, ast.Name) else ""


def _outermost(tree: ast.Module, scope: str) -> ast.AST:
    """The function or class at the top of the file that holds this scope; the file for none."""
    first = scope.partition(".")[0]
    tops = (n for n in tree.body if isinstance(n, (*FUNCTIONS, ast.ClassDef)) and n.name == first)
    return next(tops, tree)


def _text(node: ast.AST) -> str:
    """A change as it is shown: of a condition without what it leads to."""
    if isinstance(node, ast.If | ast.While):
        word = "if" if isinstance(node, ast.If) else "while"
        return f"{word} {ast.unparse(node.test)}:"
    return " ".join(ast.unparse(node).split())


def _put(parent: ast.AST, name: str, at: int | None, node: ast.AST) -> None:
    if at is None:
        setattr(parent, name, node)
    else:
        getattr(parent, name)[at] = node


def members_of(answers: Path) -> dict[str, str]:
    """Each step of an enumeration and the milder one next to it (the mildest: the next)."""
    found = {}
    for node in ast.parse(answers.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef) and any("Enum" in ast.unparse(b) for b in node.bases):
            steps = [ast.unparse(n.targets[0]) for n in node.body if isinstance(n, ast.Assign)]
            for place, step in enumerate(steps):
                found[f"{node.name}.{step}"] = f"{steps[place - 1 if place else 1]}"
    return found
