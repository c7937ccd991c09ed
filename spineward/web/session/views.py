"""What does a session page do? Show the present step, take one answer, show the next."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from spineward.clinical.facts import Gate, Reading
from spineward.clinical.facts.session import EventKind, SessionEvent
from spineward.clinical.library import movements
from spineward.diary import journey
from spineward.diary.trouble import Refused
from spineward.web.session.forms import LowestForm
from spineward.web.session.player import player_data
from spineward.web.session.running import Running, running
from spineward.web.session.start import planned
from spineward.web.shell import clock, person
from spineward.web.shell.forms import client_id

ASKS = ("after_set", "upright")


@require_http_methods(["GET", "POST"])
def door(request: HttpRequest) -> HttpResponse:
    """Into the open session, or to the start of a new one."""
    own, now = person.own(), clock.now()
    if (open_session := journey.open_session(own, now=now)) is not None:
        return redirect("session_step", id=open_session.id)
    assessment, plan = journey.plan(own, now=now, for_session=True)
    if plan.opens_at is not None and assessment.movement_gate < Gate.BLOCK:
        return render(request, "session/too_soon.html", {"opens_at": plan.opens_at})
    if "session_screen" in assessment.missing and assessment.movement_gate < Gate.BLOCK:
        return redirect("/check-in/QS/?kind=session")
    sets, chart = planned(plan), journey.situation(own, now=now).chart
    if assessment.missing or not sets or chart is None:
        return redirect("today")
    if request.method == "POST":
        return _begin(request, sets, Reading(chart))
    player = player_data(own, plan, sets)
    return render(request, "session/start.html", {"sets": sets, "chart": chart, "player": player})


def _begin(request: HttpRequest, sets: tuple[str, ...], t0: Reading) -> HttpResponse:
    own, now = person.own(), clock.now()
    try:
        session = journey.start_session(own, sets, t0, now=now, client_id=client_id(request))
    except Refused:
        return redirect("today")
    return redirect("session_step", id=session.id)


@require_GET
def step(request: HttpRequest, id: UUID) -> HttpResponse:
    """The page of the present step."""
    here = running(id)
    if here.state.step == "finished":
        return render(request, "session/finished.html", here.context())
    assessment, plan = journey.plan(here.person, now=here.now)
    # An answer since then may have closed all movement: then no further set is shown.
    if here.state.step in ("movement", "verdict") and assessment.movement_gate == Gate.BLOCK:
        return redirect("today")
    form = LowestForm(here.legs) if here.state.step in ASKS else None
    context = here.context(form, plan) | {"player": player_data(here.person, plan, here=here)}
    return render(request, f"session/{here.state.step}.html", context)


def _record(request: HttpRequest, here: Running, kind: EventKind, **more: str) -> HttpResponse:
    event = SessionEvent(here.now, kind, movement=more.get("movement"), note=more.get("note", ""))
    journey.record(here.person, here.id, event, now=here.now, client_id=client_id(request))
    return redirect("session_step", id=here.id)


@require_POST
def go_on(request: HttpRequest, id: UUID) -> HttpResponse:
    """The set is done, a page was read, or a movement is skipped."""
    kinds: dict[str, EventKind] = {"done": "set_done", "skip": "skipped", "next": "continued"}
    kind = kinds.get(request.POST.get("answer", ""))
    return _record(request, running(id), kind) if kind else redirect("session_step", id=id)


@require_POST
def stop(request: HttpRequest, id: UUID) -> HttpResponse:
    """The person wants to stop: no reason is asked."""
    return _record(request, running(id), "stopped")


@require_http_methods(["GET", "POST"])
def swap(request: HttpRequest, id: UUID) -> HttpResponse:
    """Take another movement that is offered instead of this one."""
    here = running(id)
    _, plan = journey.plan(here.person, now=here.now)
    offered = [offer.movement for offer in plan.offered if offer.movement != here.state.movement]
    chosen = request.POST.get("movement", "")
    if request.method == "POST" and chosen in offered and chosen in movements():
        return _record(request, here, "swapped", movement=chosen)
    return render(request, "session/swap.html", {**here.context(), "offered": offered})


@require_http_methods(["GET", "POST"])
def note(request: HttpRequest, id: UUID) -> HttpResponse:
    """A note in the person's own words, kept with this day."""
    here = running(id)
    if request.method == "POST" and (words := request.POST.get("note", "").strip()):
        journey.note(here.person, words, now=here.now, client_id=client_id(request))
        return redirect("session_step", id=id)
    return render(request, "session/note.html", here.context())
