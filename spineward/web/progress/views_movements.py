"""What helps me, and what does not? What followed each movement, counted, on one screen."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from spineward.clinical.catalogue import limit
from spineward.clinical.helped import helped_case
from spineward.diary import journey
from spineward.web.progress import helped as presenter
from spineward.web.shell import clock, person


@require_GET
def movements(request: HttpRequest) -> HttpResponse:
    """Each movement and dose with its counts; it reads the plan and changes nothing in it."""
    own, now = person.own(), clock.now()
    case, assessment, plan = journey.plan_with_case(own, now=now)
    found = helped_case(case)
    context = {
        "parts": presenter.parts(found, plan),
        "closed": presenter.closed(assessment),
        "least": limit("helped.least_times"),
    }
    return render(request, "progress/movements.html", context)
