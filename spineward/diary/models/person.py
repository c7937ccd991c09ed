"""Whose diary is it? Every row belongs to one person, and every query starts from one."""

import uuid
from typing import ClassVar

from django.db import models


class Person(models.Model):
    """Someone with a diary. `own` marks the one person of a private installation."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    own = models.BooleanField(null=True, unique=True, default=None)
    # No default: a wrong emergency number is worse than asking for the right one.
    emergency_number = models.CharField(max_length=20, null=True, default=None)
    # Chosen by the person, by kind (diary/reminders.py); an empty table reminds of nothing.
    reminders = models.JSONField(default=dict)
    # Opens the calendar to whoever holds it, and nothing else; none: there is no such address.
    calendar_secret = models.CharField(max_length=64, null=True, unique=True, default=None)
    language = models.CharField(max_length=10, default="en")

    objects: ClassVar[models.Manager["Person"]] = models.Manager()

    def __str__(self) -> str:
        return str(self.id)
