"""Does pain that comes back after four quiet weeks begin anew, by the pages alone (T8)?

Hazards: H-05 H-20.
"""

from datetime import timedelta

import pytest

from spineward.clinical.facts import Gate
from spineward.diary import journey
from tests.cast import owner
from tests.diary.life import answer, day, finish, screen
from tests.web.test_movements import GOOD, did
from tests.web.walk import ABOUT, DAY, NOW, SCREEN, Walker

BETWEEN = (2, 10, 10, 9)
"""Days between the check-ins of the quiet month; days without one do not end it."""


@pytest.fixture
def quiet(walk: Walker) -> Walker:
    """A bout that went well, then a month in which nearly nothing was felt; one day later."""
    walk.was_checked_in()
    for hours in (2, 30):
        did(walk.clock.at + timedelta(hours=hours), M10=GOOD)
    for days in BETWEEN:
        walk.clock.wait(days=days)
        screen(owner(), walk.clock.at)
        answer(owner(), "now", day(leg=1, back=1), walk.clock.at)
        finish(owner(), walk.clock.at)
    walk.clock.wait(days=1)
    return walk


def comes_back(walk: Walker, pain: int = 4, back: int = 2) -> list[str]:
    """The check-in of that day, page by page as they come; which pages those were."""
    walk.open("/check-in/")
    asked = []
    while walk.here != "/":
        page = walk.here.removeprefix("/check-in/").strip("/")
        asked.append(page)
        assert len(asked) < 30, asked
        if page in SCREEN:
            walk.send(answer="none")
        elif page == "about":
            walk.send(**{**ABOUT, "episode_start": "0", "leg_onset": "0"})
        elif page == "chart":
            walk.mark(pain, back)
        elif page in ("now", "day"):
            walk.send(**(NOW if page == "now" else DAY))
        else:
            walk.say_no()
    return asked


def test_all_signs_and_the_start_are_asked_anew_at_once(quiet: Walker) -> None:
    before = journey.assessment(owner(), now=quiet.clock.at)
    assert "T8" not in before.fired
    asked = comes_back(quiet)
    chart = asked.index("chart")
    assert asked[chart + 1 : chart + 9] == [*SCREEN, "about"]
    known = journey.situation(owner(), now=quiet.clock.at)
    assert known.episode_start == known.leg_onset == quiet.clock.at.date()
    # What helped in the old bout says little about the new one.
    assert "Nothing to count yet" in quiet.open("/progress/movements/")


def test_the_new_bout_is_limited_for_two_sessions_and_told_once(quiet: Walker) -> None:
    comes_back(quiet)
    held = journey.assessment(owner(), now=quiet.clock.at)
    assert "T8" in held.fired
    assert held.movement_gate is Gate.LIMITED
    quiet.open("/")
    assert "It came back" in quiet.text
    for hours in (2, 26):
        assert journey.assessment(owner(), now=quiet.clock.at).movement_gate is Gate.LIMITED
        did(quiet.clock.at + timedelta(hours=hours), M10=GOOD)
    quiet.clock.wait(days=2)
    answer(owner(), "now", day(leg=3), quiet.clock.at)
    finish(owner(), quiet.clock.at)
    after = journey.assessment(owner(), now=quiet.clock.at)
    assert ("T8" in after.fired, after.movement_gate) == (False, Gate.FULL)
    assert "It came back" not in quiet.open("/")


def test_a_quiet_day_begins_nothing_anew(quiet: Walker) -> None:
    asked = comes_back(quiet, pain=1, back=1)
    assert "about" not in asked
    assert "T8" not in journey.assessment(owner(), now=quiet.clock.at).fired
