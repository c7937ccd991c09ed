"""How is a set answered? One short page, a page of details when something is new, one reading."""

from uuid import UUID, uuid5

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST

from spineward.clinical.facts import Reading
from spineward.clinical.facts.session import Point, SessionEvent
from spineward.clinical.response import AfterSet, reading_after
from spineward.diary import journey
from spineward.diary.journey import OpenSession
from spineward.web.session.forms import NEW, DetailsForm, LowestForm
from spineward.web.session.running import POINTS, Running, running
from spineward.web.shell.forms import client_id


@require_POST
def felt(request: HttpRequest, id: UUID) -> HttpResponse:
    """The short page after a set: just as before, or where it is now."""
    here = running(id)
    point = POINTS.get(here.state.step)
    if point is None:
        return redirect("session_step", id=id)
    if answer := request.POST.get("answer"):
        return _one_tap(request, here, point, answer)
    form = LowestForm(here.legs, request.POST)
    if not form.is_valid():
        return render(request, f"session/{here.state.step}.html", here.context(form))
    if form.cleaned_data["new"]:
        query = urlencode({**form.short(), "new": form.cleaned_data["new"]}, doseq=True)
        return redirect(f"/session/{id}/new/?{query}")
    details = DetailsForm(frozenset(), here.legs, {})
    details.is_valid()
    _read(request, here, point, reading_after(here.base, details.after_set(form.short())))
    return redirect("session_step", id=id)


def _one_tap(request: HttpRequest, here: Running, point: Point, answer: str) -> HttpResponse:
    """ "Just as before" is the reading it is compared with; "settled" is the one before the set."""
    if answer == "changed":
        return redirect(f"/session/{here.id}/new/?{urlencode({'new': list(NEW)}, doseq=True)}")
    reading = here.state.t0 if answer == "settled" else here.base
    _read(request, here, point, reading)
    return redirect("session_step", id=here.id)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, id: UUID) -> HttpResponse:
    """The details of what is new; only what was ticked is asked."""
    here = running(id)
    point = POINTS.get(here.state.step)
    if point is None:
        return redirect("session_step", id=id)
    ticked = frozenset(request.GET.getlist("new")) & frozenset(NEW)
    form = DetailsForm(ticked, here.legs, request.POST if form_needed(request, ticked) else None)
    if form.is_bound and form.is_valid():
        return _details(request, here, point, form)
    return render(request, "session/new.html", here.context(form))


def form_needed(request: HttpRequest, ticked: frozenset[str]) -> bool:
    """Was the page of details sent?"""
    return request.method == "POST" and bool(ticked)


def _details(request: HttpRequest, here: Running, point: Point, form: DetailsForm) -> HttpResponse:
    """Help first: red flags and symptoms are saved before the reading they came with."""
    flags, symptoms = form.red_flags(), form.symptoms()
    session: OpenSession | None = None
    if flags or symptoms:
        event = SessionEvent(here.now, "symptoms", symptoms=symptoms, red_flags=flags)
        session = journey.record(
            here.person, here.id, event, now=here.now, client_id=uuid5(client_id(request), "alarm")
        )
    if session is None or session.state.step == here.state.step:
        short = {name: str(value) for name, value in request.GET.items() if name != "new"}
        if (during := form.during()) is not None:
            moved = AfterSet(lowest=dict.fromkeys(here.legs, during))
            _read(request, here, "tdur", reading_after(here.base, moved), part="during")
        _read(request, here, point, reading_after(here.base, form.after_set(short)))
    return redirect("session_step", id=here.id)


def _read(
    request: HttpRequest, here: Running, point: Point, reading: Reading, *, part: str = ""
) -> None:
    event = SessionEvent(here.now, "reading", point=point, reading=reading)
    id = client_id(request)
    journey.record(
        here.person, here.id, event, now=here.now, client_id=uuid5(id, part) if part else id
    )
