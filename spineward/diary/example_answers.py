"""What does somebody answer who has pain in one leg, and no warning sign? Page by page.

The example person does, and so does whoever lives through the tests.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from spineward.clinical.intake import BACKGROUND, FEATURES, MEDICINES

SCREEN: dict[str, dict[str, Any]] = {
    "Q1": {"item": {"A1": "no", "A2": "no", "A3": "no", "A4": "no_change"}},
    "Q2": {"item": dict.fromkeys(("A5", "A6", "A7", "A8", "B1", "B9", "C10", "C11", "C13"), "no")},
    "Q3": {"item": dict.fromkeys(("A10", "A11", "A12", "A13", "B3", "B5", "B6"), "no")},
    "Q4": {"item": dict.fromkeys(("A9", "A15", "A16", "B2", "B7", "C1", "C4"), "no")},
    "Q5": {
        "item": dict.fromkeys(("A14", "B4", "B8", "B10", "C2", "C15"), "no"),
        "background": dict.fromkeys(sorted(BACKGROUND), "no"),
        "pregnant": "no",
        "spine_procedure": [],
    },
    "Q6": {"item": dict.fromkeys(("C3", "C5", "C6", "C7", "C8", "C9", "C12", "C16"), "no")},
    "Q7": {"clearance": {f"CL{n}": "no" for n in range(1, 7)}, "item": {"C14": "no"}},
}
"""The whole screen with "None of these" on every page."""
SHORT_SCREEN = {"item": dict.fromkeys(("A1", "A2", "A3", "A5", "A6", "A7"), "no")}
"""The page before a session."""
CALM: Mapping[str, Any] = {
    "eased_by_position": "yes",
    "can_sit_10": "yes",
    "can_stand_10": "yes",
    "can_walk_10": "yes",
    "after_activity": "none",
    "nights_broken": 0,
}
"""What a check-in asks beside the pain, on a day that is none of a flare."""


def about(age: int, began: date) -> dict[str, Any]:
    """Who it is, and since when."""
    return {
        "age": age,
        "episode_start": began.isoformat(),
        "leg_onset": began.isoformat(),
        "first_ever": "no",
        "change_so_far": 0,
        "floor_ok": "yes",
        "features": dict.fromkeys(sorted(FEATURES), "no"),
        "worse_bending": "no",
        "medicines": dict.fromkeys(sorted(MEDICINES), "no"),
    }
