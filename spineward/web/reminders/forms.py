"""What may a person choose? Times, as short lists; nothing is chosen for them."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from django import forms

from spineward.clinical.catalogue import limit
from spineward.diary.journey import REMINDER_EVERY, REMINDER_HOURS
from spineward.web.shell.fields import Choice, Pick


def times() -> list[tuple[str, str]]:
    """Every half hour at which a reminder may come."""
    first, last = REMINDER_HOURS
    found = [
        f"{hour:02}:{minute:02}"
        for hour in range(first.hour, last.hour + 1)
        for minute in (0, 30)
        if hour < last.hour or minute <= last.minute
    ]
    return [(one, one) for one in found]


class SessionsForm(forms.Form):
    """At which times of the day a session may start; one is needed, the others are free."""

    first = Pick("First time", times())
    second = Pick("Second time, if you like", times(), required=False)
    third = Pick("Third time, if you like", times(), required=False)

    def clean(self) -> dict[str, Any]:
        """Times lie as far apart as sessions do."""
        data = super().clean() or {}
        hours = limit("cap.hours_between")
        at = sorted(int(one[:2]) * 60 + int(one[3:]) for one in self._given(data))
        if any(late - early < hours * 60 for early, late in pairwise(at)):
            self.add_error("second", f"Choose times at least {hours} hours apart")
        return data

    def choice(self) -> dict[str, Any]:
        """The choice as the diary keeps it."""
        return {"at": self._given(self.cleaned_data)}

    @staticmethod
    def _given(data: dict[str, Any]) -> list[str]:
        return [data[name] for name in ("first", "second", "third") if data.get(name)]


class RecheckForm(forms.Form):
    """At which time of the day the weekly questions are asked for."""

    at = Pick("At what time?", times())

    def choice(self) -> dict[str, Any]:
        """The choice as the diary keeps it."""
        return {"at": self.cleaned_data["at"]}


class SittingForm(forms.Form):
    """How often a break from sitting comes on workdays, and between which hours."""

    every = Choice("How often?", [(str(one), f"Every {one} minutes") for one in REMINDER_EVERY])
    start = Pick("From", times())
    end = Pick("Until", times())

    def clean(self) -> dict[str, Any]:
        """There is room for one break at least: all steps are an hour at most."""
        data = super().clean() or {}
        start, end, every = (data.get(name) for name in ("start", "end", "every"))
        if start and end and every and _minutes(end) - _minutes(start) < int(every):
            self.add_error("end", "Choose an end that comes later: Until")
        return data

    def choice(self) -> dict[str, Any]:
        """The choice as the diary keeps it."""
        chosen = self.cleaned_data
        return {"every": int(chosen["every"]), "start": chosen["start"], "end": chosen["end"]}


def _minutes(at: str) -> int:
    return int(at[:2]) * 60 + int(at[3:])


FORMS: Mapping[str, type[SessionsForm | RecheckForm | SittingForm]] = {
    "sessions": SessionsForm,
    "recheck": RecheckForm,
    "sitting": SittingForm,
}
"""The form of each kind of reminder."""
