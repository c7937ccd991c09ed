"""Which pages are there, in which states? Each walk stops at every one, to be looked at."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.browser import way
from tests.browser.hands import Finger

Stop = tuple[str, bool]
"""The name of a state, and whether its form is still empty."""


def standing(page: Page, origin: str) -> Iterator[Stop]:
    """Pages that are there for everyone, before any answer."""
    paths = [
        "/",
        "/diary/",
        "/diary/note/",
        "/diary/note/worse/",
        "/progress/",
        "/progress/?view=day",
        "/progress/movements/",
        "/report/",
        "/report/words/question/",
        "/care/",
        "/emergency/",
        "/settings/",
    ]
    paths += ["/settings/reminders/", "/settings/reminders/sessions/"]
    paths += ["/settings/reminders/recheck/", "/settings/reminders/sitting/"]
    paths += ["/outbox/", "/outbox/file/", "/outbox/away/", "/outbox/kept/"]
    paths += ["/outbox/sign/call/", "/outbox/sign/today/", "/outbox/sign/soon/"]
    paths += ["/settings/number/", "/settings/forget/", "/settings/data/"]
    paths += ["/settings/data/key/", "/settings/data/records/", "/why/M10/", "/nope/"]
    ice = "/care/heat-and-ice/ice/"
    paths += [ice, f"{ice}?numb=no", f"{ice}?numb=yes&flow=no&white=no&rash=not_sure"]
    paths += [f"{ice}?numb=no&flow=no&white=no&rash=no", "/care/heat-and-ice/heat/"]
    paths += ["/how/", "/how/A1/", "/how/T1/", "/how/FLARE_LONG/", "/how/row5/", "/how/review/"]
    page.goto(origin + "/care/")
    cares = page.locator("main a[href^='/care/']").all()
    paths += [link.get_attribute("href") or "" for link in cares]
    for path in paths:
        page.goto(origin + path)
        # An address that carries answers shows them.
        yield path, "?" not in path


def check_in(page: Page, origin: str) -> Iterator[Stop]:
    """The first check-in page by page, the pages that open only sometimes, and their errors."""
    finger = Finger(page)
    page.goto(origin + "/check-in/")
    for count in range(way.RED_FLAG_PAGES):
        yield f"Q{count + 1}", True
        finger.press("None of these")
    yield "about", True
    finger.press("Go on")
    yield "about with errors", False
    way.about(finger)
    yield "places", True
    finger.push("Go on")
    yield "places with an error", False
    finger.choose("right", way.CALF)
    finger.choose(f"{way.CALF}.pain", "4")
    yield "places with a mark", False
    finger.push("Go on")
    yield "places, read once more", False
    page.goto(f"{origin}/check-in/chart/?place={way.BACK}&place={way.CALF}")
    yield "grades", True
    for name in ("item.A1", "item.A4", "item.A8", "clarify.A1", "health.blood", "health.procedure"):
        page.goto(f"{origin}/check-in/{name}/")
        yield name, True
    for name in ("now", "day", "patterns", "patterns_2", "weekly", "strength", "changes", "QS"):
        page.goto(f"{origin}/check-in/{name}/")
        yield name, True


def session(page: Page, origin: str) -> Iterator[Stop]:
    """A day with a plan and a session, up to its end and the diary."""
    finger = Finger(page)
    page.goto(origin + "/")
    way.first_check_in(finger)
    yield "today", True
    page.goto(origin + "/plan/")
    yield "plan", True
    page.goto(origin + "/session/")
    yield "start", True
    finger.press("Yes, start")
    yield "movement", True
    here = page.url
    for name in ("swap/", "note/"):
        page.goto(here + name)
        yield name, True
    page.goto(here)
    finger.press("I have done this set")
    yield "after a set", True
    finger.press("Go on")
    yield "after a set with errors", False
    for name in ("back", "tingling", "weakness", "other_leg", "toilet", "cannot_tell"):
        page.goto(f"{here}new/?new={name}&lowest_right=6&pain_right=4")
        yield f"new {name}", True
    page.goto(f"{here}strength/?new=weakness&weakness=not_sure&lowest_right=6&pain_right=4")
    yield "strength in a set", True
    page.goto(here)
    finger.press("Just as before")
    yield "upright", True
    finger.press("The same as right after")
    yield "verdict", True
    finger.press("Go on")
    way.set_that_travels_down(finger)
    yield "settle", True
    page.goto(here + "changed/")
    yield "changed", True
    page.goto(here)
    finger.press("Not yet")
    yield "settle again", True
    finger.press("Stop")
    yield "finished", True
    for path in ("/", "/plan/", "/progress/", "/progress/movements/", "/diary/"):
        page.goto(origin + path)
        yield f"{path} after a stop", True
    page.get_by_role("link", name="Correct this").first.click()
    yield "correct a check-in", True


def help_needed(page: Page, origin: str) -> Iterator[Stop]:
    """A call today, help now, a lock, and what opens it."""
    finger = Finger(page)
    page.goto(origin + "/check-in/item.B3/?kind=first")
    finger.choose("answer", "yes")
    finger.choose("since", "0")
    finger.choose("examined", "none")
    finger.press("Go on")
    page.goto(origin + "/")
    yield "same day", True
    page.goto(origin + "/check-in/item.A1/?kind=first")
    finger.choose("answer", "yes")
    finger.press("Go on")
    yield "item with errors", False
    for name, value in (("since", "0"), ("worsened", "never"), ("examined", "none")):
        finger.choose(name, value)
    for name in ("before_episode", "same_as_usual"):
        finger.choose(name, "no")
    finger.press("Go on")
    assert urlsplit(page.url).path == "/"
    yield "help now", True
    for path in ("/check-in/examined/", "/plan/", "/check-in/"):
        page.goto(origin + path)
        yield f"{path} when locked", True
    page.goto(origin + "/check-in/item.A16/?kind=first")
    finger.choose("answer", "yes")
    finger.press("Go on")
    page.goto(origin + "/")
    yield "crisis", True
