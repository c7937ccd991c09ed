"""What did the person want to remember? Free words on a day, a check-in, a session or one set."""

from django.db import models

from spineward.diary.models.check_in import CheckIn
from spineward.diary.models.entry import Entry
from spineward.diary.models.session import Session, SessionEvent


class Note(Entry):
    """A note; with none of the links it belongs to its day."""

    text = models.TextField()
    check_in = models.ForeignKey(CheckIn, null=True, on_delete=models.CASCADE, related_name="notes")
    session = models.ForeignKey(Session, null=True, on_delete=models.CASCADE, related_name="notes")
    event = models.ForeignKey(
        SessionEvent, null=True, on_delete=models.CASCADE, related_name="notes"
    )
