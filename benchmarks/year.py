"""A diary with a year in it: 365 check-ins and 700 sessions on SQLite, in a folder of its own.

The rows are those of tests/diary/year.py; a test there compares them with what the pages write.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import django


@contextmanager
def a_year() -> Iterator[None]:
    """Django on a diary that ends with today's check-in; removed at the end. Once per process."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SPINEWARD_DATA_DIR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "spineward.web.settings"
        django.setup()
        from django.conf import settings
        from django.db import connection, transaction

        from spineward.diary import database, journey
        from spineward.web.shell import clock
        from tests.diary.life import answer, day, finish
        from tests.diary.year import live_a_year

        settings.TOKEN_GATE = False
        settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
        database.prepare(lambda _: None)
        person, now = journey.own_person(), clock.now()
        with transaction.atomic():
            live_a_year(person, now)
        answer(person, "QS", {"item": dict.fromkeys(("A1", "A2", "A3"), "no")}, now)
        answer(person, "now", day(leg=3), now)
        finish(person, now)
        try:
            yield
        finally:
            connection.close()
