"""What can a person do with all of their data? Take it out, open it elsewhere, bring it back."""

from collections.abc import Callable
from io import BytesIO
from typing import BinaryIO

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from spineward.diary.models import Person
from spineward.diary.trouble import Clash, Stranger
from spineward.export import archive, reading, sheets
from spineward.export.take_in import bring_back
from spineward.web.account.forms import BackForm, JoinForm, name_the_other_way, refuse_file
from spineward.web.shell import clock, person


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """Everything out, back in, or gone."""
    return _page(request, BackForm())


@require_GET
def diary(request: HttpRequest) -> HttpResponse:
    """Everything in one file, in an open format."""
    return _file("diary", archive.write)


@require_GET
def tables(request: HttpRequest) -> HttpResponse:
    """What can be shown as tables, for a spreadsheet."""
    return _file("tables", sheets.write)


def _file(name: str, write: Callable[[Person, BinaryIO], object]) -> HttpResponse:
    content = BytesIO()
    write(person.own(), content)
    response = HttpResponse(content.getvalue(), content_type="application/zip")
    day = clock.now().date().isoformat()
    response.headers["Content-Disposition"] = f'attachment; filename="spineward-{name}-{day}.zip"'
    return response


@require_http_methods(["GET", "POST"])
def back(request: HttpRequest) -> HttpResponse:
    """Bring a diary back: all of it or nothing. Into other entries only when they are one's own."""
    if request.method == "GET":
        return redirect("data")
    asked = "whose" in request.POST or "joining" in request.POST
    form = JoinForm(request.POST, request.FILES) if asked else BackForm(request.POST, request.FILES)
    if not form.is_valid():
        name_the_other_way(request, form, "spineward restore")
        return _page(request, form)
    if isinstance(form, JoinForm) and not form.is_mine():
        return redirect("data")
    try:
        file = form.cleaned_data["file"]
        taken = bring_back(person.own(), file, join=isinstance(form, JoinForm))
    except Stranger:
        return _page(request, JoinForm())
    except (reading.Unreadable, Clash) as trouble:
        refuse_file(form, trouble)
        return _page(request, form)
    return render(request, "account/came_back.html", {"taken": taken})


def _page(request: HttpRequest, form: BackForm) -> HttpResponse:
    joining = isinstance(form, JoinForm)
    name = "account/join.html" if joining else "account/data.html"
    return render(request, name, {"form": form})
