"""What does "not sure", "not told" and "not asked" count as? Never better than no (0.4, H-01)."""

from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import Answer, CareLevel, Gate
from spineward.clinical.rules import bounds, emergency, same_day, soon, strength
from tests.cases.build import ITEMS, days_ago, typical
from tests.cases.triage import both, ticked

RED_FLAGS = [
    rule for rules in (emergency, strength, same_day, soon, bounds) for rule in rules.RULES.rules
]


@pytest.mark.parametrize("item", ["A1", "A2", "A3", "A5", "A6"])
def test_unsure_of_a_cauda_equina_sign_is_an_emergency(item: str) -> None:
    """0.4, first row."""
    found = assess(typical(item={item: "not_sure"}))
    assert (found.fired, found.care_level) == ((f"{item}?",), CareLevel.EMERGENCY)


@pytest.mark.parametrize("answer", ["prefer_not_to_say", "not_sure"])
def test_an_untold_sexual_answer_is_for_today(answer: str) -> None:
    """A4?."""
    found = assess(typical(item={"A4": answer}))
    assert (found.fired, found.care_level) == (("A4?",), CareLevel.SAME_DAY)


@pytest.mark.parametrize("number", range(9, 17))
def test_unsure_of_another_emergency_is_for_today(number: int) -> None:
    """A9-A16."""
    found = assess(typical(item={f"A{number}": "not_sure"}))
    assert (found.fired, found.care_level) == ((f"A{number}?",), CareLevel.SAME_DAY)
    assert found.movement_gate == Gate.BLOCK


@pytest.mark.parametrize("number", range(2, 11))
def test_unsure_of_a_same_day_sign_is_for_the_next_days(number: int) -> None:
    """B2-B10."""
    found = assess(typical(item={f"B{number}": "not_sure"}))
    assert (found.fired, found.care_level) == ((f"B{number}?",), CareLevel.SOON)
    assert (found.movement_gate, found.within_days) == (Gate.EASE_ONLY, 3)


@pytest.mark.parametrize("item", [f"C{n}" for n in range(1, 17)])
def test_unsure_of_a_milder_sign_is_asked_again(item: str) -> None:
    """C items are not fired."""
    assert assess(typical(item={item: "not_sure"})).fired == ()


@pytest.mark.parametrize("item", ["A7", "B1"])
def test_unsure_of_strength_asks_for_the_check(item: str) -> None:
    """Still unclear or not possible is B1?; an even strength check settles it."""
    unclear = typical(item={item: "not_sure"})

    assert assess(unclear).fired == ("B1?",)
    assert "strength" in assess(unclear).asks
    assert assess(typical(item={item: "not_sure"}, strength=both({}))).fired == ()


def test_a_test_that_could_not_be_tried_is_unclear_unless_the_seated_one_answers() -> None:
    """1.6: seated, the foot tests stand for the others."""
    standing = {"heel_walk": "not_tried", "toe_raise": "not_tried"}

    assert assess(typical(strength=both(standing))).fired == ("B1?",)
    assert assess(typical(strength=both({"chair_rise": "not_tried"}))).fired == ()


def test_unsure_of_the_cord_signs_counts_as_one_sign() -> None:
    """A8, then C16: each unsure sign is a sign."""
    one = assess(typical(item={"A8": "not_sure"}))
    with_numbness = assess(typical("r5:3 nb5:1", item={"A8": "not_sure"}))
    two = assess(
        typical(
            item={"A8": "not_sure"},
            detail={
                "A8": {
                    "unsteady": "not_sure",
                    "clumsy_hands": "not_sure",
                    "neck_shock": "no",
                    "trunk_band": "no",
                }
            },
        )
    )
    assert (one.fired, one.care_level) == (("C16?",), CareLevel.SOON)
    assert (with_numbness.fired, with_numbness.care_level) == (("A8?",), CareLevel.EMERGENCY)
    assert two.fired == ("A8?",)


def test_the_cord_item_without_its_signs_is_the_full_question() -> None:
    """A ticked item whose follow-ups were never asked counts as the worst."""
    assert assess(typical(item=ticked("A8"))).fired == ("A8",)


@pytest.mark.parametrize("item", ITEMS)
def test_an_item_not_asked_never_fires_and_leaves_easing_at_most(item: str) -> None:
    """Missing is listed, not guessed."""
    full = typical()
    asked = {name: answer for name, answer in full.item.items() if name != item}
    found = assess(replace(full, item=asked))

    assert found.fired == ()
    if f"item.{item}" in found.missing:
        assert found.movement_gate == Gate.EASE_ONLY


@pytest.mark.parametrize("answer", ["not_sure", None])
@pytest.mark.parametrize(
    ("background", "fired"), [("cancer", "C2"), ("steroids_3m", "C5"), ("weak_immunity", "C5")]
)
def test_unknown_health_counts_as_yes(background: str, fired: str, answer: Answer | None) -> None:
    """Background: not sure and not asked both count as yes, without a question mark."""
    full = typical()
    known = {key: value for key, value in full.background.items() if key != background}
    if answer:
        known[background] = answer

    assert fired in assess(replace(full, background=known)).fired


def test_an_aneurysm_not_ruled_out_counts_with_new_back_pain() -> None:
    """A11 and 0.4: not sure or not asked counts as yes; old pain and no pain stay quiet."""
    full = typical("back:3")
    unasked = {key: value for key, value in full.background.items() if key != "aneurysm"}
    old: dict[str, Any] = {"episode_start": days_ago(15), "leg_onset": "none"}

    assert "A11" not in assess(full).fired
    assert "A11" in assess(typical("back:3", background={"aneurysm": "not_sure"})).fired
    assert "A11" in assess(replace(full, background=unasked)).fired
    assert "A11" not in assess(replace(full, background=unasked, **old)).fired
    assert "A11" not in assess(replace(typical(""), background=unasked)).fired


def test_an_aneurysm_is_an_emergency_while_the_start_of_the_pain_is_not_known() -> None:
    """0.4: a missing start is read as new, and no earlier visit has examined it."""
    known = typical("back:3", background={"aneurysm": "yes"}, examined={"A11": days_ago(200)})

    assert "A11" in assess(replace(known, episode_start=None)).fired
    assert "A11" not in assess(replace(typical("back:3"), episode_start=None)).fired


def test_pregnancy_that_is_not_known_gives_no_level() -> None:
    """0.4: exclusions only."""
    assert assess(typical(pregnant="not_sure")).fired == ()


def test_a_date_not_given_is_today() -> None:
    """0.2: missing since = today, so yesterday's visit is no examination of it."""
    found = assess(typical(item=ticked("B1"), examined={"B1": days_ago(1)}))
    assert found.fired == ("B1",)


def test_every_red_flag_of_the_specification_has_its_rule() -> None:
    """A1-A16, B1-B10, C1-C16, each once, each with a sentence, sources and hazards."""
    assert sorted(rule.id for rule in RED_FLAGS) == sorted(ITEMS)
    for rule in RED_FLAGS:
        assert rule.statement.endswith(".")
        assert rule.sources
        assert rule.hazards


def test_no_rule_speaks_when_there_is_nothing_to_say() -> None:
    """The typical person fires none of them."""
    case = Case(typical())
    assert [rule.id for rule in RED_FLAGS if rule.reads(case) is not None] == []


@pytest.mark.parametrize("item", ["A1", "A6", "A7"])
def test_cancer_not_asked_yet_adds_no_sign_to_what_is_an_emergency_already(item: str) -> None:
    early = assess(replace(typical(item={item: "yes"}), background={}))
    assert early.care_level == CareLevel.EMERGENCY
    assert "A8" not in early.fired


def test_cancer_not_asked_yet_still_counts_for_one_weak_leg() -> None:
    early = assess(replace(typical(item={"B1": "yes"}), background={}))
    assert "A8" in early.fired
