"""How long does a newcomer wait? From a fresh clone with empty caches to the first page, and again.

Run it by name: python3 dev.py bench start. It fetches everything anew, so it needs the network.
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Measure

ROOT = Path(__file__).parent.parent
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\?token=\S+")
PATIENCE = 300.0


def seconds_to_first_page(clone: Path, home: Path) -> float:
    """Start the app as the README says and wait until its first page has come."""
    empty_caches = {
        "HOME": str(home),
        "UV_CACHE_DIR": str(home / "uv"),
        "PIP_CACHE_DIR": str(home / "pip"),
        "npm_config_cache": str(home / "npm"),
    }
    said = home / "said.txt"
    start = time.monotonic()
    with said.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "dev.py", "run", "--no-browser", "--port", "0"],
            cwd=clone,
            env={**os.environ, **empty_caches},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        while time.monotonic() - start < PATIENCE and process.poll() is None:
            if (found := ADDRESS.search(said.read_text())) and _opens(found[0]):
                return time.monotonic() - start
            time.sleep(0.02)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()
    raise RuntimeError(f"no first page came; it said:\n{said.read_text()}")


def _opens(address: str) -> bool:
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    try:
        with opener.open(address, timeout=5) as page:
            return int(page.status) == 200
    except OSError:
        return False


def measures() -> Iterator[Measure]:
    """Both starts of one fresh clone."""
    with tempfile.TemporaryDirectory() as folder:
        clone, home = Path(folder) / "clone", Path(folder) / "home"
        home.mkdir()
        subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
        yield Measure("cold start to first page", seconds_to_first_page(clone, home), 60, "s")
        yield Measure("second start to first page", seconds_to_first_page(clone, home), 3, "s")
