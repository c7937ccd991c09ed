"""How do red flags combine, and what do other answers add? H-17, H-07, and 1.4-1.5.

Long on purpose: each pair of conditions that a rule joins, rule by rule.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.facts import CareLevel, CheckInRecord, Gate, History, SpineProcedure
from tests.cases.build import NOW, chart, days_ago, typical
from tests.cases.triage import locked, ticked

LONG: dict[str, Any] = {"episode_start": days_ago(60), "leg_onset": days_ago(10)}
ONE_SIGN = {"trunk_band": "yes", "unsteady": "no", "clumsy_hands": "no", "neck_shock": "no"}
FINE: dict[str, Any] = {
    "told_ok": dict.fromkeys(("A3", "A8", "A5", "A7", "B9", "C2", "C12", "C15", "C1"), "yes")
}


def fired(text: str = "r5:3", **answers: Any) -> tuple[str, ...]:
    """What fires for the typical person with these changes."""
    return assess(typical(text, **answers)).fired


def before(days: int, text: str) -> CheckInRecord:
    """A check-in with this chart, so many days ago."""
    return CheckInRecord(at=NOW - timedelta(days=days), leg_now=3, back_now=0, chart=chart(text))


# --- A: emergencies that follow from several answers ---------------------------------------


def test_an_old_numb_saddle_is_muted_only_when_it_was_examined() -> None:
    """1.4: stricter than for bladder, bowel and sexual trouble."""
    old: dict[str, Any] = {
        "item": ticked("A3"),
        "since": {"A3": days_ago(400)},
        "before_episode": {"A3": "yes"},
        "same_as_usual": {"A3": "yes"},
    }
    assert fired(**old) == ("A3",)
    assert fired(**old, examined={"A3": days_ago(300)}) == ("A3 muted",)


def test_one_cord_sign_with_weakness_or_numbness_is_an_emergency() -> None:
    """A8; a C16 sign that is old and examined no longer counts."""
    sign: dict[str, Any] = {**LONG, "item": ticked("C16"), "since": {"C16": days_ago(20)}}
    over = {**sign, "examined": {"C16": days_ago(5)}}

    assert fired(**sign) == ("C16",)
    assert fired("r5:3 nb5:1", **sign) == ("A8",)
    assert fired("r5:3 nb5:1u", **sign) == ("C16",)
    assert fired("r5:3 nb5:1", **over) == ()


def test_cancer_history_makes_a_bladder_or_walking_change_a_cord_alarm() -> None:
    """A8: cancer with a new bladder change, or walking changed beyond a limp."""
    cancer: dict[str, Any] = {"background": {"cancer": "yes"}}
    steady = {"A8": ONE_SIGN}
    unsteady = {"A8": {**ONE_SIGN, "trunk_band": "no", "unsteady": "yes"}}

    assert set(fired(item=ticked("A1"), **cancer)) == {"A1", "A8"}
    assert "A8" in fired(item=ticked("A8"), detail=unsteady, **cancer)
    assert "A8" not in fired(item=ticked("A8"), detail=steady, **cancer)


def test_an_unsure_cord_sign_is_not_hidden_by_a_seen_alarm() -> None:
    """0.4 before 0.5: A8 of cancer and weakness was seen, now A8 itself is not sure."""
    person: dict[str, Any] = {
        "background": {"cancer": "yes"},
        "since": {"A8": days_ago(5), "B1": days_ago(5)},
        "examined": {"A8": days_ago(3), "B1": days_ago(3)},
        "history": History(locks=(locked("A8", "B1", days=4),)),
        "told_ok": {"A8": "yes", "B1": "yes"},
    }
    assert "A8 seen" in fired(item=ticked("B1"), **person)
    assert "A8?" in fired(item=ticked("B1", A8="not_sure"), **person)


def test_a_seen_cord_alarm_does_not_hide_a_sign_named_by_itself() -> None:
    """Invariant 1: C16 ticked beside it is not softened; the seen sign alone is not repeated."""
    seen: dict[str, Any] = {
        "since": {"A8": days_ago(5)},
        "examined": {"A8": days_ago(3)},
        "history": History(locks=(locked("A8", days=4),)),
        **FINE,
    }
    assert fired(item=ticked("A8"), **seen) == ("A8 seen",)
    assert fired(item=ticked("A8", "C16"), **seen) == ("A8 seen", "C16")


def test_nerve_changes_soon_after_a_spine_procedure_are_an_emergency() -> None:
    """A14: weakness, or more tingling than on the chart before it, within 14 days."""
    injection = (SpineProcedure("injection_or_epidural", days_ago(10)),)
    long_ago = (SpineProcedure("injection_or_epidural", days_ago(15)),)
    history = History(check_ins=(before(16, "r5:3"),))
    tingling = "r5:3 tg5:1"

    assert "A14" in fired(tingling, spine_procedure=injection, history=history)
    assert "A14" not in fired(tingling, spine_procedure=long_ago, history=history)
    assert "A14" in fired(item=ticked("B1"), spine_procedure=injection)


def test_weakness_that_gets_worse_is_one_card_unless_both_were_ticked() -> None:
    """A6 does not add B1 by itself."""
    assert fired(item=ticked("A6")) == ("A6",)
    assert fired(item=ticked("A6", "B1")) == ("A6", "B1")


def test_a_new_saddle_mark_or_weak_leg_undoes_the_walking_exception() -> None:
    """A5 goes to C7 only with none of the cauda equina signs, and exactly as usual."""
    person: dict[str, Any] = {
        "episode_start": days_ago(200),
        "leg_onset": days_ago(10),
        "since": {"A5": days_ago(100)},
        "item": ticked("A5", "C7"),
    }
    legs = "r5:3 left/r5:3"

    assert fired(legs, **person) == ("C7",)
    assert "A5" in fired(f"{legs} saddle/nb:1", **person)
    assert "A5" in fired(legs, **person, strength={"right": {"heel_walk": "weaker"}})
    assert "A5" in fired(legs, **person, same_as_usual={"A5": "no"})


def test_two_legs_while_a5_fires_are_not_shown_as_a_walking_problem() -> None:
    """C7: two legs only through the exception."""
    assert fired("r5:3 left/r5:3", item=ticked("A5", "C7")) == ("A5",)


def test_what_is_said_to_differ_is_not_seen() -> None:
    """0.5: if it gets worse it fires again, whatever the dates say."""
    seen: dict[str, Any] = {
        "item": ticked("A7"),
        "since": {"A7": days_ago(5)},
        "examined": {"A7": days_ago(3)},
        "history": History(locks=(locked("A7", days=4),)),
        **FINE,
    }
    assert fired(**seen) == ("A7 seen",)
    assert fired(**seen, same_as_usual={"A7": "no"}) == ("A7",)


def test_a_known_weakness_said_to_differ_is_unexamined_again() -> None:
    """B1 after an examination."""
    known: dict[str, Any] = {
        "item": ticked("B1"),
        "since": {"B1": days_ago(10)},
        "examined": {"B1": days_ago(5)},
        "told_ok": {"B1": "yes"},
    }
    assert fired(**known) == ("C13",)
    assert fired(**known, same_as_usual={"B1": "no"}) == ("B1",)


# --- B: the same day ------------------------------------------------------------------------


def test_severe_back_pain_that_comes_and_goes_is_no_infection_sign() -> None:
    """B2 (b): constant day and night."""
    risk: dict[str, Any] = {"background": {"diabetes": "yes"}, "eased_by_position": "no"}

    assert "B2" in fired("back:7", **risk)
    assert "B2" not in fired("back:7", **risk, detail={"B2": {"constant": "no"}})


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("r5:3", {"item": ticked("C5")}),
        ("mid_back:2", {}),
        ("back:2", {"item": ticked("C4")}),
        ("back:2", {"features": {"worse_cough": "yes"}}),
        ("back:2", {"features": {"worse_cough": "not_sure"}}),
    ],
)
def test_back_pain_after_cancer_is_for_today_with_any_of_its_signs(
    text: str, answers: dict[str, Any]
) -> None:
    """B4: mid-back, through the night, worse on straining."""
    found = fired(text, background={"cancer": "yes"}, **answers)

    assert "B4" in found
    assert "C2" not in found


def test_a_numb_patch_that_grows_beside_a_weak_leg_shows_the_weakness() -> None:
    """B9: no weakness."""
    assert fired(item=ticked("B1", "B9")) == ("B1",)


def test_a_dead_foot_that_was_examined_is_quiet_until_it_changes() -> None:
    """B9: since when is read from the charts; one without a chart is passed over."""
    empty = CheckInRecord(at=NOW - timedelta(days=3), leg_now=3)
    since_day_5 = History(check_ins=(before(8, "r8:3"), before(5, "r8:3 nb8:3"), empty))
    dead = "r8:3 nb8:3"

    assert fired(dead, history=since_day_5) == ("B9",)
    assert fired(dead, history=since_day_5, examined={"B9": days_ago(4)}) == ()
    assert fired(dead, history=since_day_5, examined={"B9": days_ago(6)}) == ("B9",)


# --- C: alone or together, and reviewed -----------------------------------------------------


def level(text: str = "r5:3", **answers: Any) -> CareLevel:
    """The care level of the typical person with these changes."""
    return assess(typical(text, **answers)).care_level


def test_a_late_first_bout_with_night_pain_is_sooner() -> None:
    """C3 with C4, which alone would each be routine."""
    first: dict[str, Any] = {"age": 64, "first_ever": "yes"}

    assert level(**first) == CareLevel.ROUTINE
    assert level(item=ticked("C4")) == CareLevel.ROUTINE
    together = assess(typical(**first, item=ticked("C4"))).findings
    assert {(one.rule, one.level) for one in together} == {
        ("C3", CareLevel.SOON),
        ("C4", CareLevel.SOON),
    }


def test_soft_bones_with_another_sign_are_sooner() -> None:
    """C5 (c) is routine only alone; C13-C15 do not count as company."""
    steroids: dict[str, Any] = {"background": {"steroids_3m": "yes"}}

    assert level(**steroids) == CareLevel.ROUTINE
    assert level(**steroids, item=ticked("C8")) == CareLevel.SOON
    assert level(**steroids, pregnant="yes", pregnant_week=12) == CareLevel.ROUTINE


@pytest.mark.parametrize("risk", ["smoked", "diabetes", "heart_or_artery"])
def test_calf_pain_on_walking_is_sooner_with_an_artery_risk(risk: str) -> None:
    """C6: without any of the four it is routine, with the same gate."""
    walking: dict[str, Any] = {"item": ticked("C6"), "detail": {"C6": {"foot_colder": "no"}}}

    assert level(**walking) == CareLevel.ROUTINE
    assert level(**walking, background={risk: "yes"}) == CareLevel.SOON


def test_pain_after_cancer_is_not_said_twice() -> None:
    """C2: neither A8 nor B4; and not once it was examined in this episode."""
    cancer: dict[str, Any] = {"background": {"cancer": "yes"}}

    assert fired(**cancer, item=ticked("B1")) == ("A8", "B1")
    assert fired(**cancer, examined={"C2": days_ago(2)}) == ()
    assert fired(**cancer, examined={"C2": days_ago(15)}) == ("C2",)


def test_a_review_settles_a_finding_until_it_changes_or_a_new_episode_starts() -> None:
    """1.5."""
    loss: dict[str, Any] = {"item": ticked("C1"), "since": {"C1": days_ago(90)}, **FINE}

    assert fired(**loss, reviewed={"C1": days_ago(5)}) == ()
    assert fired(**loss, reviewed={"C1": days_ago(20)}) == ("C1",)
    assert fired(**loss, reviewed={"C1": days_ago(5)}, worsened={"C1": days_ago(4)}) == ("C1",)
    assert fired(**{**loss, "told_ok": {"C1": "no"}}, reviewed={"C1": days_ago(5)}) == ("C1",)


def test_a_reviewed_stiff_hip_is_quiet() -> None:
    """C12 without a date: the review counts from the start of the episode."""
    stiff: dict[str, Any] = {"features": {"groin_pain": "yes", "stiff_socks_shoes": "yes"}, **FINE}

    reviewed = typical(**stiff, reviewed={"C12": days_ago(3)})

    assert fired(**stiff) == ("C12",)
    assert assess(reviewed).fired == ()
    assert {one.movement for one in assess(reviewed).excluded if one.by == "C12"} == {"M40", "M41"}


def test_a_reviewed_pregnancy_keeps_only_its_limit() -> None:
    """1.5: no level, but movement stays limited."""
    found = assess(typical(pregnant="yes", pregnant_week=15, reviewed={"C15": days_ago(3)}, **FINE))
    assert (found.care_level, found.movement_gate) == (CareLevel.SELF_CARE, Gate.LIMITED)
    assert found.fired == ("C15",)


def test_pain_long_before_the_weakness_is_not_pain_of_it() -> None:
    """C11: no pain in that leg since it began; a pain number without a chart counts."""
    weak: dict[str, Any] = {**LONG, "item": ticked("B1"), "since": {"B1": days_ago(45)}}

    assert fired("", **weak, history=History(check_ins=(before(50, "r5:4"),))) == ("C11",)
    assert fired("", **weak, history=History(check_ins=(before(40, "r5:4"),))) == ("B1",)
    assert fired("", **weak, leg_now=3) == ("B1",)


def test_an_old_weakness_counts_as_painless_until_pain_in_that_leg_is_known() -> None:
    """C11 or C13 (c): a chart that was not answered must not open the gate."""
    old: dict[str, Any] = {"item": ticked("B1"), "since": {"B1": days_ago(45)}}
    old["detail"] = {"B1": {"right": "yes", "left": "no"}}
    before_it: dict[str, Any] = {"episode_start": days_ago(30), "leg_onset": days_ago(10), **old}
    number = replace(before(5, "r5:4"), chart=None)

    assert fired("r5:3", **before_it) == ("C13",)
    assert fired("", **before_it) == ("C11",)
    assert assess(replace(typical("r5:3", **before_it), chart=None)).fired == ("C11",)
    assert fired("", **before_it, leg_now=3) == ("C11",)
    assert fired("", **before_it, history=History(check_ins=(number,))) == ("C11",)
    assert "B1" in assess(replace(typical("", **LONG, **old), chart=None)).fired
