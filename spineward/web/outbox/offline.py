"""What does a phone show while it cannot reach us? Pages made now, and kept by its worker."""

from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import resolve
from django.views.decorators.http import require_GET, require_safe

from spineward.clinical.facts import CareLevel, Gate
from spineward.clinical.library import movements
from spineward.clinical.questions import items, pages
from spineward.diary import journey
from spineward.web.outbox import strictest
from spineward.web.outbox.forms import NotTaken, send_again
from spineward.web.outbox.pages import listed
from spineward.web.shell import clock, epoch, person
from spineward.web.shell.drawing.figure import figure_svg
from spineward.web.shell.entries import Form
from spineward.web.shell.reasons import text

SCREEN = "/check-in/QS/?kind=session"
SESSION = "/session/"


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps the pages; it stands at the root, for all of them are its.

    The worker also asks for its head, to know that it was we who answered.
    """
    path = Path(settings.STATIC_ROOT) / "built" / "worker.js"
    if not path.exists():
        raise Http404
    return HttpResponse(path.read_bytes(), content_type="text/javascript; charset=utf-8")


@require_GET
def pages_list(request: HttpRequest) -> HttpResponse:
    """Which pages to keep, and where each leads. A browser in which nothing waits begins anew."""
    own = person.own()
    response = JsonResponse(listed(own, clock.now()))
    if "nothing-waits" in request.GET:
        epoch.remember(response, own)
    else:
        epoch.remember_first(request, response, own)
    return response


@require_GET
def ahead(request: HttpRequest) -> HttpResponse:
    """The page of a session as it would be after "none of these" on the page before it; of the one
    that is open, where there is one.

    The answer is given and taken back in one step, so that the very pages and rules say what
    follows from it, and nothing of it stays.
    """
    none = Form(what="form", at=clock.now(), path=SCREEN, fields={"answer": ["none"]})
    with transaction.atomic():
        try:
            send_again(request, none, uuid4())
            here = journey.open_session(person.own(), now=clock.now())
            found = resolve(f"{SESSION}{here.id}/" if here else SESSION)
            page: HttpResponse = found.func(request, *found.args, **found.kwargs)
        except NotTaken:
            raise Http404 from None
        finally:
            transaction.set_rollback(True)
    if page.status_code != 200 or b'id="session-data"' not in page.content:
        raise Http404
    return page


@require_GET
def away(request: HttpRequest) -> HttpResponse:
    """We cannot decide now: what helps all the same."""
    return render(request, "outbox/away.html", _known())


@require_GET
def kept(request: HttpRequest) -> HttpResponse:
    """A check-in was kept; nobody has judged it yet."""
    return render(request, "outbox/kept.html", _known())


@require_GET
def sign(request: HttpRequest, card: str) -> HttpResponse:
    """The strictest card that a tick can lead to; the page itself shows the lines ticked."""
    if card not in strictest.CARDS:
        raise Http404
    lines = {
        line.id: (line.words, tuple(id for id in line.opens if not items()[id].derived))
        for page in pages().values()
        for line in page.lines
    }
    level = {"call": "EMERGENCY", "today": "SAME_DAY", "soon": "SOON"}[card]
    return render(request, "outbox/sign.html", {"card": card, "level": level, "lines": lines})


def _known() -> dict[str, Any]:
    """What was decided last, and the ways to lie at ease unless all movement was closed then."""
    now = clock.now()
    assessment, plan = journey.plan(person.own(), now=now)
    level = assessment.care_level
    return {
        "made": now,
        "level": level.name if level >= CareLevel.SOON else "",
        "urgent": level >= CareLevel.SAME_DAY,
        "ease": [_still(offer.movement) for offer in plan.offered if offer.ease],
        "closed": assessment.movement_gate == Gate.BLOCK,
    }


def _still(movement: str) -> tuple[str, str]:
    """A way to lie at ease, by its id, and its picture."""
    figure = movements()[movement].figure
    return movement, figure_svg(figure, 0, None, text(f"movement.{movement}.name"), "")
