"""Has someone examined the person since the lock? The first of its two release steps."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from spineward.clinical.assessment import assess
from spineward.clinical.facts import Lock, Situation
from spineward.diary import journey
from spineward.web.check_in.forms import choices
from spineward.web.check_in.way import way
from spineward.web.shell.fields import Choice, Day, day_text
from spineward.web.shell.forms import client_id, posted


class ExaminedForm(forms.Form):
    """When, and what was said about exercise."""

    def __init__(self, lock: Lock, told: date, today: date, data: Any = None) -> None:
        super().__init__(data)
        self.lock, self.told = lock, told
        self.fields["day"] = Day("Which day was it?", today)
        if not self.crisis:
            self.fields["told_ok"] = Choice(
                "Did they say that exercise is fine?", choices(("yes", "no", "not_discussed"))
            )

    @property
    def crisis(self) -> bool:
        """A lock by A16 alone asks for contact with a crisis line or a professional (0.5)."""
        return {rule.removesuffix("?") for rule in self.lock.rules} == {"A16"}

    def clean_day(self) -> Any:
        """An examination before the lock does not open it; nor one told of before it."""
        day = self.cleaned_data["day"]
        if day < self.lock.fired_at.date():
            raise forms.ValidationError(
                f"This needs to be after the lock, so {day_text(self.lock.fired_at)} or later."
            )
        if day <= self.told:
            raise forms.ValidationError(
                "You told us of that visit before the lock. Please enter a later one."
            )
        return day

    def answers(self) -> dict[str, Any]:
        """The same examination for each rule that set the lock."""
        rules = [rule.removesuffix("?") for rule in self.lock.rules]
        day = self.cleaned_data["day"].isoformat()
        return {
            "examined": dict.fromkeys(rules, day),
            "told_ok": dict.fromkeys(rules, self.cleaned_data.get("told_ok", "yes")),
        }


def _told(known: Situation) -> date:
    """The last day of an examination that an open lock knew of when it fired."""
    still = [lock for lock in known.history.locks if lock.released_at is None]
    return max((day for lock in still for day in lock.examined.values()), default=date.min)


@require_http_methods(["GET", "POST"])
def examined(request: HttpRequest) -> HttpResponse:
    """Ask for the examination; then the fresh screen follows."""
    here = way(request)
    lock = assess(here.situation).locked
    if lock is None:
        return redirect("/")
    form = ExaminedForm(lock, _told(here.situation), here.now.date(), posted(request))
    if request.method == "POST" and form.is_valid():
        journey.answer(
            here.person, "examined", form.answers(), now=here.now, client_id=client_id(request)
        )
        return redirect("/check-in/")
    return render(request, "check_in/examined.html", {"form": form, "lock": lock})
