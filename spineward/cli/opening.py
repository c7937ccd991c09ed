"""Can the diary of this machine be opened? Whatever stands in the way is told in one plain line."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SETTINGS = "spineward.web.settings"


class CannotStart(Exception):
    """Why a command does not start, in one plain line."""


def choose(folder: Path | None) -> None:
    """Name the settings and, unless the usual one will do, the folder of the diary."""
    if folder is not None:
        os.environ["SPINEWARD_DATA_DIR"] = str(folder.resolve())
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS


@contextmanager
def plainly() -> Iterator[None]:
    """Whatever goes wrong with settings, folder or diary inside becomes CannotStart."""
    from django.core.exceptions import ImproperlyConfigured

    from spineward.diary.trouble import DiaryTrouble

    try:
        yield
    except (ImproperlyConfigured, DiaryTrouble) as error:
        raise CannotStart(str(error)) from None
    except OSError as error:
        said = f"The data folder cannot be used: {error.strerror} ({error.filename})"
        raise CannotStart(said) from None
    except UnicodeError:
        said = "The file secret-key in the data folder is garbled. Remove it and start again."
        raise CannotStart(said) from None


def ready(tell: Callable[[str], None]) -> None:
    """Set Django up and bring the diary up to date, telling each step; call it `plainly`."""
    import django

    django.setup()
    from spineward.diary import database

    database.prepare(tell)
