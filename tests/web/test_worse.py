"""Is what made it worse kept, does it lead to the warning signs at once, and soften nothing?

Hazards: H-01 H-20.
"""

from datetime import timedelta

from spineward.clinical.facts import Gate
from spineward.diary import journey
from tests.cast import owner
from tests.web.walk import USUAL_A1, Walker

MADE_WORSE = {"movement": "M10", "when": "1", "note": "A twist."}


def test_it_is_kept_with_its_movement_and_day_and_the_signs_are_asked_at_once(walk: Walker) -> None:
    walk.was_checked_in()
    walk.open("/diary/note/worse/")
    assert walk.controls.filled == []
    walk.send(**MADE_WORSE)
    walk.arrives("/check-in/QS/")
    (kept,) = journey.notes_of(owner(), "worse")
    yesterday = walk.clock.at.date() - timedelta(days=1)
    assert (kept.text, kept.movement, kept.on) == ("A twist.", "M10", yesterday)
    walk.send(answer="none")
    walk.arrives("/check-in/chart/")
    walk.today()
    walk.arrives("/")
    assert "A twist." in walk.open("/diary/")
    assert "This made me worse" in walk.text


def test_the_signs_are_asked_again_even_if_they_were_asked_a_moment_ago(walk: Walker) -> None:
    walk.was_checked_in()
    walk.send("/check-in/QS/?kind=daily", answer="none")
    walk.send("/diary/note/worse/", movement="none", when="0")
    walk.arrives("/check-in/QS/")


def test_a_sign_that_is_ticked_opens_its_own_page_and_leads_to_help(walk: Walker) -> None:
    walk.was_checked_in()
    walk.send("/diary/note/worse/", movement="none", when="0")
    walk.send(answer="some", tick="A1")
    walk.arrives("/check-in/item.A1/")
    walk.send(answer="yes", **USUAL_A1)
    assert "tel:" in walk.open("/")


def test_before_a_first_check_in_it_leads_to_the_whole_screen(walk: Walker) -> None:
    walk.send("/diary/note/worse/", movement="none", when="0")
    walk.arrives("/check-in/Q1/")


def test_when_a_full_screen_is_due_that_one_is_asked_and_nothing_twice(walk: Walker) -> None:
    walk.was_checked_in()
    walk.clock.wait(days=8)
    walk.send("/diary/note/worse/", movement="none", when="0")
    walk.arrives("/check-in/Q1/")
    for _ in range(5):
        walk.send(answer="none")
    assert "/check-in/QS/" not in {path.partition("?")[0] for path in walk.visited}


def test_an_earlier_day_has_to_be_named_and_nothing_is_lost_meanwhile(walk: Walker) -> None:
    walk.was_checked_in()
    walk.send("/diary/note/worse/", movement="M20", when="earlier", note="A long drive.")
    assert "Enter a date" in walk.text
    assert ("movement", "M20") in walk.controls.filled
    assert "A long drive." in walk.text
    walk.send(movement="M20", when="earlier", day_day="1", day_month="11", day_year="2026")
    (kept,) = journey.notes_of(owner(), "worse")
    assert (kept.on.isoformat() if kept.on else "", kept.text) == ("2026-11-01", "")


def test_the_same_form_sent_twice_is_kept_once(walk: Walker) -> None:
    sent = MADE_WORSE | {"client_id": "7a1c2f9e-0000-4000-8000-000000000001"}
    walk.send("/diary/note/worse/", **sent)
    walk.send("/diary/note/worse/", **sent)
    assert len(journey.notes_of(owner(), "worse")) == 1


def test_telling_of_it_makes_nothing_milder(walk: Walker) -> None:
    walk.was_checked_in()
    walk.send("/check-in/item.B3/?kind=daily", answer="yes", since="0", examined="none")
    before = journey.assessment(owner(), now=walk.clock.at)
    walk.send("/diary/note/worse/", **MADE_WORSE)
    after = journey.assessment(owner(), now=walk.clock.at)
    assert before.movement_gate is Gate.BLOCK
    assert (after.fired, after.movement_gate, after.care_level) == (
        before.fired,
        before.movement_gate,
        before.care_level,
    )


def test_it_is_one_tap_away_from_today_the_diary_and_what_helps_me(walk: Walker) -> None:
    link = 'href="/diary/note/worse/"'
    walk.was_checked_in()
    for path in ("/", "/diary/", "/progress/movements/"):
        assert link in walk.open(path), path
    walk.clock.wait(days=1)
    assert link in walk.open("/")
    walk.was_checked_in()
    walk.begin_session()
    walk.send(f"{walk.here}stop/")
    assert link in walk.text
    walk.send("/check-in/item.A1/?kind=daily", answer="yes", **USUAL_A1)
    assert link not in walk.open("/")  # help stands alone
