"""Does a rest last its hours wherever the person flies, and when the clocks change? Hazards: H-11.

The clock of the person moves; the hours that lie between two moments do not.
"""

from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import Gate, History, Situation
from spineward.clinical.spacing import opens_at
from tests.cases.build import NOW, ago, established, session

OFFSETS = (-11, -5, 0, 1, 2, 5.5, 9, 14)


def elsewhere(situation: Situation, hours: float) -> Situation:
    """The same moment on a clock of another place."""
    return replace(situation, now=situation.now.astimezone(timezone(timedelta(hours=hours))))


def stopped(hours_ago: float) -> Situation:
    """A calm person whose tilt was stopped that long ago, besides two good sessions."""
    calm = established("r5:3")
    past = (*calm.history.sessions, session(ago(hours=hours_ago), ("M10", 5), t0="r5:3"))
    return replace(calm, history=replace(calm.history, sessions=past))


def rests(situation: Situation) -> bool:
    found = assess(situation)
    return any((one.movement, one.by) == ("M12", "family_stopped") for one in found.excluded)


@pytest.mark.parametrize("hours", OFFSETS)
def test_a_stopped_family_rests_for_a_whole_day_on_any_clock(hours: float) -> None:
    assert rests(elsewhere(stopped(23.9), hours))
    assert not rests(elsewhere(stopped(24.1), hours))


@pytest.mark.parametrize("hours", OFFSETS)
def test_two_sessions_lie_two_hours_apart_on_any_clock(hours: float) -> None:
    calm = established("r5:3")
    for minutes, waits in ((119, True), (121, False)):
        ended = ago(minutes=minutes)
        last = replace(session(ended, ("M10", 11), t0="r5:3"), ended=ended)
        person = elsewhere(replace(calm, history=History(sessions=(last,))), hours)
        opens = opens_at(Case(person), Gate.FULL)
        assert (opens is not None) is waits
        assert opens is None or opens - NOW == timedelta(minutes=1)


@pytest.mark.parametrize("hours", OFFSETS)
def test_a_week_old_screen_is_as_old_on_any_clock(hours: float) -> None:
    person = replace(established("r5:3"), screened_at=ago(days=7, minutes=1))
    assert "screen" in assess(elsewhere(person, hours)).missing
