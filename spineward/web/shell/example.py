"""How does the example person open? In a process with a folder and an address of its own.

Nothing of it passes through here but its address: it cannot mix with this diary. It ends when this
process does, for then the pipe ends that it listens to.
"""

import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection
from django.http import HttpRequest

HERE = ("127.0.0.1", "localhost", "::1")
COMMAND = (sys.executable, "-m", "spineward.cli", "demo", "--no-browser", "--until-input-ends")
PAUSE = 0.05
PATIENCE = 25.0
"""Seconds that a page waits for it; then the person may look again."""


@dataclass
class Example:
    """One that was started, and where it is once it says so."""

    process: subprocess.Popen[str]
    said: threading.Event = field(default_factory=threading.Event)
    address: str = ""
    reader: threading.Thread = field(init=False)

    def __post_init__(self) -> None:
        self.reader = threading.Thread(target=self._listen, daemon=True)
        self.reader.start()

    def _listen(self) -> None:
        """Read what it says to the end, so that it never waits for a reader."""
        if self.process.stdout is not None:
            with self.process.stdout as said:
                for line in said:
                    if line.startswith("http://"):
                        self._answers(line.strip())
        self.said.set()

    def _answers(self, address: str) -> None:
        """It says its address a moment before it can be opened."""
        parts = urlsplit(address)
        while self.runs and not self.address:
            with socket.socket() as probe:
                if probe.connect_ex((parts.hostname or "", parts.port or 0)) == 0:
                    self.address = address
                    self.said.set()
                    return
            time.sleep(PAUSE)

    @property
    def runs(self) -> bool:
        """Is it still there?"""
        return self.process.poll() is None


_started: list[Example] = []
_one_at_a_time = threading.Lock()


def may_start(request: HttpRequest) -> bool:
    """Only for a person at this very machine, with a diary of their own; not in an example."""
    return (
        not settings.EXAMPLE
        and connection.vendor == "sqlite"
        and request.META.get("REMOTE_ADDR") in HERE
        and request.get_host().rpartition(":")[0].strip("[]") in HERE
    )


def start() -> None:
    """Begin one, unless one runs already."""
    with _one_at_a_time:
        if running() is None:
            process = subprocess.Popen(
                COMMAND,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
            _started[:] = [Example(process)]


def running() -> Example | None:
    """The one that was started here, if it still runs."""
    return next((example for example in _started if example.runs), None)


def address() -> str:
    """Where it is, waiting a while for it; "" when it is not there yet, or could not be started."""
    example = running()
    if example is None:
        return ""
    example.said.wait(PATIENCE)
    return example.address
