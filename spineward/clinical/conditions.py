"""When is a line, an item page or a field asked at all, and how? What content/questions names.

Only what is known counts: a question is never put because another answer is still missing.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal

from spineward.clinical.catalogue import limit
from spineward.clinical.facts import Situation

When = Literal[
    "",
    "age_60",
    "diabetes",
    "now_8",
    "first_leg_7",
]
"""Conditions under which something is asked at all; content/questions names them."""


def holds(when: When, situation: Situation) -> bool:
    """Is the condition true, as far as is known?"""
    return CONDITIONS[when](situation)


def seated_check(situation: Situation) -> bool:
    """The strength check is done sitting, with a high risk of falling (CL5, spec 4.6)."""
    return situation.clearance.get("CL5") in ("yes", "not_sure")


def _always(_: Situation) -> bool:
    return True


def _diabetes(situation: Situation) -> bool:
    return situation.background.get("diabetes") in ("yes", "not_sure")


def _from_60(situation: Situation) -> bool:
    return situation.age is not None and situation.age >= limit("c3.age")


def _now_8(situation: Situation) -> bool:
    return max(situation.leg_now or 0, situation.back_now or 0) >= limit("b6.pain")


def _first_leg_7(situation: Situation) -> bool:
    return (situation.leg_now or 0) >= limit("severe") and not situation.history.check_ins


CONDITIONS: Mapping[When, Callable[[Situation], bool]] = MappingProxyType(
    {
        "": _always,
        "age_60": _from_60,
        "diabetes": _diabetes,
        "now_8": _now_8,
        "first_leg_7": _first_leg_7,
    }
)
