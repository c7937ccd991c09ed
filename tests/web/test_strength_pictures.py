"""Is each test of the strength check shown, standing and seated, with words for who cannot see?

Hazards: H-18 H-27.
"""

from typing import get_args

import pytest

from spineward.clinical.catalogue import words
from spineward.clinical.facts import StrengthTest
from spineward.web.shell.drawing.strength import strength_pictures
from tests.cast import owner
from tests.diary.life import answer
from tests.web.test_drawing import SVG, parsed
from tests.web.walk import Walker

TESTS = get_args(StrengthTest)


@pytest.mark.parametrize("seated", [False, True])
@pytest.mark.parametrize("test", TESTS)
def test_each_test_has_two_different_pictures_that_say_what_they_show(
    test: str, seated: bool
) -> None:
    found = strength_pictures(test, seated, "Lift & hold", "Slowly.")
    assert len(found) == 2
    shapes, names = set(), set()
    for svg in found:
        root = parsed(svg)
        title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
        assert title is not None
        assert desc is not None
        assert (title.text or "").startswith("Lift & hold, ")
        assert desc.text == "Slowly."
        assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
        assert "style=" not in svg
        names.add(title.get("id"))
        shapes.add(
            tuple((path.get("d"), path.get("transform")) for path in root.iter(f"{SVG}path"))
        )
    assert len(shapes) == len(names) == 2


def test_the_page_shows_them_beside_each_test_and_no_id_stands_twice(walk: Walker) -> None:
    walk.was_checked_in()
    walk.open("/check-in/strength/")
    assert walk.text.count('<svg xmlns="http://www.w3.org/2000/svg" class="figure"') == 8
    ids = [part.split('"')[0] for part in walk.text.split(' id="')[1:]]
    assert len(ids) == len(set(ids))
    for test in TESTS:
        assert f"{words()[f'strength.{test}.name']}, 1 of 2</title>" in walk.text


def test_with_a_high_risk_of_falls_only_the_seated_ones_are_shown(walk: Walker) -> None:
    walk.was_checked_in()
    answer(owner(), "Q7", {"clearance": {"CL5": "yes"}}, walk.clock.at)
    walk.open("/check-in/strength/")
    assert f"{words()['strength.heel_walk.seated_name']}, 1 of 2</title>" in walk.text
    assert f"{words()['strength.heel_walk.name']}, 1 of 2" not in walk.text
