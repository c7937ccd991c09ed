"""spineward demo: an example person to look at, apart from every real diary.

Another process, another folder that is removed at the end, another address and so another store of
the browser, other cookies, and a line on every page that says what it is.
"""

import os
import signal
import sys
import tempfile
import threading
from argparse import SUPPRESS, ArgumentParser, Namespace
from pathlib import Path

from spineward.cli.opening import CannotStart, choose
from spineward.cli.up import begin, free, port

INPUT = 0
"""The standard input of every program."""
ABOUT = "show an example person, apart from your own diary"


def arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--port", type=port, default=0, help="default: any that is free")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    # The app starts it so: it ends when the pipe does, that is, with the app.
    parser.add_argument("--until-input-ends", action="store_true", help=SUPPRESS)


def run(options: Namespace) -> int:
    """Live the example weeks, then serve until Ctrl-C. 1 with one plain line when it cannot."""
    if options.until_input_ends:
        threading.Thread(target=_end_with_input, daemon=True).start()
    with tempfile.TemporaryDirectory(prefix="spineward-example-") as folder:
        _apart(Path(folder))
        try:
            chosen = free(options.port)
            print("This is an example. It is not your diary.", flush=True)
            begin(chosen, browser=not options.no_browser, before=_live)
        except CannotStart as trouble:
            print(trouble, file=sys.stderr)
            return 1
    return 0


def _apart(folder: Path) -> None:
    """Whatever is set for the real diary counts for nothing here."""
    for name in [name for name in os.environ if name.startswith("SPINEWARD_")]:
        del os.environ[name]
    os.environ["SPINEWARD_EXAMPLE"] = "on"
    choose(folder)


def _live() -> None:
    from spineward.diary import journey
    from spineward.diary.example import Weeks
    from spineward.export.unhurried import no_collecting
    from spineward.web.shell import clock

    print("  Twelve weeks are lived anew. That takes a few seconds.", flush=True)
    with no_collecting():
        Weeks(journey.own_person(), clock.now()).live()


def _end_with_input() -> None:
    """Wait until whoever started this is gone, then end as by Ctrl-C.

    Read past Python's own buffer: its lock would be held for ever in the process that serves, which
    is a copy of this one.
    """
    while os.read(INPUT, 4096):
        pass
    if os.name == "posix":
        os.kill(os.getpid(), signal.SIGINT)
    else:
        signal.raise_signal(signal.SIGINT)
