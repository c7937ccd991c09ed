"""What do help, care and reason pages show? Words and sources, and what fits this person today."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from spineward.clinical import care
from spineward.clinical.catalogue import limit
from spineward.clinical.explain_movement import explain_movement
from spineward.clinical.library import movements
from spineward.clinical.rulebook import rulebook
from spineward.diary import journey
from spineward.web.shell import clock, person

HEAT_AND_ICE = "heat-and-ice"


@require_GET
def emergency(request: HttpRequest) -> HttpResponse:
    """Is this an emergency? Open to everyone, at any time."""
    return render(request, "care/emergency.html")


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """All care pages."""
    return render(request, "care/index.html", {"pages": care.pages().values()})


@require_GET
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """One care page."""
    page = care.pages().get(slug)
    if page is None:
        raise Http404
    topics = _heat_and_ice(page.topics) if slug == HEAT_AND_ICE else page.topics
    context = {"page": page, "topics": topics, "cards": care.cards("care")}
    return render(request, "care/topic.html", context)


def _heat_and_ice(topics: tuple[str, ...]) -> tuple[str, ...]:
    """Ice stands first in the first days or in a flare, heat first later."""
    own, now = person.own(), clock.now()
    situation = journey.situation(own, now=now)
    assessment = journey.assessment(own, now=now)
    start = situation.episode_start
    days = (now.date() - start).days if start else None
    if care.ice_first(assessment, days, limit("cc2.first_days")):
        return topics
    return (topics[1], topics[0], *topics[2:])


@require_GET
def about(request: HttpRequest) -> HttpResponse:
    """What sciatica is, and what to expect."""
    context = {
        "cards": care.cards("explain").values(),
        "outlook": care.cards("prognosis").values(),
    }
    return render(request, "care/about.html", context)


@require_GET
def stretches(request: HttpRequest) -> HttpResponse:
    """ "Can I do this stretch?" answered for the patterns that this person's answers resemble."""
    assessment = journey.assessment(person.own(), now=clock.now())
    rows = [
        (stretch, care.strictest(stretch, assessment.patterns))
        for stretch in care.stretches().values()
    ]
    return render(request, "care/stretches.html", {"rows": rows})


@require_GET
def why(request: HttpRequest, id: str) -> HttpResponse:
    """One movement: its dose, range and sources. A rule has a page of its own."""
    if id in rulebook():
        return redirect("how_rule", id)
    if id not in movements():
        raise Http404
    return render(request, "care/why.html", {"movement": explain_movement(id)})
