"""Does the check-in ask the right page next, stop for what is urgent, and ask no more than that?

Long on purpose: the order of the questions, read as one walk.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from spineward.clinical.case import Case
from spineward.clinical.check_in import Draft, Kind, again_within, due, next_page, pages_for
from spineward.clinical.facts import CareLevel, CheckInRecord, History, LockRecord, Situation
from spineward.clinical.missing import missing
from spineward.clinical.questions import pages, untouched
from tests.cases.build import NOW, ago, chart, days_ago, typical

SCREEN = ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7"]


def walk(
    kind: Kind,
    person: Situation,
    ticked: Mapping[str, set[str]] | None = None,
    asks: tuple[str, ...] = (),
) -> list[str]:
    """Every page as it is shown, each answered as `person` says, to the end, a stop or a repeat."""
    lines = {page: frozenset(ids) for page, ids in (ticked or {}).items()}
    seen: list[str] = []
    while True:
        answered = {page: ago(minutes=30 - n / 2) for n, page in enumerate(seen)}
        page = next_page(Draft(kind, answered, lines, asks), person)
        if page is None or page in seen:
            return seen
        seen.append(page)
        if page.startswith("stop."):
            return seen


def with_last_chart(person: Situation, text: str) -> Situation:
    """The same person with a check-in of yesterday that shows this chart."""
    yesterday = CheckInRecord(at=ago(days=1), leg_now=3, chart=chart(text))
    return replace(person, history=History(check_ins=(yesterday,)))


# --- Taps ----------------------------------------------------------------------------------


def test_first_use_with_nothing_wrong_takes_seven_taps_for_the_red_flags() -> None:
    seen = walk("first", typical())
    assert seen[:7] == SCREEN
    assert not [page for page in seen if "." in page]


def test_first_use_asks_thirteen_pages_in_all() -> None:
    seen = walk("first", typical())
    assert tuple(seen) == pages_for("first", typical())
    assert len(seen) == 13


def test_one_tap_before_a_session() -> None:
    assert walk("session", typical()) == ["QS"]


def test_the_session_page_is_asked_again_after_half_an_hour() -> None:
    fresh = Draft("session", {"QS": NOW - timedelta(minutes=30)})
    stale = Draft("session", {"QS": NOW - timedelta(minutes=31)})
    assert next_page(fresh, typical()) is None
    assert next_page(stale, typical()) == "QS"


def test_a_calm_day_takes_three_pages() -> None:
    assert walk("daily", typical()) == ["chart", "now", "day"]


def test_the_weekly_screen_takes_six_taps_when_nothing_has_changed() -> None:
    seen = walk("weekly", typical())
    assert seen[:6] == ["Q1", "Q2", "Q3", "Q4", "Q6", "changes"]
    assert tuple(seen) == pages_for("weekly", typical())


def test_a_weekly_change_of_health_opens_the_health_pages() -> None:
    seen = walk("weekly", typical(), {"changes": {"health_changed"}})
    assert seen[5:8] == ["changes", "Q5", "Q7"]


def test_patterns_are_left_out_for_a_month() -> None:
    answered = {page: ago(days=29) for page in ("patterns", "patterns_2")}
    asked = pages_for("weekly", typical())
    answered |= {page: NOW for page in asked if page not in answered}
    assert next_page(Draft("weekly", answered), typical()) is None
    answered["patterns"] = ago(days=31)
    assert next_page(Draft("weekly", answered), typical()) == "patterns"


def test_a_check_in_left_open_for_long_begins_again() -> None:
    assert next_page(Draft("daily", {"chart": ago(hours=5)}), typical()) == "chart"


# --- Ticked lines --------------------------------------------------------------------------


def test_a_ticked_line_opens_its_own_page_directly_after() -> None:
    seen = walk("first", typical(), {"Q4": {"B7"}, "Q6": {"C6"}})
    assert seen[3:6] == ["Q4", "item.B7", "Q5"]
    assert seen[seen.index("Q6") + 1 :][:2] == ["item.C6", "item.C7"]


def test_nothing_fires_from_a_tick_before_its_page_is_answered() -> None:
    ticked = typical(item={"A1": "yes"})
    draft = Draft("first", {"Q1": NOW}, {"Q1": frozenset({"A1"})})
    assert next_page(draft, ticked) == "item.A1"


def test_a_tick_by_mistake_goes_on_as_if_it_had_never_been() -> None:
    seen = walk("first", typical(item={"A1": "no"}), {"Q1": {"A1"}})
    assert seen[:3] == ["Q1", "item.A1", "Q2"]
    assert seen[-1] == "patterns_2"


def test_a_confirmed_emergency_shows_the_card_at_once() -> None:
    person = typical(item={"A1": "yes"}, since={"A1": days_ago(1)})
    assert walk("first", person, {"Q1": {"A1", "A2"}}) == ["Q1", "item.A1", "stop.emergency"]


def test_a_confirmed_same_day_item_waits_for_the_first_four_pages() -> None:
    person = typical(item={"B7": "yes", "B3": "yes"}, since={"B3": days_ago(1)})
    seen = walk("first", person, {"Q3": {"B3"}})
    assert seen == ["Q1", "Q2", "Q3", "item.B3", "Q4", "Q5", "stop.result"]


def test_a_same_day_item_of_the_health_page_shows_the_result_at_once() -> None:
    person = typical(item={"B4": "yes"}, background={"cancer": "yes"}, since={"B4": days_ago(3)})
    person = replace(person, detail={"B4": {"growing": "yes"}})
    seen = walk("first", person, {"Q5": {"cancer"}})
    assert seen[4:] == ["Q5", "item.B4", "stop.result"]


def test_a_soon_item_does_not_stop_the_questions() -> None:
    seen = walk("first", typical(item={"C1": "yes"}), {"Q4": {"C1"}})
    assert seen[-1] == "patterns_2"


def test_an_emergency_that_was_examined_and_told_fine_does_not_stop_again() -> None:
    person = typical(
        item={"A7": "yes"},
        since={"A7": days_ago(4)},
        examined={"A7": days_ago(2)},
        told_ok={"A7": "yes"},
        detail={"A7": {"right": "yes", "left": "no"}},
    )
    person = replace(person, history=History(locks=(lock("A7", days=4),)))
    seen = walk("daily", person, {"Q2": {"A7"}})
    assert "item.A7" in seen
    assert "stop.emergency" not in seen


def lock(*rules: str, days: int) -> LockRecord:
    """An open lock of so many days ago."""
    return LockRecord(ago(days=days), rules, CareLevel.EMERGENCY)


@pytest.mark.parametrize("answer", ["yes", "no", "not_sure"])
@pytest.mark.parametrize(
    ("page", "line"), [(p, one.id) for p in SCREEN for one in pages()[p].lines]
)
def test_every_line_that_can_be_touched_leads_on_to_the_end_or_a_stop(
    page: str, line: str, answer: str
) -> None:
    opened = next(one for one in pages()[page].lines if one.id == line).opens
    person = typical(item=dict.fromkeys(opened, answer), background={"cancer": "yes"})
    seen = walk("first", person, {page: {line}})
    assert seen[-1] in ("patterns_2", "stop.result", "stop.emergency")
    assert all(f"item.{item}" in seen for item in opened[:1] if item != "C10")


# --- Not sure ------------------------------------------------------------------------------


def test_not_sure_gets_one_clarifying_question_and_then_counts() -> None:
    person = typical(item={"A1": "not_sure"})
    seen = walk("first", person, {"Q1": {"A1"}})
    assert seen == ["Q1", "item.A1", "clarify.A1", "stop.emergency"]


def test_not_sure_about_strength_opens_the_strength_check() -> None:
    person = typical(item={"B1": "not_sure"})
    seen = walk("first", person, {"Q2": {"B1"}})
    assert seen[1:4] == ["Q2", "item.B1", "strength"]


def test_what_was_left_unsure_is_asked_again_at_the_next_check_in() -> None:
    assert walk("daily", typical(item={"C4": "not_sure"}))[:2] == ["item.C4", "clarify.C4"]


def test_preferring_not_to_say_is_not_asked_twice() -> None:
    seen = walk("first", typical(item={"A4": "prefer_not_to_say"}), {"Q1": {"A4"}})
    assert seen[:3] == ["Q1", "item.A4", "Q2"]
    assert seen[-1] == "stop.result"


# --- The chart -----------------------------------------------------------------------------


def test_a_mark_between_the_legs_opens_its_item_after_none_of_these() -> None:
    person = typical("r5:3 saddle/nb:1")
    seen = walk("first", person)
    assert seen[seen.index("chart") + 1] == "item.A3"


def test_a_confirmed_mark_is_an_emergency() -> None:
    person = typical("r5:3 saddle/nb:1", item={"A3": "yes"})
    assert walk("first", person, {"Q1": {"A3"}})[-1] == "stop.emergency"


def test_a_mark_said_to_be_wrong_opens_the_chart_again() -> None:
    person = typical("r5:3 saddle/nb:1")
    answered = {page: ago(minutes=9) for page in pages_for("daily", person)}
    answered["item.A3"] = ago(minutes=2)
    assert next_page(Draft("daily", answered), person) == "chart"


def test_both_legs_on_the_chart_are_asked_about() -> None:
    person = with_last_chart(typical("r5:3 left/r6:2"), "r5:3")
    seen = walk("daily", person)
    assert seen[:2] == ["chart", "item.A5"]


def test_a_new_zone_asks_the_first_two_pages_at_once() -> None:
    person = with_last_chart(typical("r5:3 r6:2"), "r5:3")
    assert walk("daily", person) == ["chart", "Q1", "Q2", "now", "day"]


def test_a_new_quality_asks_them_too() -> None:
    person = with_last_chart(typical("r5:3 tg5:1"), "r5:3")
    assert walk("daily", person)[:3] == ["chart", "Q1", "Q2"]


def test_less_than_last_time_asks_nothing_more() -> None:
    person = with_last_chart(typical("r5:3"), "r5:4 r6:2")
    assert walk("daily", person) == ["chart", "now", "day"]


def test_a_usual_mark_asks_nothing_more() -> None:
    person = with_last_chart(typical("r5:3 nb9:1u"), "r5:3")
    assert walk("daily", person) == ["chart", "now", "day"]


def test_new_marks_off_the_path_open_their_item() -> None:
    seen = walk("first", typical("r5:3 groin:2"))
    assert seen[seen.index("chart") + 1] == "item.C12"


# --- Other reasons to ask ------------------------------------------------------------------


def test_both_legs_for_months_are_asked_if_walking_brings_it() -> None:
    person = typical(
        item={"A5": "yes", "C7": "yes"}, since={"A5": days_ago(200)}, episode_start=days_ago(300)
    )
    assert walk("first", person, {"Q2": {"A5"}})[1:4] == ["Q2", "item.A5", "item.C7"]


def test_very_strong_pain_is_asked_about_once_more() -> None:
    seen = walk("daily", typical("r5:9"))
    assert seen == ["chart", "now", "now_severe", "day"]


def test_what_the_assessment_wants_asked_comes_first() -> None:
    assert walk("daily", typical(), asks=("A6", "A7", "Q1"))[:3] == ["item.A6", "item.A7", "Q1"]


def test_what_was_ticked_on_a_page_asked_for_is_asked_right_after_it() -> None:
    seen = walk("daily", typical(), {"QS": {"A2"}}, asks=("QS",))
    assert seen[:3] == ["QS", "item.A2", "chart"]


def test_what_belongs_to_a_session_is_not_asked_in_a_check_in() -> None:
    assert walk("daily", typical(), asks=("re_ask",)) == ["chart", "now", "day"]


def test_an_open_lock_brings_the_full_screen_with_the_daily_check_in() -> None:
    locked = History(locks=(lock("B7", days=3),))
    assert walk("daily", typical(history=locked))[:7] == SCREEN


def relapsed(kind: Kind = "daily", **changes: Any) -> list[str]:
    """The pages of a check-in whose assessment wants all asked anew (T8)."""
    return walk(kind, typical(**changes), asks=(*SCREEN, "about"))


def test_pain_that_is_back_after_quiet_weeks_asks_all_and_since_when() -> None:
    today = ["chart", "now", "day"]
    assert relapsed() == [*SCREEN, "about", *today]
    assert tuple(relapsed()) == pages_for("daily", typical(), asks=(*SCREEN, "about"))
    weekly = relapsed("weekly")
    assert weekly[:8] == [*SCREEN, "about"]
    assert "changes" not in weekly


def test_a_sign_for_today_still_stops_before_the_rest_of_a_new_episode() -> None:
    found = walk("daily", typical(item={"B7": "yes"}), {"Q4": {"B7"}}, asks=(*SCREEN, "about"))
    assert found == ["Q1", "Q2", "Q3", "Q4", "item.B7", "stop.result"]


def test_which_check_in_is_due_follows_from_the_last_full_screen() -> None:
    assert due(Situation(now=NOW)) == "first"
    assert due(typical(screened_at=ago(days=7))) == "daily"
    assert due(typical(screened_at=ago(days=8))) == "weekly"


def test_a_strong_flare_asks_for_the_next_check_in_within_a_day() -> None:
    assert again_within("FLARE_SEVERE", ("T2",)) == 24


def test_a_turn_for_the_worse_asks_for_the_next_check_in_within_two_days() -> None:
    hours = again_within("CALM", ("T2",))
    assert hours is not None
    assert 24 <= hours <= 48


def test_a_calm_person_checks_in_whenever_they_like() -> None:
    assert again_within("CALM", ()) is None


# --- Completeness --------------------------------------------------------------------------


def test_first_use_with_nothing_wrong_leaves_no_answer_open() -> None:
    empty = untouched_answers()
    person = typical(first_ever="no")
    person = replace(person, **empty)
    assert missing(Case(person)) == ()


def untouched_answers() -> dict[str, Any]:
    """What the seven pages record when "None of these" is tapped on each."""
    found: dict[str, dict[str, str]] = {"item": {}, "background": {}, "clearance": {}}
    for page in pages():
        left = untouched(page)
        found["item"] |= {id: "no_change" if id == "A4" else "no" for id in left.items}
        found["background"] |= dict.fromkeys(left.background, "no")
        found["clearance"] |= dict.fromkeys(left.clearance, "no")
    return dict(found)
