"""Are the made-up first users what the assumptions say, and does the page say what they give?

Hazards: H-07.

Long on purpose: each rate and each table of the page, in its order.
"""

import math
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.catalogue import sources
from spineward.clinical.facts import CareLevel, Finding, Gate
from spineward.clinical.intake import BACKGROUND, checked
from spineward.clinical.rulebook import rulebook
from tools.triage import assumptions as file_of
from tools.triage.__main__ import main
from tools.triage.assumptions import OURS, assumptions, references
from tools.triage.draw import Draw, Rates
from tools.triage.people import Person, people, person
from tools.triage.run import Outcome, by_rule, interval, outcome, outcomes
from tools.triage.sensitivity import with_rates
from tools.triage.serious import CONDITIONS
from tools.triage.sketch import TODAY
from tools.triage.study import study

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


# --- the counting --------------------------------------------------------------------------


def found(*findings: Finding) -> Outcome:
    """Somebody for whom just these rules fired."""
    level = max((f.level for f in findings), default=CareLevel.SELF_CARE)
    return Outcome(person(1, Rates()), level, Gate.LIMITED, ("first_sessions",), findings, ())


def test_a_rule_alone_is_one_without_which_the_level_would_be_lower() -> None:
    soon, routine = Finding("C1", CareLevel.SOON), Finding("T7", CareLevel.ROUTINE)
    also_soon = Finding("T6", CareLevel.SOON)
    assert found(soon, routine).alone == "C1"
    assert found(soon, also_soon).alone == ""
    assert found().alone == ""
    rows = {row.rule: row for row in by_rule([found(soon, routine), found(soon, also_soon)])}
    assert (rows["C1"].sent, rows["C1"].deciding, rows["C1"].alone) == (2, 2, 1)
    assert (rows["T7"].sent, rows["T7"].deciding, rows["T7"].alone) == (1, 0, 0)


def test_a_rule_that_fired_for_an_open_answer_is_counted_as_such() -> None:
    rows = by_rule([found(Finding("A4", CareLevel.SAME_DAY, mark="?")), found()])
    assert [(row.rule, row.sent, row.unsure) for row in rows] == [("A4", 1, 1)]


def test_only_the_urgent_part_is_counted_when_that_is_asked() -> None:
    rows = by_rule(
        [found(Finding("T6", CareLevel.SOON), Finding("B1", CareLevel.SAME_DAY))],
        CareLevel.SAME_DAY,
    )
    assert [row.rule for row in rows] == ["B1"]


def test_limited_as_new_is_not_limited_by_a_rule() -> None:
    assert found().limited_as_new
    held = Outcome(
        found().person, CareLevel.ROUTINE, Gate.LIMITED, ("C7", "first_sessions"), (), ()
    )
    assert not held.limited_as_new


def test_the_interval_of_a_share_is_wilsons() -> None:
    low, high = interval(10, 100)
    assert (round(low, 4), round(high, 4)) == (0.0552, 0.1744)
    assert interval(0, 50)[0] == 0.0


def test_chance_has_no_favourite() -> None:
    """Each assumption's own number is spread evenly, and two of them do not go together."""
    draws = [Draw(number, Rates()) for number in range(1, 801)]
    asked = [
        (draw.has("cancer"), draw.tips["cancer"], draw.has("weak"), draw.tips["weak"])
        for draw in draws
    ]
    tips = [(one[1], one[3]) for one in asked if max(one[1], one[3]) < 1]
    for side in (0, 1):
        assert abs(sum(tip[side] for tip in tips) / len(tips) - 0.475) < 0.04
    together = sum((a - 0.475) * (b - 0.475) for a, b in tips) / len(tips)
    assert abs(together) < 0.01


# --- the command and its page --------------------------------------------------------------


def test_people_can_be_read_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--show", "3"]) == 0
    said = capsys.readouterr().out
    assert [f"#{number} " in said for number in (1, 2, 3, 4)] == [True, True, True, False]
    assert said.count("  => ") == 3


def test_a_call_that_makes_no_sense_says_how_to_call(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--show"]) == 2
    assert "--check | --show N" in capsys.readouterr().out


@pytest.mark.proof
def test_the_page_says_what_a_fresh_run_counts() -> None:
    assert main(["--check"]) == 0, "run: python -m tools.triage"


@pytest.mark.slow
def test_a_stale_page_is_named_and_written_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "over-triage.md"
    assert main(["--check"], place) == 1
    assert "is stale; run: python -m tools.triage" in capsys.readouterr().out
    assert main([], place) == 0
    assert main(["--check"], place) == 0


@pytest.mark.slow
def test_ten_thousand_are_counted_and_none_has_an_open_question() -> None:
    seen = study().seen
    assert len(seen) == 10_000
    assert [one.person.number for one in seen if one.missing] == []
    assert all(one.rules <= rulebook().keys() for one in seen)
    assert all((one.level >= CareLevel.SAME_DAY) <= (one.gate == Gate.BLOCK) for one in seen)


@pytest.mark.slow
def test_being_sure_of_everything_sends_nobody_higher() -> None:
    known = study()
    assert all(a.level >= b.level for a, b in zip(known.seen, known.sure, strict=True))
    assert all(a.level <= b.level for a, b in zip(known.seen, known.doubtful, strict=True))


@pytest.mark.slow
def test_whoever_tells_a_sign_of_cauda_equina_is_sent_now() -> None:
    told = [one for one in study().ill["serious.cauda_equina"] if one.person.signs]
    assert len(told) > 300
    assert {one.level for one in told} == {CareLevel.EMERGENCY}


def test_a_day_lies_in_the_past_for_everybody() -> None:
    for one in map(outcome, crowd()[:SOME]):
        days = one.person.situation.since.values()
        assert all(day <= TODAY for day in days)
