"""What do page tests share? A client inside the door, and a person of one's own."""

import pytest
from pytest_django.fixtures import Settings


@pytest.fixture(autouse=True)
def inside(settings: Settings) -> None:
    """The one-time token has its own test; the pages are tested from inside."""
    settings.TOKEN_GATE = False
