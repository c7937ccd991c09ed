"""Is the database ours, and is it up to date? Checked once at start, before any page is served."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from spineward.diary.trouble import NotOurs, NotReady, TooNew, plain

APPLICATION_ID = 0x5350_4E57
"""Stands in the header of a diary file: "SPNW"."""

APP = "diary"
OTHERS = 0o007
"""The rights of everyone else; those of a group that was chosen on purpose stay."""


def prepare(progress: Callable[[str], None]) -> None:
    """Make the diary, or bring it up to date, telling `progress` each step in words.

    Raises NotOurs, TooNew or NotReady, each with a message of one line; then nothing was changed
    but steps that were complete.
    """
    if connection.vendor == "sqlite":
        path = Path(str(connection.settings_dict["NAME"]))
        _check_file(path)
    try:
        executor = MigrationExecutor(connection)
        _check_age(executor)
        _migrate(executor, progress)
    except DatabaseError as error:
        raise NotReady(f"The diary cannot be made ready: {_reason(error)}") from error
    if connection.vendor == "sqlite":
        _keep_private(path)


def _check_file(path: Path) -> None:
    """A file that is there must be a diary; anything else is left as it is."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists() or path.stat().st_size == 0:
            return
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
            (mark,) = file.execute("PRAGMA application_id").fetchone()
            (tables,) = file.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except OSError as error:
        raise NotReady(f"The diary {path} cannot be opened: {error.strerror}.") from error
    except sqlite3.OperationalError as error:
        raise NotReady(f"The diary {path} cannot be opened: {error}.") from error
    except sqlite3.DatabaseError as error:
        raise NotOurs(_not_ours(path)) from error
    if mark != APPLICATION_ID and (mark or tables):
        raise NotOurs(_not_ours(path))


def _keep_private(path: Path) -> None:
    """Health data: nobody else on the machine may read it, nor the log beside it."""
    for name in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        with suppress(OSError):  # not there, or not ours to change
            name.chmod(name.stat().st_mode & ~OTHERS)


def _check_age(executor: MigrationExecutor) -> None:
    """Steps that this program does not know were made by a newer one."""
    applied = executor.recorder.applied_migrations()
    known = executor.loader.disk_migrations
    unknown = sorted(name for app, name in applied if app == APP and (app, name) not in known)
    if unknown:
        raise TooNew(
            f"A newer Spineward wrote this diary (step {unknown[-1]}). "
            "It was left as it is. Install the newer version."
        )


def _migrate(executor: MigrationExecutor, progress: Callable[[str], None]) -> None:
    targets = executor.loader.graph.leaf_nodes()
    steps = executor.migration_plan(targets)
    if not steps:
        return
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    done = 0

    def tell(action: str, migration: object = None, fake: bool | None = False, /) -> None:
        nonlocal done
        if action == "apply_success" and not fake:
            done += 1
            progress(f"Diary: step {done} of {len(steps)} ({migration})")

    executor.progress_callback = tell
    executor.migrate(targets)


def _not_ours(path: Path) -> str:
    return f"{path} is not a Spineward diary. It was left as it is. Choose another folder."


def _reason(error: DatabaseError) -> str:
    said = plain(error)
    told = said.removeprefix("This is not saved: ")
    return f"{told} ({error})"
