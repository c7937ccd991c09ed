"""Does a phone take only our own server for the network, and lose nothing to a stranger's answer?

Hazards: H-01, H-14, H-22. In the server's place stands what a proxy or a hotel's network answers.
"""

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import PATIENCE, until
from tests.browser.live import LiveApp
from tests.browser.offline import STAGES, app, visited

__all__ = ["app", "visited"]

SEND = """() => {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/diary/note/'
  form.innerHTML = '<input name="note" value="stiff">'
  document.body.append(form)
  setTimeout(() => form.submit())
}"""


def free(make: Callable[[], ThreadingHTTPServer]) -> ThreadingHTTPServer:
    """A server that was killed holds its port for a moment longer."""
    give_up = time.monotonic() + PATIENCE / 1_000
    while True:
        try:
            return make()
        except OSError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.1)


@contextmanager
def stranger(port: int, status: int) -> Iterator[None]:
    """Someone else answers at our address: the same to everything."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.send_response(200 if self.path == "/portal" else status)
            if status == 302:
                self.send_header("Location", "/portal")
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(b"<h1>Welcome to our network</h1>")

        do_POST = do_PUT = do_HEAD = do_GET

        def log_message(self, format: str, *args: object) -> None:
            """Nobody reads it."""

    server = free(lambda: ThreadingHTTPServer(("127.0.0.1", port), Answer))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("status", [502, 200, 302])
def test_what_a_stranger_answers_is_no_network(visited: Page, app: LiveApp, status: int) -> None:
    app.kill()
    with stranger(int(app.origin.rpartition(":")[2]), status):
        if status != 302:
            visited.goto(app.origin + "/care/")
            expect(visited.locator("[data-shell-state]")).to_contain_text("Offline")
            expect(visited.locator("h1")).not_to_contain_text("Welcome")
        with visited.expect_navigation():
            visited.evaluate(SEND)
        until(visited, STAGES, ["unsent"])


def test_what_cannot_be_kept_stays_on_the_page_to_be_sent_again(
    visited: Page, app: LiveApp
) -> None:
    worker = visited.context.service_workers[0]
    worker.evaluate(
        """() => {
          IDBObjectStore.prototype.add = () => {
            throw new DOMException('no room', 'QuotaExceededError')
          }
        }"""
    )
    visited.goto(app.origin + "/diary/note/")
    app.kill()
    visited.locator("textarea").fill('stiff & "sore"')
    visited.locator("main form button").first.click()
    expect(visited.locator("[data-again]")).to_contain_text("Your answers are not saved")
    kept = visited.locator("[data-again] input[name=note]")
    expect(kept).to_have_value('stiff & "sore"')


def test_a_question_that_was_not_kept_is_not_replaced_by_another(
    visited: Page, app: LiveApp
) -> None:
    app.kill()
    visited.goto(app.origin + "/check-in/?kind=session&ask=B8")
    expect(visited.locator("h1")).to_contain_text("We cannot decide now")
    visited.goto(app.origin + "/check-in/?kind=session&ask=A1")
    expect(visited).to_have_url(re.compile("/check-in/item.A1/"))


def test_what_a_browser_without_its_cookie_sends_is_kept(visited: Page, app: LiveApp) -> None:
    visited.goto(app.origin + "/diary/note/")
    visited.context.clear_cookies(name="spineward")
    visited.locator("textarea").fill("outside")
    visited.locator("main form button").first.click()
    expect(visited.locator("h1")).to_contain_text("This diary is locked")
    until(visited, STAGES, ["unsent"])
