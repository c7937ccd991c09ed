"""Do the rows of the verdict table hold for every set, and exactly at their limits?

Hazards: H-02 movement continued after symptoms travelled down; H-01 and H-18 signs missed in a
set; H-04 wrong side; H-07 stopping when there is no need.

Long on purpose: the verdict table, row by row and in its order.
"""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from spineward.clinical.body import LEGS, leg_state
from spineward.clinical.catalogue import zones
from spineward.clinical.facts import (
    CareLevel,
    Chart,
    Gate,
    Mark,
    Reading,
    SetContext,
    SetOutcome,
    SetReadings,
    SetVerdict,
)
from spineward.clinical.facts.answers import Leg, Side
from spineward.clinical.rules import set_alarms, set_rows, stop_session
from spineward.clinical.set_verdict import read_set
from tests.cases.build import chart

GOES_ON = (SetVerdict.CONTINUE, SetVerdict.CONTINUE_CAUTION)
PLACES = [(zone.id, side) for zone in zones().values() for side in zone.sides]
ON_LEGS = [(zone.id, side) for zone in zones().values() if zone.rank >= 3 for side in zone.sides]


def charts(places: list[Any] = PLACES, least: int = 0) -> st.SearchStrategy[Chart]:
    """Any chart of up to four marks at different places."""
    grades = st.tuples(
        st.integers(0, 10), st.integers(0, 3), st.sampled_from([0, 0, 0, 1, 2, 3]), st.booleans()
    )
    marks = st.dictionaries(st.sampled_from(places), grades, min_size=least, max_size=4)
    return marks.map(
        lambda found: tuple(Mark(zone, side, *grade) for (zone, side), grade in found.items())
    )


def readings(places: list[Any] = PLACES) -> st.SearchStrategy[Reading]:
    """Any reading without anything unclear."""
    return st.builds(
        Reading,
        charts(places),
        st.sampled_from([None, "no", "no", "yes"]),
        st.sampled_from([None, "none", "none", "none", "new_or_more"]),
    )


def sets() -> st.SearchStrategy[SetReadings]:
    """Any set; t2 often lies near t1, as it does in life."""
    some = st.none() | readings()
    return st.builds(SetReadings, readings(), some, some, some, some, some)


def contexts() -> st.SearchStrategy[SetContext]:
    """Any session around it."""
    return st.builds(
        SetContext,
        affected=st.sampled_from([("left",), ("right",), ("left", "right"), ()]),
        session_t0=st.none() | charts(),
        red_flags=st.sampled_from([(), (), ("A1",), ("B3",), ("B2?",)]),
        symptoms=st.sampled_from([(), (), ("dizzy",), ("chest",), ("stop_asked",)]),
        stops_before=st.integers(0, 2),
        row5_before=st.integers(0, 1),
        row8_before=st.integers(0, 1),
        minutes_since=st.sampled_from([0, 5, 29, 30, 400]),
    )


SIGNS = st.sampled_from(
    [
        *(SetContext((), red_flags=(item,)) for item in ("A1", "B3", "A13?")),
        SetContext((), symptoms=("dizzy",)),
        SetContext((), symptoms=("chest",)),
        SetContext((), symptoms=("swelling",)),
    ]
)


def read(t0: str, t1: str | None = None, t2: str | None = None, **context: Any) -> SetOutcome:
    """The outcome of charts in words; the right leg is affected unless said otherwise."""
    return read_set(
        SetReadings(
            Reading(chart(t0)),
            t1=None if t1 is None else Reading(chart(t1)),
            t2=None if t2 is None else Reading(chart(t2)),
        ),
        SetContext(**({"affected": ("right",)} | context)),
    )


def mirrored(marks: Chart) -> Chart:
    """Left and right changed over."""
    other: dict[Side, Side] = {"left": "right", "right": "left", "middle": "middle"}
    return tuple(replace(mark, side=other[mark.side]) for mark in marks)


# --- for every set ---------------------------------------------------------------------------


@given(sets(), contexts())
@settings(max_examples=150, deadline=None)
def test_every_set_has_one_outcome_that_names_its_row(
    given: SetReadings, around: SetContext
) -> None:
    """Totality, and the same inputs give the same output."""
    outcome = read_set(given, around)

    assert outcome == read_set(given, around)
    assert outcome.row == 0 or f"row {outcome.row}" in outcome.fired
    assert list(outcome.fired) == sorted(set(outcome.fired))


@given(charts(), charts(), charts(), contexts())
@settings(max_examples=200, deadline=None)
def test_symptoms_that_reach_further_never_let_the_movement_go_on(
    t0: Chart, t1: Chart, t2: Chart, around: SetContext
) -> None:
    """H-02: any rank rise in any leg, against the lower of set and session, is at least REGRESS."""
    first = t0 if around.session_t0 is None else around.session_t0
    rises = any(
        getattr(leg_state(now, leg), what)
        > min(getattr(leg_state(t0, leg), what), getattr(leg_state(first, leg), what))
        for now in (t1, t2)
        for leg in LEGS
        for what in ("pain", "tingling", "front_pain", "front_tingling")
    )
    assume(rises)

    outcome = read_set(SetReadings(Reading(t0), t1=Reading(t1), t2=Reading(t2)), around)

    assert outcome.verdict not in GOES_ON


@given(sets(), contexts())
@settings(max_examples=150, deadline=None)
def test_left_and_right_are_read_alike(given: SetReadings, around: SetContext) -> None:
    """H-04: the mirror image of a set has the same outcome."""
    points = {
        name: replace(reading, chart=mirrored(reading.chart))
        for name in ("t0", "tdur", "t1", "t2", "at_10", "at_30")
        if (reading := getattr(given, name))
    }
    first = None if around.session_t0 is None else mirrored(around.session_t0)
    other: dict[Leg, Leg] = {"left": "right", "right": "left"}
    swapped = tuple(other[leg] for leg in around.affected)

    mirror = read_set(SetReadings(**points), replace(around, session_t0=first, affected=swapped))

    assert mirror == read_set(given, around)


@given(charts(ON_LEGS, 1), charts(ON_LEGS), charts(ON_LEGS), st.integers(1, 2))
@settings(max_examples=200, deadline=None)
def test_one_or_two_points_more_in_the_back_never_spoil_centralizing(
    t0: Chart, t1: Chart, t2: Chart, more: int
) -> None:
    """H-07: the leg change is the one that matters; a little more back ache is expected."""
    around = SetContext(("left", "right"))
    before = read_set(SetReadings(Reading(t0), t1=Reading(t1), t2=Reading(t2)), around)
    ache = (Mark("low_back_midline", "middle", more),)

    after = read_set(SetReadings(Reading(t0), t1=Reading(t1 + ache), t2=Reading(t2 + ache)), around)

    assume(any(mark.pain or mark.tingling or mark.numbness for mark in t0))
    assert (after.label, after.verdict) == (before.label, before.verdict)


@given(*[charts(ON_LEGS, 1)] * 3)
@settings(max_examples=200, deadline=None)
def test_the_worse_leg_rules(t0: Chart, t1: Chart, t2: Chart) -> None:
    """Both legs together come out as the worse of the two alone."""

    def alone(marks: Chart, leg: str) -> Reading:
        return Reading(tuple(mark for mark in marks if mark.side == leg))

    assume(all(leg_state(t0, leg).symptomatic for leg in LEGS))
    around = SetContext(("left", "right"))
    both = read_set(SetReadings(Reading(t0), t1=Reading(t1), t2=Reading(t2)), around)
    each = [
        read_set(SetReadings(alone(t0, leg), t1=alone(t1, leg), t2=alone(t2, leg)), around)
        for leg in LEGS
    ]

    assert both.verdict == max(one.verdict for one in each)


@given(sets(), contexts())
@settings(max_examples=150, deadline=None)
def test_a_missing_upright_reading_never_counts_as_lasting(
    given: SetReadings, around: SetContext
) -> None:
    """Without t2 no set is CENTRALIZING or REDUCED."""
    outcome = read_set(replace(given, t2=None), around)

    assert {"row 9", "row 11"}.isdisjoint(outcome.fired)


@given(
    sets(),
    contexts(),
    st.sampled_from(["t0", "tdur", "t1", "t2", "at_10", "at_30"]),
    st.sampled_from(["place", "tingling", "numbness", "weakness"]),
)
@settings(max_examples=250, deadline=None)
def test_not_sure_is_never_milder_than_an_answer(
    given: SetReadings, around: SetContext, point: str, what: str
) -> None:
    """Unknown is never better than no (0.4)."""
    reading = getattr(given, point)
    assume(reading is not None)
    assume(given.t1 is not None or around.minutes_since >= 30)
    unsure = (
        replace(
            reading, weakness="not_sure" if reading.weakness != "new_or_more" else "new_or_more"
        )
        if what == "weakness"
        else replace(reading, not_sure=(what,))
    )

    clear = read_set(given, around)
    doubtful = read_set(replace(given, **{point: unsure}), around)

    assert doubtful.verdict >= clear.verdict
    assert doubtful.level >= clear.level
    assert (doubtful.gate or Gate.FULL) >= (clear.gate or Gate.FULL)


@given(sets(), contexts(), SIGNS)
@settings(max_examples=200, deadline=None)
def test_one_more_sign_never_softens_the_outcome(
    given: SetReadings, around: SetContext, sign: SetContext
) -> None:
    """H-01: verdict, level and gate only get stricter."""
    more = replace(
        around,
        red_flags=(*around.red_flags, *sign.red_flags),
        symptoms=(*around.symptoms, *sign.symptoms),
    )

    before, after = read_set(given, around), read_set(given, more)

    assert after.verdict >= before.verdict
    assert after.level >= before.level
    assert (after.gate or Gate.FULL) >= (before.gate or Gate.FULL)


# --- exactly at the limits -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("t0", "t1", "row"),
    [
        ("r6:3", "r6:4", 12),
        ("r6:3", "r6:5", 7),
        ("r6:4 back:1", "r6:4 back:3", 12),
        ("r6:4 back:1", "r6:4 back:4", 8),
        ("r6:4", "r6:3", 12),
        ("r6:4", "r6:2", 11),
    ],
)
def test_a_point_less_than_the_limit_is_another_row(t0: str, t1: str, row: int) -> None:
    """Last allowed and first refused: leg up 2, back up 3, leg down 2."""
    assert read(t0, t1, t1).row == row


@pytest.mark.parametrize(
    ("ache", "verdict"), [(2, SetVerdict.REGRESS), (3, SetVerdict.STOP_MOVEMENT)]
)
def test_a_new_back_ache_up_to_two_only_asks_for_half_the_range(
    ache: int, verdict: SetVerdict
) -> None:
    """Row 5's exception ends above 2."""
    assert read("", f"back:{ache}").verdict == verdict


def test_a_mild_back_ache_that_stays_the_next_set_is_still_no_peripheralization() -> None:
    """H-07: the exception looks at the same t0 that "up" is judged against."""
    stays = read("back:1", "back:1", session_t0=())
    grown = read("back:1", "back:3", session_t0=())

    assert (stays.label, stays.verdict) == ("BACK_OVERLOAD", SetVerdict.REGRESS)
    assert (grown.label, grown.verdict) == ("PERIPHERALIZED", SetVerdict.STOP_MOVEMENT)


def test_a_new_back_ache_with_tingling_is_no_exception() -> None:
    """Tingling is not a mild ache: the movement stops."""
    assert read("", "back:1 back2/tg:1").verdict == SetVerdict.STOP_MOVEMENT


@pytest.mark.parametrize(("pain", "stops"), [(7, False), (8, True)])
def test_leg_pain_of_eight_ends_the_session_even_before_the_set(pain: int, stops: bool) -> None:
    """SS4 is read at every reading, t0 included."""
    outcome = read(f"r6:{pain}", f"r6:{pain}", f"r6:{pain}")

    assert ("SS4" in outcome.fired) is stops
    assert (outcome.verdict == SetVerdict.STOP_SESSION) is stops


def test_a_back_that_aches_after_the_leg_cleared_is_not_read_as_going_down() -> None:
    """Second set after W46a: pain drew back from the calf into the back and stays there."""
    outcome = read("back2:2", "back2:2", "back2:2", session_t0=chart("r7:5"))

    assert (outcome.label, outcome.verdict) == ("NO_CHANGE", SetVerdict.CONTINUE_CAUTION)


def test_a_session_that_creeps_down_is_stopped_though_each_set_changed_little() -> None:
    """Up is judged against the lower of the set's and the session's t0."""
    assert read("r5:3", "r5:3", session_t0=chart("r4:3")).row == 5


def test_tingling_that_draws_back_counts_when_there_was_no_pain() -> None:
    """Rows 9-11 use tingling in place of pain when only that was there at t0."""
    outcome = read("tg8:2", "tg5:1", "tg5:1")

    assert outcome.row == 6, "a new zone of tingling stops, though it is nearer"
    assert read("tg8:2 tg5:1", "tg5:1", "tg5:1").label == "CENTRALIZING"


def test_the_front_of_the_thigh_draws_back_on_its_own_path() -> None:
    """Pain in front of the thigh that goes for good is CENTRALIZING."""
    assert read("front:4 r3:2", "r3:2", "r3:2").label == "CENTRALIZING"


def test_less_in_one_zone_at_t1_and_another_at_t2_is_not_less() -> None:
    """A grade less counts only where it lasts."""
    assert read("tg6:2 tg7:2", "tg6:1 tg7:2", "tg6:2 tg7:1").label == "NO_CHANGE"


def test_marks_that_were_there_in_the_second_leg_before_are_no_second_leg() -> None:
    """Row 3 reads what is beyond its t0; usual marks count as being there."""
    assert read("r6:4 left/nb8:1u", "r6:4 left/nb8:1u", "r6:4 left/nb8:1u").row == 12


def test_tingling_or_front_thigh_pain_in_the_second_leg_is_an_emergency_at_once() -> None:
    """Row 3: any tingling or numbness, or pain in front."""
    for sign in ("left/tg3:1", "left/nb4:1", "left/front:1", "left/r4:1"):
        outcome = read("r6:4", f"r6:4 {sign}")
        assert outcome.fired == ("A5", "row 3")
        assert outcome.level == CareLevel.EMERGENCY


def test_no_affected_leg_yet_means_that_neither_is_the_second() -> None:
    """A first leg symptom is a rank rise, not a two-leg emergency."""
    assert read("", "left/r3:2", affected=()).fired == ("row 5",)


def test_dense_numbness_of_the_foot_at_thirty_minutes_is_same_day() -> None:
    """Row 4: grade 3 at rank 8-9 is B9 even when it is only one grade up."""
    points = [Reading(chart(text)) for text in ("nb9:2", "nb9:3")]
    outcome = read_set(
        SetReadings(points[0], t1=points[1], at_30=points[1]), SetContext(("right",))
    )

    assert outcome.fired == ("B9", "row 4")
    assert outcome.at_30 == "still"


def test_two_grades_more_numb_at_thirty_minutes_is_same_day() -> None:
    """Row 4: milder is only one grade in a zone that was numb before."""
    points = [Reading(chart(text)) for text in ("nb6:1", "nb6:3")]
    outcome = read_set(
        SetReadings(points[0], t1=points[1], at_30=points[1]), SetContext(("right",))
    )

    assert outcome.fired == ("B9", "row 4")


@pytest.mark.parametrize(("before", "fired"), [("r6:3", ("B9?", "row 4")), ("nb6:1", ("row 4",))])
def test_still_not_sure_at_thirty_minutes_counts_as_one_grade_up(
    before: str, fired: tuple[str, ...]
) -> None:
    """0.4: new when nothing was numb, one grade where it was."""
    same = Reading(chart(before))
    unsure = replace(same, not_sure=("numbness",))
    outcome = read_set(SetReadings(same, t1=unsure, at_30=unsure), SetContext(("right",)))

    assert outcome.fired == fired


def test_not_sure_about_the_other_leg_at_thirty_minutes_counts_as_further() -> None:
    """0.4 and row 3: an unknown place is one rank further down."""
    there = Reading(chart("r6:4 left/r3:2"))
    unsure = replace(there, not_sure=("place",))
    outcome = read_set(
        SetReadings(Reading(chart("r6:4")), t1=there, at_30=unsure), SetContext(("right",))
    )

    assert outcome.fired == ("A5?", "row 3")
    assert outcome.level == CareLevel.EMERGENCY


@pytest.mark.parametrize(("unclear", "row"), [("place", 5), ("numbness", 4), ("tingling", 6)])
def test_what_cannot_be_told_is_read_as_one_step_worse(unclear: Any, row: int) -> None:
    """0.4, set reading."""
    same = Reading(chart("r6:4"))
    outcome = read_set(
        SetReadings(same, t1=replace(same, not_sure=(unclear,))), SetContext(("right",))
    )

    assert outcome.row == row


def test_strength_that_stays_unclear_after_the_check_is_same_day() -> None:
    """0.4: weakness not sure is row 2, shown as B1?."""
    same = Reading(chart("r6:4"))
    outcome = read_set(
        SetReadings(same, t1=replace(same, weakness="not_sure")), SetContext(("right",))
    )

    assert outcome.fired == ("B1?", "row 2")
    assert outcome.level == CareLevel.SAME_DAY


@pytest.mark.parametrize(
    ("item", "level", "gate"),
    [
        ("A4", CareLevel.EMERGENCY, Gate.BLOCK),
        ("B3", CareLevel.SAME_DAY, Gate.BLOCK),
        ("A1?", CareLevel.EMERGENCY, Gate.BLOCK),
        ("A4?", CareLevel.SAME_DAY, Gate.BLOCK),
        ("B1?", CareLevel.SAME_DAY, Gate.BLOCK),
        ("B2?", CareLevel.SOON, Gate.EASE_ONLY),
    ],
)
def test_a_red_flag_in_a_set_has_the_level_of_its_item(
    item: str, level: CareLevel, gate: Gate
) -> None:
    """Row 1, and 0.4 for an unknown answer."""
    outcome = read("r5:4", red_flags=(item,))

    assert (outcome.row, outcome.level, outcome.gate) == (1, level, gate)


def test_only_emergency_and_same_day_items_stop_a_set() -> None:
    """A C item has no place among the red flags of a set."""
    with pytest.raises(ValueError, match="C5 is not allowed"):
        read("r5:4", red_flags=("C5",))


@pytest.mark.parametrize(
    ("mark", "item"),
    [("saddle:1", "A3"), ("trunk:1", "A8"), ("mid_back:1", "C5"), ("groin:1", "C12")],
)
def test_a_new_mark_off_the_path_opens_its_question(mark: str, item: str) -> None:
    """2.2: such a mark is never ranked; a mark that was there before asks nothing."""
    assert read("r5:4", f"r5:4 {mark}", f"r5:4 {mark}").asks == (item,)
    assert read(f"r5:4 {mark}", f"r5:4 {mark}", f"r5:4 {mark}").asks == ()


def test_a_stop_that_nobody_follows_up_ends_the_session() -> None:
    """Row 5 without the ten-minute answer, half an hour on: unknown is not settled."""
    outcome = read("r4:3", "r7:3", minutes_since=30)

    assert (outcome.row, outcome.verdict) == (5, SetVerdict.STOP_SESSION)
    assert outcome.re_ask_minutes is None


def test_a_stop_in_the_middle_of_a_set_that_nobody_finishes_ends_the_session() -> None:
    """Row 7 reported during the set, and no answer after it."""
    outcome = read_set(
        SetReadings(Reading(chart("r6:3")), tdur=Reading(chart("r6:6"))),
        SetContext(("right",), minutes_since=30),
    )

    assert (outcome.row, outcome.verdict) == (7, SetVerdict.STOP_SESSION)


def test_pain_that_settled_but_is_sharper_or_stronger_has_not_settled() -> None:
    """Back to t0 means place, strength and quality."""
    t0, down = Reading(chart("r4:3")), Reading(chart("r7:3"))
    for unsettled in (
        Reading(chart("r4:5")),
        Reading(chart("r4:3"), sharp_shooting="yes"),
        Reading(chart("r4:3"), not_sure=("place",)),
        Reading(chart("r4:3 tg4:1")),
    ):
        outcome = read_set(SetReadings(t0, t1=down, at_10=unsettled), SetContext(("right",)))
        assert outcome.verdict == SetVerdict.STOP_SESSION


def test_the_second_stopped_movement_ends_the_session() -> None:
    """SS6 counts rows 5 to 7."""
    outcome = read("r6:3", "r6:5", stops_before=1)

    assert outcome.fired == ("SS6", "row 7")
    assert outcome.verdict == SetVerdict.STOP_SESSION


def test_every_row_and_session_stop_names_a_sentence_a_source_and_a_hazard() -> None:
    """All twelve rows and six stops stand, in order."""
    rules = [*set_alarms.RULES.rules, *set_rows.RULES.rules]
    stops = stop_session.RULES.rules

    assert [rule.id for rule in rules] == [f"row {n}" for n in range(1, 13)]
    assert [rule.id for rule in stops] == [f"SS{n}" for n in range(1, 7)]
    assert all(rule.statement and rule.sources and rule.hazards for rule in rules)
    assert all(stop.statement and stop.sources and stop.hazards for stop in stops)
