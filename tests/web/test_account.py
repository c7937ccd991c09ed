"""Can the person set their own number, and be forgotten only on purpose?"""

import pytest

from spineward.diary.models import Answers, Person
from tests.cast import owner
from tests.web.walk import Walker


def test_without_a_choice_the_number_is_112_and_says_so(walk: Walker) -> None:
    walk.open("/settings/")
    assert "We show 112 until you choose" in walk.text


@pytest.mark.parametrize(("sent", "shown"), [("911", "911"), ("+49 112", "+49112"), ("15", "15")])
def test_a_chosen_number_is_shown_from_then_on(walk: Walker, sent: str, shown: str) -> None:
    walk.open("/settings/number/")
    assert walk.controls.filled == []
    chosen = {"number": sent} if sent == "911" else {"number": "other", "other": sent}
    walk.send(**chosen)
    walk.arrives("/settings/")
    assert f"tel:{shown}" in walk.open("/emergency/")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose an answer"),
        ({"number": "12345"}, "12345 is not an answer here"),
        ({"number": "other"}, "Enter 2 to 15 digits"),
        ({"number": "other", "other": "one one two"}, "Enter 2 to 15 digits"),
        ({"number": "other", "other": "1"}, "Enter 2 to 15 digits"),
        ({"number": "other", "other": "+ "}, "Enter 2 to 15 digits"),
        ({"number": "other", "other": "1 "}, "Enter 2 to 15 digits"),
        ({"number": "other", "other": "1" * 40}, "Enter 2 to 15 digits"),
        ({"number": "other", "other": "<script>"}, "Enter 2 to 15 digits"),
    ],
)
def test_an_odd_number_is_refused_and_kept_on_the_page(
    walk: Walker, sent: dict[str, str], said: str
) -> None:
    walk.send("/settings/number/", **sent)
    assert walk.status == 200
    assert said in walk.text
    assert "<script>" not in walk.text
    assert not owner().emergency_number


def test_forgetting_needs_a_deliberate_yes(walk: Walker) -> None:
    walk.was_checked_in()
    walk.open("/settings/forget/")
    assert walk.controls.filled == []
    walk.send()
    assert "Choose an answer" in walk.text
    walk.send("/settings/forget/", sure="keep")
    walk.arrives("/settings/")
    assert Answers.objects.of(owner()).exists()


@pytest.mark.django_db(transaction=True)
def test_forgetting_erases_all_and_the_app_begins_anew(walk: Walker) -> None:
    walk.was_checked_in()
    walk.send("/settings/forget/", sure="forget")
    assert "Nothing you entered is left" in walk.text
    assert Answers.objects.count() == 0
    walk.open("/")
    assert 'href="/check-in/"' in walk.text
    assert Person.objects.count() == 1


def test_an_odd_other_number_does_not_stand_in_the_way_of_one_from_the_list(walk: Walker) -> None:
    walk.open("/settings/number/")
    walk.send("/settings/number/", number="999", other="abc")
    assert owner().emergency_number == "999"
