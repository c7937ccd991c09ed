"""What arrived and had no place? An entry made without a network, kept whole with the reason."""

from django.db import models

from spineward.diary.models.entry import Entry


class SetAside(Entry):
    """An entry that the diary refused. `event` is all of it, as sent; `why` is what was said.

    It opens nothing. A call for help in it counts (diary/calling.py), and so does every stop in a
    session (diary/happened.py).
    """

    event = models.JSONField()
    why = models.TextField()
