"""Are the bars asked before heat or ice, and does a yes or a doubt end it? Hazards: H-28."""

from itertools import product

import pytest

from spineward.clinical.catalogue import limit, words
from spineward.diary.models import Answers
from spineward.web.care.warmth import BARS
from tests.web.walk import Walker

EACH = [(way, bar) for way, bars in BARS.items() for bar in bars]


def address(way: str, **answers: str) -> str:
    """The page once every question is answered; "no" where nothing else is said."""
    said = {**dict.fromkeys(BARS[way], "no"), **answers}
    return f"/care/heat-and-ice/{way}/?" + "&".join(f"{bar}={one}" for bar, one in said.items())


def shown(walk: Walker) -> str:
    """The one part of the page that is not hidden."""
    parts = ("form", "held", "go")
    open_ = [one for one in parts if f'data-part="{one}"' in walk.text and not _hidden(walk, one)]
    assert len(open_) == 1
    return open_[0]


def _hidden(walk: Walker, part: str) -> bool:
    tag = walk.text.split(f'data-part="{part}"')[1].split(">")[0]
    return "hidden" in tag


@pytest.mark.parametrize("way", BARS)
def test_the_questions_come_first_and_none_is_answered(walk: Walker, way: str) -> None:
    walk.open("/care/heat-and-ice/")
    assert f'href="/care/heat-and-ice/{way}/"' in walk.text
    walk.open(f"/care/heat-and-ice/{way}/")
    assert shown(walk) == "form"
    assert walk.controls.filled == []
    assert list(walk.controls.named) == list(BARS[way])


@pytest.mark.parametrize(("each", "said"), list(product(EACH, ["yes", "not_sure"])))
def test_a_yes_or_a_doubt_ends_it_with_its_reason(
    walk: Walker, each: tuple[str, str], said: str
) -> None:
    way, bar = each
    walk.open(address(way, **{bar: said}))
    assert shown(walk) == "held"
    for one in BARS[way]:
        line = walk.text.split(f'data-bar="{one}"')[1]
        assert line.startswith(" hidden" if one != bar else f">{words()[f'warmth.{bar}.why']}")


@pytest.mark.parametrize("way", BARS)
def test_without_a_bar_it_says_how_long_and_when_to_look_at_the_skin(
    walk: Walker, way: str
) -> None:
    walk.open(address(way))
    assert shown(walk) == "go"
    assert f'data-minutes="{limit(f"warmth.{way}_minutes")}"' in walk.text
    assert f'data-skin="{limit("warmth.skin_minutes")}"' in walk.text
    assert "Put a cloth in between." in walk.text
    assert ("Never fall asleep on it." in walk.text) is (way == "heat")


@pytest.mark.parametrize("way", BARS)
def test_a_question_left_open_or_garbled_is_asked_again(walk: Walker, way: str) -> None:
    first, *_ = BARS[way]
    for path in (f"/care/heat-and-ice/{way}/?{first}=no", address(way, **{first: "maybe"})):
        walk.open(path)
        assert shown(walk) == "form"
        assert "Something is missing" in walk.text


def test_nothing_of_it_is_kept(walk: Walker) -> None:
    before = Answers.objects.count()
    walk.open(address("heat", numb="yes"))
    assert Answers.objects.count() == before


def test_there_is_no_third_way(walk: Walker) -> None:
    walk.open("/care/heat-and-ice/steam/")
    assert walk.status == 404
