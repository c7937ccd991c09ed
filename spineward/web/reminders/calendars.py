"""Who gets the calendar? The person by a tap, and a calendar app by its secret address."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from spineward.diary import journey
from spineward.web.reminders import feed, schedule
from spineward.web.shell import clock, person

GONE = "There is no calendar at this address. Make a new address in Spineward."


@require_safe
def subscribed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar for an app that holds the secret; wrong, renewed and closed look the same."""
    whose = journey.of_calendar(secret)
    if whose is None:
        return HttpResponse(GONE, status=404, content_type="text/plain; charset=utf-8")
    return HttpResponse(_calendar(request, whose), content_type=feed.TYPE)


@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """The same as a file, for a calendar that cannot reach this machine."""
    own = person.own()
    if not own.reminders:
        raise Http404
    response = HttpResponse(_calendar(request, own), content_type=feed.TYPE)
    response["Content-Disposition"] = 'attachment; filename="spineward.ics"'
    return response


@require_POST
def address(request: HttpRequest) -> HttpResponse:
    """Make a secret address, a new one in its place, or none."""
    own = person.own()
    if request.POST.get("address") == "none":
        journey.close_calendar(own)
    else:
        journey.open_calendar(own)
    return redirect("reminders")


def _calendar(request: HttpRequest, whose: journey.Person) -> bytes:
    now = clock.now()
    found = schedule.series(whose.reminders, journey.outlook(whose, now=now), now)
    return feed.feed(whose.pk, found, request.build_absolute_uri("/"), now)
