"""Was something entered wrong? The chart of an earlier check-in is put right by a new row."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from spineward.clinical.facts import CheckInRecord
from spineward.diary import journey
from spineward.diary.trouble import NotFound
from spineward.web.check_in.chart_forms import GradesForm, chart_answers
from spineward.web.shell import clock, person
from spineward.web.shell.forms import client_id, posted
from spineward.web.shell.places import key, places


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, id: int) -> HttpResponse:
    """How strong it was in each place; the old row stays in the diary, marked as corrected."""
    own, now = person.own(), clock.now()
    try:
        found = journey.entry(own, "check_in", id)
    except NotFound:
        raise Http404 from None
    if found.corrected or not isinstance(found.facts, CheckInRecord) or not found.facts.chart:
        return redirect("diary")
    marks = found.facts.chart
    felt = places(key((mark.zone, mark.side)) for mark in marks)
    form = GradesForm(felt, posted(request), may_clear=True)
    if form.is_valid():
        changes = chart_answers(form.marks())
        journey.correct_check_in(own, id, changes, now=now, client_id=client_id(request))
        return redirect("diary")
    context = {"form": form, "entry": found, "marks": marks}
    return render(request, "check_in/correct.html", context)
