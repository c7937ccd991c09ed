"""What do the two pages of the body chart do? First the places, then how strong each is.

The body map in the page (islands/body-map) takes the place of both and sends what the second sends.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from spineward.clinical.catalogue import drawing_version
from spineward.clinical.facts import Chart
from spineward.diary import journey
from spineward.web.check_in.body_map import page_data
from spineward.web.check_in.chart_forms import (
    GradesForm,
    PlacesForm,
    chart_answers,
)
from spineward.web.check_in.forms import say
from spineward.web.check_in.way import Way, onward, way
from spineward.web.shell.drawing.body_chart import live_chart_svg
from spineward.web.shell.forms import client_id, posted
from spineward.web.shell.places import Place, key, places


@require_http_methods(["GET", "POST"])
def chart(request: HttpRequest) -> HttpResponse:
    """The places, or with places in the address how strong each is."""
    here = way(request)
    chosen = places(request.GET.getlist("place"))
    if request.GET.getlist("place") and _redrawn(request):
        return _older_map(request, here, chosen)
    return _grades(request, here, chosen) if chosen else _places(request, here)


def _save(request: HttpRequest, here: Way, answers: dict[str, Any]) -> None:
    journey.answer(
        here.person,
        "chart",
        answers,
        now=here.now,
        client_id=client_id(request),
        drawing=drawing_version(),
    )


def _places(request: HttpRequest, here: Way) -> HttpResponse:
    if request.method == "POST" and request.POST.get("answer") == "nothing":
        _save(request, here, chart_answers(()))
        return onward(here)
    last = _last(here)
    before = [key((mark.zone, mark.side)) for mark in last]
    if request.method == "POST" and request.POST.get("answer") == "same" and before:
        return _to_grades(here, before)
    form = PlacesForm(posted(request))
    if request.method == "POST" and form.is_valid():
        return _to_grades(here, [key(one) for one in form.chosen()])
    context = {
        "form": form,
        "step": here.step_of("chart"),
        "before": before,
        "drawing": drawing_version(),
        "map": page_data(f"/check-in/chart/?{here.query}", last),
        "picture": live_chart_svg("Front and back of the body", say("map.picture")),
    }
    return render(request, "check_in/places.html", context)


def _last(here: Way) -> Chart:
    """The marks of this check-in so far, else those of the last one that had any."""
    earlier = [record.chart for record in here.situation.history.check_ins if record.chart]
    return here.situation.chart or (earlier[-1] if earlier else ())


def _to_grades(here: Way, texts: list[str]) -> HttpResponse:
    query = urlencode({"place": texts}, doseq=True)
    return redirect(f"/check-in/chart/?{here.query}&{query}")


def _grades(request: HttpRequest, here: Way, chosen: tuple[Place, ...]) -> HttpResponse:
    form = GradesForm(chosen, posted(request))
    if request.method == "POST" and form.is_valid():
        _save(request, here, chart_answers(form.marks()))
        return onward(here)
    return render(request, "check_in/grades.html", _context(here, form))


def _context(here: Way, form: GradesForm) -> dict[str, Any]:
    context = {"form": form, "step": here.step_of("chart"), "query": here.query}
    return {**context, "drawing": drawing_version()}


def _redrawn(request: HttpRequest) -> bool:
    """Was this chart marked on another drawing, or on nobody knows which?"""
    return request.method == "POST" and request.POST.get("drawing") != drawing_version()


def _older_map(request: HttpRequest, here: Way, chosen: tuple[Place, ...]) -> HttpResponse:
    """Nothing is saved; what was entered is shown, to be checked against the map of today."""
    form = GradesForm(chosen, request.POST)
    known = {key(one) for one in chosen}
    asked = request.GET.getlist("place")
    gone = [said.replace("_", " ").replace("-", ", ") for said in asked if said not in known]
    context = {**_context(here, form), "redrawn": True, "gone": gone}
    return render(request, "check_in/grades.html", context, status=409)
