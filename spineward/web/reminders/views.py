"""What does the reminders page do? Show what was chosen, take a choice, and say what is due."""

from datetime import datetime, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.request import split_domain_port
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from spineward.clinical.catalogue import words
from spineward.diary import journey
from spineward.web.reminders import schedule
from spineward.web.reminders.forms import FORMS
from spineward.web.shell import clock, person
from spineward.web.shell.forms import posted

THIS_MACHINE = ("127.0.0.1", "localhost", "[::1]")


@require_GET
def reminders(request: HttpRequest) -> HttpResponse:
    """What is chosen, the calendar, and what this browser may do."""
    own, now = person.own(), clock.now()
    chosen = own.reminders
    secret = own.calendar_secret
    path = reverse("calendar", args=[secret]) if secret else ""
    context = {
        "chosen": chosen,
        "breaks": len(list(schedule.breaks(chosen["sitting"]))) if "sitting" in chosen else 0,
        "resting": "sessions" in chosen and journey.outlook(own, now=now).resting,
        "address": request.build_absolute_uri(path) if secret else "",
        "subscribe": f"webcal://{request.get_host()}{path}" if secret else "",
        "only_here": split_domain_port(request.get_host())[0] in THIS_MACHINE,
    }
    return render(request, "reminders/index.html", context)


@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest, kind: str) -> HttpResponse:
    """Choose the times of one kind; what stood before is replaced."""
    if kind not in FORMS:
        raise Http404
    form = FORMS[kind](posted(request))
    if form.is_valid():
        journey.set_reminder(person.own(), kind, form.choice(), now=clock.now())
        return redirect("reminders")
    return render(request, f"reminders/{kind}.html", {"form": form})


@require_POST
def off(request: HttpRequest, kind: str) -> HttpResponse:
    """Remind of this no more."""
    if kind not in FORMS:
        raise Http404
    journey.drop_reminder(person.own(), kind)
    return redirect("reminders")


@require_GET
def due(request: HttpRequest) -> HttpResponse:
    """What an open page is to show today and tomorrow, by the clock on its own wall.

    `fresh`: shown only when it was just asked whether it still holds, since movement may be locked.
    """
    own, now = person.own(), clock.now()
    found: list[dict[str, Any]] = []
    if own.reminders:
        for one in schedule.series(own.reminders, journey.outlook(own, now=now), now):
            found += _coming(one, now)
    return JsonResponse({"due": sorted(found, key=lambda item: str(item["at"]))})


def _coming(one: schedule.Series, now: datetime) -> list[dict[str, Any]]:
    told = words()
    days = (now.date() + timedelta(days=ahead) for ahead in (-1, 0, 1))
    return [
        {
            "id": f"{one.key} {at:%Y-%m-%d %H:%M}",
            "at": f"{at:%Y-%m-%dT%H:%M}",
            "title": told[f"reminder.{one.words}.title"],
            "text": told[f"reminder.{one.words}.text"],
            "fresh": one.words != "sitting",
        }
        for at in (one.on(day) for day in days)
        if at is not None
    ]
