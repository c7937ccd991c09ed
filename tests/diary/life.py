"""How does a test live a few days? Short ways to answer pages and to finish check-ins."""

from datetime import date, datetime, timedelta, timezone
from typing import Any
from uuid import uuid4

from spineward.clinical.check_in import Kind
from spineward.clinical.facts import Assessment
from spineward.diary import example_answers, journey
from spineward.diary.models import Person

HOME = timezone(timedelta(hours=1))
MORNING = datetime(2026, 11, 20, 8, 0, tzinfo=HOME)
SCREEN = example_answers.SCREEN
ABOUT = example_answers.about(45, date(2026, 11, 2))


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
        **example_answers.CALM,
        "leg_now": leg,
        "back_now": back,
        "worst_24h": leg,
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
