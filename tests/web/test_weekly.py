"""Does the weekly page take own tasks and minutes, and keep the names of the tasks?"""

from spineward.diary import journey
from tests.cast import owner
from tests.web.walk import Walker

WEEKLY = "/check-in/weekly/?kind=weekly"
WEEK = {"global_change": "1", "mood_low": "no", "fear_moving": "3", "weeks_off_work": "0"}
SOCKS = {"task_1": "Put on socks", "score_1": "4"}


def weeks(walk: Walker, **answers: str) -> tuple[journey.Week, ...]:
    """The weekly entries after the page was sent."""
    walk.open(WEEKLY)
    walk.send(**(WEEK | answers))
    return journey.weeks(owner())


def test_tasks_and_minutes_are_kept(walk: Walker) -> None:
    (week,) = weeks(walk, **SOCKS, sit_minutes="20", walk_minutes="0")
    assert week.scored == (("Put on socks", 4),)
    assert (week.sit_minutes, week.stand_minutes, week.walk_minutes) == (20, None, 0)
    assert week.record.psfs == (4,)


def test_all_of_it_may_be_left_empty(walk: Walker) -> None:
    (week,) = weeks(walk)
    assert (week.scored, week.sit_minutes, week.record.psfs) == ((), None, ())
    assert week.record.global_change == 1


def test_names_stay_from_week_to_week_and_numbers_do_not(walk: Walker) -> None:
    weeks(walk, **SOCKS, task_2="Carry shopping", score_2="7")
    page = walk.open(WEEKLY)
    assert (
        'name="task_1" type="text" autocomplete="off" maxlength="80" value="Put on socks"' in page
    )
    assert 'value="Carry shopping"' in page
    assert " checked" not in page


def test_a_name_can_be_changed_and_a_task_let_go(walk: Walker) -> None:
    weeks(walk, **SOCKS, task_2="Carry shopping", score_2="7")
    *_, week = weeks(walk, task_1="Tie my shoes", score_1="5", task_2="")
    assert week.scored == (("Tie my shoes", 5),)


def test_a_task_whose_name_is_emptied_is_let_go(walk: Walker) -> None:
    weeks(walk, **SOCKS)
    weeks(walk, task_1="")
    assert 'value="Put on socks"' not in walk.open(WEEKLY)


def test_a_name_without_a_number_is_asked_for_it_and_nothing_is_lost(walk: Walker) -> None:
    assert weeks(walk, task_1="Put on socks", sit_minutes="20") == ()
    assert "Choose a number for this, or empty its name" in walk.text
    assert 'value="Put on socks"' in walk.text
    assert 'value="20"' in walk.text


def test_a_number_without_a_name_says_nothing_and_is_left_out(walk: Walker) -> None:
    (week,) = weeks(walk, score_2="6", task_2="   ")
    assert week.scored == ()


def test_minutes_beyond_a_working_day_are_refused_with_the_range(walk: Walker) -> None:
    assert weeks(walk, sit_minutes="481") == ()
    assert "481 is not allowed; a whole number from 0 to 480" in walk.text


def test_a_very_long_name_is_refused(walk: Walker) -> None:
    assert weeks(walk, task_1="x" * 81, score_1="4") == ()
    assert "Use up to 80 letters" in walk.text
