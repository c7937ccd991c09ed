"""What does the diary show? What happened, newest first, with what was decided then."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from spineward.diary import journey
from spineward.diary.trouble import NotFound
from spineward.web.shell import clock, person
from spineward.web.shell.forms import client_id


@require_GET
def diary(request: HttpRequest) -> HttpResponse:
    """One page of the diary."""
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isdigit() and 0 < int(asked) < 10_000 else 1
    return render(request, "progress/diary.html", {"page": journey.diary(person.own(), number)})


@require_http_methods(["GET", "POST"])
def note(request: HttpRequest) -> HttpResponse:
    """A note on the day, in the person's own words."""
    words = request.POST.get("note", "").strip()
    if request.method == "POST" and words:
        own, now = person.own(), clock.now()
        journey.note(own, words, now=now, client_id=client_id(request))
        return redirect("diary")
    return render(request, "progress/note.html", {"empty": request.method == "POST"})


@require_http_methods(["GET", "POST"])
def correct_note(request: HttpRequest, id: int) -> HttpResponse:
    """Other words for a note; the old ones stay, marked as corrected."""
    own = person.own()
    try:
        found = journey.entry(own, "note", id).notes[0]
    except NotFound:
        raise Http404 from None
    words = request.POST.get("note", "").strip()
    if found.corrected or words:
        if not found.corrected:
            journey.correct_note(own, id, words, client_id=client_id(request))
        return redirect("diary")
    context = {"empty": request.method == "POST", "before": found.text}
    return render(request, "progress/note.html", context)
