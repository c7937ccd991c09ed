"""How does a page of fields become a form? Each kind of field gets its control.

What comes out of `answers()` is a part of a Situation by its field names, as the diary stores it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms

from spineward.clinical.body import LEGS
from spineward.clinical.catalogue import words
from spineward.clinical.conditions import holds
from spineward.clinical.facts import Situation
from spineward.clinical.intake import FEATURES
from spineward.clinical.questions import Field, Form
from spineward.diary.check import LONGEST_TASK, MOST_TASKS
from spineward.web.shell.fields import Choice, Day, Pick, Scale, Whole, Words, day_of

EXACT = "date"
WHEN = {
    "0": "Today",
    "1": "Yesterday",
    "3": "A few days ago",
    "7": "About a week ago",
    "14": "About 2 weeks ago",
    "21": "About 3 weeks ago",
    "30": "About a month ago",
    "60": "About 2 months ago",
    "120": "3 to 6 months ago",
    "365": "A year ago or more",
    EXACT: "I know the day",
}
"""Quick answers to "since when?": nobody in pain has to type a date."""
AWAKE = (
    ("under", "Less than an hour ago"),
    ("over", "More than an hour ago"),
    ("unknown", "I do not know"),
)
TASKS = range(1, MOST_TASKS + 1)
FEW = 10
"""Up to this many numbers are buttons to tap; more are typed."""


def say(id: str) -> str:
    """One sentence of the words, or nothing where there is none."""
    found = words().get(id, "")
    return found if isinstance(found, str) else " ".join(found)


def choices(answers: tuple[str, ...]) -> list[tuple[str, str]]:
    """Answers with their words."""
    return [(answer, say(f"choice.{answer}")) for answer in answers]


class FieldsForm(forms.Form):
    """The fields of one page that apply to this person, in order, none of them filled in."""

    def __init__(
        self,
        page: Form,
        situation: Situation,
        now: datetime,
        data: Any = None,
        *,
        tasks: Sequence[str] = (),
    ) -> None:
        """`tasks` are the names of the own tasks of last week: they stay, their numbers do not."""
        names = {f"task_{count}": name for count, name in enumerate(tasks, 1)}
        super().__init__(data, initial=names)
        self.page, self.now = page, now
        self.asked = [one for one in page.fields if holds(one.when, situation)]
        for one in self.asked:
            for name, control in _controls(one, now):
                self.fields[name] = control

    @property
    def plain(self) -> list[forms.BoundField]:
        """All fields but the own tasks."""
        own = {name for pair in self.tasks for name in (pair[0].name, pair[1].name)}
        return [field for field in self if field.name not in own]

    @property
    def tasks(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The own tasks, each by name and number; none on a page that does not ask for them."""
        asked = any(one.kind == "tasks" for one in self.asked)
        return [(self[f"task_{n}"], self[f"score_{n}"]) for n in TASKS] if asked else []

    def clean(self) -> dict[str, Any]:
        """A day that was said to be known has to be there, and the leg follows the bout."""
        data: dict[str, Any] = super().clean() or {}
        for one in self.asked:
            day = f"{one.name}_day"
            known = one.kind == "date" and data.get(one.name) == EXACT
            if known and not data.get(day) and day not in self.errors:
                self.add_error(day, "Enter the day, for example 27 3 2026")
            if one.kind == "tasks":
                self._scored(data)
        start, onset = (iso(data, name, self.now) for name in ("episode_start", "leg_onset"))
        if start and onset and onset < start:
            self.add_error("leg_onset", "This is before the bout began. Change one of the two days")
        return data

    def _scored(self, data: Mapping[str, Any]) -> None:
        """A task by name has its number; a number without a name says nothing and is left out."""
        for count in TASKS:
            score = f"score_{count}"
            if data.get(f"task_{count}") and data.get(score) is None and score not in self.errors:
                self.add_error(score, "Choose a number for this, or empty its name")

    def answers(self) -> dict[str, Any]:
        """The answers as part of a Situation."""
        found: dict[str, Any] = {}
        for one in self.asked:
            found = _joined(found, _read(one, self.cleaned_data, self.now))
        return found


def _joined(one: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """Both together; tables under the same name are joined as deep as they go."""
    found = dict(one)
    for key, value in more.items():
        before = found.get(key)
        if isinstance(value, dict) and isinstance(before, dict):
            found[key] = _joined(before, value)
        else:
            found[key] = value
    return found


def when_field(
    label: str, *, hint: str = "", extra: tuple[str, str] | None = None, required: bool = True
) -> Pick:
    """ "Since when?" without typing; `extra` is one more answer on top: "not in the leg"."""
    options = [*([extra] if extra else []), *WHEN.items()]
    return Pick(label, options, hint=hint, required=required)


def iso(data: Mapping[str, Any], name: str, now: datetime) -> str | None:
    """The day that a when-field and its boxes stand for, as text."""
    chosen = data.get(name)
    if not chosen:
        return None
    if chosen == EXACT:
        return data[f"{name}_day"].isoformat() if data.get(f"{name}_day") else None
    return day_of(chosen, now).isoformat() if chosen in WHEN else None


def _controls(field: Field, now: datetime) -> Iterator[tuple[str, forms.Field]]:
    """The controls of one field, most often one."""
    name = field.name
    if field.kind == "date":
        extra = (field.or_answer, say(f"choice.{field.or_answer}")) if field.or_answer else None
        hint = say(f"field.{name}.help")
        yield name, when_field(say(f"field.{name}.label"), hint=hint, extra=extra)
        yield f"{name}_day", Day("The day, if you know it", now.date(), required=False)
    elif field.kind == "strength":
        for leg in LEGS:
            yield f"{name}_{leg}", Choice(say(f"choice.{leg}"), choices(field.answers))
    elif field.kind == "tasks":
        for count in TASKS:
            label, hint = say("field.tasks.label"), say("field.tasks.help") if count == 1 else ""
            yield f"task_{count}", Words(label, hint=hint, longest=LONGEST_TASK)
            ends = (say("field.tasks.none"), say("field.tasks.most"))
            yield f"score_{count}", Scale(say("field.tasks.score"), ends=ends, required=False)
    else:
        yield name, _control(field)


def _control(field: Field) -> forms.Field:
    label, hint = say(f"field.{field.name}.label"), say(f"field.{field.name}.help")
    if field.kind == "number":
        low, high = field.low or 0, field.high or 0
        few = high - low < FEW
        if few:
            return Scale(label, low=low, high=high)
        return Whole(label, low, high, hint=hint, required=not field.optional)
    if field.kind == "scale":
        return Scale(label, hint=hint, ends=(say("scale.none"), say("scale.worst")))
    if field.kind == "change":
        steps = range(field.high or 3, (field.low or -3) - 1, -1)
        return Choice(label, [(str(n), say(f"change.{n}")) for n in steps], hint=hint)
    if field.kind == "time":
        return Choice(label, AWAKE, hint=hint)
    if field.kind == "feature":
        return Choice(say(f"feature.{field.name}"), choices(field.answers), inline=True)
    return Choice(label, choices(field.answers), hint=hint, inline=len(field.answers) == len(LEGS))


def _read(field: Field, data: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """The answers of one field by the names of a Situation."""
    name, value = field.name, data.get(field.name)
    if field.kind == "strength":
        return {"strength": {leg: {name: data[f"{name}_{leg}"]} for leg in LEGS}}
    if field.kind == "tasks":
        return _tasks(data)
    if field.kind == "feature" and name in FEATURES:
        return {"features": {name: value}}
    if field.kind == "date":
        value = "none" if value == field.or_answer else iso(data, name, now)
    elif field.kind == "change":
        value = int(str(value))
    elif field.kind == "time":
        value = _woke(str(value), now)
    return {name: value}


def _tasks(data: Mapping[str, Any]) -> dict[str, Any]:
    """The named tasks with their numbers; nothing where none is named."""
    told = [(data[f"task_{n}"], data[f"score_{n}"]) for n in TASKS if data.get(f"task_{n}")]
    if not told:
        return {}
    return {"tasks": [name for name, _ in told], "psfs": [score for _, score in told]}


def _woke(answer: str, now: datetime) -> str:
    """The strict reading of a rough answer: "less than an hour" counts from now on."""
    if answer == "unknown":
        return answer
    return (now if answer == "under" else now - timedelta(minutes=61)).isoformat()
