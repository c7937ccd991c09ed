"""How does a test live a few days? Short ways to answer pages and to finish check-ins."""

from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import uuid4

from spineward.clinical.check_in import Kind
from spineward.clinical.facts import Assessment
from spineward.diary import journey
from spineward.diary.models import Person
from tests.cases.build import BACKGROUND, FEATURES, MEDICINES

HOME = timezone(timedelta(hours=1))
MORNING = datetime(2026, 11, 20, 8, 0, tzinfo=HOME)

SCREEN: dict[str, dict[str, Any]] = {
    "Q1": {"item": {"A1": "no", "A2": "no", "A3": "no", "A4": "no_change"}},
    "Q2": {"item": dict.fromkeys(("A5", "A6", "A7", "A8", "B1", "B9", "C10", "C11", "C13"), "no")},
    "Q3": {"item": dict.fromkeys(("A10", "A11", "A12", "A13", "B3", "B5", "B6"), "no")},
    "Q4": {"item": dict.fromkeys(("A9", "A15", "A16", "B2", "B7", "C1", "C4"), "no")},
    "Q5": {
        "item": dict.fromkeys(("A14", "B4", "B8", "B10", "C2", "C15"), "no"),
        "background": dict.fromkeys(BACKGROUND, "no"),
        "pregnant": "no",
        "spine_procedure": [],
    },
    "Q6": {"item": dict.fromkeys(("C3", "C5", "C6", "C7", "C8", "C9", "C12", "C16"), "no")},
    "Q7": {"clearance": {f"CL{n}": "no" for n in range(1, 7)}, "item": {"C14": "no"}},
}
ABOUT: dict[str, Any] = {
    "age": 45,
    "episode_start": "2026-11-02",
    "leg_onset": "2026-11-02",
    "first_ever": "no",
    "change_so_far": 0,
    "floor_ok": "yes",
    "features": dict.fromkeys(FEATURES, "no"),
    "worse_bending": "no",
    "medicines": dict.fromkeys(MEDICINES, "no"),
}


def answer(person: Person, page: str, answers: dict[str, Any], now: datetime = MORNING) -> None:
    """Send one page once."""
    journey.answer(person, page, answers, now=now, client_id=uuid4())


def screen(person: Person, now: datetime = MORNING) -> None:
    """Q1 to Q7 with "None of these" on every page."""
    for page, answers in SCREEN.items():
        answer(person, page, answers, now)


def day(leg: int = 4, back: int = 2) -> dict[str, Any]:
    """What a check-in asks of the day: right calf and low back."""
    return {
        "leg_now": leg,
        "back_now": back,
        "worst_24h": leg,
        "eased_by_position": "yes",
        "can_sit_10": "yes",
        "can_stand_10": "yes",
        "can_walk_10": "yes",
        "after_activity": "none",
        "nights_broken": 0,
        "chart": [
            {"zone": "calf_upper", "side": "right", "pain": leg},
            {"zone": "low_back_midline", "side": "middle", "pain": back},
        ],
    }


def finish(person: Person, now: datetime = MORNING, kind: Kind = "daily") -> Assessment:
    """Send the last button of a check-in once."""
    return journey.finish_check_in(person, kind, now=now, client_id=uuid4())


def first_check_in(person: Person, now: datetime = MORNING, leg: int = 4) -> Assessment:
    """A whole first check-in with nothing to report."""
    screen(person, now)
    answer(person, "about", ABOUT, now)
    answer(person, "now", day(leg), now)
    return finish(person, now, "first")
