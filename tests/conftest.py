"""What holds for every test? On a shared machine the same examples each time; at home new ones.

A property that fails at home is a find that someone looks into; a build must not depend on luck.
"""

import gc
import os
import signal
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings
from pytest_django import DjangoDbBlocker

# Images for containers like to forbid compiled files. Each of the many programs that the tests
# start would then compile all it imports; here, as on any other machine, the first one keeps them.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    sys.dont_write_bytecode = False

# A script that starts the tests in its background has them ignore Ctrl-C, and every program that
# they start would inherit that; the tests of Ctrl-C mean a program that somebody started.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("same", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    settings.load_profile("same")

# Django, its tests and all cases are a great heap in which nothing ever dies: looking through it
# for what did took a fifth of the time of a page's test. What a test makes is still looked at.
gc.set_threshold(20_000, 20, 20)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest test comes first: the other worker meanwhile does what is behind it."""
    items.sort(key=lambda item: item.get_closest_marker("postgres") is None)


def pytest_collection_finish() -> None:
    """All that is imported and collected by now stays to the end."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def ids_begin_anew(
    request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """A test that really commits leaves no row, yet SQLite goes on counting ids from its own; the
    next test, whichever worker stole it, begins at 1 as alone."""
    yield
    mark = request.node.get_closest_marker("django_db")
    if mark and mark.kwargs.get("transaction"):
        from django.db import connection

        with django_db_blocker.unblock(), connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("UPDATE sqlite_sequence SET seq = 0")
