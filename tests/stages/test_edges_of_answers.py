"""What is asked after an answer, which answers are possible, and what do few answers say?

Each test stands for a small change of the engine that no other test noticed.
Hazards: H-01 and H-18 a page that is not asked; H-22 an answer that is refused.
"""

from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.care import ice_first
from spineward.clinical.catalogue import limit
from spineward.clinical.check_in import pages_for
from spineward.clinical.facts import CheckInRecord, History
from spineward.clinical.facts.ranges import RANGES
from spineward.clinical.intake import InvalidInput, checked
from spineward.clinical.progress import progress
from tests.cases.build import ago, typical
from tests.cases.course import check_in
from tests.stages.test_check_in import walk
from tests.stages.test_progress import quiet

STUCK: dict[str, Any] = dict.fromkeys(("can_sit_10", "can_stand_10", "can_walk_10"), "no")


# --- which page comes next -------------------------------------------------------------------


@pytest.mark.parametrize(("leg", "asked"), [(8, True), (7, False)])
def test_very_strong_leg_pain_is_asked_about_although_the_back_was_not_told(
    leg: int, asked: bool
) -> None:
    """B6: from 8 on, for how long; a number that is missing stops nothing."""
    past = History(check_ins=(check_in("r6:7", hours_ago=24),))
    person = typical(f"r6:{leg}", back_now=None, history=past)
    assert ("now_severe" in pages_for("daily", person)) is asked


def test_the_strength_check_is_shown_when_the_last_assessment_wants_it() -> None:
    """0.4: B1 that is still unclear; on other days it is not in the way."""
    assert "strength" in walk("daily", typical(), asks=("strength",))
    assert "strength" not in walk("daily", typical())


@pytest.mark.parametrize(
    ("line", "opened"), [("blood", ["health.blood"]), ("cancer", []), ("heart", ["health.heart"])]
)
def test_a_line_that_stands_for_several_things_opens_the_page_that_tells_them_apart(
    line: str, opened: list[str]
) -> None:
    """Section 11, Q5: a thinner or a bleeding disorder; cancer is one thing."""
    seen = walk("first", typical(), {"Q5": {line}})
    assert [page for page in seen if page.startswith("health.")] == opened


@pytest.mark.parametrize(("today", "again"), [("r5:3", False), ("r5:3 tg8:1", True)])
def test_a_check_in_without_a_chart_is_passed_over_when_charts_are_compared(
    today: str, again: bool
) -> None:
    """Section 11: new is what the last chart did not show, also when none was drawn yesterday."""
    past = (check_in("r5:3", hours_ago=48), CheckInRecord(at=ago(days=1), leg_now=3))
    person = replace(typical(today), history=History(check_ins=past))
    assert ({"Q1", "Q2"} <= set(walk("daily", person))) is again


# --- which numbers are possible --------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "low", "high"), [("nights_broken", 0, 3), ("hours_at_8", 0, 72), ("leg_now", 0, 10)]
)
def test_each_end_of_a_range_is_an_answer_and_one_beyond_is_refused(
    name: str, low: int, high: int
) -> None:
    """0.2: none of the last three nights is an answer, not a missing one."""
    person = typical()
    for value in (low, high):
        given: dict[str, Any] = {name: value}
        assert getattr(checked(replace(person, **given)), name) == value
    for value in (low - 1, high + 1):
        beyond: dict[str, Any] = {name: value}
        with pytest.raises(InvalidInput, match=f"{name}: {value} is not allowed; a whole number"):
            checked(replace(person, **beyond))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("fear_moving", (0, 10)), ("psfs", (0, 10)), ("rmdq", (0, 24)), ("global_change", (-3, 3))],
)
def test_what_is_asked_weekly_has_its_range_too(name: str, wanted: tuple[int, int]) -> None:
    """0.2; a weekly entry lies outside the situation that is checked above."""
    assert RANGES[name] == wanted


# --- what few answers say --------------------------------------------------------------------


def test_pain_that_is_told_but_not_marked_is_not_recovered() -> None:
    """Sections 2.5 and 7: an empty chart alone does not end the pain that a number tells of."""
    person = quiet("", rmdq=2)
    assert progress(person).recovered
    assert not progress(replace(person, leg_now=1)).recovered
    assert not progress(replace(person, back_now=1)).recovered


@pytest.mark.parametrize(
    ("days", "flare", "ice"), [(0, {}, True), (6, {}, True), (7, {}, False), (7, STUCK, True)]
)
def test_ice_is_listed_first_in_the_first_seven_days_and_in_a_flare(
    days: int, flare: dict[str, Any], ice: bool
) -> None:
    """0.1: heat first from the eighth day on; neither is withheld."""
    found = assess(typical("r6:3", **flare))
    assert ice_first(found, days, limit("cc2.first_days")) is ice


def test_heat_is_listed_first_when_nobody_knows_since_when() -> None:
    """Without a first day there are no first days."""
    assert not ice_first(assess(typical("r6:3")), None, limit("cc2.first_days"))
