"""Which required answers are still open? Missing is never "no": until they are given, ease only."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache

from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit
from spineward.clinical.facts import Situation
from spineward.clinical.intake import BACKGROUND

ALWAYS = (
    "age",
    "episode_start",
    "leg_onset",
    "pregnant",
    "spine_procedure",
    "floor_ok",
    "chart",
    "leg_now",
    "back_now",
    "eased_by_position",
    "can_sit_10",
    "can_stand_10",
    "can_walk_10",
    "after_activity",
    "nights_broken",
)
DERIVED_ITEMS = frozenset(("C2", "C3", "C10", "C11", "C13", "C14", "C15", "C16"))
"""Read from other answers, or opened by them: they have no tick line of their own."""
CLEARANCES = ("CL1", "CL2", "CL3", "CL4", "CL5")
"""CL6 follows from the background answer on thin bones."""


@lru_cache(maxsize=1)
def required_items() -> tuple[str, ...]:
    """The items that a complete red-flag screen has answered."""
    every = [
        f"{kind}{n}" for kind, last in (("A", 16), ("B", 10), ("C", 16)) for n in range(1, last + 1)
    ]
    return tuple(item for item in every if item not in DERIVED_ITEMS)


def missing(case: Case) -> tuple[str, ...]:
    """Names of the open answers, e.g. "age", "item.A1", "background.cancer", "screen"."""
    return (*_plain(case), *_conditional(case), *_screen(case))


def _plain(case: Case) -> Iterator[str]:
    for name in ALWAYS:
        if getattr(case.situation, name) is None:
            yield name


def _conditional(case: Case) -> Iterator[str]:
    """Questions that are only put when another answer calls for them (0.2)."""
    now = case.situation
    if now.first_ever is None and (now.age is None or now.age >= limit("c3.age")):
        yield "first_ever"
    if now.hours_at_8 is None and max(case.leg_now, case.back_now) >= limit("b6.pain"):
        yield "hours_at_8"
    if (
        now.severe_most_days is None
        and case.leg_now >= limit("severe")
        and not case.history.check_ins
    ):
        yield "severe_most_days"


def _screen(case: Case) -> Iterator[str]:
    now = case.situation
    given = now.item
    yield from (f"item.{item}" for item in required_items() if item not in given)
    if len(now.background) < len(BACKGROUND):
        yield from (f"background.{key}" for key in sorted(BACKGROUND - now.background.keys()))
    yield from (f"clearance.{key}" for key in CLEARANCES if key not in now.clearance)
    if screen_stale(now):
        yield "screen"
    lasts = timedelta(minutes=limit("screen.session_minutes"))
    if now.session_screen_at is not None and stale(now.session_screen_at, now.now, lasts):
        yield "session_screen"


def screen_stale(situation: Situation) -> bool:
    """Was the full screen answered too long ago? Not so when its items were answered just now."""
    screened, lasts = situation.screened_at, timedelta(days=limit("screen.days"))
    return screened is not None and stale(screened, situation.now, lasts)


def stale(at: datetime, now: datetime, lasts: timedelta) -> bool:
    """Older than that; or from the future, for then a clock was set back and its age is not known
    (H-11)."""
    return not timedelta(0) <= now - at <= lasts
