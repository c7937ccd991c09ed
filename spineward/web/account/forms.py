"""What may be set? The emergency number, a diary to bring back, the word that forgets all."""

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils.text import capfirst

from spineward.web.shell.fields import Choice

NUMBERS = (
    ("112", "112 (Europe, and on most mobile phones)"),
    ("911", "911 (North America)"),
    ("999", "999 (UK, Ireland, Hong Kong and others)"),
    ("000", "000 (Australia)"),
    ("111", "111 (New Zealand)"),
    ("other", "Another number"),
)
FORGET = "forget"
MINE = "mine"
NO_FILE = "Choose the file of your diary"


class NumberForm(forms.Form):
    """Which number to call in an emergency."""

    number = Choice("Emergency number where you are", NUMBERS)
    other = forms.RegexField(
        r"^\+?[0-9](?: ?[0-9]){1,14}$",
        label="Another number",
        required=False,
        max_length=20,
        error_messages={
            "invalid": "Enter 2 to 15 digits, such as 112 or 999: Another number",
            "max_length": "Keep to 20 signs: Another number",
        },
    )

    def clean(self) -> dict[str, object]:
        """The other number is needed when it was chosen, and read only then."""
        data = super().clean() or {}
        if data.get("number", "other") != "other":
            self.errors.pop("other", None)
        if data.get("number") == "other" and not data.get("other") and "other" not in self.errors:
            self.add_error("other", "Enter 2 to 15 digits, such as 112 or 999: Another number")
        return data

    def chosen(self) -> str:
        """The number itself."""
        number = self.cleaned_data["number"]
        return str(self.cleaned_data["other"] if number == "other" else number)


class ForgetForm(forms.Form):
    """A deliberate yes, so that a stray tap cannot erase a diary."""

    sure = Choice(
        "Erase everything?",
        ((FORGET, "Yes, erase all I entered"), ("keep", "No, keep it")),
    )

    def wants_it(self) -> bool:
        """Did the person choose to be forgotten?"""
        return bool(self.cleaned_data["sure"] == FORGET)


class BackForm(forms.Form):
    """The file of a diary to bring back."""

    file = forms.FileField(
        label="The file of your diary",
        error_messages={
            "required": NO_FILE,
            "invalid": NO_FILE,
            "missing": NO_FILE,
            "empty": "This file is empty. Choose the file of your diary",
        },
    )


def name_the_other_way(request: HttpRequest, form: forms.Form, command: str) -> None:
    """A file that is larger than a page may take: the same by a command, which may."""
    if int(request.headers.get("Content-Length") or 0) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
        said = f"This file is too large. Use the command: {command}"
        form.errors["file"] = form.error_class([said])


class JoinForm(BackForm):
    """The same once more, and whose it is: two people must not become one diary."""

    whose = Choice(
        "Whose diary is in the file?",
        ((MINE, "Mine, as the one here"), ("other", "Someone else's, or not sure")),
    )

    def is_mine(self) -> bool:
        """Did the person say that both are theirs?"""
        return bool(self.cleaned_data["whose"] == MINE)


def refuse_file(form: forms.Form, trouble: Exception) -> None:
    """Say beside the file why nothing of it came in."""
    form.add_error("file", f"Nothing was changed. {capfirst(str(trouble))}")
