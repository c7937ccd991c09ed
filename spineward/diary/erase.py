"""How is a person forgotten, wholly? Every row goes, and so do the bytes it left in the file."""

import time

from django.db import connection, transaction

from spineward.diary import memory, traces
from spineward.diary.models import Person
from spineward.diary.traces import Searched
from spineward.diary.trouble import saving

TRIES = 20
PAUSE = 0.1
"""Seconds: so long another tab may read the old bytes before the log is emptied."""


def forget(person: Person) -> Searched:
    """Delete the person with every row, and look whether anything is left; outside of any
    transaction.

    On SQLite the file is written anew afterwards, and the write-ahead log is emptied. PostgreSQL
    frees the space by itself in time.
    """
    with saving():
        left = traces.of(person)
        with transaction.atomic():
            Person.objects.filter(pk=person.pk).delete()
        memory.forget()
        if connection.vendor == "sqlite":
            _write_anew()
    return traces.search(left)


def _write_anew() -> None:
    """Only what is there now, in the file and beside it."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        for _ in range(TRIES):
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if cursor.fetchone()[0] == 0:
                return
            time.sleep(PAUSE)
