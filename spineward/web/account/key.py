"""How does a person let a script in? A key, shown once, and withdrawn on the same page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from spineward.web.shell import key


@require_http_methods(["GET", "POST"])
def script_key(request: HttpRequest) -> HttpResponse:
    """Make the key, or withdraw it. The new one is on this answer only: nobody keeps it."""
    made = ""
    if request.method == "POST":
        if request.POST.get("act") == "withdraw":
            key.withdraw()
            return redirect("script_key")
        if request.POST.get("act") == "make":
            made = key.issue()
    context = {"made": made, "is_there": key.is_there()}
    return render(request, "account/key.html", context)
