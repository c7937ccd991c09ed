"""How does a browser test get a running Spineward? It starts the real command, as a person does."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ADDRESS = re.compile(r"(http://127\.0\.0\.1:(\d+))/\?token=\S+")
PATIENCE = 40.0
HOME = "Europe/Berlin"
"""Where the browser of these tests is, and so its server: their day is the same at any hour."""


@dataclass(frozen=True)
class LiveApp:
    """A server with its own diary: `entry` is the address with the one-time token."""

    origin: str
    entry: str
    data_dir: Path
    process: int

    def kill(self) -> None:
        """End it and its workers as a power cut would."""
        os.killpg(self.process, signal.SIGKILL)


@contextmanager
def running(data_dir: Path, *options: str, command: Path | None = None) -> Iterator[LiveApp]:
    """Run `spineward up` over a data folder until the block ends."""
    spineward = command or Path(sys.executable).with_name("spineward")
    data_dir.mkdir(parents=True, exist_ok=True)
    said = data_dir.with_name(data_dir.name + ".log")
    with said.open("w") as log:
        process = subprocess.Popen(
            [spineward, "up", "--no-browser", "--port", "0", "--data-dir", data_dir, *options],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "TZ": HOME},
        )
    try:
        yield _answering(process, said, data_dir)
    finally:
        _end(process)


def _answering(process: "subprocess.Popen[bytes]", said: Path, data_dir: Path) -> LiveApp:
    """Wait for the line with the address, and until somebody answers there."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        found = ADDRESS.search(said.read_text())
        if found and _listens(int(found[2])):
            return LiveApp(origin=found[1], entry=found[0], data_dir=data_dir, process=process.pid)
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError(f"`spineward up` gave no address. It said:\n{said.read_text()}")


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Stop the server and the workers it started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
