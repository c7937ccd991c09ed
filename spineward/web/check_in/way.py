"""Where does a check-in go on? The next page's address, or its end."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast, get_args
from uuid import uuid4

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import urlencode

from spineward.clinical.assessment import assess
from spineward.clinical.check_in import Kind, due, next_page, pages_for
from spineward.clinical.facts import Situation
from spineward.clinical.questions import items
from spineward.diary import journey
from spineward.diary.models import Person
from spineward.web.shell import clock, person

SCREEN, SIGNS = "Q1", "QS"
"""The first page of the full screen, and the one page that asks its gravest signs again."""
STOPS = ("stop.emergency", "stop.result")


@dataclass(frozen=True, slots=True)
class Way:
    """One person's check-in at this moment."""

    person: Person
    now: datetime
    kind: Kind
    situation: Situation
    asks: tuple[str, ...] = ()
    """Items that a set opened; they travel in the address too."""
    signs_first: bool = False
    """Something made it worse: the warning signs are asked before the questions of the day."""

    def asks_now(self, situation: Situation) -> tuple[str, ...]:
        """What is asked beyond the usual: what a set opened, else what the assessment wants."""
        if self.asks or self.kind == "session":
            return self.asks
        asks = assess(situation).asks
        if not self.signs_first or SCREEN in pages_for(self.kind, situation, asks):
            return asks
        return tuple(dict.fromkeys((SIGNS, *asks)))

    @property
    def query(self) -> str:
        """What stands in the address of each page of this check-in."""
        signs = {"signs": "first"} if self.signs_first else {}
        return urlencode({"kind": self.kind, "ask": self.asks, **signs}, doseq=True)

    def step_of(self, page: str) -> tuple[int, int] | None:
        """Which step a page is of how many, when nothing is touched."""
        steps = pages_for(self.kind, self.situation, self.asks_now(self.situation))
        return (steps.index(page) + 1, len(steps)) if page in steps else None


def way(request: HttpRequest) -> Way:
    """The check-in that this request belongs to; its kind travels in the address."""
    own, now = person.own(), clock.now()
    situation = journey.situation(own, now=now)
    asked = request.GET.get("kind", "")
    kind = cast(Kind, asked) if asked in get_args(Kind) else due(situation)
    asks = tuple(item for item in request.GET.getlist("ask") if item in items())
    return Way(own, now, kind, situation, asks, request.GET.get("signs") == "first")


def signs_page(here: Way) -> str | None:
    """The warning signs, asked whenever they were asked last; none where a full screen is due."""
    asked = here.signs_first and here.kind != "session" and SIGNS in here.asks_now(here.situation)
    return f"/check-in/{SIGNS}/?{here.query}" if asked else None


def onward(here: Way) -> HttpResponseRedirect:
    """To the next page; at the end the check-in is finished, and Today says the result."""
    now = clock.now()
    situation = journey.situation(here.person, now=now)
    asks = here.asks_now(situation)
    following = next_page(journey.draft(here.person, here.kind, now=now, asks=asks), situation)
    if here.asks and following == "QS":
        following = None  # only what the set opened is asked; the session has its screen already
    if following is None or following in STOPS:
        if following is None and here.kind == "session":
            over = here.asks and journey.open_session(here.person, now=now) is None
            return redirect("/" if over else "/session/")
        journey.finish_check_in(here.person, here.kind, now=now, client_id=uuid4())
        return redirect("/")
    return redirect(f"/check-in/{following}/?{here.query}")
