"""Which pills to ask about first? The medicine screen: never better than "ask first"."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from spineward.clinical.questions import medicines as groups
from spineward.diary import journey
from spineward.web.shell import clock, person
from spineward.web.shell.fields import Ticks
from spineward.web.shell.forms import client_id, posted
from spineward.web.shell.reasons import text


class MedicinesForm(forms.Form):
    """Three tick lists with "none of these", and one for what the person is not sure about."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for group, keys in groups().items():
            options = [(key, text(f"medicine.{key}")) for key in keys]
            self.fields[group] = Ticks(text(f"medicine_group.{group}"), options)
        every = [(key, text(f"medicine.{key}")) for keys in groups().values() for key in keys]
        self.fields["not_sure"] = Ticks("Are you not sure about any of these?", every)

    def answers(self) -> dict[str, Any]:
        """Every key answered: not sure wins over an untouched line, yes over not sure."""
        unsure = set(self.cleaned_data["not_sure"])
        found: dict[str, str] = {}
        for group, keys in groups().items():
            for key in keys:
                ticked = key in self.cleaned_data[group]
                found[key] = "yes" if ticked else "not_sure" if key in unsure else "no"
        return {"medicines": found}


@require_http_methods(["GET", "POST"])
def medicines(request: HttpRequest) -> HttpResponse:
    """The screen and, once answered, what came of it."""
    own, now = person.own(), clock.now()
    form = MedicinesForm(posted(request))
    if request.method == "POST" and form.is_valid():
        journey.answer(own, "medicines", form.answers(), now=now, client_id=client_id(request))
        return redirect("medicines")
    answered = "medicines" in journey.last_answered(own, now=now)
    result = journey.assessment(own, now=now) if answered else None
    return render(request, "care/medicines.html", {"form": form, "result": result})
