"""Which kinds of question can a page ask? Form fields drawn as large, plain controls.

Nothing is pre-filled: an unanswered field stays empty, and a required one says so by name.
Templates: shell/field/*.html, in the markup of nhsuk-frontend.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django import forms

NONE = "none"
"""The value of the exclusive box "None of these"."""


class _OneOf(forms.ChoiceField):
    """One of the answers offered; what is not among them is named."""

    def __init__(
        self, label: str, choices: Sequence[tuple[str, str]], *, hint: str, required: bool
    ) -> None:
        super().__init__(
            label=label,
            choices=choices,
            help_text=hint,
            required=required,
            error_messages={
                "required": f"Choose an answer: {label}",
                "invalid_choice": f"%(value)s is not an answer here: {label}",
            },
        )


class Choice(_OneOf):
    """One of a few answers, as radios. `hint` stands under the question, `inline` side by side."""

    widget = forms.RadioSelect

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[str, str]],
        *,
        hint: str = "",
        inline: bool = False,
        required: bool = True,
    ) -> None:
        super().__init__(label, choices, hint=hint, required=required)
        self.template_name = "shell/field/choice.html"
        self.inline = inline


class Pick(_OneOf):
    """One of a longer list, as the device's own picker; the first entry is no answer."""

    widget = forms.Select

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[str, str]],
        *,
        hint: str = "",
        required: bool = True,
    ) -> None:
        super().__init__(label, [("", "Choose"), *choices], hint=hint, required=required)
        self.template_name = "shell/field/pick.html"


class Ticks(forms.MultipleChoiceField):
    """Any of a list, with an exclusive "None of these" that must be ticked to mean no."""

    widget = forms.CheckboxSelectMultiple

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[str, str]],
        *,
        hint: str = "",
        none: str = "None of these",
        required: bool = True,
    ) -> None:
        self.none = none
        super().__init__(
            label=label,
            choices=[*choices, (NONE, none)] if none else choices,
            help_text=hint,
            required=required,
            error_messages={
                "required": f"Tick what fits, or '{none}': {label}",
                "invalid_choice": f"%(value)s is not an answer here: {label}",
            },
        )
        self.template_name = "shell/field/ticks.html"

    def clean(self, value: Any) -> list[str]:
        """The ticked values without "none"; both at once is an error."""
        ticked: list[str] = super().clean(value)
        if NONE in ticked and len(ticked) > 1:
            raise forms.ValidationError(f"Tick '{self.none}' alone, or what fits: {self.label}")
        return [one for one in ticked if one != NONE]


class Scale(forms.TypedChoiceField):
    """A whole number as a row of buttons, by default 0 to 10."""

    widget = forms.RadioSelect

    def __init__(
        self,
        label: str,
        *,
        low: int = 0,
        high: int = 10,
        ends: tuple[str, str] = ("", ""),
        hint: str = "",
        required: bool = True,
    ) -> None:
        super().__init__(
            label=label,
            choices=[(str(value), str(value)) for value in range(low, high + 1)],
            coerce=int,
            empty_value=None,
            help_text=hint,
            required=required,
            error_messages={
                "required": f"Choose a number from {low} to {high}: {label}",
                "invalid_choice": f"%(value)s is not allowed; {low} to {high}: {label}",
            },
        )
        self.template_name = "shell/field/scale.html"
        self.ends = ends


class Whole(forms.IntegerField):
    """A whole number typed in, with its allowed range in the message."""

    widget = forms.TextInput

    def __init__(
        self, label: str, low: int, high: int, *, hint: str = "", required: bool = True
    ) -> None:
        allowed = f"a whole number from {low} to {high}"
        super().__init__(
            label=label,
            min_value=low,
            max_value=high,
            help_text=hint,
            required=required,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            error_messages={
                "required": f"Enter {allowed}: {label}",
                "invalid": f"Enter {allowed}: {label}",
                "min_value": f"%(show_value)s is not allowed; {allowed}: {label}",
                "max_value": f"%(show_value)s is not allowed; {allowed}: {label}",
            },
        )
        self.template_name = "shell/field/whole.html"


class Words(forms.CharField):
    """A few words of the person on one line, never required."""

    def __init__(self, label: str, *, hint: str = "", longest: int = 80) -> None:
        super().__init__(
            label=label,
            help_text=hint,
            required=False,
            max_length=longest,
            error_messages={
                "max_length": f"Use up to {longest} letters: {label}",
                "null_characters_not_allowed": f"Use letters: {label}",
            },
        )
        self.template_name = "shell/field/words.html"


class Note(Words):
    """Free words of the person, never required."""

    widget = forms.Textarea

    def __init__(self, label: str, *, hint: str = "", longest: int = 2000) -> None:
        super().__init__(label, hint=hint, longest=longest)
        self.template_name = "shell/field/note.html"


class _Boxes(forms.MultiWidget):
    """Day, month and year in three boxes."""

    def __init__(self) -> None:
        super().__init__({name: forms.TextInput() for name in ("day", "month", "year")})

    def decompress(self, value: date | None) -> list[int | None]:
        """A date as the three numbers of its boxes."""
        return [value.day, value.month, value.year] if value else [None, None, None]


class Day(forms.Field):
    """A date, not in the future. `today` is passed in, so that tests and time zones agree."""

    widget = _Boxes

    def __init__(self, label: str, today: date, *, hint: str = "", required: bool = True) -> None:
        super().__init__(label=label, help_text=hint, required=required)
        self.template_name = "shell/field/day.html"
        self.today = today

    def clean(self, value: Any) -> date | None:
        """The date of the three boxes; raises ValidationError naming what is allowed."""
        day, month, year = (str(part or "").strip() for part in (value or ("", "", "")))
        if not (day or month or year):
            if self.required:
                raise forms.ValidationError(f"Enter a date, for example 27 3 2026: {self.label}")
            return None
        try:
            found = date(int(year), int(month), int(day))
        except (ValueError, OverflowError):
            raise forms.ValidationError(
                f"{day} {month} {year} is not a date. Enter one like 27 3 2026: {self.label}"
            ) from None
        if found > self.today:
            raise forms.ValidationError(
                f"{day_text(found)} is in the future. Enter today or earlier: {self.label}"
            )
        if found < self.today - timedelta(days=120 * 366):
            raise forms.ValidationError(f"{year} is too long ago: {self.label}")
        return found


def day_text(day: date) -> str:
    """A day as people write it: "5 March 2026"."""
    return f"{day.day} {day:%B %Y}"


def day_of(choice: str, now: datetime) -> date:
    """The calendar day that a quick answer stands for."""
    return (now - timedelta(days=int(choice))).date()
