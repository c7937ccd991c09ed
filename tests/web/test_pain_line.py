"""Does the pain line say what it draws? The picture against the course, and the words against both.

Hazard: H-09.
"""

import re
from datetime import timedelta
from gzip import compress
from html import unescape
from io import StringIO
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spineward.clinical.course import Course, View, course
from spineward.clinical.facts import Situation
from spineward.clinical.facts.answers import Leg
from spineward.web.shell.drawing.pain_axis import place_of
from spineward.web.shell.drawing.pain_line import LEFT, RIGHT, described, pain_line
from spineward.web.shell.drawing.pain_marks import Spans
from tests.cases.build import NOW, typical
from tests.cases.lives import LENGTHS, life
from tests.stages.test_course import walked

VIEWS: tuple[View, ...] = ("day", "week", "episode")
SVG = "{http://www.w3.org/2000/svg}"
MOST = 60_000
"""Bytes of a compressed picture (issue 5)."""


def parsed(seen: Course) -> ElementTree.Element:
    """The picture as a tree."""
    tree: ElementTree.ElementTree[ElementTree.Element] = ElementTree.ElementTree()
    return tree.parse(StringIO(pain_line(seen)))


def marks(seen: Course, leg: str) -> int:
    """How many marks of pain a panel holds."""
    (panel,) = parsed(seen).findall(f".//{SVG}g[@data-leg='{leg}']")
    bars = [path.get("d", "") for path in panel.findall(f"{SVG}path[@shape-rendering]")]
    return len(panel.findall(f"{SVG}circle")) + sum(bar.count("M") for bar in bars)


def heights(seen: Course, leg: str) -> list[float]:
    """How high up the dots of a panel stand, in the order of time."""
    (panel,) = parsed(seen).findall(f".//{SVG}g[@data-leg='{leg}']")
    return [float(dot.get("cy", "")) for dot in panel.findall(f"{SVG}circle")]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("days", LENGTHS.values())
def test_every_told_span_has_one_mark_in_each_leg_drawn(days: int, view: View) -> None:
    seen = course(life(days, ("left", "right")), view)
    for leg in seen.legs:
        told = [point for point in seen.points if point.limb(leg).pain]
        assert marks(seen, leg) == len(told)


def test_nearer_to_the_spine_is_higher_up() -> None:
    seen = course(walked("r9:4", "r8:4", "r7:4", "r6:4", "r5:4", "r4:4", "r3:4", "back:1", ""))
    found = heights(seen, "right")
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 9


def test_stronger_pain_is_a_larger_dot() -> None:
    (panel,) = parsed(course(walked("r6:9", "r6:5", "r6:1"))).findall(f".//{SVG}g[@data-leg]")
    sizes = [float(dot.get("r", "")) for dot in panel.findall(f"{SVG}circle")]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


def test_the_words_name_begin_end_lowest_point_and_what_else_is_drawn() -> None:
    person = walked("r5:4", "r8:7 tg9:1 nb8:1", "r4:3 back:2")
    assert described(course(person)) == (
        "Right leg: It begins on 18 November 2026, thigh, leg pain 4 of 10. Lowest on 19 November "
        "2026, foot, leg pain 7 of 10. It ends on 20 November 2026, thigh, leg pain 3 of 10.",
        "Tingling in the right leg: 1 of 3 days, as far as the toes.",
        "Numbness in the right leg: 1 of 3 days, as far as the foot.",
        "Back pain 0 to 2 of 10: 0 at first, 2 at the end.",
        "A strong flare since 19 November 2026.",
    )


def test_ups_and_downs_between_the_ends_are_told_too() -> None:
    (line, *_) = described(course(walked("r8:4", "r5:4", "r5:9", "r8:4", "r3:2")))
    assert "On the way: foot, thigh, foot, buttock." in line
    assert "Strongest on 18 November 2026, leg pain 9 of 10." in line
    (line, *_) = described(course(walked("r8:4", "r5:4", "r8:4")))
    assert "On the way: foot, thigh, foot." in line
    (line, *_) = described(course(walked("r8:4", "r8:4", "r5:4")))
    assert "On the way" not in line
    (line, *_) = described(course(walked(*["r8:4", "r5:4"] * 6)))
    assert "Its lowest point moved 11 times." in line


def test_nothing_told_is_said_to_be_nothing() -> None:
    seen = course(Situation(now=NOW))
    assert described(seen) == ("Nothing is drawn yet.",)
    assert marks(seen, "right") == 0


def test_both_legs_have_a_panel_each_and_their_own_strength() -> None:
    seen = course(typical("left/r8:7 r4:2"))
    assert [panel.get("data-leg") for panel in parsed(seen).findall(f"{SVG}g[@data-leg]")] == [
        "left",
        "right",
    ]
    assert described(seen)[:2] == (
        "Left leg: on 20 November 2026, foot, leg pain 7 of 10.",
        "Right leg: on 20 November 2026, thigh, leg pain 2 of 10.",
    )


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(1, 10)), min_size=1, max_size=60),
    st.sampled_from(VIEWS),
)
def test_whoever_listens_hears_what_whoever_looks_sees(
    days: list[tuple[int, int]], view: View
) -> None:
    seen = course(walked(*(f"r{rank}:{leg}" if rank else "" for rank, leg in days)), view)
    picture = parsed(seen)
    desc = picture.find(f"{SVG}desc")
    assert desc is not None
    heard = unescape(desc.text or "")
    assert heard == " ".join(described(seen))
    told = [point for point in seen.points if point.pain]
    drawn: tuple[Leg, ...] = seen.legs or ("right",)
    assert marks(seen, drawn[0]) == len(told)
    ends = [told[0], told[-1]]
    for point in ends:
        assert point.pain is not None
        if point.pain.furthest:
            assert place_of(point.pain.furthest) in heard
    assert ("strong flare" in heard) == bool(seen.flares)
    shaded = [rect for rect in picture.findall(f"{SVG}rect") if rect.get("fill-opacity") == ".16"]
    assert bool(shaded) == bool(seen.flares)


def test_a_picture_for_print_needs_no_page_around_it() -> None:
    for days in LENGTHS.values():
        picture = pain_line(course(life(days)), "print")
        assert "var(" not in picture
        assert "style=" not in picture


@pytest.mark.parametrize("legs", [("right",), ("left", "right")])
def test_five_years_of_both_legs_stay_a_small_picture(legs: tuple[str, ...]) -> None:
    assert len(compress(pain_line(course(life(1825, legs))).encode())) <= MOST


def test_sessions_and_stops_are_drawn_along_the_foot_of_the_line() -> None:
    seen = course(life(21))
    stopped = [one for one in seen.sessions if one.stopped]
    (row,) = parsed(seen).findall(f"{SVG}g[@data-part='sessions']")
    (ticks, *_) = row.findall(f"{SVG}path")
    assert ticks.get("d", "").count("M") == len(seen.sessions)
    assert len(row.findall(f"{SVG}g/{SVG}path")) == len(stopped) > 0
    assert f"{len(seen.sessions)} sessions, something was stopped in {len(stopped)}." in described(
        seen
    )


def test_every_text_of_the_picture_stays_inside_it() -> None:
    for days in LENGTHS.values():
        for view in VIEWS:
            seen = course(life(days, ("left", "right")), view)
            for x in re.findall(r'<text x="([\d.]+)"', pain_line(seen)):
                assert float(x) <= 334


def test_a_flare_is_shaded_for_its_own_days_where_a_mark_is_a_week() -> None:
    person = walked(*["r5:2"] * 80, *["r6:9"] * 4, *["r5:2"] * 10)
    seen = course(person)
    assert seen.step == "week"
    (flare,) = seen.flares
    assert flare.until is not None
    days = (flare.until.date() - flare.since.date()).days + 1
    (rect,) = (
        one for one in parsed(seen).findall(f"{SVG}rect") if one.get("fill-opacity") == ".16"
    )
    weeks = float(rect.get("width", "")) / Spans(seen, LEFT, RIGHT).wide
    assert weeks == pytest.approx(days / 7, abs=0.02)


def test_a_flare_that_ended_before_the_view_is_not_shaded() -> None:
    person = walked(*["r6:9"], *["r5:2"] * 12)
    assert course(person).flares
    assert not course(person, "week").flares
    assert course(person).flares[0].until == NOW - timedelta(days=10)
