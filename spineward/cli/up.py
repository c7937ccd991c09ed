"""spineward up: start the app on this machine, and open it in a browser."""

import os
import socket
import sys
import threading
import time
import webbrowser
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from pathlib import Path

from spineward.cli.opening import CannotStart, choose, plainly, ready

ABOUT = "start the app on this machine"
ADDRESS = "127.0.0.1"
PORT = 8653
_PATIENCE = 30.0  # seconds to wait for the first answer before the browser is opened anyway
_OTHER_PORT = "Take another one: --port 0 takes any that is free."


def port(text: str) -> int:
    """A port from what was typed; refused when it is none."""
    if not text.isdigit() or int(text) > 65535:
        raise ArgumentTypeError(f"{text!r} is not allowed; a whole number from 0 to 65535")
    return int(text)


def arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "--port", type=port, default=PORT, help=f"default {PORT}; 0 takes a free one"
    )
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--data-dir", type=Path, help="folder of the diary")


def run(options: Namespace) -> int:
    """Prepare the diary, then serve until Ctrl-C. 1 with one plain line when it cannot."""
    choose(options.data_dir)
    try:
        begin(free(options.port), browser=not options.no_browser)
    except CannotStart as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


def begin(port: int, *, browser: bool, before: Callable[[], None] | None = None) -> None:
    """Make the diary ready, do what comes `before` the first page, say the address, and serve.

    Raises CannotStart with what is wrong in plain words; then nothing was served.
    """
    address = f"http://{ADDRESS}:{port}/?token={_prepared(before)}"
    print("Spineward is at this address. It opens once, in one browser:", flush=True)
    print(address, flush=True)
    print("Stop it with Ctrl-C.", flush=True)
    if browser and _has_screen():
        threading.Thread(target=_open, args=(address, port), daemon=True).start()
    _serve(port)


def _prepared(before: Callable[[], None] | None) -> str:
    """Set Django up and the diary in order; the token that lets the first browser in."""
    with plainly():
        ready(lambda step: print(f"  {step}", flush=True))
        if before:
            before()
        from spineward.web.shell import token

        return token.issue()


def free(port: int) -> int:
    """The port itself, or any free one for 0. Raises CannotStart when it cannot be had."""
    with socket.socket() as probe:
        if os.name == "posix":  # elsewhere this would also give a port that somebody listens on
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except PermissionError:
            raise CannotStart(f"Port {port} is kept for the system. {_OTHER_PORT}") from None
        except OSError:
            said = f"Port {port} is taken, maybe by a Spineward that runs already. {_OTHER_PORT}"
            raise CannotStart(said) from None
        return int(probe.getsockname()[1])


def _has_screen() -> bool:
    return sys.platform in ("win32", "darwin") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _open(address: str, port: int) -> None:
    """Open the browser as soon as the server answers."""
    give_up = time.monotonic() + _PATIENCE
    while time.monotonic() < give_up:
        with socket.socket() as probe:
            if probe.connect_ex((ADDRESS, port)) == 0:
                break
        time.sleep(0.05)
    webbrowser.open(address)


def _serve(port: int) -> None:
    """One worker: one person at a time, and the diary is one file."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "spineward.web.wsgi:application",
        address=ADDRESS,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        websockets=False,
        log_level=LogLevels.error,
    ).serve()
