"""In what world are the faults of the outbox tested? A real server and diary, a bad line, and a
browser with a profile of its own; all of them can be cut off, killed, started again and misdated.
"""

import os
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch
from zoneinfo import ZoneInfo

from playwright.sync_api import BrowserContext, ConsoleMessage, JSHandle, Page, Playwright
from playwright.sync_api import Error as BrowserError

from tests.browser.bad_line import BadLine, bad_line
from tests.browser.chromium import find_or_fetch
from tests.browser.conftest import FLAGS, PHONE
from tests.browser.live import LiveApp, running
from tests.diary.programs import run

Found = TypeVar("Found")

HOME = ZoneInfo("Europe/Berlin")
PATIENCE = 25_000
RELOADED = ("context was destroyed", "ERR_ABORTED", "interrupted by another navigation")
"""What the browser says of a page that loads itself anew just then."""
CHECKED_IN = """
from spineward.diary import database, journey
from spineward.web.shell import clock
from tests.diary.life import first_check_in
database.prepare(lambda step: None)
first_check_in(journey.own_person(), now=clock.now())
"""
SEND = """async (box) => {
  const sent = await box.send(); return [sent, (await box.notInDiary()).length]
}"""


KEEP_NOW = "globalThis.sinceThePage = performance.now.bind(performance)"
GIVE_NOW_BACK = "performance.now = globalThis.sinceThePage"
"""Playwright's clock counts this from when it was set; a browser counts from the page on."""


class World:
    """The clock of all is `ahead` of the machine's; the browser's is wrong by `skew` on top."""

    def __init__(self, playwright: Playwright, folder: Path, line: BadLine) -> None:
        self.playwright = playwright
        self.folder = folder
        self.line = line
        self.met: Counter[str] = Counter()
        """How often a fault has really struck; `line.met` counts those of the line."""
        self.offline = False
        self._ears: list[Callable[[ConsoleMessage], None]] = []
        self.skew = 0.0
        self.ahead = _till_morning()
        self._server: ExitStack | None = None
        self._app: LiveApp | None = None
        self.context: BrowserContext
        self.page: Page

    # --- time ------------------------------------------------------------------------------

    @property
    def now(self) -> datetime:
        """What the server and the person take for now."""
        return datetime.now(HOME) + timedelta(seconds=self.ahead)

    def tell_time(self) -> None:
        """Both clocks are set; no timer of a page runs down by it."""
        # At once and whole: a server that read half of it would trip over it.
        told = self.folder / "ahead.new"
        told.write_text(str(self.ahead))
        told.replace(self.folder / "ahead")
        if hasattr(self, "context"):
            self.context.clock.set_system_time(self.now + timedelta(seconds=self.skew))

    def later(self, seconds: float) -> None:
        """Time goes by."""
        self.ahead += seconds
        self.tell_time()

    def next_morning(self) -> None:
        """A new day, and every clock is right."""
        self.skew = 0.0
        ahead = (self.now + timedelta(days=1)).replace(hour=8, minute=0)
        self.later((ahead - self.now).total_seconds())

    # --- the server and the line -----------------------------------------------------------

    def serve(self) -> None:
        """Start the server again, if it is down."""
        if self._server is None:
            self._server = ExitStack()
            self._app = self._server.enter_context(running(self.folder / "diary"))
            self.line.server = int(self._app.origin.rpartition(":")[2])

    def kill_server(self) -> None:
        """As a power cut would."""
        if self._server is not None and self._app is not None:
            self._app.kill()
            self._server.close()
            self.met["server killed"] += 1
            self._server, self._app, self.line.server = None, None, None

    def mend(self) -> None:
        """All is well again: the server runs, the network is there, nothing is held up."""
        self.serve()
        self.go_online()
        self.line.fault = ""
        self.line.deliver_late()

    @property
    def origin(self) -> str:
        """The address that the browser knows; it stays, whichever server is behind it."""
        return f"http://127.0.0.1:{self.line.port}"

    def cut_off(self) -> None:
        """The phone has no network."""
        self.met["offline"] += not self.offline
        self.offline = True
        self.context.set_offline(True)

    def go_online(self) -> None:
        """It has one again."""
        self.offline = False
        self.context.set_offline(False)

    def move_clock(self, seconds: float) -> None:
        """The clock of the phone alone."""
        self.skew += seconds
        self.tell_time()
        self.met["clock forward" if seconds > 0 else "clock back"] += 1

    # --- the browser -----------------------------------------------------------------------

    def open_browser(self) -> None:
        """The same profile each time, as on a phone that was switched off."""
        self.context = self.playwright.chromium.launch_persistent_context(
            self.folder / "profile",
            executable_path=find_or_fetch(),
            args=FLAGS,
            viewport=PHONE,
            service_workers="block",
            timezone_id=HOME.key,
            locale="en-GB",
            reduced_motion="reduce",
        )
        self.offline = False
        self.context.set_default_timeout(PATIENCE)
        self.context.add_init_script(KEEP_NOW)
        self.context.clock.install(time=self.now)
        self.context.add_init_script(GIVE_NOW_BACK)
        self.tell_time()
        for ear in self._ears:
            self.context.on("console", ear)
        self.page = self.context.pages[0]

    def listen(self, ear: Callable[[ConsoleMessage], None]) -> None:
        """Be told what the pages say to the console, whichever browser it is."""
        self._ears.append(ear)
        self.context.on("console", ear)

    def kill_browser(self) -> None:
        """Ended as by an empty battery, and opened again with the same profile."""
        os.kill(self._processes("browser")[0], signal.SIGKILL)
        with suppress(BrowserError):
            self.context.close()
        self.met["browser killed"] += 1
        self.open_browser()

    def crash_tab(self) -> None:
        """The process behind the page is gone without a word; another tab is opened."""
        gone = self.page
        with gone.expect_event("crash"):
            for process in self._processes("renderer"):
                os.kill(process, signal.SIGKILL)
        self.page = self.context.new_page()
        gone.close()
        self.met["tab crashed"] += 1

    def close_tab(self, other: Page) -> None:
        """The tab is closed at once; the other is there already."""
        self.page.close()
        self.page = other
        self.met["tab closed"] += 1

    def _processes(self, kind: str) -> list[int]:
        assert self.context.browser
        asking = self.context.browser.new_browser_cdp_session()
        told = asking.send("SystemInfo.getProcessInfo")["processInfo"]
        asking.detach()
        return [one["id"] for one in told if one["type"] == kind]

    def visit(self, path: str) -> None:
        """Open a page of the app: for this the server has to be there."""
        self.serve()
        self.go_online()
        self.steady(lambda: self.page.goto(self.origin + path))

    def steady(self, doing: Callable[[], Found]) -> Found:
        """Do it in the page that stays: one may load itself anew under our hands, once all that it
        waited for has arrived."""
        give_up = time.monotonic() + PATIENCE / 1_000
        while True:
            try:
                return doing()
            except BrowserError as error:
                reloaded = any(told in error.message for told in RELOADED)
                if not reloaded or time.monotonic() > give_up:
                    raise
                self.page.wait_for_load_state()

    def send_all(self, find: Callable[[], JSHandle]) -> None:
        """Until nothing waits any more."""
        give_up = time.monotonic() + PATIENCE / 1_000
        while (found := self.steady(lambda: find().evaluate(SEND))) != ["all", 0]:
            if time.monotonic() > give_up:
                raise AssertionError(f"still not sent: {found}")
            time.sleep(0.1)


def _till_morning() -> float:
    now = datetime.now(HOME)
    morning = (now + timedelta(days=1)).replace(hour=8, minute=0, second=0)
    return (morning - now).total_seconds()


@contextmanager
def a_world(playwright: Playwright, folder: Path) -> Iterator[World]:
    """Someone has just done a first check-in; the server runs and a browser is open."""
    folder.mkdir(parents=True)
    told = {
        "TZ": HOME.key,
        "SPINEWARD_TOKEN_GATE": "off",
        "SPINEWARD_TEST_AHEAD": str(folder / "ahead"),
        "PYTHONPATH": str(Path(__file__).parent / "moved_clock"),
    }
    with bad_line() as line, patch.dict(os.environ, told):
        world = World(playwright, folder, line)
        world.tell_time()
        made = run(CHECKED_IN, folder / "diary")
        if made.returncode:
            raise RuntimeError(made.stderr)
        world.serve()
        world.open_browser()
        try:
            yield world
        finally:
            world.context.close()
            world.kill_server()
