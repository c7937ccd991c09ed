"""What can a rule lead to at most? The most urgent level or gate that its own text names.

Read off the program text like the numbers (rulebook), so that nobody lists it and no list goes
stale. A rule that asks about another rule does not lead to what that one leads to, so the walk
stops there; tests compare the answer with what rules find for thousands of people.
"""

import ast
import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from types import FunctionType, MappingProxyType
from typing import Any, Literal

from spineward.clinical.assessment import RULE_SETS
from spineward.clinical.facts import CareLevel, Gate
from spineward.clinical.program import text
from spineward.clinical.rulebook import SETS, rulebook
from spineward.clinical.rules import clearance
from spineward.clinical.rules.rule import RuleOf

Outcome = Literal["call", "today", "soon", "routine", "movement", "set", "steady"]
OUTCOMES: tuple[Outcome, ...] = ("call", "today", "soon", "routine", "movement", "set", "steady")
"""The most urgent first; then what is open today, what a set means, and what asks for nothing."""
BY_LEVEL: Mapping[CareLevel, Outcome] = {
    CareLevel.EMERGENCY: "call",
    CareLevel.SAME_DAY: "today",
    CareLevel.SOON: "soon",
    CareLevel.ROUTINE: "routine",
}
PACKAGE = "spineward.clinical"


@lru_cache(maxsize=1)
def by_outcome() -> Mapping[Outcome, tuple[str, ...]]:
    """The ids of all rules under what each leads to at most, in the order of the rulebook."""
    of = {id: leads_to(id) for id in rulebook()}
    return MappingProxyType({one: tuple(id for id in of if of[id] == one) for one in OUTCOMES})


@cache
def leads_to(id: str) -> Outcome:
    """What one rule leads to at most."""
    rule = rulebook()[id]
    if any(rule in rules.rules for rules in SETS):
        return "set"
    if rule in clearance.RULES.rules:  # a visit too, yet what it is about is which moves are fine
        return "movement"
    named = list(_named(inspect.unwrap(rule.reads), set()))
    level = max((one for one in named if isinstance(one, CareLevel)), default=CareLevel.SELF_CARE)
    if level in BY_LEVEL:
        return BY_LEVEL[level]
    return "movement" if any(isinstance(one, Gate) for one in named) else "steady"


def _named(function: Any, seen: set[Callable[..., Any]]) -> Iterator[CareLevel | Gate]:
    """Every level and every gate but the open one that a function, or its helpers, name."""
    if function in seen:
        return
    seen.add(function)
    for node in ast.walk(text(function)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.value.id == "CareLevel":
                yield CareLevel[node.attr]
            elif node.value.id == "Gate" and node.attr != Gate.FULL.name:
                yield Gate[node.attr]
        elif isinstance(node, ast.Name):
            helper = _helper(function.__globals__.get(node.id))
            if helper is not None:
                yield from _named(helper, seen)


def _helper(thing: Any) -> FunctionType | None:
    """A function of ours that is no rule itself."""
    function = inspect.unwrap(thing) if callable(thing) else None
    if not isinstance(function, FunctionType) or function in _rules():
        return None
    return function if function.__module__.startswith(PACKAGE) else None


@lru_cache(maxsize=1)
def _rules() -> frozenset[Callable[..., Any]]:
    rules: list[RuleOf[Any, Any]] = [rule for one in (*RULE_SETS, *SETS) for rule in one.rules]
    return frozenset(inspect.unwrap(rule.reads) for rule in rules)
