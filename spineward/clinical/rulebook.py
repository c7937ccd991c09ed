"""Which rules are there, and which numbers does each use? All of them, by id.

The numbers are read off the program text: a rule uses every limit that it, or one of our functions
that it names, hands to a call. So nobody has to list them, and no list can go stale. What the other
rules of a table read (`ALONE` in rules/soon) is theirs.
"""

import ast
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import FunctionType, MappingProxyType
from typing import Any

from spineward.clinical.assessment import RULE_SETS
from spineward.clinical.catalogue import ContentError, limits
from spineward.clinical.program import functions_of, text
from spineward.clinical.rules import set_alarms, set_rows, stop_session
from spineward.clinical.rules.rule import RuleOf

SETS = (set_alarms.RULES, set_rows.RULES, stop_session.RULES)


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
    handed = {said for function in functions_of(rule.reads) for said in _handed_on(function)}
    return tuple(sorted(handed & limits().keys()))


def _handed_on(function: FunctionType) -> Iterator[str]:
    """Every text that a function hands to a call."""
    for node in ast.walk(text(function)):
        if isinstance(node, ast.Call):
            handed = (arg.value for arg in node.args if isinstance(arg, ast.Constant))
            yield from (value for value in handed if isinstance(value, str))
