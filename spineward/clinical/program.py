"""What does a rule lead to in our program? The functions it names, and a fingerprint of them.

The fingerprint reads the syntax tree, so that layout, comments, docstrings and annotations do not
count, while a changed condition, constant or helper does. Every Python we support finds the same.
"""

import ast
import inspect
from collections.abc import Callable, Collection, Iterator
from datetime import date, timedelta
from enum import Enum
from functools import cache, cached_property
from hashlib import sha256
from importlib import import_module
from textwrap import dedent
from types import FunctionType, ModuleType
from typing import Any

from spineward.clinical import measured
from spineward.clinical.case import Case
from spineward.clinical.set_case import SetCase, SetPart
from spineward.clinical.timeline import Timeline

READ_BY_RULES = (Case, Timeline, SetCase, SetPart, measured)
"""Whose methods a rule may name; a sign of a set is measured by the function of its name."""
PACKAGE = "spineward.clinical"
LOADER = f"{PACKAGE}.catalogue"
"""How content is read decides nothing; what it says has entries of its own."""
DIGITS = 12
_SILENT = ("type_params", "type_comment", "kind", "ctx", "returns", "annotation")
"""Parts of a syntax tree that decide nothing, or that only some versions of Python write."""


@cache
def functions_of(reads: Callable[..., Any]) -> tuple[FunctionType, ...]:
    """A function and every function of ours that it leads to, each once."""
    found: dict[FunctionType, None] = {}
    _follow(reads, found)
    return tuple(found)


def _follow(named: Any, found: dict[FunctionType, None]) -> None:
    function = _own(named)
    if function is None or function in found:
        return
    found[function] = None
    for thing in _named_by(function):
        _follow(thing, found)


@cache
def _named_by(function: FunctionType) -> tuple[Any, ...]:
    """What the text of a function names: globals, methods of a case, what it was made with."""
    made_with = [cell.cell_contents for cell in function.__closure__ or ()]
    return (*made_with, *_each_named(function))


def _each_named(function: FunctionType) -> Iterator[Any]:
    scope = function.__globals__
    for node in ast.walk(text(function)):
        if isinstance(node, ast.Name):
            yield scope.get(node.id)
        elif isinstance(node, ast.Attribute):
            yield from (vars(owner).get(node.attr) for owner in READ_BY_RULES)
            module = scope.get(node.value.id) if isinstance(node.value, ast.Name) else None
            if isinstance(module, ModuleType) and module.__name__.startswith(PACKAGE):
                yield getattr(module, node.attr, None)


def _own(named: Any) -> FunctionType | None:
    """The function behind a property or a decorator, when it is one of ours."""
    if isinstance(named, cached_property):
        named = named.func
    elif isinstance(named, property):
        named = named.fget
    function = inspect.unwrap(named) if callable(named) else None
    if not isinstance(function, FunctionType) or function.__module__ == LOADER:
        return None
    return function if function.__module__.startswith(PACKAGE) else None


@cache
def text(function: FunctionType) -> ast.Module:
    """The syntax tree of one function."""
    return ast.parse(dedent(inspect.getsource(function)))


def fingerprint(reads: Callable[..., Any]) -> str:
    """Twelve digits that change when what a rule does may have changed."""
    parts = sorted({_shape(function) for function in functions_of(reads)})
    return sha256("\n".join(parts).encode()).hexdigest()[:DIGITS]


def module_fingerprint(name: str, apart: Collection[FunctionType] = ()) -> str:
    """The same for a whole module of ours, its imports and the functions `apart` aside."""
    tree = ast.parse(inspect.getsource(import_module(f"{PACKAGE}.{name}")))
    others = {one.__qualname__ for one in apart if one.__module__ == f"{PACKAGE}.{name}"}
    for one in ast.walk(tree):
        if isinstance(one, ast.Module | ast.ClassDef):
            owner = f"{one.name}." if isinstance(one, ast.ClassDef) else ""
            one.body = [part for part in one.body if not _is_apart(part, owner, others)]
    return sha256(_tree(tree).encode()).hexdigest()[:DIGITS]


def _is_apart(node: ast.stmt, owner: str, others: Collection[str]) -> bool:
    if isinstance(node, ast.FunctionDef):
        return owner + node.name in others
    return isinstance(node, ast.Import | ast.ImportFrom)


def question_of(name: str) -> str:
    """Which question a module of ours answers: the first line of its docstring."""
    return (import_module(f"{PACKAGE}.{name}").__doc__ or "").split("\n")[0]


@cache
def _shape(function: FunctionType) -> str:
    """One function with the constants that it names, and without what decides nothing."""
    constants = {repr_of for thing in _named_by(function) if (repr_of := _constant(thing))}
    return " ".join([_tree(text(function)), *sorted(constants)])


def _tree(node: Any) -> str:
    if isinstance(node, list):
        return f"[{' '.join(_tree(one) for one in node)}]" if node else ""
    if not isinstance(node, ast.AST):
        return repr(node)
    fields = [
        f"{name}={found}"
        for name, value in ast.iter_fields(node)
        if value is not None and name not in _SILENT
        for found in [_tree(_spoken(value) if name in ("body", "decorator_list") else value)]
        if found
    ]
    return f"{type(node).__name__}({' '.join(fields)})"


def _spoken(statements: Any) -> Any:
    """Statements without docstrings, and decorators without the one that names a rule."""
    if not isinstance(statements, list):
        return statements
    return [one for one in statements if not _is_text(one) and not _names_a_rule(one)]


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _names_a_rule(node: ast.AST) -> bool:
    """`@RULES.rule(...)`: its sources and hazards are compared by themselves."""
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Attribute) and called.attr == "rule"


def _constant(thing: Any) -> str:
    """A plain value written out the same each time; nothing for whatever else a name may mean."""
    if isinstance(thing, Enum):
        return str(thing)
    if isinstance(thing, dict):
        pairs = [f"{_constant(key)}:{_constant(value)}" for key, value in thing.items()]
        return "{" + " ".join(pairs) + "}"
    if isinstance(thing, set | frozenset):
        return "{" + " ".join(sorted(map(_constant, thing))) + "}"
    if isinstance(thing, list | tuple):
        return "(" + " ".join(map(_constant, thing)) + ")"
    plain = isinstance(thing, str | int | float | range | date | timedelta)
    return repr(thing) if plain else ""
