"""Whose diary is this? On one's own machine there is one person; every view asks here."""

from django.db import DatabaseError

from spineward.diary import journey
from spineward.diary.models import Person
from spineward.diary.trouble import DiaryTrouble

DEFAULT_NUMBER = "112"
"""Shown until the person sets their own: it works in most of Europe and on many networks."""


def own() -> Person:
    """The person of this installation, made at the first visit."""
    return journey.own_person()


def emergency_number() -> str:
    """The number to call. It never fails: help is shown even when the diary cannot be read."""
    try:
        return own().emergency_number or DEFAULT_NUMBER
    except (DatabaseError, DiaryTrouble):
        return DEFAULT_NUMBER


def reminds() -> bool:
    """Has the person chosen to be reminded of anything? It never fails either."""
    try:
        return bool(own().reminders)
    except (DatabaseError, DiaryTrouble):
        return False
