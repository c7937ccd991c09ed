"""Is a situation that cannot be refused, with its field named, whatever door it came through?

Pages and archives are checked by `checked`; the command line has refused most of it before.
"""

from dataclasses import fields, replace
from datetime import timedelta
from typing import Any, cast

import pytest

from spineward.clinical.facts import (
    CareLevel,
    CheckInRecord,
    ExerciseSession,
    History,
    LockRecord,
    Mark,
    SetContext,
    Situation,
    SpineProcedure,
    StrengthRecord,
    WeeklyRecord,
)
from spineward.clinical.facts.ranges import RANGES
from spineward.clinical.intake import InvalidInput, checked
from tests.cases.build import NOW, TODAY, typical

CLEARANCES = "CL1, CL2, CL3, CL4, CL5, CL6"
ITEMS = (
    "A1, A10, A11, A12, A13, A14, A15, A16, A2, A3, A4, A5, A6, A7, A8, A9, "
    "B1, B10, B2, B3, B4, B5, B6, B7, B8, B9, "
    "C1, C10, C11, C12, C13, C14, C15, C16, C2, C3, C4, C5, C6, C7, C8, C9"
)
REVIEWED = f"{ITEMS}, {CLEARANCES}, FLARE_LONG, N3, NC1, NC2, T1, T2, T3, T4, T5, T6, T7, T8, T9"
FIRST, SECOND = NOW - timedelta(days=2), NOW - timedelta(days=1)
LATER = NOW + timedelta(seconds=1)


def refusal(**changes: Any) -> str:
    """What is said about the typical person with these fields instead."""
    with pytest.raises(InvalidInput) as refused:
        checked(replace(typical(), **changes))
    assert str(refused.value).startswith(f"{refused.value.field}: ")
    return str(refused.value)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"item": {"A99": "no"}}, f"item: 'A99' is not allowed; one of {ITEMS}"),
        (
            {"item": {"A1": "changed"}},
            "item.A1: 'changed' is not allowed; one of no, not_sure, yes",
        ),
        (
            {"item": {"A4": "no"}},
            "item.A4: 'no' is not allowed; one of changed, does_not_apply, no_change, not_sure, "
            "prefer_not_to_say",
        ),
        ({"detail": {"A99": {}}}, f"detail: 'A99' is not allowed; one of {ITEMS}"),
        ({"clearance": {"CL7": "no"}}, f"clearance: 'CL7' is not allowed; one of {CLEARANCES}"),
        ({"cleared": {"CL7": "no"}}, f"cleared: 'CL7' is not allowed; one of {CLEARANCES}"),
        ({"since": {"T10": TODAY}}, f"since: 'T10' is not allowed; one of {REVIEWED}"),
    ],
)
def test_an_answer_to_a_question_that_nobody_asks_is_refused(
    changes: dict[str, Any], said: str
) -> None:
    assert refusal(**changes) == said


@pytest.mark.parametrize(
    ("field", "first"),
    [("background", "aneurysm"), ("features", "both_sides"), ("medicines", "ace_or_arb_with")],
)
def test_a_health_answer_to_a_question_that_nobody_asks_is_refused_with_those_that_are(
    field: str, first: str
) -> None:
    said = f"{field}: 'shoes' is not allowed; one of {first}"
    assert refusal(**{field: {"shoes": "no"}}).startswith(said)


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        (Mark("knee", "left", pain=3), "zone: 'knee' is not allowed; one of ankle, "),
        (Mark("toes", "middle", pain=3), "side: 'middle' is not allowed; one of left, right"),
        (Mark("saddle", "left", pain=3), "side: 'left' is not allowed; one of middle"),
    ],
)
def test_a_mark_that_the_body_map_does_not_have_is_refused_today_and_in_the_past(
    mark: Mark, said: str
) -> None:
    past = History(check_ins=(CheckInRecord(FIRST, chart=(mark,)), CheckInRecord(SECOND)))
    assert refusal(chart=(mark,)).startswith(f"chart.{said}")
    assert refusal(history=past).startswith(f"history.check_ins.chart.{said}")


@pytest.mark.parametrize(("name", "value"), [("pain", 11), ("pain", -1), ("numbness", 4)])
def test_a_mark_stronger_than_the_scale_goes_cannot_be_made(name: str, value: int) -> None:
    grades: dict[str, Any] = {name: value}
    said = rf"{name}: {value} is not allowed; a whole number from 0 to "
    with pytest.raises(ValueError, match=said):
        Mark("toes", "left", **grades)


@pytest.mark.parametrize("hour", [0, 23])
def test_a_day_may_lie_one_day_ahead_of_the_clock_and_no_more(hour: int) -> None:
    """Two clocks may differ by an offset; a day after tomorrow nobody has lived."""
    at = NOW.replace(hour=hour, minute=30)
    tomorrow, after = TODAY + timedelta(days=1), TODAY + timedelta(days=2)
    reviewed = {"B1": tomorrow}
    assert checked(replace(typical(), now=at, reviewed=reviewed)).reviewed == reviewed
    said = f"reviewed.B1: '{after}' is not allowed; a day that is not in the future"
    assert refusal(now=at, reviewed={"B1": after}) == said
    for field in ("episode_start", "leg_onset"):
        said = f"{field}: '{after}' is not allowed; a day that is not in the future"
        assert refusal(now=at, **{field: after}) == said
    operated = (SpineProcedure("surgery", after),)
    assert refusal(now=at, spine_procedure=operated).startswith(f"spine_procedure: '{after}'")


def past(table: str, *moments: Any) -> History:
    """A past that holds one record of this kind per moment."""
    kinds: dict[str, Any] = {
        "check_ins": CheckInRecord,
        "sessions": ExerciseSession,
        "locks": lambda at: LockRecord(at, ("B7",), CareLevel.SAME_DAY),
        "weekly": WeeklyRecord,
        "strength": lambda at: StrengthRecord(at, {}),
    }
    return History(**{table: tuple(kinds[table](at) for at in moments)})


@pytest.mark.parametrize("table", ["check_ins", "sessions", "locks", "weekly", "strength"])
def test_nothing_of_the_past_lies_after_now(table: str) -> None:
    """The newest stands last; at the very moment is not after it."""
    said = f"history.{table}: '{LATER.isoformat()}' is not allowed; a moment that is not after"
    assert refusal(history=past(table, LATER)) == f"{said} `now`"
    assert refusal(history=past(table, FIRST, SECOND, LATER)) == f"{said} `now`"
    for moments in ((FIRST,), (FIRST, SECOND, NOW)):
        fine = past(table, *moments)
        assert checked(replace(typical(), history=fine)).history is fine


@pytest.mark.parametrize("field", ["background", "medicines", "features", "clearance", "cleared"])
def test_no_answer_at_all_is_never_refused(field: str) -> None:
    """What was not asked is missing, which is no mistake."""
    person = replace(typical(), **cast(dict[str, Any], {field: {}}))
    assert checked(person) is person


def test_every_number_that_is_asked_has_the_range_of_the_clinical_specification() -> None:
    """0.2, and the week of a pregnancy, the years of a life, and a century of weeks off work."""
    scale, grade, change = (0, 10), (0, 3), (-3, 3)
    assert dict(RANGES) == {
        **dict.fromkeys(("leg_now", "back_now", "worst_24h", "pain", "psfs", "fear_moving"), scale),
        **dict.fromkeys(("tingling", "numbness", "nights_broken"), grade),
        **dict.fromkeys(("change_so_far", "global_change"), change),
        **{"age": (0, 120), "pregnant_week": (1, 42), "hours_at_8": (0, 72)},
        **{"rmdq": (0, 24), "weeks_off_work": (0, 5200)},
    }


def test_what_is_not_said_of_a_situation_is_not_known() -> None:
    """Nothing is "no" before somebody says so; a mark that is not graded is 0 and new."""
    person = Situation(now=NOW)
    known = {one.name: getattr(person, one.name) for one in fields(person) if one.name != "now"}
    empty = {name: value for name, value in known.items() if value is not None}
    history = empty.pop("history")
    assert history == History() == History((), (), (), (), ())
    assert set(map(str, empty.values())) == {"{}"}
    assert Mark("toes", "left") == Mark("toes", "left", 0, 0, 0, usual=False)
    assert SetContext(()) == SetContext((), None, (), (), 0, 0, 0, 0)
