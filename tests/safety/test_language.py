"""Does each page say which language it is in? Hazards: H-10."""

import pytest

from tests.web.walk import Walker


@pytest.mark.parametrize("path", ["/", "/emergency/", "/check-in/", "/care/", "/nope/"])
def test_a_page_says_which_language_it_is_in(walk: Walker, path: str) -> None:
    walk.open(path)
    assert '<html lang="en"' in walk.text
