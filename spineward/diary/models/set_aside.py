"""What arrived and had no place? An entry made without a network, kept whole with the reason."""

from django.db import models

from spineward.diary.models.entry import Entry


class SetAside(Entry):
    """An entry that the diary refused. `event` is all of it, as sent; `why` is what was said.

    It decides nothing, save that a call for help in a session still counts (diary/arrived.py).
    """

    event = models.JSONField()
    why = models.TextField()
