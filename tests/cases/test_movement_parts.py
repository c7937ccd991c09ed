"""The movement parts of the triage cases W22, W23, W25, W27, W28 and W33."""

from dataclasses import replace
from typing import Any

from spineward.clinical.facts import (
    CareLevel,
    Gate,
    History,
    LockRecord,
    Situation,
    SpineProcedure,
)
from tests.cases.build import ago, days_ago, established, session, typical
from tests.cases.plans import STENOSIS, off, offers, outcome, planned, then


def test_w22b_after_the_rash_was_seen_movement_starts_gently() -> None:
    lock = LockRecord(ago(days=8), ("B7",), CareLevel.SAME_DAY, released_at=ago(hours=1))
    found, today = planned(replace(established("r5:2"), history=History(locks=(lock,))))
    assert outcome(found) == (CareLevel.SELF_CARE, Gate.LIMITED)
    assert {"M30b", "M32", "M60"} <= off(found)
    assert len([one for one in today.offered if one.in_plan]) == 2


def operated(days: int, *allowed: str, **changes: Any) -> Situation:
    """Someone with a disc operation that many days ago and what the team allowed."""
    return typical(
        "r5:2",
        spine_procedure=(SpineProcedure("surgery", days_ago(days)),),
        team_allowed=allowed,
        **changes,
    )


def test_w23b_five_weeks_after_a_disc_operation_nothing_is_offered() -> None:
    found, today = planned(operated(35, "M10", "M50"))
    assert outcome(found) == (CareLevel.ROUTINE, Gate.BLOCK)
    assert found.fired == ("C15",)
    assert today.offered == ()


def test_w23c_later_only_what_the_team_allowed() -> None:
    found, today = planned(operated(50, "M10", "M50"))
    assert outcome(found) == (CareLevel.ROUTINE, Gate.LIMITED)
    assert found.fired == ("C15",)
    assert set(offers(today)) == {"M10", "M50"}


def test_w23d_a_team_that_named_nothing_allows_nothing() -> None:
    found, today = planned(operated(50))
    assert outcome(found) == (CareLevel.ROUTINE, Gate.BLOCK)
    assert today.offered == ()


def test_w25b_week_13_leaves_out_the_front() -> None:
    found, _ = planned(typical("r4:2", age=38, pregnant="yes", pregnant_week=13))
    assert outcome(found) == (CareLevel.ROUTINE, Gate.LIMITED)
    assert {"M02", "M60"} <= off(found)
    assert not {"M01", "M10", "M20", "M30a"} & off(found)


def test_w25c_week_21_leaves_out_everything_flat() -> None:
    sixty: dict[str, Any] = {
        "episode_start": days_ago(60),
        "leg_onset": days_ago(60),
        "change_so_far": 2,
    }
    person = typical("r4:2", age=38, pregnant="yes", pregnant_week=21, **sixty)
    found, today = planned(person)
    assert outcome(found) == (CareLevel.ROUTINE, Gate.LIMITED)
    assert set(offers(today)) == {"M03", "M11", "M12", "M21", "M31", "M33", "M50"}
    assert "seated" in offers(today)["M33"].limits


def test_w27_eased_by_sitting_leaves_out_arching() -> None:
    since: dict[str, Any] = {"episode_start": days_ago(35), "leg_onset": days_ago(35)}
    person = typical(
        "left/r5:3",
        age=70,
        item={"C4": "yes", "C7": "yes"},
        detail={"C7": {"shorter_distance": "yes"}},
        since={"C4": days_ago(21), "C7": days_ago(35)},
        features=STENOSIS,
        **since,
    )
    found, today = planned(person)
    assert outcome(found) == (CareLevel.SOON, Gate.LIMITED)
    assert found.fired == ("C4", "C7", "T5")
    assert "STENOSIS" in found.patterns
    assert {"M02", "M60"} <= off(found)
    assert "no_hollowing" in offers(today)["M20"].limits


def test_w28a_a_transplant_keeps_rounding_small() -> None:
    twelve: dict[str, Any] = {"episode_start": days_ago(12), "leg_onset": days_ago(12)}
    person = established("r6:5", background={"weak_immunity": "yes"}, **twelve)
    found, today = planned(person)
    assert outcome(found) == (CareLevel.ROUTINE, Gate.LIMITED)
    assert found.fired == ("C5",)
    assert "M61" in off(found)
    assert "rounding_under_30" in offers(today)["M20"].limits


def test_w33a_a_new_person_starts_with_tilt_and_ankle() -> None:
    found, today = planned(typical("r6:5 back:2 tg8:1 nb9:1u", age=45))
    assert outcome(found) == (CareLevel.SELF_CARE, Gate.LIMITED)
    assert found.patterns == ("ROOT",)
    assert [one.movement for one in today.offered[:2]] == ["M10", "M33"]
    assert [one.in_plan for one in today.offered[:3]] == [True, True, False]


def test_w33b_old_numbness_and_slight_tingling_keep_the_slider() -> None:
    person = established("r6:5 back:2 tg8:1 nb9:1u", age=45)
    found, _ = planned(person)
    assert outcome(found) == (CareLevel.SELF_CARE, Gate.FULL)
    assert "M30a" not in off(found)
    assert {"M40", "M41"} <= off(found)
    slider = [session(ago(days=n), ("M30a", 11), t0="r6:5 tg8:1 nb9:1u") for n in (2, 1)]
    unlocked, _ = planned(then(person, *slider))
    assert "M30b" not in off(unlocked)
