"""Diaries with a year and with five years in them, on SQLite, in a folder of their own.

The rows are those of tests/diary/year.py and five_years.py; tests there compare them with what the
pages write.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any


@contextmanager
def a_year() -> Iterator[None]:
    """365 check-ins and 700 sessions, and today's check-in. Once per process."""
    with empty_diary():
        from tests.diary.year import live_a_year

        _live(live_a_year)
        yield


@contextmanager
def five_years() -> Iterator[None]:
    """1,800 check-ins, 3,600 sessions with 10,000 sets, and today's check-in. Once per process."""
    with empty_diary():
        from tests.diary.five_years import live_five_years

        _live(live_five_years)
        yield


@contextmanager
def empty_diary() -> Iterator[None]:
    """Django on an empty diary, removed at the end."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SPINEWARD_DATA_DIR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "spineward.web.settings"
        import_module("spineward.web.wsgi")  # as the server is set up
        from django.conf import settings
        from django.db import connection

        from spineward.diary import database

        settings.TOKEN_GATE = False
        settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
        database.prepare(lambda _: None)
        try:
            yield
        finally:
            connection.close()


def _live(years: Callable[[Any, Any], None]) -> None:
    """These years up to yesterday, and today's check-in."""
    from django.db import transaction

    from spineward.diary import journey
    from spineward.web.shell import clock
    from tests.diary.life import answer, day, finish

    person, now = journey.own_person(), clock.now()
    with transaction.atomic():
        years(person, now)
    answer(person, "QS", {"item": dict.fromkeys(("A1", "A2", "A3"), "no")}, now)
    answer(person, "now", day(leg=3), now)
    finish(person, now)
