"""Does a warning sign told in the check-in lead to its help at once, and a mistake to none?"""

from spineward.diary import journey
from tests.cast import owner
from tests.diary.life import answer
from tests.web.walk import SCREEN, USUAL_A1, Walker, known


def test_a_line_ticked_by_mistake_locks_nothing(walk: Walker) -> None:
    walk.open("/check-in/")
    walk.send(tick=["A1"], answer="some")
    walk.arrives("/check-in/item.A1/")
    walk.send(answer="no")
    walk.arrives("/check-in/Q2/")
    assert known(walk).history.locks == ()


def test_a_tick_left_half_way_takes_back_a_no_but_never_a_yes(walk: Walker) -> None:
    walk.was_checked_in()
    answer(owner(), "item.C11", {"item": {"C11": "yes"}}, walk.clock.at)
    walk.open("/check-in/Q2/?kind=daily")
    walk.send(tick=["B1"], answer="some")
    item = known(walk).item
    assert "B1" not in item
    assert item["C11"] == "yes"


def test_a_confirmed_emergency_shows_its_card_at_once_and_locks_movement(walk: Walker) -> None:
    walk.open("/check-in/")
    walk.send(tick=["A1"], answer="some")
    walk.send(answer="yes", **USUAL_A1)
    walk.arrives("/")
    assert "tel:112" in walk.text
    assert "Start session" not in walk.text
    assert "Someone has examined me" in walk.text
    walk.open("/session/")
    walk.arrives("/")


def test_someone_who_was_examined_is_released_by_a_fresh_screen(walk: Walker) -> None:
    walk.was_checked_in()
    walk.clock.wait(hours=1)
    walk.send("/check-in/item.A1/?kind=daily", answer="yes", **USUAL_A1)
    assert "tel:112" in walk.open("/")
    walk.clock.wait(days=1)
    walk.open("/check-in/examined/")
    day = walk.clock.at
    walk.send(day_day="1", day_month="1", day_year="2020", told_ok="yes")
    assert "after the lock" in walk.text
    assert 'value="2020"' in walk.text
    walk.send(day_day=str(day.day), day_month=str(day.month), day_year=str(day.year), told_ok="yes")
    for page in SCREEN:
        walk.arrives(f"/check-in/{page}/")
        walk.send(answer="none")
    walk.today()
    walk.arrives("/")
    assert "tel:112" not in walk.text
    assert known(walk).history.locks[0].released_at is not None


LOST_FOOT = {
    "answer": "yes",
    "detail_right": "yes",
    "detail_left": "no",
    "since": "1",
    "worsened": "never",
}


def examined_today(walk: Walker) -> None:
    """Say on the page of the lock that someone looked at it today, and that exercise is fine."""
    day = walk.clock.at
    walk.open("/check-in/examined/")
    walk.send(day_day=str(day.day), day_month=str(day.month), day_year=str(day.year), told_ok="yes")


def test_an_examination_told_with_the_finding_does_not_take_the_card_away(walk: Walker) -> None:
    """It came before the lock, and is refused as the one after it."""
    walk.was_checked_in()
    walk.clock.wait(hours=1)
    walk.send("/check-in/item.A7/?kind=daily", **LOST_FOOT, examined="0", told_ok="yes")
    for _ in range(2):
        assert "tel:112" in walk.open("/")
    examined_today(walk)
    assert "You told us of that visit before the lock" in walk.text
    assert "tel:112" in walk.open("/")


def test_an_examination_after_the_lock_counts_on_the_same_day(walk: Walker) -> None:
    """The card gives way to what was seen; movement stays locked."""
    walk.was_checked_in()
    walk.clock.wait(hours=1)
    walk.send("/check-in/item.A7/?kind=daily", **LOST_FOOT, examined="none")
    assert "tel:112" in walk.open("/")
    walk.clock.wait(hours=5)
    examined_today(walk)
    walk.open("/")
    assert journey.assessment(owner(), now=walk.clock()).fired == ("A7 seen",)


def test_not_sure_asks_one_clarifying_question_that_can_clear_it(walk: Walker) -> None:
    walk.open("/check-in/")
    walk.send(tick=["A1"], answer="unsure")
    walk.arrives("/check-in/item.A1/")
    walk.send(answer="not_sure")
    walk.arrives("/check-in/clarify.A1/")
    walk.send(answer="yes")
    walk.arrives("/check-in/Q2/")
    assert known(walk).item["A1"] == "no"


def test_still_not_sure_about_the_bladder_is_an_emergency(walk: Walker) -> None:
    walk.open("/check-in/")
    walk.send(tick=["A1"], answer="unsure")
    walk.send(answer="not_sure")
    walk.send(answer="not_sure")
    walk.arrives("/")
    assert "tel:112" in walk.text


def test_preferring_not_to_say_is_a_call_today_after_the_short_pages(walk: Walker) -> None:
    walk.open("/check-in/")
    walk.send(tick=["A4"], answer="some")
    walk.arrives("/check-in/item.A4/")
    walk.send(answer="prefer_not_to_say")
    if walk.here == "/check-in/clarify.A4/":
        walk.send(answer="not_sure")
    for page in ("Q2", "Q3", "Q4", "Q5"):
        walk.arrives(f"/check-in/{page}/")
        walk.send(answer="none")
    walk.arrives("/")
    assert "today--same_day" in walk.text
    assert "tel:" not in walk.text.replace('href="/emergency/"', "")


def test_a_confirmed_same_day_item_shows_its_card_after_the_short_pages(walk: Walker) -> None:
    walk.open("/check-in/")
    for page in ("Q1", "Q2"):
        walk.arrives(f"/check-in/{page}/")
        walk.send(answer="none")
    walk.send(tick=["B3"], answer="some")
    walk.arrives("/check-in/item.B3/")
    walk.send(answer="yes", since="0", examined="none")
    for page in ("Q4", "Q5"):
        walk.arrives(f"/check-in/{page}/")
        walk.send(answer="none")
    walk.arrives("/")
    assert "today--same_day" in walk.text
    assert known(walk).history.locks[0].rules == ("B3",)
    walk.open("/check-in/")
    walk.arrives("/check-in/Q1/")


def test_a_thought_of_self_harm_reads_its_help_lines_first(walk: Walker) -> None:
    walk.open("/check-in/")
    for _ in range(3):
        walk.send(answer="none")
    walk.send(tick=["A16"], answer="some")
    walk.arrives("/check-in/item.A16/")
    walk.send(answer="yes")
    walk.arrives("/")
    assert "today--help" in walk.text
    assert walk.text.index("116 123") < walk.text.index("tel:112")
    assert "<h1>You are not alone with this</h1>" in walk.text


def test_thoughts_that_stay_after_a_contact_still_show_people_to_talk_to(walk: Walker) -> None:
    """No doctor "has seen this", and nobody is left with a visit in some weeks alone."""
    walk.was_checked_in()
    walk.clock.wait(hours=1)
    walk.send("/check-in/item.A16/?kind=daily", answer="yes")
    walk.clock.wait(hours=5)
    examined_today(walk)
    walk.open("/")
    assert journey.assessment(owner(), now=walk.clock()).fired == ("A16 seen",)
    assert "today--locked" in walk.text
    assert "You are not alone with this" in walk.text
    assert "116 123" in walk.text
    assert "If the thoughts stay or grow, talk to someone again now." in walk.text
    assert "A doctor has seen this" not in walk.text


def test_one_weak_leg_is_a_call_today_and_no_emergency_at_first_use(walk: Walker) -> None:
    walk.open("/check-in/")
    walk.send(answer="none")
    walk.send(tick=["B1"], answer="some")
    walk.arrives("/check-in/item.B1/")
    walk.send(
        answer="yes",
        since="7",
        worsened="never",
        examined="none",
        detail_right="yes",
        detail_left="no",
    )
    for item in ("C11",):
        walk.arrives(f"/check-in/item.{item}/")
        walk.send(answer="no")
    for page in ("Q3", "Q4", "Q5"):
        walk.arrives(f"/check-in/{page}/")
        walk.send(answer="none")
    walk.arrives("/")
    assert "today--same_day" in walk.text
    assert known(walk).history.locks[0].rules == ("B1",)
