"""Does `up` start, and say in one plain line what keeps it from starting?"""

import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from spineward.diary.database import APPLICATION_ID
from tests.cli.program import PATIENCE, PROGRAM, ROOT, environment, run

pytestmark = pytest.mark.slow
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\?token=\S+")
READ_ONLY = """
import errno, os, sys
from spineward.cli.__main__ import main

def refuse(path, *_, **__):
    raise OSError(errno.EROFS, "Read-only file system", str(path))

os.mkdir = refuse
sys.exit(main(sys.argv[1:]))
"""


def why_not(folder: Path, *options: str) -> str:
    """What `up` says when it cannot start; always one line, and exit code 1."""
    done = run("up", "--no-browser", "--data-dir", str(folder), *(options or ("--port", "0")))
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    return line


@contextmanager
def started(folder: Path) -> Iterator[tuple["subprocess.Popen[bytes]", str]]:
    """A running app and its start address."""
    log = folder.parent / "said"
    with log.open("wb") as said:
        program = subprocess.Popen(
            [*PROGRAM, "up", "--no-browser", "--port", "0", "--data-dir", str(folder)],
            stdout=said,
            stderr=subprocess.STDOUT,
            env=environment(),
            cwd=ROOT,
        )
    try:
        give_up = time.monotonic() + PATIENCE
        while not (found := ADDRESS.search(log.read_text())) and time.monotonic() < give_up:
            assert program.poll() is None, log.read_text()
            time.sleep(0.02)
        assert found
        yield program, found[0]
    finally:
        program.terminate()
        program.wait(PATIENCE)


def first_page(address: str) -> str:
    """The first page, asked for until the server listens."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            with browser.open(address, timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except OSError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.02)


def test_it_prints_an_address_that_opens_once(tmp_path: Path) -> None:
    with started(tmp_path / "diary") as (_, address):
        assert "<h1" in first_page(address)
        with pytest.raises(OSError, match="403"):
            build_opener().open(address)


def test_ctrl_c_ends_it_without_complaint(tmp_path: Path) -> None:
    with started(tmp_path / "diary") as (program, address):
        first_page(address)
        program.send_signal(signal.SIGINT)
        assert program.wait(PATIENCE) == 0
    assert "Traceback" not in (tmp_path / "said").read_text()


def test_a_port_that_is_taken_is_said_before_anything_is_made(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = why_not(tmp_path / "diary", "--port", str(port))
    assert said == (
        f"Port {port} is taken, maybe by a Spineward that runs already. "
        "Take another one: --port 0 takes any that is free."
    )
    assert not (tmp_path / "diary").exists()


@pytest.mark.parametrize("port", ["65536", "-1", "http", "80.5"])
def test_a_port_that_cannot_be_is_refused(port: str) -> None:
    done = run("up", f"--port={port}")
    assert done.returncode == 2
    assert f"'{port}' is not allowed; a whole number from 0 to 65535" in done.stderr.decode()


def test_a_file_in_place_of_the_data_folder_is_said(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("a letter")
    assert why_not(file) == f"The data folder cannot be used: File exists ({file})"
    below = file / "diary"
    assert why_not(below) == f"The data folder cannot be used: Not a directory ({below})"


def test_a_folder_in_place_of_the_token_is_said(tmp_path: Path) -> None:
    (tmp_path / "token").mkdir()
    said = why_not(tmp_path)
    assert said == f"The data folder cannot be used: Is a directory ({tmp_path / 'token'})"


def test_a_read_only_disk_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY, "up", "--no-browser", "--data-dir", str(folder)],
        capture_output=True,
        env=environment(),
        cwd=ROOT,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 1
    told = f"The data folder cannot be used: Read-only file system ({folder})\n"
    assert done.stderr.decode() == told


def test_a_garbled_key_is_said(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_bytes(b"\xff\xfe")
    told = "The file secret-key in the data folder is garbled. Remove it and start again."
    assert why_not(tmp_path) == told


def test_a_database_that_is_not_ours_is_said_and_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "diary.sqlite3"
    other.write_text("Dear diary, " * 100)
    assert why_not(tmp_path) == (
        f"{other} is not a Spineward diary. It was left as it is. Choose another folder."
    )
    assert other.read_text() == "Dear diary, " * 100


def test_a_newer_database_is_said(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "diary.sqlite3")) as file, file:
        file.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        file.execute("CREATE TABLE django_migrations (id INTEGER, app, name, applied)")
        file.execute(
            "INSERT INTO django_migrations VALUES (1, 'diary', '0099_later', '2030-01-01')"
        )
    assert why_not(tmp_path) == (
        "A newer Spineward wrote this diary (step 0099_later). It was left as it is. "
        "Install the newer version."
    )


def test_a_database_address_of_another_kind_is_said(tmp_path: Path) -> None:
    given = {"SPINEWARD_DATABASE_URL": "mysql://somewhere/diary"}
    done = run("up", "--no-browser", "--port", "0", "--data-dir", str(tmp_path), **given)
    assert done.returncode == 1
    told = "SPINEWARD_DATABASE_URL: 'mysql' is not allowed; postgresql://...\n"
    assert done.stderr.decode() == told
