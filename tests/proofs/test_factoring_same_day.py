"""May the tables of B2 and B4 be kept apart? What decides one part changes nothing in another.

B2 asks for any risk, B4 for any sign, and each for pain told or charted: here one way stands in the
place of another beside everything else that the table varies, and the outcome is the same.
Hazards: H-17.
"""

from collections.abc import Mapping
from itertools import combinations
from typing import Any

import pytest

from spineward.clinical.facts import Mark, SpineProcedure
from spineward.clinical.rules.same_day import CANCER_SIGNS, INFECTION_RISKS
from spineward.clinical.spaces.space import ago
from spineward.clinical.tables import asking
from tests.proofs.counted import Count
from tests.proofs.ways import BY_ID, cases_with

Ways = Mapping[str, Mapping[str, Any]]
NO_RISK = {f"background.{key}": "no" for key in INFECTION_RISKS}
RISKS: Ways = {
    **{
        f"{key} {said}": NO_RISK | {f"background.{key}": said}
        for key in INFECTION_RISKS
        for said in ("yes", "not_sure")
    },
    **{
        f"{one} and {two}": NO_RISK | {f"background.{one}": "yes", f"background.{two}": "yes"}
        for one, two in combinations(INFECTION_RISKS, 2)
    },
}
NO_SIGN = {f"detail.B4.{sign}": "no" for sign in CANCER_SIGNS}
SIGNS: Ways = {
    **{
        f"{sign} {said}": NO_SIGN | {f"detail.B4.{sign}": said}
        for sign in CANCER_SIGNS
        for said in ("yes", "not_sure")
    },
    "never asked": {},
}
SEVEN: Ways = {
    "told": {"back_now": 7},
    "told higher": {"back_now": 10},
    "midline": {"chart": (Mark("low_back_midline", "middle", 7),)},
    "one side": {"chart": (Mark("low_back", "left", 7),)},
    "told less than charted": {"back_now": 2, "chart": (Mark("low_back", "right", 9),)},
}
EIGHT: Ways = {
    "told": {"leg_now": 8},
    "charted": {"chart": (Mark("toes", "left", 8),)},
    "front": {"chart": (Mark("front_thigh", "right", 9),)},
    "told less than charted": {"leg_now": 1, "chart": (Mark("buttock", "left", 8),)},
}
RECENT: Ways = {
    kind: {"spine_procedure": (SpineProcedure(kind, ago(30)),)}
    for kind in ("surgery", "injection_or_epidural", "instrumentation")
}


@pytest.mark.parametrize(
    ("space", "axis", "ways", "most"),
    [
        ("same_day.infection", "a risk", RISKS, 3),
        ("same_day.infection", "back now", SEVEN, 4),
        ("same_day.infection", "procedure", RECENT, 4),
        ("same_day.cancer_told", "a sign", SIGNS, 2),
        ("same_day.cancer_follows", "back now", SEVEN, 2),
        ("same_day.disabling_pain", "leg now", EIGHT, 4),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_every_way_to_the_same_leads_to_the_same(
    space: str, axis: str, ways: Ways, most: int, count_cases: Count
) -> None:
    decides = asking(BY_ID[space])
    count = 0
    for said, cases in cases_with(BY_ID[space], axis, ways, most, step=1):
        count += len(cases)
        outcomes = {decides(case) for case in cases}
        assert len(outcomes) == 1, f"{said}: {axis} in {len(cases)} ways, {outcomes}"
    assert count > 500
    count_cases(count)
