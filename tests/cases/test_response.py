"""Do the worked cases W42-W49 come out as written? What one set means, row by row.

Every sub-row is one situation: the chart before (t0), during (tdur), after (t1), upright (t2), the
re-asks at 10 and 30 minutes, and what follows. The mornings of W43 are read with the next day.

Long on purpose: one test a row of W42-W49, in the order of the cases.
"""

from dataclasses import dataclass, field
from typing import Any

import pytest

from spineward.clinical.facts import CareLevel, Gate, Reading, SetContext, SetReadings, SetVerdict
from spineward.clinical.response import read_set
from tests.cases.build import chart

CONTINUE = SetVerdict.CONTINUE
CAUTION = SetVerdict.CONTINUE_CAUTION
REGRESS = SetVerdict.REGRESS
STOP_MOVEMENT = SetVerdict.STOP_MOVEMENT
STOP_SESSION = SetVerdict.STOP_SESSION
ESCALATE = SetVerdict.STOP_AND_ESCALATE
CALM = (CareLevel.SELF_CARE, None)
REST = (CareLevel.SELF_CARE, Gate.EASE_ONLY)
TODAY = (CareLevel.SAME_DAY, Gate.BLOCK)
NOW = (CareLevel.EMERGENCY, Gate.BLOCK)


@dataclass(frozen=True)
class Case:
    """One sub-row. A time point is a chart in words; `also` adds to its reading."""

    id: str
    story: str
    points: dict[str, str]
    verdict: SetVerdict
    label: str
    fired: tuple[str, ...]
    level_and_gate: tuple[CareLevel, Gate | None] = CALM
    also: dict[str, dict[str, Any]] = field(default_factory=dict)
    context: dict[str, Any] = field(default_factory=dict)
    re_ask: int | None = None
    at_30: str | None = None


CASES = [
    Case(
        "W42a",
        "mid-set, urine is no longer felt",
        {"t0": "r5:4"},
        ESCALATE,
        "RED_FLAG",
        ("A1", "row 1"),
        NOW,
        context={"red_flags": ("A1",)},
    ),
    Case(
        "W42b",
        "less pain, but the foot is weaker",
        {"t0": "r6:4", "t1": "r6:2"},
        ESCALATE,
        "NEURO_MOTOR",
        ("B1", "row 2"),
        TODAY,
        also={"t1": {"weakness": "new_or_more"}},
    ),
    Case(
        "W42c before the re-ask",
        "an ache in the other buttock",
        {"t0": "r6:4", "t1": "r6:4 left/r3:2"},
        STOP_SESSION,
        "SECOND_LEG",
        ("row 3",),
        REST,
        re_ask=30,
    ),
    Case(
        "W42c",
        "the ache in the other buttock is gone at 30 minutes",
        {"t0": "r6:4", "t1": "r6:4 left/r3:2", "at_30": "r6:4"},
        STOP_SESSION,
        "SECOND_LEG",
        ("row 3",),
        REST,
        at_30="settled",
    ),
    Case(
        "W42c still there",
        "the ache in the other buttock stays",
        {"t0": "r6:4", "t1": "r6:4 left/r3:2", "at_30": "r6:4 left/r3:1"},
        STOP_SESSION,
        "SECOND_LEG",
        ("row 3",),
        REST,
        at_30="still",
    ),
    Case(
        "W42d",
        "at 30 minutes it is in the other calf",
        {"t0": "r6:4", "t1": "r6:4 left/r3:2", "at_30": "r6:4 left/r6:2"},
        ESCALATE,
        "SECOND_LEG",
        ("A5", "row 3"),
        NOW,
        at_30="further",
    ),
    Case(
        "W43a before the re-ask",
        "the heel pain is gone, the outer foot is numb",
        {"t0": "r8:6", "t1": "nb8:2"},
        STOP_SESSION,
        "NEURO_SENSORY",
        ("row 4",),
        REST,
        re_ask=30,
    ),
    Case(
        "W43a",
        "30 minutes later the foot feels normal",
        {"t0": "r8:6", "t1": "nb8:2", "at_30": ""},
        STOP_SESSION,
        "NEURO_SENSORY",
        ("row 4",),
        REST,
        at_30="settled",
    ),
    Case(
        "W43a still numb",
        "30 minutes later the new numb patch is still there",
        {"t0": "r8:6", "t1": "nb8:2", "at_30": "nb8:1"},
        ESCALATE,
        "NEURO_SENSORY",
        ("B9", "row 4"),
        TODAY,
        at_30="still",
    ),
    Case(
        "W43b and c",
        "numb toes one grade more so, still so at 30 minutes",
        {"t0": "nb9:1", "t1": "nb9:2", "at_30": "nb9:2"},
        STOP_SESSION,
        "NEURO_SENSORY",
        ("row 4",),
        REST,
        at_30="still_one_grade",
    ),
    Case(
        "W43d",
        "not sure whether it is more numb",
        {"t0": "nb9:1", "t1": "nb9:1"},
        STOP_SESSION,
        "NEURO_SENSORY",
        ("row 4",),
        REST,
        also={"t1": {"not_sure": ("numbness",)}},
        re_ask=30,
    ),
    Case(
        "W44a at once",
        "pain runs into the lower leg",
        {"t0": "r4:3", "tdur": "r7:3", "t1": "r7:3"},
        STOP_MOVEMENT,
        "PERIPHERALIZED",
        ("row 5",),
        re_ask=10,
    ),
    Case(
        "W44a",
        "pain runs into the lower leg and is back at 4 minutes",
        {"t0": "r4:3", "tdur": "r7:3", "t1": "r7:3", "at_10": "r4:3"},
        STOP_MOVEMENT,
        "PERIPHERALIZED",
        ("row 5",),
    ),
    Case(
        "W44b",
        "pain is still in the lower leg at 10 minutes",
        {"t0": "r4:3", "tdur": "r7:3", "t1": "r7:3", "at_10": "r7:3"},
        STOP_SESSION,
        "PERIPHERALIZED",
        ("row 5",),
        REST,
    ),
    Case(
        "W44c",
        "a second movement sends it down, too",
        {"t0": "r4:3", "tdur": "r5:3", "at_10": "r4:3"},
        STOP_SESSION,
        "PERIPHERALIZED",
        ("SS6", "row 5"),
        REST,
        context={"stops_before": 1, "row5_before": 1},
    ),
    Case(
        "W44d",
        "nothing before, a slight ache in the middle of the back after",
        {"t0": "", "t1": "back:1"},
        REGRESS,
        "BACK_OVERLOAD",
        ("row 5",),
    ),
    Case(
        "W44e",
        "back pain widens to one side",
        {"t0": "back:2", "t1": "back2:2"},
        STOP_MOVEMENT,
        "PERIPHERALIZED",
        ("row 5",),
        re_ask=10,
    ),
    Case(
        "W44f",
        "pain appears in front of the thigh",
        {"t0": "r4:3", "t1": "r4:3 front:2"},
        STOP_MOVEMENT,
        "PERIPHERALIZED",
        ("row 5",),
        re_ask=10,
    ),
    Case(
        "W45a",
        "tingling a grade stronger",
        {"t0": "r6:4 tg6:1", "t1": "r6:4 tg6:2"},
        STOP_MOVEMENT,
        "NEURO_IRRITATION",
        ("row 6",),
    ),
    Case(
        "W45b",
        "tingling in a new zone nearer to the back",
        {"t0": "r6:4 tg6:1", "t1": "r6:4 tg6:1 tg4:1"},
        STOP_MOVEMENT,
        "NEURO_IRRITATION",
        ("row 6",),
    ),
    Case(
        "W45c",
        "two points more in the same place",
        {"t0": "r6:3", "t1": "r6:5"},
        STOP_MOVEMENT,
        "WORSE_IN_PLACE",
        ("row 7",),
    ),
    Case(
        "W45d",
        "nearer to the back, but three points more",
        {"t0": "r6:4", "t1": "r4:7", "t2": "r4:7"},
        STOP_MOVEMENT,
        "WORSE_IN_PLACE",
        ("row 7",),
    ),
    Case(
        "W45e",
        "one sharp shot in the thigh, then as before",
        {"t0": "r6:4", "tdur": "r6:4", "t1": "r6:4", "t2": "r6:4"},
        STOP_MOVEMENT,
        "WORSE_IN_PLACE",
        ("row 7",),
        also={"tdur": {"sharp_shooting": "yes"}},
    ),
    Case(
        "W45f",
        "a point more after each of three sets",
        {"t0": "r6:4", "t1": "r6:5"},
        STOP_MOVEMENT,
        "WORSE_IN_PLACE",
        ("row 7",),
        context={"session_t0": chart("r6:3")},
    ),
    Case(
        "W45g",
        "a slight pull in the calf that goes on release",
        {"t0": "r6:4", "t1": "r6:4", "t2": "r6:4"},
        CAUTION,
        "NO_CHANGE",
        ("row 12",),
    ),
    Case(
        "W46a",
        "pain draws back into the back",
        {"t0": "r7:5", "t1": "back2:2", "t2": "back2:2"},
        CONTINUE,
        "CENTRALIZING",
        ("row 9",),
    ),
    Case(
        "W46b",
        "pain draws back, and the back aches four points more",
        {"t0": "r7:5 back:2", "t1": "r4:3 back:6", "t2": "r4:3 back:5"},
        REGRESS,
        "CENTRALIZING",
        ("row 8",),
    ),
    Case(
        "W46c",
        "the leg as before, the back three points more",
        {"t0": "r5:4 back:1", "t1": "r5:4 back:4", "t2": "r5:4 back:4"},
        REGRESS,
        "BACK_OVERLOAD",
        ("row 8",),
    ),
    Case(
        "W47a",
        "nearer to the back, and nobody said whether it lasts",
        {"t0": "r8:5", "t1": "r5:4"},
        CAUTION,
        "UNSTABLE",
        ("row 10",),
    ),
    Case(
        "W47b",
        "two points less in the same place",
        {"t0": "r7:6", "t1": "r7:4", "t2": "r7:4"},
        CONTINUE,
        "REDUCED",
        ("row 11",),
    ),
    Case(
        "W47c",
        "the foot is a grade less numb",
        {"t0": "r7:4 nb8:2", "t1": "r7:4 nb8:1", "t2": "r7:4 nb8:1"},
        CONTINUE,
        "REDUCED",
        ("row 11",),
    ),
    Case(
        "W47d",
        "nearer to the back only when upright",
        {"t0": "r7:5", "t1": "r7:5", "t2": "r5:5"},
        CAUTION,
        "NO_CHANGE",
        ("row 12",),
    ),
    Case(
        "W47e",
        "one patch gone, a new one nearer than the furthest",
        {"t0": "r4:4 r7:4", "t1": "r6:4 r7:4", "t2": "r6:4 r7:4"},
        CAUTION,
        "NO_CHANGE",
        ("row 12",),
    ),
    Case(
        "W47f",
        "one patch gone, a new one beyond the furthest",
        {"t0": "r4:4 r7:4", "t1": "r4:4 r9:4"},
        STOP_MOVEMENT,
        "PERIPHERALIZED",
        ("row 5",),
        re_ask=10,
    ),
    Case(
        "W47g",
        "nothing felt before or after",
        {"t0": "", "t1": "", "t2": ""},
        CONTINUE,
        "SYMPTOM_FREE",
        ("row 12",),
    ),
    Case(
        "W48a",
        "known both legs: one draws back, the other stays",
        {"t0": "r6:4 left/r4:3", "t1": "r3:4 left/r4:3", "t2": "r3:4 left/r4:3"},
        CAUTION,
        "NO_CHANGE",
        ("row 12", "row 9"),
        context={"affected": ("left", "right")},
    ),
    Case(
        "W48b",
        "known both legs: one draws back, the other goes down",
        {"t0": "r6:4 left/r4:3", "t1": "r3:4 left/r5:3", "t2": "r3:4 left/r5:3"},
        STOP_MOVEMENT,
        "PERIPHERALIZED",
        ("row 5",),
        context={"affected": ("left", "right")},
        re_ask=10,
    ),
    Case(
        "W48c",
        "known both legs: both draw back",
        {"t0": "r6:4 left/r4:3", "t1": "r3:4 left/r3:3", "t2": "r3:4 left/r3:3"},
        CONTINUE,
        "CENTRALIZING",
        ("row 9",),
        context={"affected": ("left", "right")},
    ),
    Case(
        "W49a",
        "dizzy on getting up",
        {"t0": "r5:4"},
        STOP_SESSION,
        "NOT_ASSESSED",
        ("SS1",),
        REST,
        context={"symptoms": ("dizzy",)},
    ),
    Case(
        "W49b",
        "a tight chest on the walk",
        {"t0": "r5:4"},
        ESCALATE,
        "RED_FLAG",
        ("A13", "SS2", "row 1"),
        NOW,
        context={"symptoms": ("chest",)},
    ),
    Case(
        "W49c",
        "one calf is swollen",
        {"t0": "r5:4"},
        ESCALATE,
        "RED_FLAG",
        ("B3", "SS3", "row 1"),
        TODAY,
        context={"symptoms": ("swelling",)},
    ),
    Case(
        "W49d",
        "leg pain climbs to 8",
        {"t0": "r6:6", "t1": "r6:8"},
        STOP_SESSION,
        "WORSE_IN_PLACE",
        ("FLARE_SEVERE", "SS4", "row 7"),
        REST,
    ),
    Case(
        "W49e",
        "the person wants to stop",
        {"t0": "r5:4"},
        STOP_SESSION,
        "NOT_ASSESSED",
        ("SS5",),
        context={"symptoms": ("stop_asked",)},
    ),
    Case(
        "W49f",
        "the app was closed and nothing came for 30 minutes",
        {"t0": "r5:4"},
        STOP_SESSION,
        "NOT_ASSESSED",
        (),
        REST,
        context={"minutes_since": 30},
    ),
]


def read(case: Case) -> Any:
    """The outcome of a case; the right leg is the affected one unless it says otherwise."""
    points = {
        name: Reading(chart(text), **case.also.get(name, {})) for name, text in case.points.items()
    }
    context = SetContext(**({"affected": ("right",)} | case.context))
    return read_set(SetReadings(**points), context)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.id}: {case.story}")
def test_a_set_is_read_as_the_worked_case_says(case: Case) -> None:
    """Verdict, label, every rule that fired, care level and gate."""
    outcome = read(case)

    assert (outcome.verdict, outcome.label) == (case.verdict, case.label)
    assert outcome.fired == case.fired
    assert (outcome.level, outcome.gate) == case.level_and_gate


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.id}: {case.story}")
def test_a_further_question_is_announced_exactly_when_one_is_due(case: Case) -> None:
    """The re-ask after 10 or 30 minutes, and what the later one found."""
    outcome = read(case)

    assert (outcome.re_ask_minutes, outcome.at_30) == (case.re_ask, case.at_30)


def named(id: str) -> Case:
    """One case by its id."""
    return next(case for case in CASES if case.id == id)


def test_new_weakness_opens_the_pages_on_getting_weaker_and_on_the_foot() -> None:
    """W42b: A6 and A7 are asked at once."""
    assert read(named("W42b")).asks == ("A6", "A7")


def test_an_ache_that_stays_in_the_other_buttock_opens_the_two_leg_questions() -> None:
    """W42: still there at 30 minutes, the A5 questions are asked."""
    assert read(named("W42c still there")).asks == ("A5",)
    assert read(named("W42c")).asks == ()


def test_dizziness_opens_the_questions_on_belly_and_heart() -> None:
    """W49a: A11 and A13 are asked."""
    assert read(named("W49a")).asks == ("A11", "A13")


def test_every_sub_row_of_the_worked_cases_is_here() -> None:
    """W42-W49 have 40 sub-rows; W43b and c differ only next morning."""
    sub_rows = {"W42": 4, "W43": 4, "W44": 6, "W45": 7, "W46": 3, "W47": 7, "W48": 3, "W49": 6}
    wanted = {f"{id}{'abcdefg'[n]}" for id, count in sub_rows.items() for n in range(count)}
    stand = {case.id for case in CASES} | {"W43b", "W43c"}

    assert wanted <= stand
