"""What did the person want to remember? Free words on a day, a check-in, a session or one set."""

from django.db import models

from spineward.diary.models.check_in import CheckIn
from spineward.diary.models.entry import Entry
from spineward.diary.models.session import Session, SessionEvent


class Note(Entry):
    """A note; with none of the links it belongs to its day.

    `kind` is empty for a plain note, else "goal" (what I want to do again), "question" (what I want
    answered) or "worse" (this made me worse). A note of kind worse may name the `movement`, and the
    day `on` which it was. No rule reads a note.
    """

    text = models.TextField()
    check_in = models.ForeignKey(CheckIn, null=True, on_delete=models.CASCADE, related_name="notes")
    session = models.ForeignKey(Session, null=True, on_delete=models.CASCADE, related_name="notes")
    event = models.ForeignKey(
        SessionEvent, null=True, on_delete=models.CASCADE, related_name="notes"
    )
    kind = models.CharField(max_length=10, default="")
    movement = models.CharField(max_length=10, default="")
    on = models.DateField(null=True, default=None)
