"""spineward up: start the app on this machine, and open it in a browser."""

import os
import socket
import sys
import threading
import time
import webbrowser
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

ABOUT = "start the app on this machine"
ADDRESS = "127.0.0.1"
PORT = 8653
_PATIENCE = 30.0  # seconds to wait for the first answer before the browser is opened anyway


def _port(text: str) -> int:
    if not text.isdigit() or int(text) > 65535:
        raise ArgumentTypeError(f"{text!r} is not allowed; a whole number from 0 to 65535")
    return int(text)


def arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "--port", type=_port, default=PORT, help=f"default {PORT}; 0 takes a free one"
    )
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--data-dir", type=Path, help="folder of the diary")


def run(options: Namespace) -> int:
    """Prepare the diary, then serve until Ctrl-C. 1 with one plain sentence when it cannot."""
    if options.data_dir:
        os.environ["SPINEWARD_DATA_DIR"] = str(options.data_dir.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spineward.web.settings")
    trouble = _prepare()
    port = options.port if trouble else _free(options.port)
    if trouble or port is None:
        print(trouble or _taken(options.port), file=sys.stderr)
        return 1
    from spineward.web.shell import token

    address = f"http://{ADDRESS}:{port}/?token={token.issue()}"
    print("Spineward is at this address. It opens once, in one browser:", flush=True)
    print(address, flush=True)
    print("Stop it with Ctrl-C.", flush=True)
    if not options.no_browser and _has_screen():
        threading.Thread(target=_open, args=(address, port), daemon=True).start()
    _serve(port)
    return 0


def _prepare() -> str:
    """Set Django up and the diary in order; what is wrong in plain words, or nothing."""
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
        from spineward.diary import database
        from spineward.diary.trouble import DiaryTrouble

        try:
            database.prepare(lambda step: print(f"  {step}", flush=True))
        except DiaryTrouble as error:
            return str(error)
    except ImproperlyConfigured as error:
        return str(error)
    except OSError as error:
        return f"The data folder cannot be used: {error.strerror} ({error.filename})"
    return ""


def _free(port: int) -> int | None:
    """The port itself (any free one for 0), or None when another program holds it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError:
            return None
        return int(probe.getsockname()[1])


def _taken(port: int) -> str:
    return (
        f"Port {port} is taken, maybe by a Spineward that runs already.\n"
        f"Choose another one: --port {port + 1}"
    )


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
