"""Which page follows on which, at the edges: what is left out, what comes twice, what stops.

Each test stands for a small change of the order of the questions that no other test noticed.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from spineward.clinical.check_in import Draft, due, next_page, pages_for
from spineward.clinical.facts import History
from tests.cases.build import ago, days_ago, typical
from tests.cases.course import check_in
from tests.stages.test_check_in import walk

SCREEN = ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7"]
TODAY = ["chart", "now", "day"]
BOTH_LEGS_FOR_LONG: dict[str, Any] = {
    "since": {"A5": days_ago(200)},
    "episode_start": days_ago(300),
}


# --- which check-in, and which of its pages --------------------------------------------------


def test_someone_whose_screen_or_age_is_not_known_begins_with_the_first_check_in() -> None:
    """Either alone may be known from an archive that was cut short."""
    assert due(replace(typical(), item={})) == "first"
    assert due(replace(typical(), age=None)) == "first"


def test_the_weekly_check_in_asks_thirteen_pages_in_this_order() -> None:
    asked = ["Q1", "Q2", "Q3", "Q4", "Q6", "changes", *TODAY, "weekly", "strength"]
    assert list(pages_for("weekly", typical())) == [*asked, "patterns", "patterns_2"]


def test_since_when_alone_makes_a_new_episode() -> None:
    assert list(pages_for("daily", typical(), asks=("about",))) == [*SCREEN, "about", *TODAY]


@pytest.mark.parametrize(
    ("text", "before", "asked"),
    [("r6:7", False, True), ("r6:7", True, False), ("back:8", True, True), ("r6:6", False, False)],
)
def test_strong_pain_is_asked_about_at_first_and_very_strong_pain_always(
    text: str, before: bool, asked: bool
) -> None:
    past = History(check_ins=(check_in("r6:3", hours_ago=24),) if before else ())
    assert ("now_severe" in pages_for("daily", typical(text, history=past))) is asked


# --- what a touched line opens ---------------------------------------------------------------


@pytest.mark.parametrize(("diabetes", "asked"), [("no", False), ("yes", True)])
def test_the_thigh_is_asked_about_with_diabetes_only(diabetes: str, asked: bool) -> None:
    """C10; a weak leg opens it beside its own page."""
    seen = walk("first", typical(background={"diabetes": diabetes}), {"Q2": {"B1"}})
    assert "item.B1" in seen
    assert ("item.C10" in seen) is asked


def test_what_follows_from_other_answers_is_never_asked_by_itself() -> None:
    assert walk("daily", typical(), asks=("C16",)) == TODAY


def test_what_was_left_unsure_is_asked_first_in_a_weekly_check_in_too() -> None:
    assert walk("weekly", typical(item={"C4": "not_sure"}))[:2] == ["item.C4", "clarify.C4"]


def test_a_line_touched_on_another_page_is_no_change_of_health() -> None:
    seen = walk("weekly", typical(), {"Q1": {"A1"}})
    assert "item.A1" in seen
    assert not {"Q5", "Q7"} & set(seen)


@pytest.mark.parametrize(
    ("mark", "opened"),
    [("trunk/nb:1", "item.A8"), ("mid_back:2", "item.C5"), ("groin:2", "item.C12")],
)
def test_a_new_mark_off_the_path_opens_the_item_of_its_place(mark: str, opened: str) -> None:
    seen = walk("first", typical(f"r5:3 {mark}"))
    assert seen[seen.index("chart") + 1] == opened


# --- what stops ------------------------------------------------------------------------------


def test_of_two_confirmed_signs_the_worse_decides() -> None:
    person = typical(item={"A1": "yes", "B7": "yes"}, since={"A1": days_ago(1)})
    answered = dict.fromkeys(["Q1", "Q4", "item.A1", "item.B7"], ago(minutes=1))
    ticked = {"Q1": frozenset({"A1"}), "Q4": frozenset({"B7"})}
    assert next_page(Draft("first", answered, ticked), person) == "stop.emergency"


def test_a_confirmed_sign_does_not_confirm_another_one() -> None:
    """A1 was ticked, and its page is still to come."""
    person = typical(item={"A1": "yes", "B7": "yes"}, since={"A1": days_ago(1)})
    answered = dict.fromkeys(["Q1", "Q4", "item.B7"], ago(minutes=1))
    ticked = {"Q1": frozenset({"A1"}), "Q4": frozenset({"B7"})}
    assert next_page(Draft("first", answered, ticked), person) == "item.A1"


def test_before_a_session_all_that_was_touched_is_asked_before_the_result() -> None:
    """A result for today waits for what may be an emergency."""
    person = typical(item={"A4": "prefer_not_to_say"})
    seen = walk("session", person, {"QS": {"A4", "A7"}})
    assert seen == ["QS", "item.A4", "item.A7", "stop.result"]


# --- both legs, and walking that brings it ---------------------------------------------------


def test_both_legs_that_are_new_stop_at_once() -> None:
    person = typical(item={"A5": "yes"}, since={"A5": days_ago(10)})
    assert walk("first", person, {"Q2": {"A5"}}) == ["Q1", "Q2", "item.A5", "stop.emergency"]


def test_both_legs_for_long_stop_once_walking_is_told_not_to_bring_it() -> None:
    person = typical(item={"A5": "yes"}, **BOTH_LEGS_FOR_LONG)
    seen = walk("first", person, {"Q2": {"A5"}})
    assert seen == ["Q1", "Q2", "item.A5", "item.C7", "stop.emergency"]


def test_walking_is_asked_about_after_both_legs_and_after_no_other_item() -> None:
    person = typical(item={"A5": "yes", "C7": "yes"}, **BOTH_LEGS_FOR_LONG)
    seen = walk("first", person, {"Q1": {"A1"}, "Q2": {"A5"}})
    assert seen[:5] == ["Q1", "item.A1", "Q2", "item.A5", "item.C7"]


def test_walking_is_not_asked_about_when_it_is_one_leg_after_all() -> None:
    seen = walk("first", typical(**BOTH_LEGS_FOR_LONG), {"Q2": {"A5"}})
    assert seen[:4] == ["Q1", "Q2", "item.A5", "Q3"]


# --- a mark against a "no" -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item_at", "following"),
    [(ago(minutes=9), "item.A3"), (ago(minutes=5), "item.A3"), (ago(minutes=1), "chart")],
)
def test_a_no_that_is_older_than_the_mark_is_asked_again(item_at: datetime, following: str) -> None:
    """Of the two, what was told last counts; then the mark was wrong, and is put right."""
    answered = {"chart": ago(minutes=5), "item.A3": item_at}
    assert next_page(Draft("daily", answered), typical("r5:3 saddle/nb:1")) == following


def test_a_mark_that_agrees_with_a_yes_is_no_dispute() -> None:
    person = typical("r5:3 saddle/nb:1", item={"A3": "yes"})
    assert next_page(Draft("daily", {"chart": ago(minutes=5)}), person) == "now"
