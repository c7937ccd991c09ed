"""Which leg is the second, what does the strength check mean, and what do the charts alone say?

H-01 missed cauda equina, H-04 wrong leg, H-18 missed motor loss.

Long on purpose: both legs, both sides, and each way to a known second leg in one place.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import CareLevel, CheckInRecord, Gate, History, LockRecord, Mark
from spineward.clinical.legs import affected_legs, known_bilateral
from tests.cases.build import NOW, ago, chart, days_ago, typical
from tests.cases.triage import both, ticked


def earlier(*charts: tuple[int, str], **more: Any) -> History:
    """Check-ins with these charts, so many days ago."""
    return History(
        check_ins=tuple(
            CheckInRecord(at=NOW - timedelta(days=days), leg_now=3, back_now=0, chart=chart(text))
            for days, text in charts
        ),
        **more,
    )


RIGHT_BEFORE = earlier((10, "r6:3"))
FRONT_TINGLING = Mark("front_thigh", "left", tingling=1)
FRONT_NUMB = Mark("front_thigh", "left", numbness=1)


@pytest.mark.parametrize(
    "mark",
    [
        "left/r4:1",
        "left/front:1",
        "left/tg3:1",
        "left/nb3:1",
        "left/nb9:1",
    ],
)
def test_the_second_leg_is_seen_from_the_chart(mark: str) -> None:
    """A5: pain from rank 4 or on the front thigh, any tingling or numbness; its page is asked."""
    found = assess(typical(f"r6:3 {mark}", history=RIGHT_BEFORE))

    assert found.fired == ("A5",)
    assert "A5" in found.asks


@pytest.mark.parametrize("mark", [FRONT_TINGLING, FRONT_NUMB])
def test_the_front_of_the_second_thigh_counts_too(mark: Mark) -> None:
    """A5: its own path, with rank 4."""
    person = typical("r6:3", history=RIGHT_BEFORE)

    assert assess(replace(person, chart=(*(person.chart or ()), mark))).fired == ("A5",)


@pytest.mark.parametrize("mark", ["left/r3:5", "left/r2:5", "left/r6:3u", "left/tg8:1u", "groin:4"])
def test_what_is_no_second_leg(mark: str) -> None:
    """Buttock pain alone, back pain, and what is usual."""
    assert "A5" not in assess(typical(f"r6:3 {mark}", history=RIGHT_BEFORE)).fired


def test_two_legs_equally_far_at_first_use_may_each_be_the_second() -> None:
    """0.3."""
    assert assess(typical("r6:3 left/r6:3")).fired == ("A5",)


def test_two_aching_buttocks_that_become_one_sore_leg_are_no_two_leg_sign() -> None:
    """Equal at first use below the threshold: later both legs must have gone that far."""
    before = earlier((10, "r3:3 left/r3:3"))

    assert assess(typical("r5:3 left/r3:3", history=before)).fired == ()
    assert assess(typical("r5:3 left/r4:3", history=before)).fired == ("A5",)


def test_the_affected_leg_is_the_most_distal_one_at_first_use() -> None:
    """Usual marks do not choose it; without any leg symptom neither leg is the second."""
    assert affected_legs(Case(typical("r4:3 left/r3:1"))) == ("right",)
    assert affected_legs(Case(typical("r4:3 left/nb9:1u"))) == ("right",)
    assert affected_legs(Case(typical("back:3"))) == ("left", "right")
    assert affected_legs(Case(typical("left/r6:3 r3:2", history=RIGHT_BEFORE))) == ("right",)


def test_the_other_leg_newly_weak_is_the_second_leg_too() -> None:
    """A5: or weakness."""
    found = assess(typical("left/r6:3", strength=both({"big_toe": "weaker"})))

    assert set(found.fired) == {"A5", "B1"}


TWO_LEGS = "r6:3 left/r4:3"


@pytest.mark.parametrize(
    ("dates", "known"),
    [
        ({"since": {"A5": days_ago(35)}, "examined": {"A5": days_ago(21)}}, True),
        ({"since": {"A5": days_ago(35)}}, False),
        ({"since": {"A5": days_ago(10)}, "examined": {"A5": days_ago(5)}}, False),
        ({"since": {"A5": days_ago(400)}}, True),
        ({"since": {"A5": days_ago(400)}, "worsened": {"A5": days_ago(3)}}, False),
        ({"since": {"A5": days_ago(400)}, "same_as_usual": {"A5": "no"}}, False),
    ],
)
def test_two_legs_become_known(dates: dict[str, Any], known: bool) -> None:
    """Old; or examined and not new. Then both are affected legs and A5 is quiet."""
    start = {"episode_start": days_ago(60), "leg_onset": days_ago(10)}
    person = typical(TWO_LEGS, **start, item=ticked("A5"), **dates)

    assert known_bilateral(Case(person)) is known
    assert ("A5" in assess(person).fired) is not known
    if known:
        assert affected_legs(Case(person)) == ("left", "right")


def test_a_released_a5_lock_makes_two_legs_known_in_this_episode_only() -> None:
    """0.3 and 0.5; a new episode starts afresh."""
    lock = LockRecord(ago(days=12), ("A5",), CareLevel.EMERGENCY, released_at=ago(days=10))
    person = typical(TWO_LEGS, history=earlier((13, "r6:3"), locks=(lock,)))
    later = typical(
        TWO_LEGS, episode_start=days_ago(5), history=earlier((4, "r6:3"), locks=(lock,))
    )

    again = replace(
        person,
        item={**person.item, "A5": "yes"},
        since={"A5": days_ago(12)},
        worsened={"A5": days_ago(2)},
    )
    assert assess(person).fired == ()
    assert assess(later).fired == ("A5",)
    assert assess(again).fired == ("A5",)


@pytest.mark.parametrize("other", ["A1", "A2", "A3", "A6", "A7", "A8"])
def test_two_legs_on_walking_are_no_exception_with_another_sign(other: str) -> None:
    """A5 goes to C7 only with none of A1-A4 and A6-A8, and each of them asked."""
    upright: dict[str, Any] = {
        "episode_start": days_ago(200),
        "leg_onset": days_ago(10),
        "since": {"A5": days_ago(100)},
    }
    with_it = typical(TWO_LEGS, item=ticked("A5", "C7", other), **upright)
    alone = typical(TWO_LEGS, item=ticked("A5", "C7"), **upright)

    assert "A5" in assess(with_it).fired
    assert assess(alone).fired == ("C7",)


def test_numbness_between_the_legs_is_seen_from_the_chart() -> None:
    """A3; a usual mark is not new."""
    assert assess(typical("r5:3 saddle/nb:1")).fired == ("A3",)
    assert assess(typical("r5:3 saddle/tg:1")).fired == ("A3",)
    assert assess(typical("r5:3 saddle/nb:1u")).fired == ()


@pytest.mark.parametrize(
    ("test", "answer", "fired"),
    [
        ("heel_walk", "cannot", "A7"),
        ("toe_raise", "cannot", "A7"),
        ("heel_walk", "weaker", "B1"),
        ("chair_rise", "weaker", "B1"),
        ("big_toe", "weaker", "B1"),
        ("big_toe", "never_could", "B1"),
    ],
)
def test_what_a_test_means(test: str, answer: str, fired: str) -> None:
    """1.6."""
    assert assess(typical(strength=both({test: answer}))).fired == (fired,)


def test_what_nobody_ever_could_is_a_baseline() -> None:
    """1.6: never_could on both sides fires nothing."""
    never = {"toe_raise": "never_could"}
    assert assess(typical(strength=both(never, never))).fired == ()


def test_weakness_of_both_legs_is_an_emergency() -> None:
    """A6: in both legs."""
    weak = {"heel_walk": "weaker"}
    assert "A6" in assess(typical(strength=both(weak, weak))).fired


def test_one_weak_leg_opens_the_two_emergency_pages() -> None:
    """B1: A6 and A7 are asked at once."""
    assert assess(typical(strength=both({"big_toe": "weaker"}))).asks == ("A6", "A7")


KNOWN: dict[str, Any] = {
    "episode_start": days_ago(60),
    "leg_onset": days_ago(10),
    "since": {"B1": days_ago(40)},
    "examined": {"B1": days_ago(30)},
    "told_ok": {"B1": "yes"},
}


def test_a_known_weakness_that_tests_worse_is_new_again() -> None:
    """H-18: an examined weak foot that can no longer be lifted is no known weakness."""
    weaker: Any = both({"heel_walk": "weaker"})
    then = CheckInRecord(at=ago(days=7), strength=weaker)
    same = typical(
        strength=both({"heel_walk": "weaker"}), history=History(check_ins=(then,)), **KNOWN
    )
    worse = typical(
        strength=both({"heel_walk": "cannot"}), history=History(check_ins=(then,)), **KNOWN
    )
    assert assess(same).fired == ("C13",)
    assert assess(worse).fired == ("A7",)


@pytest.mark.parametrize(
    ("told", "level", "gate"),
    [
        ("yes", CareLevel.SELF_CARE, Gate.LIMITED),
        ("no", CareLevel.ROUTINE, Gate.EASE_ONLY),
        ("not_discussed", CareLevel.ROUTINE, Gate.EASE_ONLY),
    ],
)
def test_a_known_weakness_follows_what_the_clinician_said(
    told: str, level: CareLevel, gate: Gate
) -> None:
    """C13 (a) and (b)."""
    found = assess(typical(item=ticked("B1"), **{**KNOWN, "told_ok": {"B1": told}}))

    assert (found.fired, found.care_level, found.movement_gate) == (("C13",), level, gate)


def test_an_old_weakness_that_nobody_saw_is_for_soon() -> None:
    """C13 (c), with pain in that leg now; without any pain it is C11."""
    old: dict[str, Any] = {"item": ticked("B1"), "since": {"B1": days_ago(400)}}

    with_pain, without = assess(typical("r5:3", **old)), assess(typical("", **old))

    assert (with_pain.fired, with_pain.care_level) == (("C13",), CareLevel.SOON)
    assert with_pain.movement_gate == Gate.LIMITED
    assert (without.fired, without.movement_gate) == (("C11",), Gate.BLOCK)


def test_a_reviewed_painless_weakness_becomes_a_known_one() -> None:
    """1.5: C11 becomes C13."""
    found = assess(
        typical(
            "",
            item=ticked("C11"),
            since={"C11": days_ago(60)},
            reviewed={"C11": days_ago(3)},
            told_ok={"C11": "yes"},
        )
    )
    assert (found.fired, found.movement_gate) == (("C13",), Gate.LIMITED)


@pytest.mark.parametrize(
    ("twitching", "thinner", "fires"),
    [
        ("yes", "no", False),
        ("no", "yes", True),
        ("no", "no", False),
    ],
)
def test_twitching_alone_does_not_fire(twitching: str, thinner: str, fires: bool) -> None:
    """C11: a visibly thinner leg does."""
    signs = {"twitching": twitching, "thinner_leg": thinner, "no_pain": "no"}
    found = assess(typical(item=ticked("C11"), detail={"C11": signs}))

    assert ("C11" in found.fired) is fires


def test_cancer_with_a_new_weak_leg_is_an_emergency() -> None:
    """A8: cancer history plus new leg weakness."""
    found = assess(typical(background={"cancer": "yes"}, item=ticked("B1")))

    assert found.care_level == CareLevel.EMERGENCY
    assert "A8" in found.fired


def test_fever_with_tingling_long_on_the_chart_is_not_more_than_fever() -> None:
    """A9 needs nerve signs that began or grew within 14 days."""
    known = typical("back:3 tg8:1", item=ticked("B2"), history=earlier((15, "r8:3 tg8:1")))
    grown = typical("back:3 tg8:2", item=ticked("B2"), history=earlier((15, "r8:3 tg8:1")))

    assert assess(known).fired == ("B2",)
    assert assess(grown).fired == ("A9", "B2")


def test_numbness_that_spread_counts_until_someone_tested_it() -> None:
    """B9: grew into a further zone within 14 days; an examination after that ends it."""
    before = earlier((13, "r8:3 nb9:1"), (5, "r8:3 nb9:1 nb8:1"))
    spread = typical("r8:3 nb9:1 nb8:1", history=before)
    tested = typical("r8:3 nb9:1 nb8:1", history=before, examined={"B9": days_ago(4)})
    too_early = typical("r8:3 nb9:1 nb8:1", history=before, examined={"B9": days_ago(6)})

    assert assess(spread).fired == ("B9",)
    assert assess(tested).fired == ()
    assert assess(too_early).fired == ("B9",)
