"""How is a set answered? One short page, a page of details when something is new, one reading."""

from dataclasses import replace
from uuid import UUID, uuid5

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from spineward.clinical.case import Case
from spineward.clinical.conditions import seated_check
from spineward.clinical.facts import Reading
from spineward.clinical.facts.answers import Weakness
from spineward.clinical.facts.session import Point, SessionEvent
from spineward.clinical.response import AfterSet, reading_after
from spineward.clinical.weakness import said_by_tests
from spineward.diary import journey
from spineward.diary.journey import OpenSession
from spineward.web.session.forms import NEW, DetailsForm, LowestForm, StrengthForm
from spineward.web.session.running import POINTS, Running, running
from spineward.web.shell.fields import NONE
from spineward.web.shell.forms import client_id, posted

UNSURE = "not_sure"
RE_ASKS = ("settle", "re_ask")
"""Steps that ask in one tap; when it changed again, the short page follows."""
ONE_TAP = {False: ("same",), True: ("settled", "still")}
"""Which one-tap answers fit: right after a set, and at a re-ask."""


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
        page = "changed" if here.state.step in RE_ASKS else here.state.step
        return render(request, f"session/{page}.html", here.context(form))
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
        return redirect("session_changed", id=here.id)
    if answer not in ONE_TAP[here.state.step in RE_ASKS]:
        return redirect("session_step", id=here.id)
    reading = here.state.t0 if answer == "settled" else here.base
    _read(request, here, point, reading)
    noted = "?still=1" if answer == "still" else ""
    return redirect(f"{reverse('session_step', args=[here.id])}{noted}")


@require_GET
def changed(request: HttpRequest, id: UUID) -> HttpResponse:
    """It is neither back nor the same: where is it now?"""
    here = running(id)
    if here.state.step not in RE_ASKS:
        return redirect("session_step", id=id)
    return render(request, "session/changed.html", here.context(LowestForm(here.legs)))


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
    """Help first; without it, someone not sure of a weakness does the strength check before."""
    helps = form.red_flags() or form.symptoms()
    if form.cleaned_data.get("weakness") == UNSURE and not helps:
        answers = {name: request.POST.getlist(name) for name in form.fields}
        query = {name: request.GET.getlist(name) for name in request.GET} | answers
        return redirect(f"/session/{here.id}/strength/?{urlencode(query, doseq=True)}")
    return _take(request, here, point, form, None)


@require_http_methods(["GET", "POST"])
def strength(request: HttpRequest, id: UUID) -> HttpResponse:
    """The strength check that tells whether a weakness is new (0.4); what was said before waits."""
    here = running(id)
    point = POINTS.get(here.state.step)
    details = DetailsForm(frozenset(request.GET.getlist("new")), here.legs, request.GET)
    if point is None or not details.is_valid():
        return redirect("session_step", id=id)
    form = StrengthForm(posted(request))
    situation = journey.situation(here.person, now=here.now)
    if not form.is_valid():
        context = here.context(form) | {"seated": seated_check(situation)}
        return render(request, "session/strength.html", context)
    tests = form.tests()
    said = said_by_tests(Case(situation), tests)
    journey.answer(
        here.person,
        "strength",
        {"strength": tests},
        now=here.now,
        client_id=uuid5(client_id(request), "strength"),
    )
    return _take(request, here, point, details, said)


def _short(request: HttpRequest, here: Running) -> dict[str, str]:
    """The answers of the short page as they travelled in the address; nothing if they are odd."""
    form = LowestForm(here.legs, {**request.GET.dict(), "new": [NONE]})
    return form.short() if form.is_valid() else {}


def _take(
    request: HttpRequest,
    here: Running,
    point: Point,
    form: DetailsForm,
    weakness: Weakness | None,
) -> HttpResponse:
    """Red flags and symptoms are saved before the reading they came with."""
    flags, symptoms = form.red_flags(), form.symptoms()
    session: OpenSession | None = None
    if flags or symptoms:
        event = SessionEvent(here.now, "symptoms", symptoms=symptoms, red_flags=flags)
        session = journey.record(
            here.person, here.id, event, now=here.now, client_id=uuid5(client_id(request), "alarm")
        )
    if session is None or session.state.step == here.state.step:
        answers = form.after_set(_short(request, here))
        if weakness is not None:
            answers = replace(answers, weakness=weakness)
        if (during := form.during()) is not None:
            moved = AfterSet(lowest=dict.fromkeys(here.legs, during))
            _read(request, here, "tdur", reading_after(here.base, moved), part="during")
        _read(request, here, point, reading_after(here.base, answers))
    return redirect("session_step", id=here.id)


def _read(
    request: HttpRequest, here: Running, point: Point, reading: Reading, *, part: str = ""
) -> None:
    event = SessionEvent(here.now, "reading", point=point, reading=reading)
    id = client_id(request)
    journey.record(
        here.person, here.id, event, now=here.now, client_id=uuid5(id, part) if part else id
    )
