"""What does the first page show? One thing to do now, and why."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from spineward.diary import journey
from spineward.web.shell import clock, example, person
from spineward.web.shell.drawing.leg import leg_strip_svg
from spineward.web.shell.forms import client_id
from spineward.web.today import presenter

LEG = ("A leg", "Where it is felt has moved up, from the lower leg to the thigh.")
"""The name and the description of the picture that greets a new person."""


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """Welcome someone new; otherwise say what is safe now."""
    own, now = person.own(), clock.now()
    if not journey.last_answered(own, now=now):
        leg = leg_strip_svg(4, 7, *LEG)
        new = {"leg": leg, "example": example.may_start(request)}
        return render(request, "today/welcome.html", new)
    context = {
        "card": presenter.card(journey.today(own, now=now)),
        "running": journey.open_session(own, now=now),
        "begun": bool(journey.answered(own, now=now)),
    }
    return render(request, "today/today.html", context)


@require_http_methods(["GET", "POST"])
def told(request: HttpRequest) -> HttpResponse:
    """The person has read what was noticed; what was not on the page stays to be told."""
    if request.method == "POST":
        own, now = person.own(), clock.now()
        read = set(request.POST.getlist("rule")) & set(journey.today(own, now=now).news)
        journey.tell(own, read, now=now, client_id=client_id(request))
    return redirect("today")
