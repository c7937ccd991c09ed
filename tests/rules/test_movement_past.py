"""What do earlier sessions hold back today? Stops, worse mornings, and the way to the next step."""

from dataclasses import replace

from spineward.clinical.case import Case
from spineward.clinical.facts import CheckInRecord, ExerciseSession, Gate, History, SetVerdict
from spineward.clinical.ledger import ledger
from spineward.clinical.rules.hold_movement import exclusions
from tests.cases.build import ago, chart, done, session, typical
from tests.rules.days import after, held


def test_movements_used_before_two_worse_mornings_rest_for_two_weeks() -> None:
    mornings = [
        CheckInRecord(at=ago(days=days, hours=-1), leg_now=6, back_now=0, chart=chart("r8:6"))
        for days in (3, 1)
    ]
    sessions = [
        session(ago(days=4), ("M10", 11), ("M33", 12), t0="r5:3"),
        session(ago(days=2), ("M10", 11), ("M20", 12), t0="r5:3"),
    ]
    history = History(check_ins=tuple(mornings), sessions=tuple(sessions))
    found = exclusions(
        Case(typical("r5:3", history=history)), Gate.FULL, ("UNCLEAR",), "CALM", ("N2",)
    )
    assert {one.movement for one in found if one.by == "removed_n2"} == {"M10"}


def test_a_stop_rests_the_whole_family_and_no_other() -> None:
    day = after(session(ago(hours=3), ("M30a", 6)))
    rests = {movement for movement, by in held(day) if by == "family_stopped"}
    assert rests == {"M30a", "M30b", "M31", "M32"}


def test_a_stop_on_an_ease_item_rests_only_that_item() -> None:
    day = after(session(ago(hours=3), ("M01", 5), ("M50", 7)))
    rests = {movement for movement, by in held(day) if by == "family_stopped"}
    assert rests == {"M01", "M50"}


def test_a_stop_that_ended_the_session_rests_the_family_too() -> None:
    stop = replace(done("M20", 5, ago(hours=3)), verdict=SetVerdict.STOP_SESSION)
    day = after(ExerciseSession(ago(hours=3), ago(hours=2), (), (stop,)))
    assert ("M21", "family_stopped") in held(day)


def test_a_mild_new_back_ache_is_not_read_as_moved_down() -> None:
    ache = replace(done("M60", 5, ago(days=2)), label="BACK_OVERLOAD", verdict=SetVerdict.REGRESS)
    day = after(ExerciseSession(ago(days=2), ago(days=2), (), (ache,)))
    assert ("M60", "moved_down") not in held(day)


def test_the_stronger_glide_opens_after_three_steady_sessions() -> None:
    steady = [session(ago(days=days), ("M30a", row)) for days, row in ((5, 12), (3, 9), (1, 12))]
    assert ("M30b", "locked_m30b") not in held(after(*steady))
    assert ("M30b", "locked_m30b") in held(after(*steady[1:]))


def test_a_stopped_glide_locks_the_stronger_one_again() -> None:
    stopped = session(ago(hours=30), ("M30b", 7))
    day = after(*(session(ago(days=days), ("M30a", 11)) for days in (5, 4)), stopped)
    assert ("M30b", "locked_m30b") in held(day)


def test_the_stronger_glide_waits_for_the_morning_after_the_slider() -> None:
    today = session(ago(hours=4), ("M30a", 11))
    day = after(session(ago(days=2), ("M30a", 11)), today)
    assert ("M30b", "locked_m30b") in held(day)


def test_an_early_leg_symptom_of_this_episode_keeps_the_slider_open() -> None:
    earlier = CheckInRecord(at=ago(days=6), leg_now=2, back_now=2, chart=chart("r4:2"))
    now = typical("back:3", history=History(check_ins=(earlier,)))
    found = exclusions(Case(now), Gate.FULL, ("UNCLEAR",), "CALM", ())
    assert "no_leg_symptom" not in {one.by for one in found}


def test_usual_marks_do_not_open_the_slider() -> None:
    found = exclusions(Case(typical("nb9:1u back:3")), Gate.FULL, ("UNCLEAR",), "CALM", ())
    assert "no_leg_symptom" in {one.by for one in found}


def test_an_earlier_bout_says_nothing_about_this_one() -> None:
    down = session(ago(days=20), ("M60", 5))
    assert ("M60", "moved_down") not in held(after(down))


def test_the_person_may_stop_at_will_and_lose_nothing() -> None:
    asked = session(ago(hours=20), ("M10", 11), stops=("SS5",))
    dizzy = session(ago(hours=20), ("M10", 11), stops=("SS1",))
    assert ledger(Case(after(asked).situation)).last_stop is None
    assert ledger(Case(after(dizzy).situation)).last_stop is not None


def test_the_last_set_of_a_session_is_its_response() -> None:
    day = after(session(ago(days=1), ("M10", 12), ("M33", 10), ("M10", 9)))
    read = ledger(Case(day.situation))
    assert (read.last_row("M10"), read.last_row("M33"), read.last_row("M20")) == (9, 10, None)
