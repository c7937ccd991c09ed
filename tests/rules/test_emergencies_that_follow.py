"""What exactly makes an emergency follow from other answers, and what makes it seen? (0.5, 1.2)

Each test stands for a small change of the engine that no other test noticed.
Hazards: H-01, H-17, H-18.
"""

from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.case import Case
from spineward.clinical.facts import History, Situation, SpineProcedure
from spineward.clinical.rules import emergency, strength
from tests.cases.build import days_ago, typical
from tests.cases.triage import both, locked, ticked

ALONE = dict.fromkeys(("unsteady", "clumsy_hands", "neck_shock", "trunk_band"), "no")
WEAK = {"heel_walk": "weaker"}


def fired(person: Situation) -> dict[str, str]:
    """Every emergency rule that says something, and how it is marked."""
    rules = [*emergency.RULES.rules, *strength.RULES.rules]
    found = [rule.reads(Case(person)) for rule in rules]
    return {one.rule.rstrip("?"): one.mark for one in found if one is not None}


def examined(alarm: str, days: int = 5, **told: Any) -> Situation:
    """Someone whose alarm set a lock 6 days ago and was examined since."""
    return typical(
        examined={alarm: days_ago(days)},
        told_ok={alarm: "yes"},
        history=History(locks=(locked(alarm, days=6),)),
        **told,
    )


# --- what is old -----------------------------------------------------------------------------


@pytest.mark.parametrize("item", ["A1", "A2", "A3", "A4"])
@pytest.mark.parametrize(("usual", "mark"), [("yes", "muted"), ("no", "")])
def test_what_was_there_long_before_and_is_the_same_is_muted(
    item: str, usual: str, mark: str
) -> None:
    """1.4, for each of the four; A3 only when it was examined as well."""
    person = typical(
        item={item: "changed" if item == "A4" else "yes"},
        since={item: days_ago(400)},
        before_episode={item: "yes"},
        same_as_usual={item: usual},
        examined={item: days_ago(390)},
    )
    assert fired(person) == {item: mark}


def test_a_cord_sign_denied_today_leaves_nothing_of_its_old_dates() -> None:
    """Dates of an answer that is no longer given decide nothing."""
    person = typical(
        since={"A8": days_ago(100)}, examined={"A8": days_ago(50)}, told_ok={"A8": "no"}
    )
    assert fired(person) == {}


def test_a_weakness_known_and_not_fine_is_read_by_c13_alone() -> None:
    """A6 and A7 have no "not fine" of their own."""
    for item in ("A6", "A7"):
        person = typical(
            item=ticked(item),
            since={item: days_ago(100)},
            examined={item: days_ago(50)},
            told_ok={item: "no"},
        )
        assert fired(person) == {"C13": ""}


# --- as old as what it follows from ----------------------------------------------------------


@pytest.mark.parametrize("cause", ["A6", "A7", "B1", "A1"])
@pytest.mark.parametrize(("began", "mark"), [(8, "seen"), (4, "")])
def test_a_cord_alarm_is_as_old_as_each_of_its_causes(cause: str, began: int, mark: str) -> None:
    """With cancer each of them makes one; examined 5 days ago."""
    told: dict[str, Any] = {"item": ticked(cause), "since": {cause: days_ago(began)}}
    assert fired(examined("A8", background={"cancer": "yes"}, **told))["A8"] == mark


def test_a_cord_alarm_is_as_old_as_the_latest_of_its_causes() -> None:
    """One sign with weakness: the sign came after the examination."""
    since = {"B1": days_ago(8), "C16": days_ago(4)}
    assert fired(examined("A8", item=ticked("B1", "C16"), since=since))["A8"] == ""


def test_a_cord_alarm_with_a_date_of_its_own_is_as_old_as_that() -> None:
    since = {"B1": days_ago(8), "A8": days_ago(3)}
    person = examined("A8", item=ticked("B1"), since=since, background={"cancer": "yes"})
    assert fired(person)["A8"] == ""


def test_a_cord_alarm_that_was_seen_is_not_asked_about_once_each_sign_is_denied() -> None:
    """Not sure at first, then no to all four: nothing is left open."""
    person = examined(
        "A8",
        item=ticked("B1", A8="not_sure"),
        since={"B1": days_ago(8)},
        detail={"A8": ALONE},
        background={"cancer": "yes"},
    )
    assert fired(person)["A8"] == "seen"


@pytest.mark.parametrize(
    ("alarm", "cause", "more"),
    [
        ("A9", "B2", {"text": "r5:3 tg8:1"}),
        ("A14", "A10", {"text": "r5:3 back:3", "background": {"anticoagulant": "yes"}}),
        ("A14", "B5", {"background": {"anticoagulant": "yes"}}),
    ],
)
@pytest.mark.parametrize(
    ("told", "began", "mark"), [(False, 8, "seen"), (False, 4, ""), (True, 8, "")]
)
def test_an_alarm_told_itself_without_a_date_is_of_today(
    alarm: str, cause: str, more: dict[str, Any], told: bool, began: int, mark: str
) -> None:
    """Where it only follows, it is as old as its cause; examined 5 days ago."""
    items = ticked(cause, alarm) if told else ticked(cause)
    assert fired(examined(alarm, item=items, since={cause: days_ago(began)}, **more))[alarm] == mark


# --- what it takes ---------------------------------------------------------------------------


@pytest.mark.parametrize("item", ["A6", "A7", "B9", "B1"])
def test_one_cord_sign_with_a_weakness_or_numbness_not_ruled_out_is_for_now(item: str) -> None:
    assert fired(typical(item=ticked("C16", **{item: "not_sure"})))["A8"] == "?"


def test_one_cord_sign_alone_is_no_emergency() -> None:
    assert "A8" not in fired(typical(item=ticked("C16")))


def without_cancer_asked(**told: Any) -> Situation:
    person = typical(**told)
    known = {key: answer for key, answer in person.background.items() if key != "cancer"}
    return replace(person, background=known)


def test_cancer_not_asked_yet_adds_nothing_to_a_weakness_told_as_an_emergency() -> None:
    """The card would name signs that nobody named."""
    assert set(fired(without_cancer_asked(item=ticked("A6")))) == {"A6"}
    assert "A8" in fired(without_cancer_asked(item=ticked("B1")))


def test_cancer_not_asked_yet_counts_beside_a_weakness_that_only_a_test_shows() -> None:
    """Nobody has told that emergency, so nothing is named twice."""
    person = without_cancer_asked(strength=both(WEAK, WEAK))
    assert {"A6", "A8"} <= set(fired(person))


@pytest.mark.parametrize(
    ("fall", "days", "text", "bleeds"),
    [
        ("A10", 3, "r5:3 back:3", True),
        ("A10", 3, "r5:3", False),
        ("B5", 3, "r5:3", True),
        ("A10", 100, "r5:3 back:3", False),
        (None, 3, "r5:3 back:3", False),
    ],
)
def test_thin_blood_is_an_alarm_after_a_new_fall_on_a_spine_that_hurts(
    fall: str | None, days: int, text: str, bleeds: bool
) -> None:
    """B5 says itself that it hurts; back pain without a fall, or an old fall, is none."""
    told = {"item": ticked(fall), "since": {fall: days_ago(days)}} if fall else {}
    found = fired(typical(text, background={"anticoagulant": "yes"}, **told))
    assert ("A14" in found) is bleeds


@pytest.mark.parametrize(("weak_since", "alarm"), [(5, True), (6, False)])
def test_a_leg_weak_since_the_day_of_a_spine_procedure_is_an_alarm(
    weak_since: int, alarm: bool
) -> None:
    procedure = SpineProcedure("injection_or_epidural", days_ago(5))
    person = typical(
        item=ticked("B1"), since={"B1": days_ago(weak_since)}, spine_procedure=(procedure,)
    )
    assert ("A14" in fired(person)) is alarm
