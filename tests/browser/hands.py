"""How does a person work a page? With a finger on what is seen, or with the keyboard alone."""

import time
from typing import Protocol

from playwright.sync_api import Page

PATIENCE = 60_000
"""Milliseconds to wait for what is to come: how soon it comes is a matter for the benchmarks."""
MOST_TABS = 160
"""A page that takes more presses of Tab than this cannot be used by keyboard."""
FOCUSED = """() => {
  const el = document.activeElement;
  const label = el.labels && el.labels[0];
  const marks = [getComputedStyle(el), label && getComputedStyle(label, '::before'),
    label && getComputedStyle(label)];
  const seen = marks.some(s => s && ((s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0)
    || s.boxShadow !== 'none'));
  const box = el.getBoundingClientRect();
  return {tag: el.tagName, type: el.type || '', name: el.name || '', value: el.value || '',
    text: (el.innerText || '').trim(), seen, checked: !!el.checked,
    onScreen: box.bottom > 0 && box.top < innerHeight};
}"""


def until(page: Page, question: str, answer: object = True) -> None:
    """Ask the browser until it gives this answer; what happens in the background has no event."""
    give_up = time.monotonic() + PATIENCE / 1_000
    while (found := page.evaluate(question)) != answer:
        assert time.monotonic() < give_up, f"still {found}"
        page.wait_for_timeout(200)


class Hands(Protocol):
    """What a journey needs of a person."""

    page: Page
    taps: int

    def press(self, button: str) -> None:
        """Press the button that says so."""
        ...

    def push(self, button: str) -> None:
        """Press a button that changes this page and leads to no other."""
        ...

    def follow(self, link: str) -> None:
        """Follow the link that says so."""
        ...

    def choose(self, name: str, value: str) -> None:
        """Choose a radio, tick a box, or pick from a list."""
        ...

    def write(self, name: str, text: str) -> None:
        """Type into a field."""
        ...


class Finger:
    """Taps on words and controls, as on a phone."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0

    def press(self, button: str) -> None:
        """Press the button that says so."""
        self.taps += 1
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=button).first.click()

    def push(self, button: str) -> None:
        """Press a button that changes this page and leads to no other."""
        self.taps += 1
        self.page.get_by_role("button", name=button).first.click()

    def follow(self, link: str) -> None:
        """Follow the link that says so."""
        self.taps += 1
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=link).first.click()

    def choose(self, name: str, value: str) -> None:
        """Tap the control where it is drawn; its words lie over it or it lies over them."""
        self.taps += 1
        if self.page.locator(f"select[name='{name}']").count():
            self.page.select_option(f"select[name='{name}']", value)
            return
        control = self.page.locator(f"input[name='{name}'][value='{value}']")
        # A page that is still finding its letters moves under a finger quicker than any person's.
        self.page.evaluate("document.fonts.ready.then(() => true)")
        control.click(force=True)
        if not control.is_checked():
            control.click(force=True)
        assert control.is_checked()

    def write(self, name: str, text: str) -> None:
        """Type into a field."""
        self.page.fill(f"[name='{name}']", text)


class Keyboard:
    """Tab, Space, Enter and the arrows; where the focus is must be seen at each step."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0

    def _reach(self, wanted: dict[str, str]) -> dict[str, object]:
        """Press Tab until the focus is there; it has to be visible and on the screen."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            found: dict[str, object] = self.page.evaluate(FOCUSED)
            if all(str(found[key]).startswith(value) for key, value in wanted.items()):
                assert found["seen"], f"the focus on {wanted} cannot be seen"
                assert found["onScreen"], f"the focus on {wanted} is off the screen"
                return found
        raise AssertionError(f"Tab never reaches {wanted} at {self.page.url}")

    def press(self, button: str) -> None:
        """Press the button that says so."""
        self._reach({"tag": "BUTTON", "text": button})
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def push(self, button: str) -> None:
        """Press a button that changes this page and leads to no other."""
        self._reach({"tag": "BUTTON", "text": button})
        self.page.keyboard.press("Enter")

    def follow(self, link: str) -> None:
        """Follow the link that says so."""
        self._reach({"tag": "A", "text": link})
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def choose(self, name: str, value: str) -> None:
        """Tick a box by Space; go through radios by the arrows."""
        if self.page.locator(f"select[name='{name}']").count():
            self._pick(name, value)
            return
        kind = self.page.locator(f"input[name='{name}'][value='{value}']").get_attribute("type")
        if kind == "checkbox":
            self._reach({"name": name, "value": value})
            self.page.keyboard.press("Space")
        else:
            found = self._reach({"name": name, "type": "radio"})
            self.page.keyboard.press("Space")
            for _ in range(MOST_TABS):
                if found["value"] == value:
                    break
                self.page.keyboard.press("ArrowDown")
                found = self.page.evaluate(FOCUSED)
                assert found["seen"], f"the focus on {name} cannot be seen"
        assert self.page.locator(f"input[name='{name}'][value='{value}']").is_checked()

    def _pick(self, name: str, value: str) -> None:
        """Go down a list until the answer shows."""
        self._reach({"tag": "SELECT", "name": name})
        for _ in range(MOST_TABS):
            self.page.keyboard.press("ArrowDown")
            if self.page.evaluate("document.activeElement.value") == value:
                return
        raise AssertionError(f"the arrows never reach {value} of {name}")

    def write(self, name: str, text: str) -> None:
        """Type into a field."""
        self._reach({"name": name})
        self.page.keyboard.type(text)
