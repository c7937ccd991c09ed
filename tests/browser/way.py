"""Which way does a journey take through the pages? The steps that several journeys share."""

from playwright.sync_api import Page

from tests.browser.hands import Finger, Hands

RED_FLAG_PAGES = 7
CALF, BACK = "calf_upper-right", "low_back_midline-middle"


def begin_anew(page: Page, origin: str) -> Page:
    """The first page of an empty diary: what an earlier test entered is erased."""
    page.goto(f"{origin}/settings/forget/")
    finger = Finger(page)
    finger.choose("sure", "forget")
    finger.press("Go on")
    page.goto(origin)
    return page


def red_flags(hands: Hands) -> None:
    """The seven pages with nothing to report."""
    for _ in range(RED_FLAG_PAGES):
        hands.press("None of these")


def about(hands: Hands) -> None:
    """Who it is and since when."""
    hands.write("age", "45")
    answers = {
        "episode_start": "14",
        "leg_onset": "14",
        "first_ever": "no",
        "change_so_far": "0",
        "floor_ok": "yes",
    }
    for name, value in answers.items():
        hands.choose(name, value)
    hands.press("Go on")


def chart(hands: Hands) -> None:
    """Low back and right calf, with their strength: beside the body map, or on two pages."""
    live = hands.page.locator("body-map.is-live").count() > 0
    if not live:
        hands.choose("middle", BACK)
        hands.choose("right", CALF)
        hands.press("Go on")
    for side, place, pain in (("middle", BACK, "2"), ("right", CALF, "4")):
        if live:
            hands.choose(side, place)
        hands.choose(f"{place}.pain", pain)
        hands.choose(f"{place}.tingling", "0")
        hands.choose(f"{place}.numbness", "0")
    if live:
        hands.push("Go on")
    hands.press("Yes, that is all" if live else "Go on")


def day(hands: Hands) -> None:
    """How the day is."""
    hands.choose("worst_24h", "5")
    hands.choose("eased_by_position", "yes")
    hands.press("Go on")
    answers = {"can_sit_10": "yes", "can_stand_10": "yes", "can_walk_10": "yes"}
    for name, value in {**answers, "after_activity": "none"}.items():
        hands.choose(name, value)
    if hands.page.locator("[name=nights_broken][type=radio]").count():
        hands.choose("nights_broken", "0")
    else:
        hands.write("nights_broken", "0")
    hands.choose("woke_at", "over")
    hands.press("Go on")


def patterns(hands: Hands) -> None:
    """What eases and worsens: nothing in particular."""
    for _ in range(2):
        radios = hands.page.locator("input[type=radio][value=no]")
        names = [one.get_attribute("name") or "" for one in radios.all()]
        for name in names:
            hands.choose(name, "no")
        hands.press("Go on")


def first_check_in(hands: Hands) -> None:
    """From the welcome page to what is safe today."""
    hands.follow("Start")
    red_flags(hands)
    about(hands)
    chart(hands)
    day(hands)
    patterns(hands)
    hands.page.get_by_role("link", name="Start session").wait_for()


def calm_set(hands: Hands) -> None:
    """A set after which all is as before."""
    hands.press("I have done this set")
    hands.press("Just as before")
    hands.press("The same as right after")


def set_that_travels_down(hands: Hands) -> None:
    """A set after which the foot is felt: the stop card, and the question whether it settles."""
    hands.press("I have done this set")
    hands.choose("lowest_right", "8")
    hands.choose("pain_right", "4")
    hands.choose("new", "none")
    hands.press("Go on")
    words = hands.page.inner_text("main")
    assert "Stop this move" in words
    assert "It went down the leg" in words


def session(hands: Hands) -> None:
    """One calm set, one that travels down, settled again, to the end and the diary."""
    hands.follow("Start session")
    hands.press("Yes, start")
    calm_set(hands)
    hands.press("Go on")
    set_that_travels_down(hands)
    hands.press("Yes, it has gone back")
    hands.press("Go on")
    while hands.page.get_by_role("button", name="Leave this one out").count():
        hands.press("Leave this one out")
    hands.follow("Back to Today")
    hands.follow("Progress")
    hands.follow("Diary")
    words = hands.page.inner_text("main")
    assert "Session" in words
    assert "Check-in" in words
