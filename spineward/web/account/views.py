"""What does a settings page do? Show, set the emergency number, forget the person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from spineward.diary import erase, journey
from spineward.web.account.forms import ForgetForm, NumberForm
from spineward.web.shell import epoch, key, person
from spineward.web.shell.forms import posted


@require_GET
def settings_page(request: HttpRequest) -> HttpResponse:
    """What is set now, and where to change it."""
    own = person.own()
    return render(request, "account/settings.html", {"number": own.emergency_number})


@require_http_methods(["GET", "POST"])
def number(request: HttpRequest) -> HttpResponse:
    """Set the number to call in an emergency."""
    form = NumberForm(posted(request))
    if form.is_valid():
        journey.set_emergency_number(person.own(), form.chosen())
        return redirect("settings")
    return render(request, "account/number.html", {"form": form})


@require_http_methods(["GET", "POST"])
def forget(request: HttpRequest) -> HttpResponse:
    """Erase the person and all rows, after a deliberate yes."""
    form = ForgetForm(posted(request))
    if form.is_valid():
        if not form.wants_it():
            return redirect("settings")
        key.withdraw()  # first: no script may fill the diary anew
        searched = erase.forget(person.own())
        gone = render(request, "account/forgotten.html", {"searched": searched})
        # What this browser kept for a time without a network is the person's too. Not "cookies":
        # the cookie of the door says nothing of them, and without it they stand outside.
        gone.headers["Clear-Site-Data"] = '"cache", "storage"'
        gone.delete_cookie(epoch.COOKIE, samesite="Strict")
        return gone
    return render(request, "account/forget.html", {"form": form})
