"""What does this process keep in mind of a person? Every cache that answers may get into, by name.

A cache that is made here is emptied when someone is erased, in whichever room it stands.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

Given = ParamSpec("Given")
Made = TypeVar("Made")
_empty: list[Callable[[], None]] = []


def kept(most: int) -> Callable[[Callable[Given, Made]], Callable[Given, Made]]:
    """Keep in mind the last results of a function, at most so many, until someone is erased."""

    def keep(function: Callable[Given, Made]) -> Callable[Given, Made]:
        cached = lru_cache(maxsize=most)(function)
        _empty.append(cached.cache_clear)
        return cast(Callable[Given, Made], cached)

    return keep


def forget() -> None:
    """Drop everything that was kept, so that nothing of an erased person stays in memory."""
    for empty in _empty:
        empty()
