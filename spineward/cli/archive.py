"""spineward archive FILE: everything of the diary in one file, in an open format."""

import os
import sys
from argparse import ArgumentParser, Namespace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from spineward.cli.opening import CannotStart, choose, plainly, ready

if TYPE_CHECKING:
    from spineward.diary.models import Person

ABOUT = "write the whole diary to a file, in an open format"
ONLY_OWNER = 0o600
"""Health data: nobody else on the machine may read it."""


def arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path, help="the archive to write; it must not be there yet")
    parser.add_argument("--data-dir", type=Path, help="folder of the diary")


def run(options: Namespace) -> int:
    """Write the archive. 1 with one plain line when it cannot; then nothing was written."""
    choose(options.data_dir)
    try:
        if options.file.exists():
            raise CannotStart(f"{options.file} is there already. It was left as it is.")
        content, rows = _archive(options.data_dir)
        save(options.file, content)
    except CannotStart as trouble:
        print(trouble, file=sys.stderr)
        return 1
    print(f"{options.file}: {rows} rows")
    return 0


def _archive(folder: Path | None) -> tuple[bytes, int]:
    """The bytes of the archive, and how many rows it holds."""
    with plainly():
        person = open_diary(folder)
        from spineward.export.archive import write

        file = BytesIO()
        rows = write(person, file)
    return file.getvalue(), rows


def open_diary(folder: Path | None, *, new: bool = False) -> "Person":
    """Whose diary it is, opened and up to date; call it `plainly`. `new`: there may be none yet."""
    if not new and folder is not None and not folder.is_dir():
        raise CannotStart(f"There is no folder {folder}.")
    from django.conf import settings
    from django.db import connection

    file = connection.vendor == "sqlite" and Path(settings.DATABASES["default"]["NAME"])
    if file and not new and not file.exists():
        raise CannotStart(f"There is no diary in {settings.DATA_DIR}.")
    ready(lambda step: print(f"  {step}", file=sys.stderr))
    from spineward.diary import journey

    return journey.own_person()


def save(path: Path, content: bytes) -> None:
    """A new file, whole or not at all."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_OWNER)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            path.unlink(missing_ok=True)
            raise
    except FileExistsError:
        raise CannotStart(f"{path} is there already. It was left as it is.") from None
    except OSError as error:
        raise CannotStart(f"{path} cannot be written: {error.strerror}.") from None
