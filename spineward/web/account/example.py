"""What does the page about the example do? Start it, and lead there."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from spineward.web.shell import example


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Start the example on a button; then say where it is. A link leads there, for a form may not
    leave our own address."""
    if not example.may_start(request):
        raise Http404
    if request.method == "POST":
        example.start()
        return redirect("example")
    context = {"address": example.address(), "runs": example.running() is not None}
    return render(request, "account/example.html", context)
