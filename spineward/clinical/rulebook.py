"""Which rules are there, and which numbers does each use? All of them, by id.

The numbers are read off the program text: a rule uses every limit that it, or one of our functions
that it names, hands to a call. So nobody has to list them, and no list can go stale. What the other
rules of a table read (`ALONE` in rules/soon) is theirs.
"""

import ast
import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from textwrap import dedent
from types import FunctionType, MappingProxyType
from typing import Any

from spineward.clinical.assessment import RULE_SETS
from spineward.clinical.case import Case
from spineward.clinical.catalogue import ContentError, limits
from spineward.clinical.rules import set_alarms, set_rows, stop_session
from spineward.clinical.rules.rule import RuleOf
from spineward.clinical.set_case import SetCase, SetPart
from spineward.clinical.timeline import Timeline

SETS = (set_alarms.RULES, set_rows.RULES, stop_session.RULES)
READ_BY_RULES = (Case, Timeline, SetCase, SetPart)
"""Whose methods a rule may name."""
PACKAGE = "spineward.clinical"


@lru_cache(maxsize=1)
def rulebook() -> Mapping[str, RuleOf[Any, Any]]:
    """Every rule by the id of its words ("row 5" is row5); a doubled id raises ContentError."""
    found: dict[str, RuleOf[Any, Any]] = {}
    for rules in (*RULE_SETS, *SETS):
        for rule in rules.rules:
            id = rule.id.replace(" ", "")
            if id in found:
                raise ContentError(f"rule {id} stands in two places")
            found[id] = rule
    return MappingProxyType(found)


@cache
def limits_of(rule: RuleOf[Any, Any]) -> tuple[str, ...]:
    """The ids of the numbers that a rule reads, itself or through what it calls; sorted."""
    return tuple(sorted(set(_handed_on(rule.reads, set())) & limits().keys()))


def _handed_on(named: Any, seen: set[Callable[..., Any]]) -> Iterator[str]:
    """Every text that a function, or one of our functions that it names, hands to a call."""
    function = _own(named)
    if function is None or function in seen:
        return
    seen.add(function)
    for node in ast.walk(_text(function)):
        if isinstance(node, ast.Call):
            handed = (arg.value for arg in node.args if isinstance(arg, ast.Constant))
            yield from (value for value in handed if isinstance(value, str))
        elif isinstance(node, ast.Name):
            yield from _handed_on(function.__globals__.get(node.id), seen)
        elif isinstance(node, ast.Attribute):
            for owner in READ_BY_RULES:
                yield from _handed_on(vars(owner).get(node.attr), seen)


def _own(named: Any) -> FunctionType | None:
    """The function behind a property or a decorator, when it is one of ours."""
    if isinstance(named, cached_property):
        named = named.func
    elif isinstance(named, property):
        named = named.fget
    function = inspect.unwrap(named) if callable(named) else None
    ours = isinstance(function, FunctionType) and function.__module__.startswith(PACKAGE)
    return function if ours else None


@cache
def _text(function: FunctionType) -> ast.Module:
    return ast.parse(dedent(inspect.getsource(function)))
