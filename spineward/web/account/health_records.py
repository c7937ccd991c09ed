"""How does a diary go to other health records, and what comes in from them? As FHIR."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from spineward.diary.trouble import Clash, Stranger
from spineward.export.fhir.incoming import Taken, bring_in, read
from spineward.export.fhir.mapping import BECOMES
from spineward.export.fhir.own import export
from spineward.export.fhir.parts import TYPES
from spineward.export.reading import Unreadable
from spineward.web.account.forms import MINE, name_the_other_way, refuse_file
from spineward.web.shell import clock, person
from spineward.web.shell.fields import Choice

NO_FILE = "Choose a file from your health record"
SHOWN = 50
"""Refused resources that are told of; the rest is counted."""


class RecordForm(forms.Form):
    """A file that came from a health record, and about whom it is."""

    whose = Choice("Who is the file about?", ((MINE, "Me"), ("other", "Someone else, or not sure")))
    file = forms.FileField(
        label="The file",
        error_messages=dict.fromkeys(("required", "invalid", "missing", "empty"), NO_FILE),
    )

    def clean_whose(self) -> str:
        """Two people must not become one diary."""
        if self.cleaned_data["whose"] != MINE:
            raise forms.ValidationError("Nothing was changed. Only what is about you comes in here")
        return MINE


@require_GET
def out(request: HttpRequest) -> HttpResponse:
    """The whole diary as one FHIR file."""
    content, _ = export(person.own())
    response = HttpResponse(content, content_type="application/fhir+json")
    name = f"spineward-records-{clock.now().date().isoformat()}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """What becomes of what; out, and in."""
    if request.method == "GET":
        return _page(request, RecordForm())
    form = RecordForm(request.POST, request.FILES)
    if not form.is_valid():
        name_the_other_way(request, form, "spineward fhir import")
        return _page(request, form)
    try:
        taken = _take(form.cleaned_data["file"].read())
    except (Unreadable, Clash, Stranger) as trouble:
        refuse_file(form, trouble)
        return _page(request, form)
    reasons = list(taken.refused.items())
    context = {"taken": taken, "reasons": reasons[:SHOWN], "more": len(reasons[SHOWN:])}
    return render(request, "account/records_in.html", context)


def _take(content: bytes) -> Taken:
    return bring_in(person.own(), read(content, clock.now()))


def _page(request: HttpRequest, form: RecordForm) -> HttpResponse:
    rows = [(what, TYPES[name]) for name, (what, _) in BECOMES.items()]
    return render(request, "account/records.html", {"form": form, "rows": rows})
