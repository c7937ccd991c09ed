"""May another rule be represented by one way in which it fires? Every way does the same.

C4 and C5 ask whether another rule holds, C3 whether there is a gain, A8 and C16 whether there is
new weakness or numbness. Their tables hold one way of each; here the others stand in its place,
beside what else the table varies (every 5th, 7th or 31st combination, in step with no axis), and
the outcome is the same. Hazards: H-01 H-17.
"""

from collections.abc import Mapping
from datetime import timedelta
from itertools import combinations
from typing import Any

import pytest

from spineward.clinical.facts import CheckInRecord, Mark
from spineward.clinical.spaces.space import NOW, ago
from spineward.clinical.tables import asking
from tests.proofs.counted import Count
from tests.proofs.ways import BY_ID, cases_with

Ways = Mapping[str, Mapping[str, Any]]
JOINTS = (
    "onset_under_45",
    "over_3_months",
    "late_night_waking",
    "morning_stiffness",
    "better_with_exercise",
    "psoriasis_bowel_eye",
)
ONE_SIGN = {f"detail.A8.{sign}": "no" for sign in ("clumsy_hands", "neck_shock", "trunk_band")}
NO_B4 = {f"detail.B4.{sign}": "no" for sign in ("growing", "constant", "night", "straining")}
OTHERS: Mapping[str, Ways] = {
    "C2": {
        "told": {"item.C2": "yes"},
        "B4 without a sign": {"item.B4": "yes", **NO_B4},
    },
    "C3": {
        "told": {"age": 65, "item.C3": "yes"},
        "first ever": {"age": 60, "first_ever": "yes"},
        "much later": {"age": 90, "first_ever": "yes"},
    },
    "C8": {
        " and ".join(four): {
            "item.C8": "yes",
            **{f"detail.C8.{name}": "yes" if name in four else "no" for name in JOINTS},
        }
        for four in combinations(JOINTS, 4)
    },
    "C10": {
        "told": {"item.C10": "yes", "detail.C10.weak_thigh": "no"},
        "sore": {"background.diabetes": "yes", "chart": (Mark("front_thigh", "left", 7),)},
        "not known": {
            "background.diabetes": "not_sure",
            "chart": (Mark("front_thigh", "right", 9),),
        },
    },
    "C11": {
        "thinner": {"item.C11": "yes", "detail.C11.thinner_leg": "yes"},
        "no pain": {"item.C11": "yes", "detail.C11.no_pain": "yes"},
        "not asked": {"item.C11": "yes"},
    },
    "C12": {
        "told": {"item.C12": "yes"},
        "groin and limp": {"features.groin_pain": "yes", "features.limp": "yes"},
        "limp and stiff": {"features.limp": "yes", "features.stiff_socks_shoes": "yes"},
    },
    "C16": {
        "told": {"item.C16": "yes"},
        "one sign": {"item.A8": "yes", **ONE_SIGN},
        "one sign, not sure": {"item.A8": "not_sure", **ONE_SIGN},
        "not sure of any": {"item.A8": "not_sure"},
    },
}


def check_ins(*legs: int) -> tuple[CheckInRecord, ...]:
    """A check-in a day up to yesterday with these numbers for the leg."""
    days = len(legs)
    return tuple(
        CheckInRecord(at=NOW - timedelta(days=days - place), leg_now=leg, back_now=0)
        for place, leg in enumerate(legs)
    )


GAIN: Ways = {
    "told": {"change_so_far": 2},
    "told more": {"change_so_far": 3},
    "less pain": {"history.check_ins": check_ins(8, 8, 8, 6, 4, 3, 2, 2, 2)},
    "never much": {"history.check_ins": check_ins(0, 0, 0, 0, 0)},
}
NO_GAIN: Ways = {
    "not said": {},
    "told worse": {"change_so_far": -3},
    "told little": {"change_so_far": 1},
}
B1 = {"item.B1": "yes"}
BESIDE: Ways = {
    "a weak leg": B1,
    "weak for a week": {**B1, "since.B1": ago(7)},
    "weak and seen within two weeks": {**B1, "since.B1": ago(14), "examined.B1": ago(1)},
    "weaker by test": {"strength.right.big_toe": "weaker"},
    "cannot by test": {"strength.left.heel_walk": "cannot"},
    "an A6": {"item.A6": "yes"},
    "an A7": {"item.A7": "yes"},
    "a numb foot": {"chart": (Mark("sole", "left", numbness=1),)},
    "a numb seat": {"chart": (Mark("saddle", "middle", numbness=3),)},
    "a numb patch that grows": {"item.B9": "yes"},
}
STEADY = dict.fromkeys(("item.A1", "item.A6", "item.A7", "item.B1", "item.B9", "item.C13"), "no")
BESIDE = {way: {**STEADY, "background.cancer": "no", **sets} for way, sets in BESIDE.items()}
TRIALS = [
    *(("alone.others", other, ways, 2, 31) for other, ways in OTHERS.items()),
    ("soon.C3", "change so far", GAIN, 6, 7),
    ("soon.C3", "change so far", NO_GAIN, 6, 7),
    ("cord.signs", "beside them", BESIDE, 3, 5),
]


@pytest.mark.parametrize(
    ("space", "axis", "ways", "most", "step"),
    TRIALS,
    ids=[f"{space}, {axis}, {len(ways)} ways" for space, axis, ways, *_ in TRIALS],
)
def test_every_way_to_the_same_leads_to_the_same(
    space: str, axis: str, ways: Ways, most: int, step: int, count_cases: Count
) -> None:
    decides = asking(BY_ID[space])
    count = 0
    for said, cases in cases_with(BY_ID[space], axis, ways, most, step):
        count += len(cases)
        outcomes = {decides(case) for case in cases}
        assert len(outcomes) == 1, f"{said}: {axis} in {len(cases)} ways, {outcomes}"
    assert count > 500
    count_cases(count)
