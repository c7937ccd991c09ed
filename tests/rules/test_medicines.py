"""May this person think about an NSAID? Never better than "ask first" (spec 6.1, invariant 10)."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spineward.clinical.case import Case
from spineward.clinical.facts import Situation, SpineProcedure
from spineward.clinical.rules.medicines import ASK, ASK_HEALTH, NEVER, NEVER_HEALTH, nsaid
from tests.cases.build import BACKGROUND, MEDICINES, NOW, days_ago, typical


def screen(**changes: Any) -> tuple[str, tuple[str, ...]]:
    return nsaid(Case(typical(**changes)))


def test_with_nothing_a_pharmacist_is_asked_first() -> None:
    assert screen() == ("ASK_FIRST", ("pharmacist",))


@pytest.mark.parametrize("answer", ["yes", "not_sure"])
@pytest.mark.parametrize("key", NEVER)
def test_some_medicine_answers_say_no(key: str, answer: str) -> None:
    assert screen(medicines={key: answer}) == ("NO", (key,))


@pytest.mark.parametrize("key", NEVER_HEALTH)
def test_some_health_answers_say_no(key: str) -> None:
    assert screen(background={key: "yes"}) == ("NO", (key,))


@pytest.mark.parametrize("key", ASK)
def test_other_medicine_answers_are_named_as_reasons(key: str) -> None:
    assert screen(medicines={key: "yes"}) == ("ASK_FIRST", (key,))


@pytest.mark.parametrize("key", ASK_HEALTH)
def test_other_health_answers_are_named_as_reasons(key: str) -> None:
    assert screen(background={key: "not_sure"}) == ("ASK_FIRST", (key,))


@pytest.mark.parametrize(
    ("pregnant", "answer"),
    [("yes", "NO"), ("not_sure", "NO"), (None, "NO"), ("does_not_apply", "ASK_FIRST")],
)
def test_pregnancy_says_no_unless_it_is_ruled_out(pregnant: str | None, answer: str) -> None:
    assert screen(pregnant=pregnant)[0] == answer


@pytest.mark.parametrize(
    ("age", "reasons"), [(65, ("age",)), (64, ("pharmacist",)), (None, ("age",))]
)
def test_from_65_on_age_is_a_reason(age: int | None, reasons: tuple[str, ...]) -> None:
    assert screen(age=age) == ("ASK_FIRST", reasons)


def test_a_gut_bleed_in_the_red_flags_says_no() -> None:
    assert screen(item={"A15": "yes"}) == ("NO", ("ulcer_or_bleed",))


@pytest.mark.parametrize(("days", "reasons"), [(14, ("surgery_2_weeks",)), (15, ("pharmacist",))])
def test_a_spine_operation_is_recent_for_two_weeks(days: int, reasons: tuple[str, ...]) -> None:
    operated = (SpineProcedure("surgery", days_ago(days)),)
    assert screen(spine_procedure=operated) == ("ASK_FIRST", reasons)


def test_steroid_tablets_and_blood_pressure_out_of_control_are_reasons() -> None:
    assert screen(background={"steroids_3m": "yes"}) == ("ASK_FIRST", ("steroid",))
    assert screen(clearance={"CL4": "yes"}) == ("ASK_FIRST", ("high_blood_pressure",))


def test_every_reason_is_told_the_stricter_ones_first() -> None:
    answer, reasons = screen(
        age=70, medicines={"asthma": "yes", "on_nsaid": "yes"}, background={"anticoagulant": "yes"}
    )
    assert answer == "NO"
    assert reasons == ("on_nsaid", "anticoagulant", "age", "asthma")


def test_nothing_answered_says_no() -> None:
    assert nsaid(Case(Situation(now=NOW)))[0] == "NO"


answers = st.sampled_from(("no", "yes", "not_sure"))


@given(
    st.dictionaries(st.sampled_from(MEDICINES), answers),
    st.dictionaries(st.sampled_from(BACKGROUND), answers),
)
def test_never_better_than_ask_first_and_unknown_never_better_than_no(
    medicines: dict[str, str], background: dict[str, str]
) -> None:
    answer, reasons = screen(medicines=medicines, background=background)
    assert answer in ("NO", "ASK_FIRST")
    assert reasons
    surely = {key: "no" if value == "not_sure" else value for key, value in medicines.items()}
    if screen(medicines=surely, background=background)[0] == "NO":
        assert answer == "NO"
