"""What does the plan page show? What is offered, what is held back, and why, line by line."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from spineward.diary import journey
from spineward.web.plan import presenter
from spineward.web.shell import clock, person


@require_GET
def plan(request: HttpRequest) -> HttpResponse:
    """The whole plan of this moment; without a check-in there is none yet."""
    own, now = person.own(), clock.now()
    if not journey.last_answered(own, now=now):
        return redirect("/")
    assessment, today = journey.plan(own, now=now)
    return render(request, "plan/plan.html", {"page": presenter.page(assessment, today)})
