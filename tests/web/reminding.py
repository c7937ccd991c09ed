"""How does a person choose reminders on the pages, and read their calendar?"""

import re
from typing import Any

from icalendar import Calendar

from tests.web.walk import Walker

PAGE = "/settings/reminders/"
FILE = f"{PAGE}spineward.ics"
SESSIONS = {"first": "09:00", "second": "17:30"}


def choose(walk: Walker, **kinds: dict[str, str]) -> None:
    """Choose times of these kinds, as the pages ask for them."""
    for kind, given in kinds.items():
        walk.send(f"{PAGE}{kind}/", **given)
        walk.arrives(PAGE)


def address(walk: Walker) -> str:
    """Make a calendar address, and read it off the page."""
    walk.send(f"{PAGE}address/", address="new")
    found = re.search(r"http://testserver(/calendar/[^<]+\.ics)", walk.text)
    assert found
    return found[1]


def read(content: bytes) -> Any:
    """The calendar as the library reads it back."""
    return Calendar.from_ical(content)


def events(walk: Walker, path: str = FILE) -> dict[str, Any]:
    """The calendar read back by the library: its entries by what they are called, or when."""
    calendar = read(walk.client.get(path).content)
    return {f"{one['summary']} {one.start:%d %H:%M}": one for one in calendar.events}
