"""Can a person choose what to be reminded of, and read it in a calendar that tells of no health?

Owner, stranger; movement that is locked.
"""

import re
from datetime import timedelta
from typing import Any

import pytest

from spineward.diary import journey
from spineward.diary.trouble import Refused
from tests.cast import owner, stranger
from tests.diary.life import answer
from tests.web.reminding import FILE, PAGE, SESSIONS, choose, events, read
from tests.web.walk import Walker

SITTING = {"every": "30", "start": "09:00", "end": "12:00"}
CLINICAL = "pain sciatic leg nerve spine back exercise movement lock emergency doctor".split()


def needs_help(walk: Walker) -> None:
    """An answer that calls for help now and locks movement."""
    walk.was_checked_in()
    answer(owner(), "item.A4", {"item": {"A4": "changed"}}, walk.clock.at)


def test_nothing_is_chosen_before_the_person_chose_it(walk: Walker) -> None:
    walk.open(PAGE)
    assert walk.text.count(">Off<") == 3
    assert "In your calendar" not in walk.text
    assert walk.client.get(FILE).status_code == 404
    for kind in ("sessions", "recheck", "sitting"):
        walk.open(f"{PAGE}{kind}/")
        assert walk.controls.filled == []


def test_what_is_chosen_is_shown_and_can_be_turned_off_again(walk: Walker) -> None:
    choose(walk, sessions=SESSIONS, recheck={"at": "18:00"}, sitting=SITTING)
    assert "09:00, 17:30" in walk.text
    assert '<span class="number">6</span> a day' in walk.text
    walk.send(f"{PAGE}sitting/off/")
    walk.arrives(PAGE)
    assert set(owner().reminders) == {"sessions", "recheck"}
    assert walk.text.count(">Off<") == 1


@pytest.mark.parametrize(
    ("kind", "sent", "said"),
    [
        ("sessions", {}, "Choose an answer: First time"),
        ("sessions", {"first": "09:00", "second": "10:30"}, "at least 2 hours apart"),
        ("sessions", {"first": "23:00"}, "23:00 is not an answer here"),
        ("recheck", {}, "Choose an answer: At what time?"),
        ("sitting", {**SITTING, "every": "5"}, "5 is not an answer here"),
        ("sitting", {**SITTING, "end": "09:00"}, "Choose an end that comes later"),
    ],
)
def test_an_odd_choice_is_refused_and_keeps_nothing(
    walk: Walker, kind: str, sent: dict[str, str], said: str
) -> None:
    walk.send(f"{PAGE}{kind}/", **sent)
    assert said in walk.text
    assert owner().reminders == {}


@pytest.mark.parametrize(
    ("kind", "choice"),
    [
        ("bells", {}),
        ("sessions", {"at": []}),
        ("sessions", {"at": ["06:00", "09:00", "12:00", "15:00"]}),
        ("sessions", {"at": ["09:00", "10:59"]}),
        ("sessions", {"at": ["05:59"]}),
        ("recheck", {"at": "22:01"}),
        ("recheck", {"at": "09:00:30"}),
        ("recheck", {"at": "soon"}),
        ("sitting", {"every": 25, "start": "09:00", "end": "12:00"}),
        ("sitting", {"every": 30, "start": "09:00", "end": "09:29"}),
    ],
)
def test_the_diary_itself_refuses_what_no_page_offers(
    walk: Walker, kind: str, choice: dict[str, Any]
) -> None:
    person = owner()
    with pytest.raises(Refused):
        journey.set_reminder(person, kind, choice, now=walk.clock.at)
    assert owner().reminders == {}


@pytest.mark.parametrize(
    ("kind", "choice"),
    [
        ("sessions", {"at": ["06:00", "08:00", "22:00"]}),
        ("sitting", {"every": 30, "start": "09:00", "end": "09:30"}),
    ],
)
def test_the_last_that_is_allowed_is_kept(walk: Walker, kind: str, choice: dict[str, Any]) -> None:
    journey.set_reminder(owner(), kind, choice, now=walk.clock.at)
    assert owner().reminders == {kind: {**choice, "since": "2026-11-20"}}


def test_the_calendar_holds_each_session_time_each_day_for_twelve_weeks(walk: Walker) -> None:
    choose(walk, sessions=SESSIONS)
    found = events(walk)
    assert list(found) == [
        "Spineward: a short check-in 20 09:00",
        "Spineward: a short check-in 20 17:30",
    ]
    first = found["Spineward: a short check-in 20 09:00"]
    assert first["rrule"].to_ical() == b"FREQ=DAILY;UNTIL=20270212T235959"
    assert "Check in first" in first["description"]
    assert first["url"] == "http://testserver/"


def test_breaks_come_on_workdays_only_and_between_the_two_times(walk: Walker) -> None:
    walk.clock.wait(days=1)  # a Saturday: the first break is on Monday
    choose(walk, sitting=SITTING)
    found = events(walk)
    assert [name[-8:] for name in found] == [
        f"23 {at}" for at in ("09:30", "10:00", "10:30", "11:00", "11:30", "12:00")
    ]
    for one in found.values():
        assert one["rrule"].to_ical().startswith(b"FREQ=WEEKLY;UNTIL=20270213T235959;BYDAY=MO,TU,")


def test_every_entry_is_whole_by_rfc_5545(walk: Walker) -> None:
    choose(walk, sessions=SESSIONS, recheck={"at": "18:00"}, sitting=SITTING)
    content = walk.client.get(FILE).content
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.count(b"\n") == content.count(b"\r\n")
    calendar = read(content)
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT6H" in content
    for one in calendar.walk("VEVENT"):
        assert one.errors == []
        assert one["dtstamp"].dt.utcoffset() == timedelta(0)
        assert one["dtstart"].dt.tzinfo is None, "a time on the wall, wherever the person is"
        assert one["rrule"]["until"][0].tzinfo is None, "of the same kind as the start (3.3.10)"
        assert one["duration"].dt == timedelta(minutes=5)
        (alarm,) = one.walk("VALARM")
        assert (alarm["action"], alarm["trigger"].dt) == ("DISPLAY", timedelta(0))
        assert alarm["description"]
    ids = [str(one["uid"]) for one in calendar.walk("VEVENT")]
    assert len(ids) == len(set(ids)) == 9


def test_an_entry_keeps_its_id_when_its_time_moves_and_nobody_else_has_the_same(
    walk: Walker,
) -> None:
    def ids() -> list[str]:
        return [str(one["uid"]) for one in events(walk).values()]

    choose(walk, sessions=SESSIONS)
    before = ids()
    walk.clock.wait(days=3)
    choose(walk, sessions={"first": "10:00", "second": "18:00"})
    assert ids() == before
    other = stranger()
    journey.set_reminder(other, "sessions", {"at": ["09:00", "17:30"]}, now=walk.clock.at)
    secret = journey.open_calendar(other)
    theirs = events(walk, f"/calendar/{secret}.ics").values()
    assert not {str(one["uid"]) for one in theirs} & set(before)


@pytest.mark.parametrize("locked", [False, True])
def test_no_entry_says_anything_of_health(walk: Walker, locked: bool) -> None:
    if locked:
        needs_help(walk)
    choose(walk, sessions=SESSIONS, recheck={"at": "18:00"}, sitting=SITTING)
    said = walk.client.get(FILE).content.decode().replace("\r\n ", "")
    said = said.lower().replace("spineward", "app")
    shown = re.findall(r"^(?:summary|description|name|x-wr-calname|url|uid):(.*)$", said, re.M)
    assert len(shown) > 20
    for word in CLINICAL:
        assert not [one for one in shown if re.search(rf"\b{word}", one)], word


def test_while_movement_is_locked_session_times_rest_and_the_weekly_entry_says_so(
    walk: Walker,
) -> None:
    needs_help(walk)
    choose(walk, sessions=SESSIONS, recheck={"at": "18:00"}, sitting=SITTING)
    assert "Session times rest for now" in walk.text
    found = events(walk)
    assert not [name for name in found if "check-in" in name]
    weekly = next(one for name, one in found.items() if "weekly" in name)
    assert "Session times rest for now" in weekly["description"]
    assert len([name for name in found if "break" in name]) == 6


def test_before_the_first_check_in_session_times_are_there_and_ask_for_it(walk: Walker) -> None:
    choose(walk, sessions=SESSIONS)
    assert "rest for now" not in walk.text
    assert len(events(walk)) == 2


@pytest.mark.parametrize(
    ("days", "at", "due"),
    [
        (0, "18:00", "26 18:00"),  # answered on the 20th at 8: a week old on the 27th at 8
        (0, "08:00", "27 08:00"),
        (6.9, "06:00", "27 06:00"),
        (7.1, "18:00", "27 18:00"),  # over the time: at the next such time
        (9, "06:00", "30 06:00"),
    ],
)
def test_the_weekly_questions_are_due_while_the_last_answers_still_hold(
    walk: Walker, days: float, at: str, due: str
) -> None:
    walk.was_checked_in()
    walk.clock.wait(days=days)
    choose(walk, recheck={"at": at})
    (name,) = events(walk)
    assert name == f"Spineward: time for your weekly questions {due}"


def test_a_strong_flare_asks_sooner_and_the_weekly_day_stays(walk: Walker) -> None:
    walk.was_checked_in()
    answer(owner(), "now", {"leg_now": 7, "back_now": 2, "worst_24h": 8}, walk.clock.at)
    answer(owner(), "now_severe", {"hours_at_8": 0}, walk.clock.at)
    journey.finish_check_in(owner(), "daily", now=walk.clock.at, client_id=owner().pk)
    choose(walk, recheck={"at": "18:00"})
    soon, weekly = events(walk).values()
    assert f"{soon.start:%Y-%m-%d %H:%M}" == "2026-11-20 18:00"
    assert "rrule" not in soon
    assert "rrule" in weekly


def test_an_open_page_is_told_what_is_due_yesterday_today_and_tomorrow(walk: Walker) -> None:
    choose(walk, sessions=SESSIONS, sitting=SITTING)
    found = walk.client.get(f"{PAGE}due/").json()["due"]
    times = [(one["at"], one["fresh"]) for one in found]
    assert ("2026-11-20T09:00", True) in times
    assert ("2026-11-21T09:00", True) in times
    assert ("2026-11-20T09:30", False) in times
    assert ("2026-11-21T09:30", False) not in times, "a Saturday"
    assert [one["at"] for one in found] == sorted(one["at"] for one in found)
    assert len({one["id"] for one in found}) == len(found)


def test_an_open_page_is_told_of_no_session_while_movement_is_locked(walk: Walker) -> None:
    choose(walk, sessions=SESSIONS, sitting=SITTING)
    needs_help(walk)
    found = walk.client.get(f"{PAGE}due/").json()["due"]
    assert found
    assert not [one for one in found if one["fresh"]]


def test_a_page_carries_the_script_only_once_something_was_chosen(walk: Walker) -> None:
    script = "built/reminders.js"
    assert script not in walk.open("/")
    choose(walk, sessions=SESSIONS)
    assert script in walk.open("/")
    for quiet in ("/emergency/", "/check-in/Q1/", "/how/"):
        assert script not in walk.open(quiet), quiet


def test_no_kind_but_ours_can_be_asked_for(walk: Walker) -> None:
    assert walk.client.get(f"{PAGE}bells/").status_code == 404
    assert walk.client.post(f"{PAGE}bells/off/").status_code == 404
    assert walk.client.get(f"{PAGE}sessions/off/").status_code == 405
