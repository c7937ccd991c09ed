"""Does the diary show what happened, in the person's own time, and can it be put right?"""

from uuid import uuid4

import pytest

from spineward.diary import journey
from tests.cases.lives import life
from tests.cast import owner, stranger
from tests.diary.lived import settle
from tests.web.walk import Walker


def newest(kind: str) -> int:
    """The diary id of the newest entry of a kind."""
    entries = journey.diary(owner()).entries
    return next(entry.id for entry in entries if entry.kind == kind)


def test_an_empty_diary_leads_to_the_first_check_in(walk: Walker) -> None:
    assert "Nothing here yet" in walk.open("/diary/")


def test_entries_carry_the_day_and_hour_of_the_person(walk: Walker) -> None:
    walk.was_checked_in()
    walk.open("/diary/")
    assert "Friday 20 November 2026" in walk.text
    assert "08:00" in walk.text
    assert "07:00" not in walk.text


def test_what_was_marked_and_decided_is_shown(walk: Walker) -> None:
    walk.first_check_in()
    walk.open("/diary/")
    assert "Calf, upper half, right: pain 4" in walk.text
    assert "Check-in" in walk.text


def test_how_strong_tingling_was_and_how_the_week_went_are_said_in_words(walk: Walker) -> None:
    settle(owner(), life(3), walk.clock.at)
    walk.open("/diary/")
    assert "Toes, right: slight tingling" in walk.text
    assert "Very much better" in walk.text


def test_a_note_is_kept_and_can_be_put_into_other_words(walk: Walker) -> None:
    walk.open("/diary/note/")
    assert walk.controls.filled == []
    walk.send(note="Slept <b>badly</b>.")
    walk.arrives("/diary/")
    assert "Slept &lt;b&gt;badly&lt;/b&gt;." in walk.text
    walk.open(f"/diary/note/{newest('note')}/")
    assert "You wrote: Slept" in walk.text
    walk.send(note="Slept well.")
    walk.arrives("/diary/")
    assert "Slept well." in walk.text
    assert "diary--corrected" in walk.text


def test_an_empty_note_is_not_kept(walk: Walker) -> None:
    walk.send("/diary/note/", note="   ")
    assert "Write something, or go back." in walk.text


def test_a_check_in_can_be_corrected_and_the_old_one_stays(walk: Walker) -> None:
    walk.was_checked_in(pain=4)
    id = newest("check_in")
    walk.open("/diary/")
    assert f'href="/check-in/correct/{id}/"' in walk.text
    walk.open(f"/check-in/correct/{id}/")
    assert walk.controls.filled == []
    assert "pain 4, tingling 0, numb 0" in walk.text
    answers: dict[str, str] = {}
    for place, pain in (("calf_upper-right", "7"), ("low_back_midline-middle", "0")):
        answers |= {f"{place}.pain": pain, f"{place}.tingling": "0", f"{place}.numbness": "0"}
    walk.send(**answers)
    walk.arrives("/diary/")
    assert "Corrected later" in walk.text
    assert journey.situation(owner(), now=walk.clock.at).leg_now == 7
    assert journey.situation(owner(), now=walk.clock.at).back_now == 0


def test_a_correction_left_half_empty_says_what_is_missing(walk: Walker) -> None:
    walk.was_checked_in()
    walk.open(f"/check-in/correct/{newest('check_in')}/")
    walk.send(**{"calf_upper-right.pain": "3"})
    assert "Choose" in walk.text
    assert ("calf_upper-right.pain", "3") in walk.controls.filled


def test_a_corrected_entry_is_not_corrected_again(walk: Walker) -> None:
    walk.send("/diary/note/", note="one")
    id = newest("note")
    walk.send(f"/diary/note/{id}/", note="two")
    walk.send(f"/diary/note/{id}/", note="three")
    walk.arrives("/diary/")
    assert "three" not in walk.text


@pytest.mark.parametrize("path", ["/diary/note/999/", "/check-in/correct/999/"])
def test_an_entry_that_does_not_exist_is_not_found(walk: Walker, path: str) -> None:
    walk.open(path)
    assert walk.status == 404


def test_the_note_of_somebody_else_is_not_found(walk: Walker) -> None:
    other = stranger()
    journey.note(other, "private", now=walk.clock.at, client_id=uuid4())
    id = journey.diary(other).entries[0].id
    walk.open(f"/diary/note/{id}/")
    assert walk.status == 404
    assert "private" not in walk.open("/diary/")


@pytest.mark.parametrize("number", ["0", "-1", "two", "99999999999", "2"])
def test_an_odd_page_number_breaks_nothing(walk: Walker, number: str) -> None:
    walk.was_checked_in()
    walk.open(f"/diary/?page={number}")
    assert walk.status == 200


def test_a_long_diary_has_pages(walk: Walker) -> None:
    for count in range(21):
        walk.clock.wait(minutes=1)
        walk.send("/diary/note/", note=f"note {count}")
    assert "Older" in walk.text
    walk.open("/diary/?page=2")
    assert "note 0" in walk.text
    assert "Newer" in walk.text
