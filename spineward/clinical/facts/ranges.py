"""Which whole numbers are possible? One place for pages, commands and engine alike (spec 0.2)."""

from collections.abc import Mapping
from types import MappingProxyType

RANGES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "age": (0, 120),
        "change_so_far": (-3, 3),
        "pregnant_week": (1, 42),
        "leg_now": (0, 10),
        "back_now": (0, 10),
        "worst_24h": (0, 10),
        "hours_at_8": (0, 72),
        "nights_broken": (0, 3),
        "global_change": (-3, 3),
        "psfs": (0, 10),
        "rmdq": (0, 24),
        "fear_moving": (0, 10),
        "weeks_off_work": (0, 5200),
        "pain": (0, 10),
        "tingling": (0, 3),
        "numbness": (0, 3),
    }
)
"""Lowest and highest allowed value by field name."""
