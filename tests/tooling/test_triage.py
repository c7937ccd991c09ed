"""Are the made-up first users what the assumptions say?

Hazards: H-07.
"""

import math
from collections.abc import Callable
from functools import cache

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.catalogue import sources
from spineward.clinical.facts import CareLevel, Gate
from spineward.clinical.intake import BACKGROUND, checked
from tools.triage import assumptions as file_of
from tools.triage.assumptions import OURS, assumptions, references
from tools.triage.draw import Rates
from tools.triage.people import Person, people
from tools.triage.run import outcomes
from tools.triage.sensitivity import with_rates
from tools.triage.serious import CONDITIONS

MANY, SOME = 6_000, 1_200
SHARES = [id for id, one in assumptions().items() if one.unit == "share"]
MEANS = {id: one.value for id, one in assumptions().items() if one.unit != "share"}


@cache
def crowd() -> tuple[Person, ...]:
    """The first users of the page, as many as the counts below need."""
    return tuple(people(Rates(), MANY))


def nobody_but(**given: float) -> Rates:
    """Every share nought, but for those named: what fires then comes from them alone."""
    return Rates(**(dict.fromkeys(SHARES, 0.0) | {"onset.acute": 1.0} | given))


def fired(rates: Rates, count: int = 60) -> list[set[str]]:
    """The rules that fire for each of so many people."""
    return [{f.rule for f in assess(one.situation).findings} for one in people(rates, count)]


# --- the assumptions -----------------------------------------------------------------------


def test_every_assumption_names_a_source_or_says_that_it_is_ours_and_why() -> None:
    known = {OURS, *sources(), *references()}
    assert [id for id, one in assumptions().items() if one.source not in known] == []
    assert [id for id, one in assumptions().items() if len(one.why) < 15 or not one.text] == []
    cited = {one.source for one in assumptions().values()} - {OURS}
    assert cited == {"ATLAS15", "HARDING05", "HEN09", "RIGHTDEC", "YUS19"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"source": "NOBODY"}, "unknown source"),
        ({"value": 1.5}, "no share"),
        ({"id": "diabetes"}, "stands there twice"),
    ],
)
def test_an_assumption_that_cannot_be_is_refused(
    change: dict[str, object], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        {"id": id, "group": "g", "text": "t", "value": 0.1, "source": "ours", "why": "w"}
        for id in ("cancer", "diabetes")
    ]
    table = {"assumption": [rows[0] | change, rows[1]], "reference": []}
    monkeypatch.setattr(file_of, "_file", lambda: table)
    with pytest.raises(ValueError, match=said):
        assumptions.__wrapped__()


def test_an_assumption_that_is_not_there_cannot_be_changed() -> None:
    with pytest.raises(KeyError, match="unicorn"):
        Rates(unicorn=0.1)


# --- the people ----------------------------------------------------------------------------


def test_the_same_seed_draws_the_same_people_and_another_seed_others() -> None:
    again = list(people(Rates(), 200))
    assert [one.situation for one in again] == [one.situation for one in crowd()[:200]]
    other = people(Rates(), 200, seed=1)
    assert sum(a.situation == b.situation for a, b in zip(again, other, strict=True)) == 0


def test_everybody_has_answered_everything_and_nothing_impossible() -> None:
    for one in crowd()[:SOME]:
        assert assess(checked(one.situation)).missing == ()


def test_those_with_a_serious_condition_have_answered_everything_too() -> None:
    for id in CONDITIONS:
        for one in people(Rates(), 100, condition=id):
            assert assess(checked(one.situation)).missing == ()
            assert one.condition == id


def at_age(id: str, one: Person) -> float:
    """The share that the assumption gives somebody of that age."""
    age = one.situation.age or 0
    growth: float = assumptions()[id].per_decade ** ((age - 50) / 10)
    return min(1.0, assumptions()[id].value * growth)


def sure(value: object) -> bool:
    return value == "yes"


COUNTED: dict[str, Callable[[Person], bool]] = {
    "woman": lambda one: one.woman,
    "age.under_18": lambda one: (one.situation.age or 0) < 18,
    "no_floor": lambda one: one.situation.floor_ok == "no",
    "first_ever": lambda one: one.situation.first_ever == "yes",
    "onset.none": lambda one: one.situation.leg_onset == "none",
    "change.better": lambda one: one.situation.change_so_far == 2,
    "uneased.unsure": lambda one: one.situation.eased_by_position == "not_sure",
    "after.over_60": lambda one: one.situation.after_activity == "over_60",
    "worse_cough": lambda one: one.situation.features["worse_cough"] == "yes",
    "hip.stiff": lambda one: one.situation.features["stiff_socks_shoes"] == "yes",
    "CL4": lambda one: one.situation.clearance["CL4"] == "yes",
    "CL5": lambda one: one.situation.clearance["CL5"] == "yes",
    "A13": lambda one: sure(one.situation.item["A13"]),
    "A16": lambda one: sure(one.situation.item["A16"]),
    "C1": lambda one: sure(one.situation.item["C1"]),
    "C5": lambda one: sure(one.situation.item["C5"]),
    "serious": lambda one: one.condition != "",
}
"""What can be counted without asking the draw itself."""


def counted(id: str, one: Person) -> bool:
    """Does the person have it, as their answers show?"""
    if id in BACKGROUND:
        return one.situation.background[id] == "yes"
    return COUNTED[id](one)


@pytest.mark.parametrize("id", [*COUNTED, *sorted(BACKGROUND - {"osteoporosis"})])
def test_a_feature_is_as_common_as_the_assumption_says(id: str) -> None:
    expected = sum(at_age(id, one) for one in crowd())
    spread = math.sqrt(sum(at_age(id, one) * (1 - at_age(id, one)) for one in crowd()))
    found = sum(counted(id, one) for one in crowd())
    # Slips and serious conditions add a few to some; four standard deviations and 0.5 % of all.
    assert abs(found - expected) <= 4 * spread + 0.005 * MANY


def test_pain_and_age_have_the_mean_and_spread_of_the_source() -> None:
    ages = [one.situation.age or 0 for one in crowd() if (one.situation.age or 0) >= 18]
    legs = [one.situation.leg_now or 0 for one in crowd() if one.onset_days is not None]
    backs = [one.situation.back_now or 0 for one in crowd() if one.situation.back_now]
    for values, name, slack in (
        (ages, "age", 0.8),
        (legs, "leg_pain", 0.3),
        (backs, "back_pain", 0.3),
    ):
        mean = sum(values) / len(values)
        spread = math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))
        # Cut off at both ends, a bell curve is a little narrower and a little shifted.
        assert abs(mean - MEANS[f"{name}.mean"]) < slack
        assert abs(spread - MEANS[f"{name}.sd"]) < slack


def test_older_people_are_ill_more_often() -> None:
    young = [one for one in crowd() if (one.situation.age or 0) < 40]
    old = [one for one in crowd() if (one.situation.age or 0) >= 65]
    for key in ("cancer", "diabetes", "heart_or_artery", "anticoagulant"):
        ill = [sum(sure(o.situation.background[key]) for o in group) for group in (young, old)]
        assert ill[1] / len(old) > 2 * ill[0] / len(young)


def test_pain_in_leg_and_back_go_together() -> None:
    both = [
        (one.situation.leg_now or 0, one.situation.back_now or 0)
        for one in crowd()
        if one.onset_days is not None and one.situation.back_now
    ]
    strong = [back for leg, back in both if leg >= 7]
    mild = [back for leg, back in both if leg <= 3]
    assert sum(strong) / len(strong) > sum(mild) / len(mild) + 1


# --- no artefacts of the drawing -----------------------------------------------------------


def test_people_of_whom_nothing_is_true_are_sent_nowhere_but_for_weeks_without_gain() -> None:
    """A key forgotten counts as yes, and would fire a rule for everybody."""
    allowed = {"T5", "FLARE_SEVERE", "FLARE_MODERATE"}
    assert set().union(*fired(nobody_but(), 300)) <= allowed
    for one in outcomes(people(nobody_but(), 300)):
        assert one.level in (CareLevel.SELF_CARE, CareLevel.ROUTINE)
        assert one.gate != Gate.BLOCK


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        *((item, item) for item in ("A1", "A2", "A3", "A4", "A9", "A11", "A12", "A13", "A15")),
        *((item, item) for item in ("A16", "B2", "B6", "B7", "C1", "CL4", "CL5")),
        ("A4.untold", "A4"),
        ("A8", "C16"),
        ("weak", "B1"),
        ("numb.growing", ""),
        ("two_legs", "A5"),
        ("C5", "C5"),
        ("C7", "C7"),
        ("after.over_60", "FLARE_SEVERE"),
    ],
)
def test_what_is_assumed_of_everybody_reaches_its_rule(given: str, rule: str) -> None:
    """And an assumption that opens only with another one reaches none by itself."""
    people_who = fired(nobody_but(**{given: 1.0}), 100)
    if rule:
        assert sum(rule in rules for rules in people_who) >= 85
    else:
        assert people_who == fired(nobody_but(), 100)


def test_a_cancer_history_is_asked_about_and_read() -> None:
    known = [one for one in crowd() if one.situation.background["cancer"] == "yes"]
    assert len(known) > 200
    for one in known:
        examined = {"C2", "B4"} & one.situation.examined.keys()
        rules = {f.rule for f in assess(one.situation).findings}
        assert examined or rules & {"A8", "B4", "C2"}
    without = [one for one in crowd()[:SOME] if one.situation.background["cancer"] == "no"]
    assert not any(f.rule == "C2" for one in without for f in assess(one.situation).findings)


def test_long_trouble_that_is_the_same_as_ever_is_muted() -> None:
    rates = nobody_but(**{"bladder.long": 1.0, "bladder.ticked": 1.0, "bladder.same": 1.0})
    told = [one for one in people(rates, 200) if one.situation.item["A1"] == "yes"]
    same = [one for one in told if one.situation.same_as_usual["A1"] == "yes"]
    assert len(same) > 60
    for one in told:
        marks = {f.mark for f in assess(one.situation).findings if f.rule == "A1"}
        assert marks == ({"muted"} if one in same else {""})


@pytest.mark.parametrize("id", ["weak", "two_legs", "cancer", "onset.subacute", "age.mean"])
def test_a_changed_rate_gives_what_drawing_everybody_anew_gives(id: str) -> None:
    """Only those whom it concerns are assessed again; that must not leave anyone out."""
    seen = outcomes(crowd()[:400])
    value = assumptions()[id].value * 1.5
    anew = outcomes(people(Rates(**{id: value}), 400))
    assert [(o.level, o.gate) for o in with_rates(seen, **{id: value})] == [
        (o.level, o.gate) for o in anew
    ]
