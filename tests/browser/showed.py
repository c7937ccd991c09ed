"""What did the browser show when a test failed? A rare failure that tells only what did not come
cannot be understood."""

from collections.abc import Generator, Iterable

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page
from playwright.sync_api import TimeoutError as BrowserTimeout

LOOK = """() => {
  const player = document.querySelector('session-player')
  const of = (element) => element ? element.outerHTML.slice(0, 200) : 'nothing'
  return [
    `${location.href} "${document.title}" by its clock ${new Date().toISOString()}`,
    `focus: ${of(document.activeElement)}`,
    ...(player ? [`player: ${of(player).split('>')[0]}> over: ${player.over}`,
      `state: ${JSON.stringify(player.state)}`,
      `events: ${JSON.stringify(player.course && player.course.events)}`] : []),
    document.body.innerText.slice(0, 1500),
  ].join('\\n')
}"""


SOON = 5_000


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A failure tells what the browser showed then."""
    report = yield
    browser: Browser | None = getattr(item, "funcargs", {}).get("browser")
    if browser and report.failed and call.when != "teardown":
        report.sections.append(("what the browser showed", shown(browser.contexts)))
    return report


def shown(contexts: Iterable[BrowserContext]) -> str:
    """Each page that is open: address, clock, focus, the player's state, and the words on it."""
    return "\n\n".join(_of(page) for context in contexts for page in context.pages)


def _of(page: Page) -> str:
    try:
        return str(page.locator("html").evaluate(LOOK, timeout=SOON))
    except (Error, BrowserTimeout) as error:
        return f"{page.url} does not answer: {error}"
