"""How does a page test walk the way? With a clock of its own and the answers of a calm day."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from html.parser import HTMLParser
from typing import Any

from django.test import Client

from spineward.diary import journey
from tests.cast import owner
from tests.diary.life import first_check_in

HOME = timezone(timedelta(hours=1))
MORNING = datetime(2026, 11, 20, 8, 0, tzinfo=HOME)
SCREEN = ("Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7")
ABOUT = {
    "age": "45",
    "episode_start": "14",
    "leg_onset": "14",
    "first_ever": "no",
    "change_so_far": "0",
    "floor_ok": "yes",
}
PLACES: dict[str, Any] = {"right": ["calf_upper-right"], "middle": ["low_back_midline-middle"]}
NOW = {"worst_24h": "5", "eased_by_position": "yes"}
DAY = {
    "can_sit_10": "yes",
    "can_stand_10": "yes",
    "can_walk_10": "yes",
    "after_activity": "none",
    "nights_broken": "0",
    "woke_at": "over",
}
USUAL_A1 = {
    "since": "0",
    "worsened": "never",
    "examined": "none",
    "before_episode": "no",
    "same_as_usual": "no",
}
"""What the page of A1 to A3 asks after a yes: new today, and nobody has looked at it."""

SCRIPT_DATA = re.compile(r'<script id="[^"]+" type="application/json">.*?</script>', re.DOTALL)
"""What a page hands to its scripts; nobody reads it there."""
DRAWING = re.compile(r'name="drawing" value="([^"]+)"')
"""The version of the body map, which a chart carries with it as a browser would."""


@dataclass
class Clock:
    """The time that the pages read; it stands until a test moves it."""

    at: datetime = MORNING

    def __call__(self) -> datetime:
        return self.at

    def wait(self, **amount: float) -> None:
        """Let time pass."""
        self.at += timedelta(**amount)


class Controls(HTMLParser):
    """What a page offers to fill in, and what stands in it already."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.named: dict[str, list[str]] = {}
        self.filled: list[tuple[str, str]] = []
        self._area: str | None = None
        self._list = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note each control by its name."""
        given = dict(attrs)
        if tag == "option":
            self._option(given)
            return
        name = given.get("name") or ""
        if tag == "select":
            self._list = name
        if tag not in ("input", "textarea", "select") or not name:
            return
        if given.get("type") == "hidden":
            return
        value = given.get("value") or ""
        ticks = given.get("type") in ("radio", "checkbox")
        self.named.setdefault(name, []).append(value)
        if "checked" in given or (value and not ticks):
            self.filled.append((name, value))
        self._area = name if tag == "textarea" else None

    def _option(self, given: dict[str, str | None]) -> None:
        """An entry of a list; the empty first one is no answer."""
        value = given.get("value") or ""
        self.named[self._list].append(value)
        if "selected" in given and value:
            self.filled.append((self._list, value))

    def handle_data(self, data: str) -> None:
        """Words inside a text area are filled in."""
        if self._area and data.strip():
            self.filled.append((self._area, data.strip()))

    def handle_endtag(self, tag: str) -> None:
        """The end of a text area."""
        self._area = None if tag == "textarea" else self._area


@dataclass
class Walker:
    """A person at the pages: where they are, what they read, and what they send."""

    client: Client
    clock: Clock
    path: str = "/"
    text: str = ""
    taps: int = 0
    status: int = 200
    visited: list[str] = field(default_factory=list)

    def open(self, path: str) -> str:
        """Go to an address, through its redirects."""
        return self._arrive(self.client.get(path, follow=True))

    def send(self, path: str = "", **answers: Any) -> str:
        """Send the form of this page, or of another address; one tap."""
        self.taps += 1
        if drawing := DRAWING.search(self.text):
            answers = {"drawing": drawing[1], **answers}
        return self._arrive(self.client.post(path or self.path, answers, follow=True))

    def _arrive(self, response: Any) -> str:
        request = response.request
        query = request.get("QUERY_STRING")
        self.path = request["PATH_INFO"] + (f"?{query}" if query else "")
        self.status = response.status_code
        self.text = SCRIPT_DATA.sub("", response.content.decode())
        self.visited.append(self.path)
        return self.text

    @property
    def here(self) -> str:
        """The address without its query."""
        return self.path.partition("?")[0]

    @property
    def controls(self) -> Controls:
        """What this page offers to fill in."""
        return Controls(self.text)

    def arrives(self, path: str) -> None:
        """Fail, saying where the person is instead."""
        assert self.here == path, f"at {self.path}, not {path}"

    # --- the way -----------------------------------------------------------------------------

    def screen(self) -> None:
        """Q1 to Q7 with nothing to report."""
        self.open("/check-in/")
        for page in SCREEN:
            self.arrives(f"/check-in/{page}/")
            self.send(answer="none")

    def mark(self, pain: int = 4, back: int = 2, **more: str) -> None:
        """The body chart: right calf and low back."""
        self.arrives("/check-in/chart/")
        self.send(answer="places", **PLACES)
        answers: dict[str, str] = {}
        for place, value in (("calf_upper-right", pain), ("low_back_midline-middle", back)):
            answers |= {
                f"{place}.pain": str(value),
                f"{place}.tingling": "0",
                f"{place}.numbness": "0",
            }
        self.send(**{**answers, **more})

    def today(self, pain: int = 4, back: int = 2) -> None:
        """The pages of the day, from the chart on."""
        self.mark(pain, back)
        self.arrives("/check-in/now/")
        self.send(**NOW)
        self.arrives("/check-in/day/")
        self.send(**DAY)

    def say_no(self) -> None:
        """Every question of this page with a "no"."""
        self.send(**dict.fromkeys(self.controls.named, "no"))

    def first_check_in(self, pain: int = 4) -> None:
        """The whole first check-in on a calm day, up to its result."""
        self.screen()
        self.arrives("/check-in/about/")
        self.send(**ABOUT)
        self.today(pain)
        for page in ("patterns", "patterns_2"):
            self.arrives(f"/check-in/{page}/")
            self.say_no()
        self.arrives("/")

    def was_checked_in(self, pain: int = 4) -> None:
        """The same day without its pages: where a test begins after the first check-in."""
        first_check_in(owner(), self.clock.at, pain)
        self.open("/")

    def begin_session(self) -> str:
        """Into a session: the short screen where it is due, then "yes, start"; its address."""
        self.open("/session/")
        if self.here == "/check-in/QS/":
            self.send(answer="none")
        self.arrives("/session/")
        self.send()
        assert self.here.startswith("/session/"), self.path
        return self.here

    def done(self) -> None:
        """I have done this set."""
        self.send(f"{self.here}go-on/", answer="done")

    def go_on(self) -> None:
        """On from a page that was read."""
        self.send(f"{self.here}go-on/", answer="next")

    def felt(self, **answers: Any) -> None:
        """The answer after a set."""
        self.send(f"{self.here}felt/", **answers)


def known(walk: Walker) -> Any:
    """What the diary knows now."""
    return journey.situation(owner(), now=walk.clock.at)


def step(walk: Walker) -> str:
    """Where the latest session stands."""
    opened = journey.open_session(owner(), now=walk.clock.at)
    return opened.state.step if opened else "finished"
