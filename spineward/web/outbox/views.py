"""What does the outbox page do? Take in what was entered without a network, and show what waits."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from spineward.diary.trouble import Unsaved
from spineward.web.outbox import taking
from spineward.web.outbox.placing import Placed, place
from spineward.web.shell import entries, epoch, person


def same_origin(request: HttpRequest) -> bool:
    """Does a page of our own ask? Browsers say so, and no script can say it for them.

    Every browser of today sends Sec-Fetch-Site where the address is secure; over plain http in a
    home network only Origin tells.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    own = f"{request.scheme}://{request.get_host()}"
    return request.headers.get("Origin") == own


# No cross-site form token: it is baked into a page, and an entry may wait longer than one is good
# for. Instead only PUT with JSON from our own origin is taken. A form of another site can send
# neither; a script of another site would have to ask first (a CORS preflight), and is never let.
@csrf_exempt
@require_http_methods(["PUT"])
def entry(request: HttpRequest, id: UUID) -> HttpResponse:
    """Take in one entry under its id; sent twice it counts once."""
    if request.content_type != "application/json" or not same_origin(request):
        return JsonResponse({"why": "Only a page of Spineward may send this."}, status=403)
    try:
        # Asked before the body is read: of a larger one Django itself would say nothing in JSON.
        entries.check_size(int(request.headers.get("Content-Length") or 0))
        read, whole = entries.read(request.body)
    except entries.NoEntry as wrong:
        return JsonResponse({"why": str(wrong)}, status=400)
    try:
        own = person.own()
        if epoch.is_other(request, own):
            # It waits where it is, until the person says whose it is (outbox).
            return JsonResponse({"erased": epoch.ERASED}, status=410)
        placed = place(request, own, id, read, whole)
    except Unsaved as error:
        return JsonResponse({"why": str(error)}, status=503)
    response = JsonResponse(_told(placed), status=placed.status)
    epoch.remember_first(request, response, own)
    return response


def _told(placed: Placed) -> dict[str, Any]:
    if placed.kept == "waits":
        return {"wait": str(placed.wait)}
    if placed.kept == "unread":
        return {"why": placed.why}
    if placed.kept == "aside":
        return {"kept": "aside", "why": placed.why}
    return {"kept": "diary"}


@require_http_methods(["GET", "POST"])
def outbox(request: HttpRequest) -> HttpResponse:
    """What waits in this browser; the page fills in by script, for only the browser knows.

    What waits for a diary that was erased is sent to the new one, or deleted, as the person says.
    """
    own = person.own()
    chosen = request.POST.get("erased") if request.method == "POST" else None
    if chosen == "send":
        sent: HttpResponse = redirect("outbox")
        epoch.remember(sent, own)
        return sent
    if chosen == "delete":
        gone = render(request, "outbox/outbox.html", {"deleted": True})
        gone.headers["Clear-Site-Data"] = '"cache", "storage"'
        epoch.remember(gone, own)
        return gone
    response = render(request, "outbox/outbox.html", {"other": epoch.is_other(request, own)})
    epoch.remember_first(request, response, own)
    return response


@require_http_methods(["GET", "POST"])
def file(request: HttpRequest) -> HttpResponse:
    """Take in a file that another browser, or this one, has saved."""
    context: dict[str, Any] = {}
    if request.method == "POST":
        try:
            context["taken"] = taking.take_in(request, request.FILES.get("file"))
        except taking.NoFile as wrong:
            context["wrong"] = str(wrong)
    return render(request, "outbox/file.html", context)
