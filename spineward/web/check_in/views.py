"""What does a page of the check-in do? Show one question, save its answer, go on to the next."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from spineward.clinical.conditions import seated_check
from spineward.clinical.questions import forms as field_pages
from spineward.clinical.questions import items, pages
from spineward.diary import journey
from spineward.web.check_in import screen
from spineward.web.check_in.forms import FieldsForm
from spineward.web.check_in.item_forms import ClarifyForm, HealthForm, ItemForm
from spineward.web.check_in.way import Way, onward, signs_page, way
from spineward.web.shell import reasons
from spineward.web.shell.drawing.strength import strength_pictures
from spineward.web.shell.forms import client_id, posted

ANSWERS = ("none", "some", "unsure")
"""The three buttons of a tick page."""
OWN_TEMPLATES = {"strength": "check_in/strength.html", "weekly": "check_in/weekly.html"}
"""Pages of fields that need more than one field after the other."""


def start(request: HttpRequest) -> HttpResponse:
    """To the first page that is due."""
    here = way(request)
    signs = signs_page(here)
    return onward(here) if signs is None else redirect(signs)


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, page: str) -> HttpResponse:
    """One page, whichever kind it is."""
    here = way(request)
    kind, _, id = page.partition(".")
    if page in pages():
        return _tick_page(request, here, page)
    if kind == "item" and id in items() and not items()[id].derived:
        form = ItemForm(items()[id], here.now, posted(request))
        return _form_page(request, here, page, form, "check_in/item.html", {"id": id})
    if kind == "clarify" and id in items():
        clarify = ClarifyForm(items()[id], posted(request))
        return _form_page(request, here, page, clarify, "check_in/clarify.html", {"id": id})
    if kind == "health" and (line := _health_line(id)):
        health = HealthForm(line, here.now, posted(request))
        return _form_page(request, here, page, health, "check_in/health.html", {"id": id})
    if page in field_pages():
        return _fields_page(request, here, page)
    raise Http404


def _health_line(id: str) -> Any:
    lines = (line for page in pages().values() for line in page.lines)
    return next((line for line in lines if line.id == id and line.asks), None)


def _save(request: HttpRequest, here: Way, page: str, answers: dict[str, Any], **more: Any) -> None:
    journey.answer(here.person, page, answers, now=here.now, client_id=client_id(request), **more)


def _tick_page(request: HttpRequest, here: Way, page: str) -> HttpResponse:
    """Q1-Q7 and QS: a tick list, "None of these", and "Not sure about one"."""
    lines = screen.shown(pages()[page], here.situation)
    ticked = frozenset(request.POST.getlist("tick")) & {line.id for line in lines}
    chosen = request.POST.get("answer", "")
    problem = ""
    if request.method == "POST":
        problem = _problem(chosen, ticked)
        if not problem:
            unsure = chosen == "unsure"
            answers = screen.answers(pages()[page], ticked, here.situation, unsure=unsure)
            _save(request, here, page, answers, ticked=ticked)
            return onward(here)
    context = {
        "page": page,
        "lines": lines,
        "ticked": ticked,
        "errors": [("ticks", problem)] if problem else [],
        "step": here.step_of(page),
        "muted": here.situation.same_as_usual,
    }
    return render(request, "check_in/ticks.html", context)


def _problem(chosen: str, ticked: frozenset[str]) -> str:
    if chosen == "none" and ticked:
        return "You ticked a line and chose 'None of these'. Untick it, or 'Go on with ticks'."
    if chosen == "unsure" and not ticked:
        return "Tick the line you are not sure about. Its own page helps you decide."
    if chosen == "some" and not ticked:
        return "Tick what is true, or choose 'None of these'."
    return "" if chosen in ANSWERS else "Choose an answer."


def _fields_page(request: HttpRequest, here: Way, page: str) -> HttpResponse:
    tasks = journey.last_tasks(here.person) if page == "weekly" else ()
    form = FieldsForm(field_pages()[page], here.situation, here.now, posted(request), tasks=tasks)
    saves: dict[str, Callable[[], None]] = {
        "weekly": lambda: _save_weekly(request, here, form),
        "changes": lambda: _save_changes(request, here, form),
    }
    template = OWN_TEMPLATES.get(page, "check_in/fields.html")
    more: dict[str, Any] = {"seated": seated_check(here.situation)}
    if page == "strength":
        more["pictures"] = {one.name: _pictures(one.name, **more) for one in form.asked}
    return _form_page(request, here, page, form, template, more, saves.get(page))


def _pictures(test: str, *, seated: bool) -> tuple[str, ...]:
    """The stills of one strength test, named and told by its own words."""
    if seated:
        title, desc = f"strength.{test}.seated_name", f"strength.{test}.seated"
    else:
        title, desc = f"strength.{test}.name", f"strength.{test}.how"
    return strength_pictures(test, seated, reasons.text(title), reasons.text(desc))


def _form_page(
    request: HttpRequest,
    here: Way,
    page: str,
    form: Any,
    template: str,
    more: dict[str, Any],
    save: Callable[[], None] | None = None,
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        if save is None:
            _save(request, here, page, form.answers())
        else:
            save()
        return onward(here)
    context = {"page": page, "form": form, "step": here.step_of(page), **more}
    return render(request, template, context)


def _save_weekly(request: HttpRequest, here: Way, form: FieldsForm) -> None:
    journey.weekly(here.person, form.answers(), now=here.now, client_id=client_id(request))
    _save(request, here, "weekly", {})


def _save_changes(request: HttpRequest, here: Way, form: FieldsForm) -> None:
    changed = form.cleaned_data["health_changed"] != "no"
    _save(request, here, "changes", {}, ticked=("changed",) if changed else ())
