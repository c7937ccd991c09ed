"""Which rules are there, and which numbers does each use? All of them, by id."""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property, lru_cache
from types import CodeType, FunctionType, MappingProxyType
from typing import Any

from spineward.clinical.assessment import RULE_SETS
from spineward.clinical.case import Case
from spineward.clinical.catalogue import ContentError, limits
from spineward.clinical.rules import set_alarms, set_rows, stop_session
from spineward.clinical.rules.rule import RuleOf

SETS = (set_alarms.RULES, set_rows.RULES, stop_session.RULES)
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
    return tuple(sorted(set(_constants(rule.reads, set())) & limits().keys()))


def _constants(function: Any, seen: set[Any]) -> Iterator[str]:
    """Every text constant of a function and of our own functions that it names."""
    function = _plain(function)
    if function is None or function in seen:
        return
    seen.add(function)
    for code in _codes(function.__code__):
        yield from (value for value in code.co_consts if isinstance(value, str))
        for name in code.co_names:
            yield from _constants(function.__globals__.get(name), seen)
            yield from _constants(vars(Case).get(name), seen)


def _plain(function: Any) -> FunctionType | None:
    """The function behind a decorator, when it is one of ours."""
    if isinstance(function, cached_property):
        function = function.func
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    ours = isinstance(function, FunctionType) and function.__module__.startswith(PACKAGE)
    return function if ours else None


def _codes(code: CodeType) -> Iterator[CodeType]:
    """A function's code and that of the functions inside it."""
    yield code
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _codes(inner)
