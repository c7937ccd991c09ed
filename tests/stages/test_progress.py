"""How has it gone? The progress stage over a course of days and sessions."""

from dataclasses import replace

from spineward.clinical.facts import History, Situation, WeeklyRecord
from spineward.clinical.progress import progress
from tests.cases.build import NOW, ago, day_values, days_ago, session, typical
from tests.cases.course import check_in, since, went


def quiet(text: str, *earlier: str, rmdq: int | None = None) -> Situation:
    """Someone with these charts a day apart up to now."""
    records = tuple(
        check_in(words, hours_ago=24 * (len(earlier) - n)) for n, words in enumerate(earlier)
    )
    weekly = (WeeklyRecord(ago(days=1), rmdq=rmdq),) if rmdq is not None else ()
    return typical(text, history=History(check_ins=records, weekly=weekly))


def test_on_the_first_day_there_is_little_to_tell() -> None:
    seen = progress(typical("r5:3"))
    assert seen.baseline == 3
    assert (seen.short_median, seen.prior_median) == (None, None)
    assert [(day.day, day.leg, day.band) for day in seen.days] == [(NOW.date(), 3, 2)]
    assert seen.movements == ()
    assert seen.fired == ()


def test_medians_and_gain_follow_the_days() -> None:
    seen = progress(went("r6:3", 6, 6, 6, 5, 5, 4, 4, 3, **since(20)))
    assert (seen.baseline, seen.short_median, seen.prior_median) == (6, 3, 5.5)
    assert seen.gain
    assert seen.fired == ("T1",)
    assert seen.leg_day == 20


def test_a_day_without_an_answer_is_a_gap_and_not_a_zero() -> None:
    records = day_values(4, 4, 4)
    person = typical("r6:4", history=History(check_ins=(records[0], records[2])))
    days = [day.day for day in progress(person).days]
    assert days == [days_ago(3), days_ago(1), days_ago(0)]


def test_without_leg_symptoms_there_is_no_baseline() -> None:
    assert progress(typical("back:3", leg_onset="none")).baseline is None


def test_each_movement_is_counted_row_by_row() -> None:
    sessions = (
        session(ago(days=3), ("M10", 11), ("M33", 12), t0="r5:3"),
        session(ago(days=2), ("M10", 9), t0="r5:3"),
        session(ago(days=1), ("M10", 5), t0="r5:3"),
    )
    first, second = progress(typical(history=History(sessions=sessions))).movements
    assert (first.movement, first.sets, dict(first.rows), first.better) == (
        "M10",
        3,
        {5: 1, 9: 1, 11: 1},
        2,
    )
    assert (second.movement, second.better) == ("M33", 0)


def test_centralized_needs_two_check_ins_a_day_apart_without_leg_symptoms() -> None:
    assert progress(quiet("back:3", "r4:2", "back:3")).centralized
    assert not progress(quiet("back:3", "r4:2")).centralized
    assert not progress(quiet("back:3 tg5:1", "back:3", "back:3")).centralized
    hours = replace(check_in("back:3", hours_ago=23))
    assert not progress(typical("back:3", history=History(check_ins=(hours,)))).centralized


def test_abolished_is_nothing_felt_anywhere() -> None:
    assert progress(quiet("")).abolished
    assert not progress(quiet("back:1")).abolished
    assert not progress(replace(quiet(""), chart=None)).abolished


def test_recovered_is_no_pain_and_little_limitation() -> None:
    assert progress(quiet("", rmdq=2)).recovered
    assert not progress(quiet("", rmdq=3)).recovered
    assert not progress(quiet("")).recovered


def test_the_same_situation_always_gives_the_same_progress() -> None:
    person = went("r6:3", 6, 5, 4, 3)
    assert progress(person) == progress(person)
