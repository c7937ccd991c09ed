"""Where does a check-in go on? The next page's address, or its end."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast, get_args
from uuid import uuid4

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect

from spineward.clinical.assessment import assess
from spineward.clinical.check_in import Kind, due, next_page, pages_for
from spineward.clinical.facts import Situation
from spineward.diary import journey
from spineward.diary.models import Person
from spineward.web.shell import clock, person

STOPS = ("stop.emergency", "stop.result")


@dataclass(frozen=True, slots=True)
class Way:
    """One person's check-in at this moment."""

    person: Person
    now: datetime
    kind: Kind
    situation: Situation

    def step_of(self, page: str) -> tuple[int, int] | None:
        """Which step a page is of how many, when nothing is touched."""
        steps = pages_for(self.kind, self.situation)
        return (steps.index(page) + 1, len(steps)) if page in steps else None


def way(request: HttpRequest) -> Way:
    """The check-in that this request belongs to; its kind travels in the address."""
    own, now = person.own(), clock.now()
    situation = journey.situation(own, now=now)
    asked = request.GET.get("kind", "")
    kind = cast(Kind, asked) if asked in get_args(Kind) else due(situation)
    return Way(own, now, kind, situation)


def onward(here: Way) -> HttpResponseRedirect:
    """To the next page; at the end the check-in is finished, and Today says the result."""
    now = clock.now()
    situation = journey.situation(here.person, now=now)
    asks = assess(situation).asks if here.kind != "session" else ()
    following = next_page(journey.draft(here.person, here.kind, now=now, asks=asks), situation)
    if following is None or following in STOPS:
        if following is None and here.kind == "session":
            return redirect("/session/")
        journey.finish_check_in(here.person, here.kind, now=now, client_id=uuid4())
        return redirect("/")
    return redirect(f"/check-in/{following}/?kind={here.kind}")
