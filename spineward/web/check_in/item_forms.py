"""What does a touched line ask? The item's own page, its clarifier, and "which of these is it?"."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms

from spineward.clinical.library import movements
from spineward.clinical.questions import Item, Line
from spineward.web.check_in.forms import EXACT, choices, iso, say, when_field
from spineward.web.shell.fields import Choice, Day, Ticks, Whole

UNKNOWN = ("yes", "no", "not_sure")
PLAIN = ("yes", "no")
SEXUAL = ("changed", "no_change", "does_not_apply", "prefer_not_to_say", "not_sure")
AFFIRMED = ("yes", "changed")
PROCEDURES = ("surgery", "injection_or_epidural", "instrumentation")
USUAL = ("before_episode", "same_as_usual")
HIP_DAY = "since_CL3"


class DatedForm(forms.Form):
    """A form whose "when?" answers may be a day typed in."""

    def __init__(self, now: datetime, data: Any = None) -> None:
        super().__init__(data)
        self.now = now

    def add_when(self, name: str, label: str, **options: Any) -> None:
        """One "when?" question with its day boxes."""
        self.fields[name] = when_field(label, **options)
        self.fields[f"{name}_day"] = Day("The day, if you know it", self.now.date(), required=False)

    def clean(self) -> dict[str, Any]:
        """A day that was said to be known has to be there."""
        data: dict[str, Any] = super().clean() or {}
        for name in list(self.fields):
            day = f"{name}_day"
            if data.get(name) == EXACT and not data.get(day) and day not in self.errors:
                self.add_error(day, "Enter the day, for example 27 3 2026")
        return data

    def day(self, name: str) -> str | None:
        """The day of a "when?" answer as text; None when there is none."""
        return iso(self.cleaned_data, name, self.now)


class ItemForm(DatedForm):
    """The full question of one red-flag item, and what follows from a yes."""

    def __init__(self, item: Item, now: datetime, data: Any = None) -> None:
        super().__init__(now, data)
        self.item = item
        answers = SEXUAL if item.answers == "sexual" else UNKNOWN
        self.fields["answer"] = Choice(say("field.answer.label"), choices(answers))
        self.affirmed = bool(data) and self.data.get("answer") in AFFIRMED
        for feature in item.always:
            label = say(f"item.{item.id}.detail.{feature}")
            self.fields[f"detail_{feature}"] = Choice(label, choices(UNKNOWN), inline=True)
        for feature in item.features:
            label = say(f"item.{item.id}.detail.{feature}")
            self.fields[f"detail_{feature}"] = Choice(
                label, choices(UNKNOWN), inline=True, required=self.affirmed
            )
        self._add_dates(item.dates)
        for name in USUAL if item.usual else ():
            self.fields[name] = Choice(
                say(f"field.{name}.label"),
                choices(PLAIN),
                hint=say(f"field.{name}.help"),
                inline=True,
                required=self.affirmed and (name == USUAL[0] or self._long_standing),
            )

    @property
    def _long_standing(self) -> bool:
        """Only trouble from before the back trouble can be "exactly the same" (spec 1.4)."""
        return bool(self.data.get(USUAL[0]) == "yes")

    def asked_first(self) -> list[forms.BoundField]:
        """What is asked whatever the answer is."""
        return [self["answer"], *(self[f"detail_{feature}"] for feature in self.item.always)]

    def follow_ups(self) -> list[forms.BoundField]:
        """What a yes or a "not sure" opens, in the order asked, each day under its question."""
        first = {field.name for field in self.asked_first()}
        return [field for field in self if field.name not in first]

    def _add_dates(self, dates: tuple[str, ...]) -> None:
        never = {"worsened": ("never", say("choice.never"))}
        nobody = ("none", say("choice.no"))
        for name in dates:
            label, hint = say(f"field.{name}.label"), say(f"field.{name}.help")
            if name == "told_ok":
                answers = (*PLAIN, "not_discussed")
                self.fields[name] = Choice(label, choices(answers), required=False)
                continue
            extra = None if name == "since" else never.get(name, nobody)
            self.add_when(name, label, hint=hint, extra=extra, required=self.affirmed)

    def clean(self) -> dict[str, Any]:
        """Who was examined is asked what was said about exercise."""
        data = super().clean()
        seen = any(data.get(name) not in (None, "", "none") for name in ("examined", "reviewed"))
        if self.affirmed and seen and "told_ok" in self.fields and not data.get("told_ok"):
            self.add_error("told_ok", f"Choose an answer: {say('field.told_ok.label')}")
        return data

    def answers(self) -> dict[str, Any]:
        """The answers as part of a Situation; what does not apply any more is withdrawn."""
        data, id = self.cleaned_data, self.item.id
        answer = data["answer"]
        found: dict[str, Any] = {"item": {id: answer}}
        asked = answer not in ("no", "no_change", "does_not_apply")
        features = (*self.item.features, *self.item.always) if asked else self.item.always
        detail = {f: data[f"detail_{f}"] for f in features if data.get(f"detail_{f}")}
        if detail:
            found["detail"] = {id: detail}
        if not self.item.usual:
            # "Not as usual" was the word of a session (row 3, 4): now the dates given here say it.
            found["same_as_usual"] = {id: None}
        if asked:
            for name in self.item.dates:
                value = data.get(name) if name == "told_ok" else self.day(name)
                found[name] = {id: value or None}
            for name in USUAL if self.item.usual else ():
                told = data.get(name) if name == USUAL[0] or self._long_standing else None
                found[name] = {id: told or None}
        return found


class ClarifyForm(forms.Form):
    """The one clarifying question of an item that was answered "not sure"."""

    def __init__(self, item: Item, data: Any = None) -> None:
        super().__init__(data)
        self.item = item
        self.fields["answer"] = Choice(say(f"item.{item.id}.clarify"), choices(UNKNOWN))

    def answers(self) -> dict[str, Any]:
        """The item's final answer: the clarifier's harmless answer clears it, the other affirms."""
        answer = self.cleaned_data["answer"]
        if answer != "not_sure":
            sexual = self.item.answers == "sexual"
            clear, yes = ("no_change", "changed") if sexual else ("no", "yes")
            answer = clear if answer == self.item.clarify_clear else yes
        return {"item": {self.item.id: answer}}


class HealthForm(DatedForm):
    """Which of the things on one health line is it, and what belongs to it."""

    def __init__(self, line: Line, now: datetime, data: Any = None) -> None:
        super().__init__(now, data)
        self.line = line
        for name, control in self._controls():
            self.fields[name] = control
        if "spine_procedure" in line.fields:
            self.add_when("procedure_when", "When was it?")
            self._add_team()
        if "CL3" in line.clearance:
            self.add_when(HIP_DAY, say("field.cl3_date.label"), required=False)

    def _controls(self) -> Iterator[tuple[str, forms.Field]]:
        for key in self.line.background:
            yield key, Choice(self._label(f"background.{key}"), choices(UNKNOWN), inline=True)
        for key in self.line.clearance:
            yield key, Choice(self._label(f"clearance.{key}"), choices(UNKNOWN), inline=True)
            label, hint = say("field.cleared.label"), say("field.cleared.help")
            yield (
                f"cleared_{key}",
                Choice(label, choices(PLAIN), hint=hint, inline=True, required=False),
            )
        if "pregnant" in self.line.fields:
            yield "pregnant", Choice(say("field.pregnant.label"), choices(UNKNOWN))
            yield "pregnant_week", Whole(say("field.pregnant_week.label"), 1, 42, required=False)
        if "spine_procedure" in self.line.fields:
            yield "procedure", Choice(say("field.spine_procedure.label"), choices(PROCEDURES))

    def _label(self, id: str) -> str:
        """The question of one thing; what the heading says already is not said twice."""
        said = say(f"health.{self.line.id}.line")
        return say("field.answer.label") if say(id) == said else say(id)

    def _add_team(self) -> None:
        named = [(id, say(f"movement.{id}.name")) for id in movements()]
        self.fields["team_allowed"] = Ticks(
            say("field.team_allowed.label"), named, none="They named none"
        )

    def clean(self) -> dict[str, Any]:
        """A yes to a clearance question asks whether someone has cleared it."""
        data = super().clean()
        for key in self.line.clearance:
            if data.get(key) not in (None, "no") and not data.get(f"cleared_{key}"):
                self.add_error(f"cleared_{key}", f"Choose an answer: {say('field.cleared.label')}")
        return data

    def answers(self) -> dict[str, Any]:
        """The answers as part of a Situation."""
        data, found = self.cleaned_data, dict[str, Any]()
        if self.line.background:
            found["background"] = {key: data[key] for key in self.line.background}
        if self.line.clearance:
            found["clearance"] = {key: data[key] for key in self.line.clearance}
            found["cleared"] = {key: data[f"cleared_{key}"] or None for key in self.line.clearance}
        if data.get(HIP_DAY):
            found["since"] = {"CL3": self.day(HIP_DAY)}
        if "pregnant" in self.line.fields:
            found["pregnant"] = data["pregnant"]
            found["pregnant_week"] = data["pregnant_week"] if data["pregnant"] == "yes" else None
        if "spine_procedure" in self.line.fields:
            found["spine_procedure"] = [
                {"kind": data["procedure"], "on": self.day("procedure_when")}
            ]
            found["team_allowed"] = data["team_allowed"]
        return found
