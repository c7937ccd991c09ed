"""How far has it gone, and what is still too near? Progress, steps, rests and spacing at the edge.

Each test stands for a small change of the engine that no other test noticed.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from spineward.clinical.case import Case
from spineward.clinical.facts import (
    CheckInRecord,
    ExerciseSession,
    Gate,
    History,
    WeeklyRecord,
)
from spineward.clinical.library import movements
from spineward.clinical.progress import progress
from spineward.clinical.progression import may_progress, steps_back
from spineward.clinical.spacing import opens_at
from spineward.clinical.today import Today
from tests.cases.build import NOW, ago, day_values, days_ago, session, typical
from tests.cases.course import check_in
from tests.stages.test_plan import runs
from tests.stages.test_progress import quiet
from tests.stages.test_spacing import after


def seen_on(*sessions: ExerciseSession, text: str = "r6:4") -> Today:
    """Someone on a calm day after these sessions, oldest first."""
    person = typical(text, history=History(sessions=sessions))
    return Today(Case(person), Gate.FULL, ("ROOT",), "CALM", ())


# --- progress --------------------------------------------------------------------------------


def test_pain_or_tingling_anywhere_is_still_felt_and_numbness_is_another_thing() -> None:
    """KAM10: of pain and tingling; off the path counts, a numb place alone does not."""
    assert not progress(quiet("groin:1")).abolished
    assert not progress(quiet("tg8:1")).abolished
    assert progress(quiet("nb8:1")).abolished


def test_nobody_is_recovered_whose_foot_still_tingles() -> None:
    """Section 2.5: no pain and little limitation are not enough."""
    assert progress(quiet("", rmdq=1)).recovered
    assert not progress(quiet("tg8:1", rmdq=1)).recovered


@pytest.mark.parametrize(
    ("text", "drawn_up"), [("r3:2", False), ("back2:2", True), ("nb8:1", True)]
)
def test_pain_that_has_left_the_buttock_too_is_drawn_up(text: str, drawn_up: bool) -> None:
    """Ranks 3-9 are the leg; the back is not, and numbness is not pain."""
    assert progress(quiet(text, text, text)).centralized is drawn_up


def test_a_check_in_without_a_chart_does_not_say_that_the_leg_is_free() -> None:
    """0.4: two of them after leg pain a day apart are two gaps."""
    past = (check_in("r4:2", hours_ago=48), CheckInRecord(at=ago(hours=24), leg_now=0))
    person = replace(typical(""), chart=None, history=History(check_ins=past))
    assert not progress(person).centralized
    assert not progress(replace(person, history=History(check_ins=past[1:]))).centralized


def test_a_day_is_told_with_the_number_alone_or_the_chart_alone() -> None:
    """Half an answer is an answer; the other half is shown as missing."""
    past = (CheckInRecord(at=ago(days=2), leg_now=3), replace(check_in("r5:3", hours_ago=24)))
    past = (past[0], replace(past[1], leg_now=None))
    days = progress(typical("r5:3", history=History(check_ins=past))).days
    assert [(one.day, one.leg, one.band) for one in days[:2]] == [
        (days_ago(2), 3, None),
        (days_ago(1), None, 2),
    ]


def test_a_week_without_the_long_form_leaves_the_last_one_standing() -> None:
    """RMDQ is not asked every week."""
    weekly = (WeeklyRecord(ago(days=8), rmdq=2), WeeklyRecord(ago(days=1), global_change=1))
    assert progress(typical("", history=History(weekly=weekly))).recovered


# --- one step back ---------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "steps"), [(14, 0), (15, 1)])
def test_a_movement_rested_for_more_than_two_weeks_goes_back_one_step(
    days: int, steps: int
) -> None:
    """2.6, N2: of fourteen days it does not yet."""
    start = days_ago(40)
    rested = History(sessions=(session(ago(days=days), ("M33", 11), t0="r6:4"),))
    person = typical("r6:4", history=rested, episode_start=start, leg_onset=start)
    today = Today(Case(person), Gate.FULL, ("ROOT",), "CALM", ())
    assert steps_back(today, movements()["M33"]) == steps


def test_back_pain_sets_the_movement_back_that_gave_it_and_not_its_sister() -> None:
    """4.4, row 8: of one set among several, and of this movement alone; a stop is the family's."""
    mixed = seen_on(session(ago(days=1), ("M20", 8), ("M20", 12), t0="r6:4"))
    assert steps_back(mixed, movements()["M20"]) == 1
    assert steps_back(mixed, movements()["M21"]) == 0
    stopped = seen_on(session(ago(days=1), ("M20", 7), t0="r6:4"))
    assert steps_back(stopped, movements()["M21"]) == 1


@pytest.mark.parametrize(("fired", "further"), [((), True), (("N1",), False), (("N2",), True)])
def test_nothing_goes_further_on_a_morning_that_was_worse(
    fired: tuple[str, ...], further: bool
) -> None:
    """4.4: N1 is that morning."""
    calm = History(check_ins=day_values(*[4] * 12), sessions=tuple(runs("M10", 11, 11)))
    today = Today(Case(typical("r6:4", history=calm)), Gate.FULL, ("ROOT",), "CALM", fired)
    assert may_progress(today, "M10") is further


# --- what rests after a stop -----------------------------------------------------------------


def test_two_families_that_were_stopped_both_rest() -> None:
    """2.4: each for its time, with all of its family."""
    today = seen_on(
        session(ago(hours=8), ("M20", 7), t0="r6:4"), session(ago(hours=4), ("M30a", 6), t0="r6:4")
    )
    assert {"M20", "M21", "M30a", "M31"} <= today.resting
    assert "M10" not in today.resting


def test_a_stopped_movement_that_is_no_longer_in_the_library_rests_alone() -> None:
    """A later version may drop one; the diary keeps its name."""
    today = seen_on(session(ago(hours=4), ("M99", 7), t0="r6:4"))
    assert today.resting == {"M99"}


def test_the_worst_mark_of_either_foot_is_that_of_the_feet() -> None:
    today = seen_on(text="tg8:1 left/tg9:3 nb8:2 left/nb9:1 nb6:3")
    assert today.feet == {"tingling": 3, "numbness": 2}


# --- when the next session may start ---------------------------------------------------------


def test_many_ease_sessions_after_them_do_not_hide_the_three_of_the_day() -> None:
    """Section 4, caps: three a day, however often the person eased since."""
    moved = [session(ago(hours=hours), ("M10", 12)) for hours in (10, 8, 6)]
    eased = [session(ago(hours=4, minutes=-20 * n), ("M01", 12)) for n in range(9)]
    opens = opens_at(after(*moved, *eased), Gate.FULL)
    assert opens is not None
    assert opens.date() > NOW.date()


def test_a_session_counts_by_any_movement_in_it_that_is_known() -> None:
    """Ease before it changes nothing, nor does one that the library no longer has."""
    mixed = session(ago(minutes=30), ("M01", 12), ("M10", 12))
    assert opens_at(after(mixed), Gate.FULL) is not None
    assert opens_at(after(session(ago(minutes=30), ("M99", 12))), Gate.FULL) is None


def test_a_session_that_was_never_ended_counts_from_its_start() -> None:
    """The program was closed in the middle of it."""
    left = replace(session(ago(minutes=30), ("M10", 12)), ended=None)
    assert opens_at(after(left), Gate.FULL) == NOW + timedelta(minutes=90)


def test_a_session_that_ran_into_today_keeps_its_distance() -> None:
    """It started yesterday; what counts is when it ended."""
    over = replace(session(ago(hours=12.2), ("M10", 12)), ended=ago(hours=1))
    assert opens_at(after(over), Gate.FULL) == NOW + timedelta(hours=1)
