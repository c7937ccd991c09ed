"""What do browser tests share? One Chromium, a fresh app each, and three watchful helpers."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
    expect,
)

from tests.browser.chromium import ROOT, find_or_fetch
from tests.browser.hands import PATIENCE
from tests.browser.live import HOME, LiveApp, running
from tests.browser.showed import pytest_runtest_makereport
from tests.diary.programs import run

__all__ = ["pytest_runtest_makereport"]

# Playwright keeps an event loop running in the test's thread, which makes Django refuse its
# ordinary database calls in tests that share a process with these.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 800}
expect.set_options(timeout=PATIENCE)
SHOTS = ROOT / ".screenshots"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

CHECKED_IN = """
from datetime import datetime
from spineward.diary import database, journey
from tests.diary.life import first_check_in
database.prepare(lambda step: None)
first_check_in(journey.own_person(), now=datetime.now().astimezone())
"""

Axe = Callable[[Page], list[str]]
Shoot = Callable[[Page, str], None]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser, so that `dev.py check` can leave it out."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": str(find_or_fetch()), "args": FLAGS, "headless": True}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    """A phone, held still: a colour on its way from one theme to the other is neither."""
    return {
        "viewport": PHONE,
        "locale": "en-GB",
        "timezone_id": HOME,
        "reduced_motion": "reduce",
    }


@pytest.fixture
def app(tmp_path: Path) -> Iterator[LiveApp]:
    """The real server with an empty diary, first used by this test."""
    with running(tmp_path / "diary") as live:
        yield live


@contextmanager
def let_in(folder: Path) -> Iterator[LiveApp]:
    """A server on this diary that lets everyone in: the door has tests of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPINEWARD_TOKEN_GATE", "off")
        with running(folder) as live:
            yield live


@pytest.fixture(scope="module")
def open_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveApp]:
    """One server with an empty diary for a whole module."""
    with let_in(tmp_path_factory.mktemp("open") / "diary") as live:
        yield live


@pytest.fixture(scope="session")
def checked_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The diary of someone who has just done a first check-in, written once, to be copied: the
    pages of that check-in are walked by the tests about them. Its day is the browser's."""
    folder = tmp_path_factory.mktemp("checked-in") / "diary"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", HOME)
        done = run(CHECKED_IN, folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def checked_in_app(checked_in: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveApp]:
    """One server for a whole module with a copy of that diary."""
    folder = tmp_path_factory.mktemp("open") / "diary"
    shutil.copytree(checked_in, folder)
    with let_in(folder) as live:
        yield live


@pytest.fixture
def own_checked_in_app(checked_in: Path, tmp_path: Path) -> Iterator[LiveApp]:
    """The real server, door and all, with a copy of that diary for this test alone."""
    shutil.copytree(checked_in, tmp_path / "diary")
    with running(tmp_path / "diary") as live:
        yield live


@pytest.fixture
def context(context: BrowserContext, app: LiveApp) -> Iterator[BrowserContext]:
    """A browser profile that fails its test when a page asks another origin for anything, or when
    one of its scripts fails or is refused."""
    strangers: list[str] = []
    faults: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        # A page that is not found says so in the console as well; that is its job.
        if message.type == "error" and "Failed to load resource" not in message.text:
            faults.append(message.text)

    def watch(request: Request) -> None:
        parts = urlsplit(request.url)
        if (
            parts.scheme not in ("data", "blob")
            and f"{parts.scheme}://{parts.netloc}" != app.origin
        ):
            strangers.append(request.url)

    context.set_default_timeout(PATIENCE)
    context.on("request", watch)
    context.on("console", listen)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    yield context
    assert strangers == [], f"a page asked others: {strangers}"
    assert faults == [], f"a page said: {faults}"


@pytest.fixture
def plain_session(context: BrowserContext) -> None:
    """Sessions on the pages of the server: the script that would take them over does not come.

    Mark the test `browser_context_args(service_workers="block")`, or the worker brings it."""
    context.route("**/built/session-player.js", lambda route: route.abort())


@pytest.fixture
def home(page: Page, app: LiveApp) -> Page:
    """The first page, let in by the one-time token."""
    page.goto(app.entry)
    return page


@pytest.fixture(scope="session")
def axe() -> Axe:
    """Every accessibility violation on the page in a line each: rule, element, what is wrong."""
    source = AXE.read_text(encoding="utf-8")

    def violations(page: Page) -> list[str]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(source)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{rule['id']} at {node['target']}: {node['failureSummary']}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]

    return violations


@pytest.fixture(scope="session")
def shoot() -> Shoot:
    """Keep pictures of a page in .screenshots: phone and desk, light and dark; when asked for, by
    SPINEWARD_SHOOT=1, since nobody looks at those of an ordinary run."""

    def pictures(page: Page, name: str) -> None:
        if not os.environ.get("SPINEWARD_SHOOT"):
            return
        before = page.viewport_size or PHONE
        for label, size in (("phone", PHONE), ("desk", DESK)):
            page.set_viewport_size(size)
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                page.screenshot(path=SHOTS / f"{name}-{label}-{scheme}.png", full_page=True)
        page.emulate_media(color_scheme="light", reduced_motion="no-preference")
        page.set_viewport_size(before)

    return pictures
