"""Does a session show the right page next, and is it the same after the program was killed?

Hazards: H-02 and H-03 movement after a stop; H-06 a stop that is lost; H-13 stopping must always
work; H-11 answers that come late.

Long on purpose: every step of a session and every way out of it, in order.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spineward.clinical.facts import Reading, SessionEvent, SessionState, SetVerdict
from spineward.clinical.library import movements
from spineward.clinical.session import state
from tests.cases.build import chart

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PLANNED = ("M10", "M10", "M20", "M30a", "M30a")


class Told:
    """A session told in minutes: each line is one thing that happened."""

    def __init__(self, t0: str = "r6:4", planned: tuple[str, ...] = PLANNED, **more: Any) -> None:
        self.planned = planned
        self.affected = more.pop("affected", ("right",))
        self.events = [SessionEvent(START, "started", reading=Reading(chart(t0)))]

    def at(self, minute: float, kind: Any, **more: Any) -> "Told":
        """Something happened at this minute."""
        when = START + timedelta(minutes=minute)
        self.events.append(SessionEvent(when, kind, **more))
        return self

    def done(self, minute: float) -> "Told":
        """The set is finished."""
        return self.at(minute, "set_done")

    def says(self, minute: float, point: Any, text: str, **more: Any) -> "Told":
        """A reading at a time point, as a chart in words."""
        return self.at(minute, "reading", point=point, reading=Reading(chart(text), **more))

    def now(self, minute: float) -> SessionState:
        """The state at this minute."""
        return state(self.events, self.planned, self.affected, START + timedelta(minutes=minute))


def minute(when: datetime | None) -> float | None:
    """Minutes since the session began."""
    return None if when is None else (when - START) / timedelta(minutes=1)


def unchanged(told: Told, start: float, text: str = "r6:4") -> Told:
    """One set with nothing new, and on to the next."""
    told.done(start).says(start + 1, "t1", text).says(start + 3, "t2", text)
    return told.at(start + 4, "continued")


def gone_down() -> Told:
    """A set that sent pain from the thigh to the calf, at minute 3."""
    return Told("r4:3").done(2).says(3, "t1", "r7:3")


# --- the usual way ---------------------------------------------------------------------------


def test_a_set_is_done_read_at_once_read_upright_and_judged() -> None:
    """The four pages of one set, in order."""
    told = Told()
    assert (told.now(0).step, told.now(0).movement, told.now(0).set_number) == (
        "movement",
        "M10",
        1,
    )
    assert told.done(2).now(2).step == "after_set"

    upright = told.says(3, "t1", "r4:4").now(3)
    assert (upright.step, minute(upright.waits_until)) == ("upright", 5)

    judged = told.says(5, "t2", "r4:4").now(5)
    assert judged.step == "verdict"
    assert judged.outcome is not None
    assert judged.outcome.label == "CENTRALIZING"


def test_after_a_verdict_the_next_set_of_the_movement_follows_then_the_next_movement() -> None:
    """Sets as planned, one movement after the other."""
    told = unchanged(Told(), 2)
    second = told.now(6)
    assert (second.movement, second.set_number, second.outcome) == ("M10", 2, None)

    third = unchanged(told, 8).now(12)
    assert (third.movement, third.set_number, third.remaining) == ("M20", 1, ("M30a", "M30a"))


def test_the_session_is_finished_when_nothing_is_left() -> None:
    """The record keeps every set, the first chart and both times."""
    finished = unchanged(Told(planned=("M10",)), 2).now(10)

    assert (finished.step, finished.movement, finished.awaits_re_ask) == ("finished", None, False)
    assert [(one.movement, one.row) for one in finished.done.sets] == [("M10", 12)]
    assert (finished.done.t0, minute(finished.done.ended)) == (chart("r6:4"), 6)
    assert finished.done.stops == ()


def test_the_last_reading_is_the_next_sets_first() -> None:
    """2.3: t2 serves as t0, so that less pain is judged from where the set began."""
    told = Told().done(2).says(3, "t1", "r3:4").says(5, "t2", "r3:4").at(6, "continued")
    told.done(8).says(9, "t1", "r3:4").says(11, "t2", "r3:4")

    assert [one.label for one in told.now(11).done.sets] == ["CENTRALIZING", "NO_CHANGE"]


def test_a_fresh_reading_before_a_set_takes_its_place() -> None:
    """A new t0 while the movement waits."""
    told = Told().says(1, "t0", "r5:4").done(2).says(3, "t1", "r5:4").says(5, "t2", "r5:4")

    assert told.now(5).done.sets[0].label == "NO_CHANGE"


def test_the_upright_question_may_be_left_out_and_counts_as_not_lasting() -> None:
    """H-02: without t2 the change is UNSTABLE."""
    told = Told().done(2).says(3, "t1", "r4:4").at(4, "continued")

    assert told.now(4).step == "verdict"
    assert told.now(4).done.sets[0].label == "UNSTABLE"


def test_starting_the_next_set_from_the_upright_page_leaves_the_question_out() -> None:
    """set_done twice: the first set is judged without t2."""
    told = Told().done(2).says(3, "t1", "r6:4").done(8)

    assert (told.now(8).step, told.now(8).set_number) == ("after_set", 2)
    assert [one.row for one in told.now(8).done.sets] == [12]


def test_the_upright_question_is_not_waited_for_beyond_half_an_hour() -> None:
    """The set is judged without it."""
    told = Told().done(2).says(3, "t1", "r4:4")

    assert told.now(32).step == "upright"
    assert (told.now(33).step, told.now(33).done.sets[0].label) == ("verdict", "UNSTABLE")


# --- skip and swap ---------------------------------------------------------------------------


def test_a_movement_may_be_skipped_with_all_its_sets() -> None:
    """Skipping needs no reason and leaves no record."""
    skipped = Told().at(1, "skipped").now(1)

    assert (skipped.movement, skipped.remaining) == ("M20", ("M30a", "M30a"))
    assert skipped.done.sets == ()


def test_skipping_the_last_movement_finishes_the_session() -> None:
    """Nothing is left to do."""
    assert Told(planned=("M10",)).at(1, "skipped").now(1).step == "finished"


def test_a_movement_may_be_swapped_for_another() -> None:
    """All its remaining sets become those of the other."""
    swapped = Told().at(1, "swapped", movement="M11").now(1)

    assert (swapped.movement, swapped.remaining) == ("M11", ("M11", "M20", "M30a", "M30a"))


def test_skipping_from_the_verdict_page_skips_what_comes_next() -> None:
    """After the first set of M10 its second is skipped."""
    told = Told().done(2).says(3, "t1", "r6:4").says(5, "t2", "r6:4").at(6, "skipped")

    assert told.now(6).movement == "M20"


# --- stops -----------------------------------------------------------------------------------


def test_pain_that_goes_down_is_stopped_before_the_upright_question() -> None:
    """H-02: the stop does not wait; the ten minutes run."""
    settling = gone_down().now(3)

    assert (settling.step, minute(settling.waits_until)) == ("settle", 13)
    assert settling.done.sets[0].verdict == SetVerdict.STOP_MOVEMENT


def test_something_that_changes_in_mid_set_is_stopped_at_once() -> None:
    """tdur needs no finished set."""
    assert Told("r4:3").says(1, "tdur", "r7:3").now(1).step == "settle"


def test_a_slight_change_in_mid_set_waits_for_the_end_of_the_set() -> None:
    """A new back ache of 1 with no symptom before is judged after the set."""
    told = Told("").says(1, "tdur", "back:1")
    assert told.now(1).step == "movement"

    told.done(2).says(3, "t1", "").says(5, "t2", "")
    assert told.now(5).done.sets[0].verdict == SetVerdict.REGRESS


def test_once_settled_other_families_go_on() -> None:
    """M10's second set is gone with its family, M20 follows."""
    told = gone_down().says(7, "at_10", "r4:3")
    assert (told.now(7).step, told.now(7).done.sets[0].verdict) == (
        "verdict",
        SetVerdict.STOP_MOVEMENT,
    )
    assert told.at(8, "continued").now(8).movement == "M20"


def test_a_stop_takes_the_whole_family_but_on_an_ease_item_only_that_item() -> None:
    """Glides M30a and M31 are one family; M01 and M03 are ease items."""
    for planned, left in ((("M30a", "M31", "M20"), "M20"), (("M01", "M03", "M20"), "M03")):
        told = Told("r4:3", planned).done(2).says(3, "t1", "r7:3").says(5, "at_10", "r4:3")
        assert told.at(6, "continued").now(6).movement == left


def test_no_swap_leads_back_into_a_stopped_family() -> None:
    """M11 is a tilt like M10, which was stopped."""
    told = gone_down().says(7, "at_10", "r4:3").at(8, "continued")

    assert told.at(9, "swapped", movement="M11").now(9).movement == "M20"
    assert told.at(10, "swapped", movement="M33").now(10).movement == "M33"


def test_not_settled_yet_may_be_asked_again_until_ten_minutes_are_over() -> None:
    """At 4 minutes still down, at 9 back."""
    told = gone_down().says(7, "at_10", "r7:3")
    assert told.now(7).step == "settle"

    assert told.says(12, "at_10", "r4:3").now(12).step == "verdict"


def test_not_settled_after_ten_minutes_ends_the_session() -> None:
    """W44b."""
    over = gone_down().says(13, "at_10", "r7:3").now(13)

    assert (over.step, over.movement, over.remaining) == ("finished", None, ())
    assert over.done.sets[0].verdict == SetVerdict.STOP_SESSION


def test_nobody_saying_whether_it_settled_ends_the_session() -> None:
    """Unknown is not settled."""
    over = gone_down().now(60)

    assert (over.step, minute(over.done.ended)) == ("finished", 33)
    assert over.done.sets[0].verdict == SetVerdict.STOP_SESSION


def test_stronger_pain_that_does_not_settle_lets_no_other_movement_follow() -> None:
    """Row 7: other families only once back to t0; the set itself stays STOP_MOVEMENT."""
    told = Told("r6:3").done(2).says(3, "t1", "r6:5")
    assert told.says(8, "at_10", "r6:5").now(8).step == "settle"

    over = told.says(14, "at_10", "r6:5").now(14)
    assert (over.step, over.done.sets[0].verdict) == ("finished", SetVerdict.STOP_MOVEMENT)


def test_the_second_stopped_movement_ends_the_session() -> None:
    """W44c: SS6."""
    told = gone_down().says(7, "at_10", "r4:3").at(8, "continued").says(10, "tdur", "r5:3")

    assert told.now(10).step == "finished"
    assert told.now(10).done.stops == ("SS6",)
    assert [one.row for one in told.now(10).done.sets] == [5, 5]


def test_a_back_that_aches_gets_a_rest_and_half_the_range_once() -> None:
    """Row 8: repeated once at half range, in place of the sets that were left."""
    told = Told("r5:4").done(2).says(3, "t1", "r5:4 back:4").says(5, "t2", "r5:4 back:4")
    assert (told.now(5).step, minute(told.now(5).waits_until)) == ("verdict", 10)

    again = told.at(11, "continued").now(11)
    assert (again.movement, again.half_range, again.set_number) == ("M10", True, 2)
    assert again.remaining == ("M20", "M30a", "M30a")


def test_a_second_row_8_ends_that_movement() -> None:
    """The half range is recorded, and M20 follows."""
    told = Told("r5:4").done(2).says(3, "t1", "r5:4 back:4").says(5, "t2", "r5:4")
    told.at(11, "continued").done(12).says(13, "t1", "r5:4 back:4").says(15, "t2", "r5:4")

    assert told.at(20, "continued").now(20).movement == "M20"
    assert [(one.row, one.half_range) for one in told.now(20).done.sets] == [(8, False), (8, True)]


# --- red flags and symptoms ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "stops", "verdict"),
    [
        ({"symptoms": ("dizzy",)}, ("SS1",), SetVerdict.STOP_SESSION),
        ({"symptoms": ("chest",)}, ("SS2",), SetVerdict.STOP_AND_ESCALATE),
        ({"symptoms": ("swelling",)}, ("SS3",), SetVerdict.STOP_AND_ESCALATE),
        ({"red_flags": ("A1",)}, (), SetVerdict.STOP_AND_ESCALATE),
    ],
)
def test_a_symptom_in_mid_set_ends_the_session(
    what: dict[str, Any], stops: tuple[str, ...], verdict: SetVerdict
) -> None:
    """W42a, W49a-c."""
    over = Told("r5:4").at(1, "symptoms", **what).now(1)

    assert (over.step, over.done.stops, over.done.verdict) == ("finished", stops, verdict)


def test_a_symptom_noticed_on_the_verdict_page_still_ends_the_session() -> None:
    """Dizzy on getting up, after the set was judged."""
    told = Told().done(2).says(3, "t1", "r6:4").says(5, "t2", "r6:4")
    over = told.at(6, "symptoms", symptoms=("dizzy",)).now(6)

    assert over.step == "finished"
    assert [(one.row, one.verdict) for one in over.done.sets] == [(12, SetVerdict.STOP_SESSION)]


def test_new_weakness_after_a_set_ends_the_session() -> None:
    """W42b."""
    over = Told().done(2).says(3, "t1", "r6:2", weakness="new_or_more").now(3)

    assert over.step == "finished"
    assert over.outcome is not None
    assert over.outcome.fired == ("B1", "row 2")


# --- the person stops ------------------------------------------------------------------------


def test_stopping_in_mid_set_ends_the_session_and_leaves_no_mark_on_the_person() -> None:
    """W49e: SS5 is kept, no set is recorded, nothing is restricted."""
    over = Told().at(1, "stopped").now(1)

    assert (over.step, over.done.stops, over.done.sets) == ("finished", ("SS5",), ())
    assert over.outcome is not None
    assert over.outcome.gate is None


@pytest.mark.parametrize("step", ["after_set", "upright", "verdict", "settle"])
def test_stopping_works_on_every_page_of_a_session(step: str) -> None:
    """H-13."""
    told = Told("r4:3").done(2)
    if step in ("upright", "verdict"):
        told.says(3, "t1", "r4:3")
    if step == "verdict":
        told.says(5, "t2", "r4:3")
    if step == "settle":
        told.says(3, "t1", "r7:3")
    assert told.now(6).step == step

    over = told.at(6, "stopped").now(6)
    assert (over.step, over.done.stops, minute(over.done.ended)) == ("finished", ("SS5",), 6)


def test_what_a_set_showed_before_the_stop_is_kept() -> None:
    """The set keeps its own row and verdict; asking to stop is not a worse response."""
    over = Told("r4:3").done(2).says(3, "t1", "r4:3").at(4, "stopped").now(4)

    assert [(one.row, one.verdict) for one in over.done.sets] == [(12, SetVerdict.CONTINUE_CAUTION)]


def test_ending_with_the_answer_still_open_is_a_wish_to_stop() -> None:
    """No set is counted as unchanged."""
    over = Told().done(2).at(3, "ended").now(3)

    assert (over.step, over.done.stops, over.done.sets) == ("finished", ("SS5",), ())


def test_ending_from_a_verdict_or_the_upright_page_keeps_what_is_known() -> None:
    """No stop is recorded."""
    told = Told().done(2).says(3, "t1", "r6:4")
    upright = replace(told.now(3)), told.at(4, "ended").now(4)

    assert upright[1].step == "finished"
    assert (upright[1].done.stops, upright[1].done.sets[0].row) == ((), 12)


def test_ending_before_it_settled_counts_as_not_settled() -> None:
    """Nobody said that it went back."""
    over = gone_down().at(5, "ended").now(5)

    assert over.done.sets[0].verdict == SetVerdict.STOP_SESSION
    assert minute(over.done.ended) == 5


def test_nothing_follows_after_the_end() -> None:
    """Events that come later change nothing."""
    told = Told().at(1, "ended")
    over = told.now(1)

    told.done(2).at(3, "continued").at(4, "skipped").at(5, "stopped")
    assert told.now(5) == over


# --- late and lost answers -------------------------------------------------------------------


def test_no_answer_within_half_an_hour_ends_the_session_unassessed() -> None:
    """W49f, exactly at the limit."""
    told = Told().done(2)
    assert told.now(31.9).step == "after_set"

    over = told.now(32)
    assert (over.step, minute(over.done.ended)) == ("finished", 32)
    assert [(one.row, one.label) for one in over.done.sets] == [(0, "NOT_ASSESSED")]


def test_a_late_answer_does_not_bring_the_session_back() -> None:
    """It is kept, and counts as not assessed."""
    over = Told().done(2).says(40, "t1", "r3:1").now(41)

    assert (over.step, over.done.sets[0].label) == ("finished", "NOT_ASSESSED")


@pytest.mark.parametrize(
    ("text", "more", "row", "verdict"),
    [
        ("r6:4", {"weakness": "new_or_more"}, 2, SetVerdict.STOP_AND_ESCALATE),
        ("r8:4", {}, 5, SetVerdict.STOP_SESSION),
    ],
)
def test_a_late_answer_that_is_worse_is_still_believed(
    text: str, more: dict[str, Any], row: int, verdict: SetVerdict
) -> None:
    """Help is called for, or the family is off."""
    over = Told().done(2).says(40, "t1", text, **more).now(41)

    assert (over.step, over.done.sets[0].row, over.done.sets[0].verdict) == (
        "finished",
        row,
        verdict,
    )


@pytest.mark.parametrize(
    "told",
    [
        Told().says(1, "tdur", "r6:6").at(2, "ended").says(3, "t1", "r6:4"),
        Told().says(1, "tdur", "r7:4").at(2, "stopped").says(3, "t1", "r6:4"),
        Told().says(1, "tdur", "r6:6").says(2, "t1", "r6:4").at(3, "stopped").at(4, "symptoms"),
        Told().done(1).says(2, "t1", "r6:4").at(3, "ended").at(4, "symptoms"),
        Told().done(1).says(2, "t1", "r6:4").says(4, "t2", "r6:4").at(5, "ended").at(6, "symptoms"),
    ],
    ids=["late t1", "late t1 after a wish to stop", "nothing ticked", "before t2", "after t2"],
)
def test_what_is_told_after_the_end_never_opens_the_session_again(told: Told) -> None:
    """H-02: an answer that comes in late, or a page sent twice, brings no movement back."""
    verdict = told.now(7).done.verdict
    told.at(7, "continued").at(8, "set_done")

    assert told.now(9).step == "finished"
    assert told.now(9).movement is None
    assert told.now(9).done.verdict == verdict


def test_a_killed_session_is_the_same_after_every_event() -> None:
    """H-06: replaying the stored events gives the state that was shown."""
    told = gone_down().says(7, "at_10", "r4:3").at(8, "continued").done(10).says(11, "t1", "r4:3")
    steps = []
    for count in range(1, len(told.events) + 1):
        events = told.events[:count]
        shown = state(events, told.planned, ("right",), events[-1].at)
        again = state(tuple(events), told.planned, ("right",), events[-1].at)
        assert shown == again
        steps.append(shown.step)

    assert steps == [
        "movement",
        "after_set",
        "settle",
        "verdict",
        "movement",
        "after_set",
        "upright",
    ]


def test_a_reading_that_was_not_asked_for_changes_nothing() -> None:
    """A stale form: t2 before t1, a second t1 after the verdict."""
    told = Told().done(2).says(2.5, "t2", "r3:1")
    assert told.now(3).step == "after_set"

    told.says(3, "t1", "r6:4").says(5, "t2", "r6:4")
    before = told.now(6)
    assert told.says(6, "t1", "r8:4").now(6) == before


# --- the 30-minute question ------------------------------------------------------------------


def numb() -> Told:
    """A set after which the foot is newly numb; it ended at minute 2."""
    return Told("r8:6").done(2).says(3, "t1", "nb8:2")


def test_a_numb_foot_ends_the_session_and_is_asked_about_after_half_an_hour() -> None:
    """W43a: no new session until answered, however late."""
    for when in (3, 32, 60 * 24):
        waiting = numb().now(when)
        assert (waiting.step, waiting.awaits_re_ask, waiting.movement) == ("re_ask", True, None)
        assert (minute(waiting.waits_until), minute(waiting.done.ended)) == (32, 3)


@pytest.mark.parametrize(
    ("text", "at_30", "verdict"),
    [
        ("", "settled", SetVerdict.STOP_SESSION),
        ("nb8:1", "still", SetVerdict.STOP_AND_ESCALATE),
    ],
)
def test_the_answer_after_half_an_hour_closes_the_question(
    text: str, at_30: str, verdict: SetVerdict
) -> None:
    """W43a: normal again, or B9."""
    answered = numb().says(35, "at_30", text).now(35)

    assert (answered.step, answered.awaits_re_ask) == ("finished", False)
    assert [(one.at_30, one.verdict) for one in answered.done.sets] == [(at_30, verdict)]


def test_an_answer_before_its_time_does_not_close_the_question() -> None:
    """Normal after 8 minutes may not last; help needed counts at once."""
    assert numb().says(10, "at_30", "").now(11).awaits_re_ask
    assert not numb().says(10, "at_30", "left/nb8:1").now(11).awaits_re_ask


def test_a_red_flag_while_the_question_waits_calls_for_help() -> None:
    """H-01: it is read at any time."""
    over = numb().at(10, "symptoms", red_flags=("A1",)).now(10)

    assert over.step == "finished"
    assert over.outcome is not None
    assert "A1" in over.outcome.fired


# --- what cannot be --------------------------------------------------------------------------


def test_a_session_begins_with_a_chart() -> None:
    """Nothing else may come first, and nothing is no session."""
    now = START
    with pytest.raises(ValueError, match="events: empty"):
        state([], PLANNED, ("right",), now)
    with pytest.raises(ValueError, match="set_done comes first"):
        state([SessionEvent(now, "set_done")], PLANNED, ("right",), now)


def test_a_session_with_nothing_planned_is_finished_at_once() -> None:
    """No movement is made up."""
    assert Told(planned=()).now(0).step == "finished"


# --- whatever happens ------------------------------------------------------------------------

CHARTS = st.sampled_from(["", "r6:4", "r4:3", "r8:5", "nb8:2", "back:5", "left/r3:2", "r6:9"])
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["set_done", "reading", "symptoms", "continued", "skipped", "swapped", "stopped"]
        ),
        st.sampled_from(["t0", "tdur", "t1", "t2", "at_10", "at_30"]),
        CHARTS,
        st.integers(0, 20),
    ),
    max_size=14,
)


def played(lines: Any) -> list[tuple[Told, float, SessionState]]:
    """Every state on the way through these events."""
    told, when, states = Told(), 0.0, []
    for kind, point, text, wait in lines:
        when += wait
        if kind == "reading":
            told.says(when, point, text)
        elif kind == "symptoms":
            told.at(when, kind, symptoms=("dizzy",) if wait > 18 else ())
        else:
            told.at(when, kind, movement="M11" if kind == "swapped" else None)
        states.append((told, when, told.now(when)))
    return states


@given(EVENTS)
@settings(max_examples=200, deadline=None)
def test_a_session_that_was_stopped_never_offers_another_movement(lines: Any) -> None:
    """H-02, H-06: once a set said stop, no page of this session leads to a movement again."""
    over = False
    for _, _, shown in played(lines):
        assert not (over and shown.movement)
        over = over or shown.done.verdict >= SetVerdict.STOP_SESSION


@given(EVENTS)
@settings(max_examples=100, deadline=None)
def test_a_family_that_was_stopped_is_not_offered_again_in_the_session(lines: Any) -> None:
    """H-02: M10 stopped means no tilt, swapped or not, in what is left."""
    for told, when, shown in played(lines):
        stopped = [one for one in shown.done.sets if one.verdict == SetVerdict.STOP_MOVEMENT]
        if shown.step == "movement" and stopped:
            families = {movements()[one.movement].family for one in stopped}
            left = [name for name in (shown.movement, *shown.remaining) if name]
            assert not any(movements()[name].family in families for name in left), (told, when)


@given(EVENTS, st.integers(0, 3))
@settings(max_examples=100, deadline=None)
def test_stopping_ends_any_session_at_any_point(lines: Any, wait: int) -> None:
    """H-13: no order of events takes the stop away."""
    states = played(lines)
    told, when, _ = states[-1] if states else (Told(), 0.0, None)

    shown = told.at(when + wait, "stopped").now(when + wait)

    assert shown.step in ("finished", "re_ask")
