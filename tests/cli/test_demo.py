"""Does `spineward demo` stand apart, with every page alive and marked as an example?

Hazards: H-12.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benchmarks.pages import addresses
from tests.diary.programs import run
from tests.export.test_archive import MADE

pytestmark = [pytest.mark.slow, pytest.mark.sqlite]
ALIVE = {
    "/progress/movements/": ("helped--helps", "helped--not", "helped--too_early", "further down"),
    "/progress/": ("pain has moved up", "strong flare", "something was stopped", "tingling"),
    "/report/": ("stiff hip or groin", "told that exercise is fine", "sent it down into my foot"),
}
"""In small letters: what helps and what does not, a flare, a stop, a review."""
PAGES = 90
"""Seconds that one answer may take on a busy machine."""


@contextmanager
def demo(folder: Path, temporary: Path) -> Iterator[str]:
    """The address of an example, started where this folder is set for the real diary."""
    temporary.mkdir()
    temp = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))
    program = subprocess.Popen(
        [sys.executable, "-m", "spineward.cli", "demo", "--no-browser", "--until-input-ends"],
        env={
            **os.environ,
            "SPINEWARD_DATA_DIR": str(folder),
            "SPINEWARD_TOKEN_GATE": "off",
            **temp,
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdin is not None
    try:
        address = next(line.strip() for line in program.stdout if line.startswith("http://"))
        _wait(address)
        yield address
    finally:
        program.stdin.close()
        code = program.wait(PAGES)
        program.stdout.close()
    assert code == 0


def _wait(address: str) -> None:
    """Until it can be opened."""
    parts, give_up = urlsplit(address), time.monotonic() + PAGES
    while time.monotonic() < give_up:
        with socket.socket() as probe:
            if probe.connect_ex((str(parts.hostname), int(parts.port or 0))) == 0:
                return
        time.sleep(0.05)


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def opened(host: str, path: str, cookie: str = "") -> tuple[int, str, str]:
    """Status, cookie and text of a page."""
    line = HTTPConnection(host, timeout=PAGES)
    line.request("GET", path, headers={"Cookie": cookie} if cookie else {})
    answer = line.getresponse()
    text = answer.read().decode()
    line.close()
    return answer.status, (answer.getheader("Set-Cookie") or "").partition(";")[0], text


def test_an_example_shows_every_page_and_touches_no_diary(tmp_path: Path) -> None:
    real = tmp_path / "real"
    assert run(MADE, real).returncode == 0
    before, temporary = bytes_of(real), tmp_path / "temporary"
    with demo(real, temporary) as address:
        (folder,) = temporary.iterdir()
        assert (folder / "diary.sqlite3").exists()
        parts = urlsplit(address)
        # The door is shut here whatever is set for the real diary.
        assert opened(parts.netloc, "/")[0] == 403
        _, cookie, _ = opened(parts.netloc, f"/?{parts.query}")
        assert cookie.startswith("spineward-example=")
        for path in addresses():
            status, _, text = opened(parts.netloc, path, cookie)
            assert status in (200, 302), path
            if text.startswith("<!doctype html>"):
                assert "Not your diary." in text, path
        assert "Look at an example" not in opened(parts.netloc, "/", cookie)[2]
        for path, parts_of_it in ALIVE.items():
            text = opened(parts.netloc, path, cookie)[2].lower()
            assert [part for part in parts_of_it if part not in text] == [], path
    assert list(temporary.iterdir()) == []
    assert bytes_of(real) == before
