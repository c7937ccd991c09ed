"""What does a weekly entry keep beside what the rules read? Own tasks by name, and minutes."""

from typing import Any
from uuid import uuid4

import pytest

from spineward.diary import check, journey
from spineward.diary.trouble import Refused
from tests.cast import owner
from tests.diary.life import MORNING

pytestmark = pytest.mark.django_db

ENTRY: dict[str, Any] = {
    "global_change": 1,
    "tasks": ["put on socks", "sit through supper"],
    "psfs": [4, 6],
    "sit_minutes": 20,
    "stand_minutes": None,
    "walk_minutes": 480,
}


def entered(entry: dict[str, Any]) -> tuple[journey.Week, ...]:
    """The weeks after this entry."""
    journey.weekly(owner(), entry, now=MORNING, client_id=uuid4())
    return journey.weeks(owner())


def test_tasks_and_minutes_are_kept_and_read_again() -> None:
    (week,) = entered(ENTRY)
    assert week.scored == (("put on socks", 4), ("sit through supper", 6))
    assert (week.sit_minutes, week.stand_minutes, week.walk_minutes) == (20, None, 480)
    assert (week.record.psfs, week.record.global_change) == ((4, 6), 1)


def test_an_entry_without_them_is_as_good() -> None:
    (week,) = entered({"psfs": [5, 6], "rmdq": 8})
    assert (week.scored, week.sit_minutes, week.record.rmdq) == ((), None, 8)


@pytest.mark.parametrize("name", sorted(check.WEEK))
def test_none_is_the_same_as_left_out(name: str) -> None:
    said = {key: value for key, value in {"rmdq": 8, "global_change": 1}.items() if key != name}
    with_none, without = entered({**said, name: None})[0], entered(said)[1]
    assert with_none == without


def test_the_engine_sees_the_numbers_of_the_tasks_and_nothing_else_of_it() -> None:
    entered(ENTRY)
    (record,) = journey.situation(owner(), now=MORNING).history.weekly
    assert record.psfs == (4, 6)
    assert not hasattr(record, "tasks")


@pytest.mark.parametrize(
    "wrong",
    [
        {"tasks": []},
        {"tasks": ["one"], "psfs": [4, 6]},
        {"tasks": ["a", "b", "c", "d"], "psfs": [1, 2, 3, 4]},
        {"tasks": [""], "psfs": [4]},
        {"tasks": [" socks"], "psfs": [4]},
        {"tasks": ["x" * 81], "psfs": [4]},
        {"tasks": ["so\x00cks"], "psfs": [4]},
        {"tasks": [7], "psfs": [4]},
        {"tasks": "socks", "psfs": [4]},
        {"sit_minutes": 481},
        {"walk_minutes": -1},
        {"stand_minutes": 2.5},
        {"lie_minutes": 5},
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(wrong: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        entered(wrong)
    assert journey.weeks(owner()) == ()
