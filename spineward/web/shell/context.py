"""What does every template know? The emergency number, where the person is, and the menu."""

from django.conf import settings
from django.http import HttpRequest

from spineward.web.shell.person import emergency_number, reminds

MENU = (
    ("today", "/", "house", "Today"),
    ("progress", "/progress/", "chart-line", "Progress"),
    ("care", "/care/", "heart-pulse", "Care"),
    ("settings", "/settings/", "settings", "Settings"),
)


BELONGS = {"diary": "progress", "report": "progress"}
"""Pages that a page of the menu leads to, and that count as a part of it."""


def shell(request: HttpRequest) -> dict[str, object]:
    """Context of the frame. It asks the database for nothing before the page does."""
    first = request.path.strip("/").split("/")[0]
    first = BELONGS.get(first, first)
    here = next((key for key, path, *_ in MENU if path.strip("/") == first), "")
    return {
        "menu": MENU,
        "here": here,
        "is_example": settings.EXAMPLE,
        "emergency_number": emergency_number,
        "reminds": reminds if here else False,  # no reminder speaks into a session or into help
    }
