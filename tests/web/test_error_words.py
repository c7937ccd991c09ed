"""Are errors in our own plain words? Whatever is posted, Django's own sentences are never shown.

Hazards: H-08.
"""

from datetime import date
from typing import Any

import pytest
from django import forms

from spineward.web.account.forms import ForgetForm, NumberForm
from spineward.web.shell.fields import Choice, Day, Note, Pick, Scale, Ticks, Whole, Words
from tests.content.reading import split

TODAY = date(2026, 11, 20)
ODD: tuple[Any, ...] = ("", "x", "1" * 40, "-1", "99999999999", "<b>", "1.5", "no such", " ")
CHOICES = (("a", "Yes"), ("b", "No"))
FIELDS: dict[str, forms.Field] = {
    "choice": Choice("Is it so?", CHOICES),
    "pick": Pick("Which one?", CHOICES),
    "ticks": Ticks("Which fit?", CHOICES),
    "scale": Scale("How strong?"),
    "whole": Whole("How old are you?", 0, 120),
    "day": Day("When was it?", TODAY),
    "words": Words("Which task?"),
    "note": Note("In your own words"),
    "number": NumberForm.base_fields["number"],
    "other number": NumberForm.base_fields["other"],
    "sure": ForgetForm.base_fields["sure"],
}


def errors(field: forms.Field, value: Any) -> list[str]:
    """What is said of one value."""
    try:
        field.clean(value)
    except forms.ValidationError as error:
        return list(error.messages)
    return []


def values(name: str) -> list[Any]:
    """Odd values in the shape in which a browser posts that field."""
    if name == "ticks":
        return [[], ["x"], ["a", "none"]]
    if name == "day":
        return [["", "", ""], ["x", "1", "2026"], ["31", "2", "2026"], ["1", "1", "2030"]]
    if name in ("words", "note"):
        return ["x" * 2_001, "a\x00b"]
    return list(ODD)


@pytest.mark.parametrize("name", FIELDS)
def test_every_error_is_short_and_plain(name: str) -> None:
    """The label that ends an error is measured by itself (tests/content/test_words.py)."""
    said = [line for value in values(name) for line in errors(FIELDS[name], value)]
    for line in said:
        assert not line.startswith(("Ensure", "This field", "Select a valid", "Enter a valid"))
        for sentence in split(name, line.removesuffix(f": {FIELDS[name].label}")):
            assert len(sentence.words) <= 15, line
            assert sentence.grade is None or sentence.grade <= 6, line
    assert said
