"""What was the person told? A rule that began to hold, read and put away; once for each time."""

from django.db import models

from spineward.diary.models.entry import Entry


class Told(Entry):
    """The person has read that this rule holds. With `over`: it has ceased to hold since.

    A rule without a row, or whose last row is `over`, is told when it holds. It decides nothing.
    """

    rule = models.CharField(max_length=20)
    over = models.BooleanField(default=False)
