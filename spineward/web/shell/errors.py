"""What does the person see when something goes wrong? A plain page, nothing lost, a way on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from spineward.diary.trouble import Refused, Unsaved

SKIPPED = ("csrfmiddlewaretoken",)


def no_token(request: HttpRequest) -> HttpResponse:
    """A browser without the token or its cookie; what it sent is still there to be sent again."""
    response = _again(request, "shell/no_token.html", 403, "")
    response.headers["X-Spineward"] = "outside"
    return response


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose cross-site guard does not fit, mostly from an old tab: send it again."""
    return _again(request, "shell/stale_form.html", 403, reason)


def unsaved(request: HttpRequest, error: Unsaved) -> HttpResponse:
    """The diary could not be written: say why, keep what was entered, offer to try again."""
    return _again(request, "shell/unsaved.html", 507, str(error))


def refused(request: HttpRequest, error: Refused) -> HttpResponse:
    """An answer that no page offers: which one, and what is allowed; nothing of it was saved."""
    context = {"reason": str(error), "action": request.get_full_path()}
    return render(request, "shell/refused.html", context, status=400)


def _again(request: HttpRequest, template: str, status: int, reason: str) -> HttpResponse:
    entered = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in SKIPPED
    ]
    context = {"entered": entered, "action": request.get_full_path(), "reason": reason}
    return render(request, template, context, status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address that leads nowhere."""
    return render(request, "shell/not_found.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours: no traceback, and the way to help stays open."""
    return render(request, "shell/broken.html", status=500)
