"""Does anything ever soften a red flag? Properties over anyone's answers (spec section 9)."""

from dataclasses import replace

from hypothesis import given, settings

from spineward.clinical.assessment import assess
from spineward.clinical.facts import Assessment, CareLevel, Gate, Situation
from tests.cases.build import ITEMS
from tests.rules.anyone import asked, item_answer, mirrored, situations

MEANT_TO_SOFTEN = ("C7", "C13")
"""C7 can take over two-leg symptoms from A5; C13 says that a weakness is known and not worse."""
ALARMS = [item for item in ITEMS if item not in MEANT_TO_SOFTEN]
MANY = settings(max_examples=60, deadline=None)


def answered(situation: Situation, item: str, answer: str) -> Assessment:
    """The assessment with this one item answered so."""
    return assess(replace(situation, item={**situation.item, item: item_answer(item, answer)}))


def severity(found: Assessment) -> tuple[CareLevel, Gate]:
    """Care level and gate."""
    return found.care_level, found.movement_gate


@MANY
@given(asked(ALARMS))
def test_a_further_red_flag_never_softens(person: tuple[Situation, str]) -> None:
    """H-01, H-17, H-18: neither the care level nor the gate gets milder by a yes."""
    situation, item = person
    without, with_it = answered(situation, item, "no"), answered(situation, item, "yes")

    assert with_it.care_level >= without.care_level
    assert with_it.movement_gate >= without.movement_gate


@MANY
@given(asked(list(ITEMS)))
def test_not_sure_is_never_better_than_no(person: tuple[Situation, str]) -> None:
    """H-01: unknown is never milder than no."""
    situation, item = person
    sure, unsure = answered(situation, item, "no"), answered(situation, item, "not_sure")

    assert unsure.care_level >= sure.care_level
    assert unsure.movement_gate >= sure.movement_gate


@MANY
@given(asked(list(ITEMS)))
def test_an_item_not_asked_is_never_better_than_no_for_the_gate(
    person: tuple[Situation, str],
) -> None:
    """H-01: leaving a question out opens nothing."""
    situation, item = person
    rest = {name: answer for name, answer in situation.item.items() if name != item}
    left_out = assess(replace(situation, item=rest))

    assert left_out.movement_gate >= answered(situation, item, "no").movement_gate


@MANY
@given(situations())
def test_left_and_right_are_the_same(situation: Situation) -> None:
    """H-04: the mirrored person gets the mirrored answer."""
    here, there = assess(situation), assess(mirrored(situation))

    assert severity(here) == severity(there)
    assert here.fired == there.fired


@MANY
@given(situations())
def test_every_alarm_blocks_and_every_doubt_rests(situation: Situation) -> None:
    """H-13: A and B rules block; an unknown B2-B10 leaves easing at most."""
    found = assess(situation)

    for one in found.findings:
        if one.rule[0] in "AB" and one.mark != "muted":
            least = (
                Gate.EASE_ONLY if one.mark == "?" and one.level == CareLevel.SOON else Gate.BLOCK
            )
            assert found.movement_gate >= least


@MANY
@given(situations())
def test_a_lock_holds_whenever_someone_is_to_be_seen_today(situation: Situation) -> None:
    """H-06: EMERGENCY and SAME_DAY always leave a lock behind, and never release one."""
    found = assess(situation)

    if found.care_level >= CareLevel.SAME_DAY:
        assert found.locked is not None
        assert "fresh_screen" in found.locked.steps
        assert not found.releases_lock


@MANY
@given(asked(list(ITEMS)))
def test_being_examined_never_makes_it_worse(person: tuple[Situation, str]) -> None:
    """H-07: an examination today with the word that exercise is fine raises nothing."""
    situation, item = person
    seen = replace(
        situation,
        examined={**situation.examined, item: situation.now.date()},
        told_ok={**situation.told_ok, item: "yes"},
    )

    assert assess(seen).care_level <= assess(situation).care_level


@MANY
@given(situations())
def test_the_order_of_answers_does_not_matter(situation: Situation) -> None:
    """Combining 1."""
    turned = replace(
        situation,
        item=dict(reversed(list(situation.item.items()))),
        chart=tuple(reversed(situation.chart or ())),
    )

    assert assess(turned).fired == assess(situation).fired
