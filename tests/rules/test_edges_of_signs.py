"""Which sign does a set show? Each sign of a leg, of the back and of the whole on both sides (2.3).

Each test stands for a small change of the engine that no other test noticed.
"""

from typing import Any

import pytest

from spineward.clinical.facts import Chart, Mark, Reading, SetContext, SetReadings
from spineward.clinical.measured import signs
from spineward.clinical.signs import Signs
from tests.cases.build import chart

CONTEXT = ("row5_before", "red_flags", "symptoms", "stops_before", "minutes_since")


def reading(given: str | Chart | Reading | None) -> Reading | None:
    """A reading as it is, or from a chart, or from words."""
    if given is None or isinstance(given, Reading):
        return given
    return Reading(chart(given) if isinstance(given, str) else given)


def seen(t0: Any, t1: Any = None, t2: Any = None, **more: Any) -> Signs:
    """The signs of a set with these readings; t1 and t2 are as t0 unless given. The session began
    with t0, or with `first`; the right leg is the affected one."""
    around = {name: more.pop(name) for name in CONTEXT if name in more}
    first = more.pop("first", None)
    began = None if first is None else chart(first)
    context = SetContext(more.pop("affected", ("right",)), session_t0=began, **around)
    start = reading(t0)
    assert start is not None
    t1 = t0 if t1 is None else t1
    points = {"t1": t1, "t2": t1 if t2 is None else t2} | more
    given = {name: reading(None if one == "none" else one) for name, one in points.items()}
    return signs(SetReadings(start, **given), context)


def unsure(text: str, *what: Any) -> Reading:
    """A reading in which the person cannot tell these."""
    return Reading(chart(text), not_sure=what)


UNSURE = unsure("r5:3", "place")


def sharp(text: str) -> Reading:
    """A reading with sharp or shooting leg pain."""
    return Reading(chart(text), sharp_shooting="yes")


NONE = "none"
"""No reading at that point."""
GROIN_TINGLES = (Mark("groin", "left", tingling=1),)


# --- one leg ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "further"),
    [
        ({"t0": "r5:3", "t1": "r6:3"}, "further"),
        ({"t0": "r5:3", "t1": "r5:5"}, "no"),
        ({"t0": "r5:3", "t1": "r5:3 tg8:1"}, "further"),
        ({"t0": "r5:3", "t1": "r5:3 front:1"}, "further"),
        ({"t0": "r5:3", "t1": "r5:3 front/tg:1"}, "further"),
        ({"t0": "r5:3", "t1": "r5:3 nb8:1"}, "no"),
        ({"t0": "r5:3", "t2": "r6:3"}, "further"),
        ({"t0": "r5:3", "tdur": "r6:3"}, "further"),
        ({"t0": "r5:3", "t2": "r5:3 tg8:1"}, "further"),
        ({"t0": "r5:3", "t2": "r5:3 front:1"}, "further"),
        ({"t0": "r5:3", "t2": "r5:3 front/tg:1"}, "further"),
        ({"t0": "r5:3", "at_10": "r6:3"}, "no"),
        ({"t0": "r6:3", "first": "r5:3"}, "further"),
        ({"t0": "r5:3 tg8:1", "first": "r5:3"}, "further"),
        ({"t0": "r5:3 front:1", "first": "r5:3"}, "further"),
        ({"t0": "r5:3 front/tg:1", "first": "r5:3"}, "further"),
        ({"t0": "r5:3", "first": "r8:3"}, "no"),
        ({"t0": "r5:3 tg6:1", "first": "r5:3 tg8:1"}, "no"),
        ({"t0": "front:3", "first": "front:3 r5:1"}, "no"),
        ({"t0": "front/tg:1", "first": "front/tg:1"}, "no"),
        ({"t0": "r5:3", "t1": unsure("r5:3", "place")}, "unsure"),
    ],
)
def test_further_is_pain_or_tingling_at_any_reading_of_the_set(
    given: dict[str, Any], further: str
) -> None:
    """Against the lower of the set's own and the session's first chart; numbness has its own
    sign, and what comes after ten minutes is asked apart."""
    assert seen(**given).right.reach == further


@pytest.mark.parametrize(
    ("given", "tingles"),
    [
        ({"t0": "r5:3 tg6:1", "t1": "r5:3 tg6:2"}, "more"),
        ({"t0": "r5:3 tg6:1", "t1": "r5:3 tg6:1", "t2": "r5:3 tg6:2"}, "more"),
        ({"t0": "r5:3 tg6:1", "t1": "r5:3 tg6:2", "t2": "r5:3 tg6:1"}, "more"),
        ({"t0": "r5:3 tg6:1", "t1": "r5:3 tg5:1", "t2": "r5:3 tg6:1"}, "more"),
        ({"t0": "r5:3 tg6:2", "t1": "r5:3 tg6:1"}, "no"),
        ({"t0": "r5:3 tg6:2", "first": "r5:3 tg6:1"}, "more"),
        ({"t0": "r5:3 tg6:1", "first": "r5:3 tg6:2"}, "no"),
        ({"t0": "r5:3 tg6:1", "first": "r5:3"}, "more"),
        ({"t0": "r5:3", "at_10": "r5:3 tg8:1"}, "no"),
        ({"t0": "r5:3", "t1": unsure("r5:3", "tingling")}, "unsure"),
    ],
)
def test_more_tingling_is_a_grade_or_a_place_more(given: dict[str, Any], tingles: str) -> None:
    assert seen(**given).right.tingles == tingles


def same_chart(text: str) -> dict[str, Any]:
    """One chart that stands at every point, as when a page takes over what was drawn."""
    drawn = chart(text)
    return {"t0": drawn, "t1": drawn, "t2": drawn}


@pytest.mark.parametrize(
    ("given", "left", "right"),
    [
        ({"t0": "r5:3", "t1": "r5:5"}, "no", "stronger"),
        ({"t0": "r5:3", "t1": "r5:4"}, "no", "no"),
        ({"t0": "r5:3", "t1": "r5:3", "t2": "r5:5"}, "no", "stronger"),
        (same_chart("r5:5") | {"first": "r5:3"}, "no", "stronger"),
        (same_chart("r5:5") | {"first": "r5:4"}, "no", "no"),
        ({"t0": "r5:3", "t1": sharp("r5:3")}, "sharp", "sharp"),
        ({"t0": sharp("r5:3"), "t1": sharp("r5:3")}, "no", "no"),
        ({"t0": "r5:3", "t1": sharp("r5:5")}, "sharp", "stronger"),
    ],
)
def test_stronger_is_two_points_more_or_sharp_where_it_was_not(
    given: dict[str, Any], left: str, right: str
) -> None:
    """Sharp is told of the set, so it is read on both legs; on the back it is not."""
    found = seen(**given)
    assert (found.left.stronger, found.right.stronger, found.back.stronger) == (left, right, "no")


@pytest.mark.parametrize(
    ("given", "less"),
    [
        ({"t0": "r5:6", "t1": "r5:4"}, True),
        ({"t0": "r5:6", "t1": "r5:4", "t2": "r5:5"}, False),
        ({"t0": "r5:6", "t1": "r5:5", "t2": "r5:4"}, False),
        ({"t0": "r5:6", "t1": "r5:2", "t2": NONE}, False),
        ({"t0": "r5:6", "t1": NONE, "t2": "r5:2"}, False),
        ({"t0": "r5:3 tg6:1", "t1": "r5:3"}, True),
        ({"t0": "r5:3 tg6:2", "t1": "r5:3 tg6:1"}, True),
        ({"t0": "r5:3 tg6:2", "t1": "r5:3 tg6:1", "t2": "r5:3 tg6:2"}, False),
        ({"t0": "r5:3 nb6:1", "t1": "r5:3"}, True),
        ({"t0": "r5:3 nb6:2", "t1": "r5:3 nb6:2"}, False),
        ({"t0": "r5:3 nb6:2", "t1": "r5:3 nb6:1", "t2": "r5:3 nb6:2"}, False),
    ],
)
def test_less_is_clearly_less_both_times(given: dict[str, Any], less: bool) -> None:
    """Two points of pain, or a grade of tingling or numbness in a place; at t1 and at t2."""
    assert seen(**given).right.less is less


@pytest.mark.parametrize(
    ("given", "at_once", "upright"),
    [
        ({"t0": "r6:3", "t1": "r5:3"}, True, "yes"),
        ({"t0": "r6:3", "t1": "r5:3", "t2": "r6:3"}, True, "no"),
        ({"t0": "r6:3", "t1": "r6:3", "t2": "r5:3"}, False, "yes"),
        ({"t0": "r6:3", "t1": "r5:3", "t2": NONE}, True, "missing"),
        ({"t0": "r5:3 tg8:1", "t1": "r5:3"}, False, "no"),
        ({"t0": "tg8:1", "t1": "tg6:1"}, True, "yes"),
        ({"t0": "front/tg:1", "t1": "r1:0"}, True, "yes"),
        ({"t0": "nb8:1", "t1": "nb6:1"}, False, "no"),
    ],
)
def test_nearer_is_where_pain_ends_or_tingling_where_nothing_hurt(
    given: dict[str, Any], at_once: bool, upright: str
) -> None:
    found = seen(**given)
    assert (found.right.nearer_t1, found.right.nearer_t2) == (at_once, upright)
    assert found.left.nearer_t2 == ("missing" if upright == "missing" else "no")


# --- the other leg ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "second"),
    [
        ({"t0": "r5:3", "t1": "r5:3 left/r3:1"}, "buttock"),
        ({"t0": "r5:3", "t1": "r5:3 left/r4:1"}, "beyond"),
        ({"t0": "r5:3", "t1": "r5:3 left/front:1"}, "beyond"),
        ({"t0": "r5:3", "t1": "r5:3 left/tg3:1"}, "beyond"),
        ({"t0": "r5:3", "t1": "r5:3 left/nb3:1"}, "beyond"),
        ({"t0": "r5:3", "t1": (*chart("r5:3"), *GROIN_TINGLES)}, "no"),
        ({"t0": "r5:3 left/r6:2", "t1": "r5:3 left/r6:5"}, "no"),
        ({"t0": "r5:3 left/r6:2", "t1": "r5:3 left/r5:2"}, "no"),
        ({"t0": "r5:3 left/tg6:1", "t1": "r5:3 left/tg6:1"}, "no"),
        ({"t0": "r5:3", "at_10": "r5:3 left/r3:1"}, "buttock"),
        ({"t0": "r5:3", "t1": "r5:3 left/r3:1", "at_30": "r5:3"}, "buttock_settled"),
        ({"t0": "r5:3", "t1": "r5:3 left/r3:1", "at_30": "r5:3 left/r3:1"}, "buttock_still"),
        (
            {"t0": "r5:3", "t1": "r5:3 left/r3:1", "at_30": unsure("r5:3", "place")},
            "buttock_unsure",
        ),
        ({"t0": "r5:3", "t1": "r5:3 left/r4:1", "affected": ("left", "right")}, "no"),
        ({"t0": "r5:3", "t1": "r5:3 left/r4:1", "affected": ()}, "no"),
    ],
)
def test_the_other_leg_may_ache_in_the_buttock_and_no_further(
    given: dict[str, Any], second: str
) -> None:
    """Row 3: only what is new there; and half an hour on it is asked again."""
    found = seen(**given)
    assert (found.left.second, found.right.second, found.back.second) == (second, "no", "no")


# --- numbness --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "numb"),
    [
        ({"t0": "r5:3 nb6:1"}, "no"),
        ({"t0": "r5:3", "t1": "r5:3 nb6:1"}, "more"),
        ({"t0": "r5:3", "at_10": "r5:3 nb6:1"}, "more"),
        ({"t0": "r5:3 nb6:1", "first": "r5:3"}, "more"),
        ({"t0": "r5:3", "t1": unsure("r5:3", "numbness")}, "unsure"),
        ({"t0": "r5:3", "t1": unsure("r5:3 nb6:1", "numbness")}, "more"),
        ({"t0": "r5:3 nb8:1", "t1": "r5:3 nb8:2", "at_30": "r5:3 nb8:1"}, "settled"),
        ({"t0": "r5:3 nb6:1", "t1": "r5:3 nb6:2", "at_30": "r5:3 nb6:2"}, "still_one_grade"),
        ({"t0": "r5:3 nb8:2", "t1": "r5:3 nb8:3", "at_30": "r5:3 nb8:3"}, "still"),
        ({"t0": "r5:3 nb6:2", "t1": "r5:3 nb6:3", "at_30": "r5:3 nb6:3"}, "still_one_grade"),
        ({"t0": "r5:3 nb6:1", "t1": "r5:3 nb6:3", "at_30": "r5:3 nb6:3"}, "still"),
        ({"t0": "r5:3", "t1": "r5:3 nb6:1", "at_30": "r5:3 nb6:1"}, "still"),
        ({"t0": "r5:3", "t1": "r5:3", "at_30": unsure("r5:3", "numbness")}, "still_unsure"),
        ({"t0": "r5:3 nb6:1", "at_30": unsure("r5:3 nb6:1", "numbness")}, "still_one_grade"),
        ({"t0": "r5:3 nb8:2", "at_30": unsure("r5:3 nb8:2", "numbness")}, "still_unsure"),
        ({"t0": "r5:3 nb6:1", "at_30": unsure("r5:3 nb6:1 nb7:1", "numbness")}, "still"),
        ({"t0": "r5:3 nb6:1", "at_30": unsure("r5:3 nb6:3", "numbness")}, "still"),
    ],
)
def test_more_numbness_is_asked_again_after_half_an_hour(given: dict[str, Any], numb: str) -> None:
    """Row 4: not sure counts as one grade up where it was numb; a foot numb all over is grave."""
    assert seen(**given).right.numb == numb
