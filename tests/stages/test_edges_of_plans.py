"""Which movement takes whose place, and what is said of it? Each turn of the plan on both sides.

Each test stands for a small change of the engine that no other test noticed.
"""

from collections.abc import Sequence

import pytest

from spineward.clinical.case import Case
from spineward.clinical.facts import (
    Assessment,
    CareLevel,
    Exclusion,
    ExerciseSession,
    Gate,
    History,
    Pattern,
    Plan,
)
from spineward.clinical.plan import plan
from tests.cases.build import ago, session, typical
from tests.stages.test_plan import offered, planned, runs, suggested

UNCLEAR: tuple[Pattern, ...] = ("UNCLEAR",)


def open_but_for(
    *held: str, gate: Gate = Gate.FULL, sessions: Sequence[ExerciseSession] = ()
) -> Plan:
    """The plan of a calm day in ROOT on which only these movements are held back."""
    assessment = Assessment(
        care_level=CareLevel.SELF_CARE,
        within_days=None,
        movement_gate=gate,
        pattern="ROOT",
        patterns=("ROOT",),
        nsaid="ASK_FIRST",
        nsaid_reasons=(),
        findings=(),
        gate_reasons=(),
        excluded=tuple(Exclusion(one, "a test") for one in held),
        locked=None,
        missing=(),
        state="CALM",
    )
    return plan(Case(typical("r6:4", history=History(sessions=tuple(sessions)))), assessment)


def others(today: Plan) -> list[str]:
    """The movements that may be swapped in, in order."""
    return [one.movement for one in today.offered if not one.in_plan and not one.ease]


# --- one of each family, and what stands in for what -----------------------------------------


def test_of_a_family_only_the_one_that_did_good_is_suggested() -> None:
    """Section 4.3: a few of different families; the other cat waits among the swaps."""
    today = planned("r6:4", *runs("M21", 12, 9))
    assert suggested(today) == ["M21", "M10", "M33", "M30a"]
    assert offered(today, "M20").reasons == ("swap",)


def test_what_fills_an_empty_place_of_the_order_is_a_swap() -> None:
    """Section 4.3: the order comes first, then whatever family is still open."""
    today = open_but_for("M33", "M60")
    assert suggested(today) == ["M10", "M20", "M30b", "M40"]
    assert offered(today, "M40").reasons[0] == "swap"


def test_the_first_reason_says_where_a_movement_comes_from() -> None:
    today = planned("r6:4", *runs("M20", 12, 11))
    assert offered(today, "M20").reasons[0] == "eased"
    assert offered(today, "M10").reasons[0] == "order_ROOT"
    assert offered(planned(patterns=UNCLEAR), "M33").reasons[0] == "order_UNCLEAR"


def test_ease_is_called_all_that_is_left_only_when_nothing_else_is() -> None:
    """4.2: on a day without a movement the ease items are the plan."""
    assert offered(planned(gate=Gate.EASE_ONLY), "M01").reasons == ("nothing_left",)
    assert offered(planned(), "M01").reasons == ("ease",)


def test_a_shut_gate_offers_nothing_though_no_movement_was_held_back_by_name() -> None:
    """BLOCK is a lock of its own, beside the exclusions."""
    assert open_but_for(gate=Gate.BLOCK).offered == ()
    assert open_but_for(gate=Gate.LIMITED).offered != ()


# --- the slider and the stronger glide -------------------------------------------------------


def test_the_slider_that_did_good_comes_first_where_the_stronger_glide_has_no_turn() -> None:
    """4.3: M30b takes its place in ROOT, and elsewhere only after M30a changed nothing."""
    today = planned("r6:4", *runs("M30a", 11, 11), patterns=UNCLEAR)
    assert suggested(today) == ["M30a", "M10", "M33", "M20"]
    assert "M30b" in others(today)


def test_the_slider_waits_behind_the_stronger_glide_that_took_its_place() -> None:
    """Its own good response does not bring it back before the others; nor does M30b come first
    on what M30a did, once it has a response of its own."""
    glides = [*runs("M30a", 11, 11, 11, 11)[:3], session(ago(days=1), ("M30b", 12), t0="r6:4")]
    today = planned("r6:4", *glides)
    assert suggested(today) == ["M10", "M33", "M20", "M30b"]
    assert offered(today, "M30b").reasons[0] == "next_step"
    assert others(today)[-1] != "M30a"
    assert offered(today, "M30a").reasons == ("swap",)


def test_elsewhere_the_stronger_glide_has_its_turn_after_a_slider_that_changed_nothing() -> None:
    """NC1 and 4.3."""
    today = planned("r6:4", *runs("M30a", 12, 12, 12), patterns=UNCLEAR)
    assert "M30a" not in suggested(today)
    assert offered(today, "M30b").reasons[0] == "next_step"


# --- back to the easier one ------------------------------------------------------------------


@pytest.mark.parametrize(("setbacks", "easier"), [(2, False), (3, True)])
def test_the_easier_movement_comes_after_more_than_two_steps_back(
    setbacks: int, easier: bool
) -> None:
    """4.4: half the range, then fewer repetitions, then the easier one."""
    today = planned("r6:4", *runs("M20", *[8] * setbacks))
    assert ("M21" in suggested(today)) is easier
    if easier:
        assert offered(today, "M21").reasons[0] == "easier_step"


def test_where_no_easier_movement_is_open_the_one_set_back_stays() -> None:
    """4.2: nothing is offered that is held back."""
    today = open_but_for("M21", sessions=runs("M20", 8, 8, 8))
    assert "M20" in suggested(today)
    assert "M21" not in [one.movement for one in today.offered]


def test_a_movement_without_a_stand_in_leaves_its_place_to_the_next_of_the_order() -> None:
    """M33 is out and has no sibling: the order goes on."""
    assert suggested(open_but_for("M33")) == ["M10", "M20", "M30b", "M60"]
