"""What do safety tests of pages share? The person at the pages, as in the tests of the pages."""

from tests.web.conftest import clock, inside, walk

__all__ = ["clock", "inside", "walk"]
