"""What does a clinician get? The report as a page, as PDF, with an annex, and an exercise sheet."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from spineward.clinical.report import report as gathered
from spineward.diary import journey
from spineward.web.report import annex as annexed
from spineward.web.report import exercises as exercised
from spineward.web.report.printing import Paper, pdf
from spineward.web.report.said import clock_text
from spineward.web.report.sheet import chart_of, sheet
from spineward.web.shell import clock, person
from spineward.web.shell.drawing.pain_line import pain_line
from spineward.web.shell.forms import client_id

ASKED = {
    "question": "What do you want answered?",
    "goal": "What do you want to do again?",
}
"""The two kinds of words that the person writes on the report."""
NOTHING = "Nothing for now."
"""What stands there once the person takes the words off: a diary keeps no empty note."""
LETTER = tuple(f"-{region}" for region in "bz ca cl co cr gt mx ni pa ph pr sv us ve".split())
"""Regions, in a browser's languages, where paper is Letter (Unicode CLDR); elsewhere it is A4."""


@require_GET
def report(request: HttpRequest) -> HttpResponse:
    """The page, to be read in a minute."""
    own, now = person.own(), clock.now()
    known = journey.situation(own, now=now)
    found = gathered(known, journey.beside(own))
    context = {
        "further": annexed.goes_back_further(known),
        "sheet": sheet(found),
        "picture": pain_line(found.course),
        "chart": chart_of(found.latest) if found.latest else "",
    }
    return render(request, "report/report.html", context)


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """The same on one sheet of paper."""
    own, now = person.own(), clock.now()
    found = gathered(journey.situation(own, now=now), journey.beside(own))
    return _pdf(request, "page", asdict(sheet(found)), now)


@require_GET
def annex(request: HttpRequest) -> HttpResponse:
    """The check-ins and sessions of the last twelve months, or, with `?years=all`, all of them."""
    now = clock.now()
    own = person.own()
    known, beside = journey.situation(own, now=now), journey.beside(own)
    whole = request.GET.get("years") == "all"
    told = annexed.annex(gathered(known, beside), known, beside, journey.weeks(own), whole=whole)
    return _pdf(request, "annex", told, now)


@require_GET
def exercises(request: HttpRequest) -> HttpResponse:
    """The moves of the plan of now, to print."""
    own, now = person.own(), clock.now()
    if not journey.last_answered(own, now=now):
        return _pdf(request, "exercises", exercised.not_asked(clock_text(now)), now)
    case, assessment, plan = journey.plan_with_case(own, now=now)
    legs = exercised.painful_legs(case)
    told = exercised.exercises(assessment, plan, legs, clock_text(now))
    return _pdf(request, "exercises", told, now)


@require_http_methods(["GET", "POST"])
def own_words(request: HttpRequest, kind: str) -> HttpResponse:
    """What the person wants answered, or to do again: new words stand in place of the old."""
    if kind not in ASKED:
        raise Http404
    own = person.own()
    before = next(iter(journey.notes_of(own, kind)), None)
    given = request.POST.get("note", "").strip()
    if before is not None and "nothing" in request.POST:
        given = NOTHING
    if request.method == "POST" and given:
        if before is None:
            journey.note(own, given, now=clock.now(), client_id=client_id(request), kind=kind)
        elif given != before.text:
            journey.correct_note(own, before.id, given, client_id=client_id(request))
        return redirect("report")
    context = {
        "title": ASKED[kind],
        "before": before.text if before and before.text != NOTHING else "",
        "empty": request.method == "POST",
    }
    return render(request, "report/words.html", context)


def _pdf(request: HttpRequest, name: str, told: dict[str, Any], now: datetime) -> HttpResponse:
    """A PDF that opens in the browser and has a name that says what and when."""
    made = pdf(f"{name}.typ", {**told, "example": settings.EXAMPLE}, _paper(request))
    response = HttpResponse(made, content_type="application/pdf")
    what = f"example-{name}" if settings.EXAMPLE else name
    file = f"spineward-{what}-{now.date().isoformat()}.pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{file}"'
    return response


def _paper(request: HttpRequest) -> Paper:
    """As asked for in the address, else as the region of the browser has it."""
    asked = request.GET.get("paper", "")
    if asked in ("a4", "letter"):
        return "us-letter" if asked == "letter" else "a4"
    first = request.headers.get("Accept-Language", "").split(",")[0].split(";")[0].strip().lower()
    return "us-letter" if first.endswith(LETTER) else "a4"
