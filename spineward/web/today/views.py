"""What does the first page show? One thing to do now, and why."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from spineward.diary import journey
from spineward.web.shell import clock, person
from spineward.web.shell.drawing.leg import leg_strip_svg
from spineward.web.today import presenter

LEG = ("A leg", "Where it is felt has moved up, from the lower leg to the thigh.")
"""The name and the description of the picture that greets a new person."""


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """Welcome someone new; otherwise say what is safe now."""
    own, now = person.own(), clock.now()
    if not journey.last_answered(own, now=now):
        return render(request, "today/welcome.html", {"leg": leg_strip_svg(4, 7, *LEG)})
    assessment, plan = journey.plan(own, now=now)
    context = {
        "card": presenter.card(assessment, plan),
        "running": journey.open_session(own, now=now),
        "begun": bool(journey.answered(own, now=now)),
    }
    return render(request, "today/today.html", context)
