"""Does a decision name the rows that it read, so that the very moment can be decided again?"""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps

from spineward.diary import journey, past
from spineward.diary.models import Answers, CheckIn, Decision, Person
from tests.cast import owner, stranger
from tests.diary.life import MORNING, answer, day, finish, first_check_in

pytestmark = pytest.mark.django_db


def last(model: type[Answers] | type[CheckIn], person: Person) -> int:
    """The id of the newest row."""
    return model.objects.of(person).order_by("-id").values_list("id", flat=True)[0]


def test_a_decision_rests_on_the_answers_and_check_ins_before_it_and_on_no_later_ones() -> None:
    person = owner()
    first_check_in(person)
    stands = {"answers": last(Answers, person), "check_ins": last(CheckIn, person)}
    first_check_in(stranger())
    answer(person, "now", day(leg=7), MORNING + timedelta(days=1))
    (decision,) = Decision.objects.of(person)
    assert decision.basis == stands


def test_a_lock_is_no_basis_of_the_decision_that_opened_it_but_of_the_next() -> None:
    person = owner()
    answer(person, "item.A1", {"item": {"A1": "yes"}})
    journey.assessment(person, now=MORNING)
    answer(person, "now", day())
    finish(person)
    opened, after = Decision.objects.of(person).order_by("id")
    assert "locks" not in opened.basis
    assert after.basis["locks"] == opened.locks.get().pk


def test_decisions_from_before_this_was_noted_are_given_theirs_by_the_order_of_saving() -> None:
    person = owner()
    first_check_in(person)
    answer(person, "item.A1", {"item": {"A1": "yes"}})
    journey.assessment(person, now=MORNING)
    noted = {row.pk: row.basis for row in Decision.objects.of(person)}
    Decision.objects.of(person).update(basis={})
    step = import_module("spineward.diary.migrations.0003_decision_basis")
    step.note_what_stood_before(apps, None)
    assert {row.pk: row.basis for row in Decision.objects.of(person)} == noted
    assert len(noted) == 2


def test_a_new_diary_has_no_rows_to_rest_on() -> None:
    assert past.basis(owner()) == {}
