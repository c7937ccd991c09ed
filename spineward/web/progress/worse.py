"""What made it worse, and when? A short form; the check-in with its warning signs comes next."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from spineward.clinical.catalogue import words
from spineward.clinical.library import movements
from spineward.diary import journey
from spineward.web.shell import clock, fields, person
from spineward.web.shell.forms import client_id, posted

NO_MOVE = "none"
EARLIER = "earlier"
DAYS = (("0", "Today"), ("1", "Yesterday"), ("2", "2 days ago"), (EARLIER, "Earlier"))
SIGNS_FIRST = "/check-in/?signs=first"


class WorseForm(forms.Form):
    """Which movement or none, which day, and the person's own words."""

    template_name = "shell/field/_group.html"

    def __init__(self, now: datetime, data: Any = None) -> None:
        super().__init__(data)
        self.now = now
        self.fields["movement"] = fields.Pick("Was it one of the moves?", _moves())
        self.fields["when"] = fields.Choice("When was it?", DAYS)
        self.fields["day"] = fields.Day(
            "The day, if it was earlier", now.date(), hint="Leave it empty if not", required=False
        )
        self.fields["note"] = fields.Note(
            "In your own words", hint="What you did, and what you felt. You can leave it empty."
        )

    def clean(self) -> dict[str, Any]:
        """A day that was earlier has to be named."""
        given = super().clean() or self.cleaned_data
        if given.get("when") == EARLIER and not given.get("day") and "day" not in self.errors:
            self.add_error("day", "Enter a date, for example 27 3 2026: the day it was")
        return given

    def on(self) -> date:
        """The day that was meant."""
        when = self.cleaned_data["when"]
        day: date | None = self.cleaned_data["day"]
        return day if when == EARLIER and day else fields.day_of(when, self.now)

    def keep(self, now: datetime, id: UUID) -> None:
        """Keep it as a note of its kind."""
        movement = self.cleaned_data["movement"]
        journey.note(
            person.own(),
            self.cleaned_data["note"],
            now=now,
            client_id=id,
            kind="worse",
            movement="" if movement == NO_MOVE else movement,
            on=self.on(),
        )


def _moves() -> list[tuple[str, str]]:
    named = [(id, str(words()[f"movement.{id}.name"])) for id in movements()]
    return [(NO_MOVE, "No, or I am not sure which"), *named]


@require_http_methods(["GET", "POST"])
def worse(request: HttpRequest) -> HttpResponse:
    """Note it, then go on to the check-in, the warning signs first."""
    now = clock.now()
    form = WorseForm(now, posted(request))
    if request.method == "POST" and form.is_valid():
        form.keep(now, client_id(request))
        return redirect(SIGNS_FIRST)
    return render(request, "progress/worse.html", {"form": form})
