"""Does a rule stand under the most urgent thing it can lead to? Hazards: H-07, H-08."""

from typing import Any

import pytest
from hypothesis import given

from spineward.clinical.assessment import RULE_SETS, assess
from spineward.clinical.facts import CareLevel, Finding, Gate, Situation, SpineProcedure
from spineward.clinical.leads_to import BY_LEVEL, OUTCOMES, by_outcome, leads_to
from spineward.clinical.rulebook import SETS, rulebook
from tests.cases.build import ITEMS, days_ago, typical
from tests.rules.anyone import item_answer, situations

TICKED = sorted(set(ITEMS) & rulebook().keys())
OPERATED = (SpineProcedure("surgery", days_ago(50)),)
NEEDS: dict[str, dict[str, Any]] = {
    "A8": {"detail": {"A8": {"unsteady": "yes", "clumsy_hands": "yes"}}},
    "B4": {"background": {"cancer": "yes"}},
    "B5": {"age": 75},
    "B10": {"pregnant": "yes"},
    "C3": {"age": 65, "leg_onset": days_ago(60)},
    "C4": {"item": {"C1": "yes"}},
    "C9": {"detail": {"C9": {"after_menopause": "yes"}}},
    "C10": {"detail": {"C10": {"weak_thigh": "yes"}}},
    "C12": {"detail": {"C12": {"groin_pain": "yes", "limp": "yes"}}},
    "C13": {
        "item": {"B1": "yes"},
        "since": {"B1": days_ago(60)},
        "detail": {"B1": {"right": "yes"}},
    },
    "C14": {"age": 16},
    "C15": {"spine_procedure": OPERATED, "worsened": {"C15": days_ago(1)}},
}
"""What else must be true for the most urgent reading of a sign."""


def most(finding: Finding) -> str:
    """What one finding leads to."""
    if finding.level in BY_LEVEL:
        return BY_LEVEL[finding.level]
    return "movement" if finding.gate != Gate.FULL else "steady"


def test_every_rule_stands_under_one_outcome_and_every_outcome_has_rules() -> None:
    listed = [id for ids in by_outcome().values() for id in ids]
    assert sorted(listed) == sorted(rulebook())
    assert list(by_outcome()) == list(OUTCOMES)
    assert all(by_outcome().values())


@given(situations())
def test_no_rule_ever_finds_more_than_it_stands_under(person: Situation) -> None:
    own = {rule.id for rules in RULE_SETS for rule in rules.rules}
    for finding in assess(person).findings:
        if finding.rule in own and not finding.rule.startswith("CL"):
            assert OUTCOMES.index(leads_to(finding.rule)) <= OUTCOMES.index(most(finding))


@pytest.mark.parametrize("item", TICKED)
def test_a_ticked_sign_reaches_the_outcome_it_stands_under(item: str) -> None:
    needs = NEEDS.get(item, {})
    answers = {item: item_answer(item, "yes"), **needs.get("item", {})}
    found = assess(typical(**{**needs, "item": answers})).findings
    assert leads_to(item) in [most(one) for one in found if one.rule == item]


def test_what_clears_movement_and_what_reads_a_set_have_places_of_their_own() -> None:
    assert [id for id in by_outcome()["movement"] if id.startswith("CL")] == [
        f"CL{number}" for number in range(1, 7)
    ]
    assert set(by_outcome()["set"]) == {
        rule.id.replace(" ", "") for rules in SETS for rule in rules.rules
    }


def test_the_outcomes_cover_every_level_of_care() -> None:
    assert set(BY_LEVEL) == set(CareLevel) - {CareLevel.SELF_CARE}
