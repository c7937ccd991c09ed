"""Do the drawn pictures hold? Every movement on both sides, the body map, the leg, the files."""

import gzip
import re
import time
import xml.etree.ElementTree as ET
from dataclasses import replace
from io import StringIO
from pathlib import Path
from types import MappingProxyType

import pytest

from spineward.clinical.catalogue import zones
from spineward.clinical.facts.chart import Mark
from spineward.clinical.library import Movement, movements
from spineward.web.shell.drawing.body_chart import body_chart_svg
from spineward.web.shell.drawing.body_shape import zone_path
from spineward.web.shell.drawing.figure import Side, figure_svg, stage
from spineward.web.shell.drawing.geometry import Point, distance
from spineward.web.shell.drawing.leg import band, icon_svg, leg_strip_svg
from spineward.web.shell.drawing.posture import placed
from spineward.web.shell.drawing.skeleton import LIMITS, SHIN, THIGH, checked
from spineward.web.shell.drawing.space import length, minus
from spineward.web.shell.drawing.write_files import pictures

SVG = "{http://www.w3.org/2000/svg}"
SIDES: tuple[Side | None, ...] = ("right", "left", None)
ALL = [
    pytest.param(movement, pose, id=f"{movement.id}-{movement.figure.poses[pose].name}")
    for movement in movements().values()
    for pose in range(len(movement.figure.poses))
]
KILOBYTE = 1024


def parsed(svg: str) -> ET.Element:
    """The picture as a tree; anything but well-formed XML raises ParseError."""
    tree: ET.ElementTree[ET.Element] = ET.ElementTree()
    return tree.parse(StringIO(svg))


def points(path: str) -> list[tuple[float, float]]:
    """The corner points of a path made of M, L, c and Q commands."""
    found: list[tuple[float, float]] = []
    at = (0.0, 0.0)
    for command, text in re.findall(r"([MLcQ])([^MLcQZA]*)", path):
        n = [float(v) for v in re.findall(r"-?\d*\.?\d+", text)]
        x, y = n[-2], n[-1]
        at = (at[0] + x, at[1] + y) if command == "c" else (x, y)
        found.append((round(at[0], 1) + 0.0, round(at[1], 1) + 0.0))
    return found


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize(("movement", "pose"), ALL)
def test_every_pose_of_every_movement_is_a_titled_picture(
    movement: Movement, pose: int, side: Side | None
) -> None:
    svg = figure_svg(movement.figure, pose, side, "Knee & slider", "Lie on your back.")
    tree = parsed(svg)
    title, desc = tree.find(f"{SVG}title"), tree.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert (title.text, desc.text) == ("Knee & slider", "Lie on your back.")
    assert tree.get("role") == "img"
    assert tree.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert len(svg.encode()) <= 16 * KILOBYTE
    assert "nan" not in svg


@pytest.mark.parametrize(("movement", "pose"), ALL)
def test_the_left_figure_is_the_mirror_image_of_the_right_one(
    movement: Movement, pose: int
) -> None:
    right = parsed(figure_svg(movement.figure, pose, "right", "t", "d"))
    left = parsed(figure_svg(movement.figure, pose, "left", "t", "d"))
    [right_body] = right.findall(f"{SVG}g")
    [left_body] = left.findall(f"{SVG}g")
    assert right_body.get("transform") is None
    assert (left_body.get("transform") or "").startswith("matrix(-1 0 0 1 ")
    shapes = [[p.get("d") for p in body.iter(f"{SVG}path")] for body in (right_body, left_body)]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize(("movement", "pose"), ALL)
def test_no_pose_leaves_the_stated_range_of_its_movement(movement: Movement, pose: int) -> None:
    for joint, angle in movement.figure.poses[pose].joints.items():
        low, high = movement.ranges.get(joint, LIMITS[joint])
        assert low <= angle <= high, f"{joint} = {angle} is not within {low} to {high}"


@pytest.mark.parametrize(("movement", "pose"), ALL)
def test_bones_keep_their_length_in_every_pose(movement: Movement, pose: int) -> None:
    figure = movement.figure
    body = placed(figure.lying, figure.poses[pose].joints, figure.props)
    for leg in (body.near_leg, body.far_leg):
        assert length(minus(leg.middle, leg.root)) == pytest.approx(44, abs=0.1)
        assert length(minus(leg.end, leg.middle)) == pytest.approx(43, abs=0.1)
    for arm in (body.near_arm, body.far_arm):
        assert length(minus(arm.middle, arm.root)) == pytest.approx(30, abs=0.1)
        assert length(minus(arm.end, arm.middle)) <= 26.5


def test_the_painful_leg_is_marked_by_stripes_and_no_leg_where_no_side_is_given() -> None:
    figure = movements()["M30a"].figure
    assert "<pattern" in figure_svg(figure, 0, "right", "t", "d")
    assert "<pattern" not in figure_svg(figure, 0, None, "t", "d")


def test_a_slider_shows_where_the_leg_goes_next_and_a_rest_does_not() -> None:
    slider = figure_svg(movements()["M30a"].figure, 0, "right", "t", "d")
    rest = figure_svg(movements()["M01"].figure, 0, "right", "t", "d")
    assert "stroke-dasharray" in slider
    assert "stroke-dasharray" not in rest
    assert "var(--go" in slider
    assert "var(--go" not in rest


@pytest.mark.parametrize("tilt", ["M10", "M11", "M12"])
def test_a_pelvic_tilt_shows_which_way_the_low_back_goes(tilt: str) -> None:
    """H-27: there and back again the arrow of the back points the other way."""
    set_up = stage(movements()[tilt].figure)
    there, again = set_up.way(0), set_up.way(1)
    assert there is not None
    assert again is not None
    ways = [one.press or (one.start, one.end) for one in (there, again)]
    assert all(distance(*way) >= 17 for way in ways)
    (x, y), (other_x, other_y) = (minus_points(*way) for way in ways)
    assert x * other_x + y * other_y < 0


def minus_points(start: Point, end: Point) -> Point:
    """The way from one point of the page to another."""
    return end[0] - start[0], end[1] - start[1]


@pytest.mark.parametrize("crossed", ["M40", "M41"])
def test_no_crossed_thigh_points_so_much_at_the_viewer_that_it_looks_short(crossed: str) -> None:
    set_up = stage(movements()[crossed].figure)
    leg = set_up.bodies[1].near_leg
    seen = [set_up.camera.see(joint) for joint in (leg.root, leg.middle, leg.end)]
    assert distance(seen[0], seen[1]) >= 0.5 * THIGH
    assert distance(seen[1], seen[2]) >= 0.5 * SHIN


@pytest.mark.parametrize("joint", sorted(LIMITS))
def test_an_angle_no_joint_can_do_is_refused(joint: str) -> None:
    low, high = LIMITS[joint]
    assert checked({joint: high})[joint] == high
    assert checked({joint: low})[joint] == low
    with pytest.raises(ValueError, match=f"{joint} = {high + 1} is not allowed; {low} to {high}"):
        checked({joint: high + 1})
    with pytest.raises(ValueError, match=f"{joint} = {low - 1} is not allowed"):
        checked({joint: low - 1})


def test_a_figure_with_a_wrong_joint_angle_prop_or_position_is_refused() -> None:
    figure = movements()["M10"].figure
    wrong = replace(figure.poses[0], joints=MappingProxyType({"kneee": 10}))
    with pytest.raises(ValueError, match="there is no joint kneee"):
        figure_svg(replace(figure, poses=(wrong,)), 0, None, "t", "d")
    far = replace(figure.poses[0], joints=MappingProxyType({"spine": 61}))
    with pytest.raises(ValueError, match="spine = 61 is not allowed; -60 to 60"):
        figure_svg(replace(figure, poses=(far,)), 0, None, "t", "d")
    with pytest.raises(ValueError, match="there is no sofa"):
        figure_svg(replace(figure, props=("sofa",)), 0, None, "t", "d")
    with pytest.raises(ValueError, match="there is no position floating"):
        figure_svg(replace(figure, lying="floating"), 0, None, "t", "d")


def test_the_map_draws_every_zone_on_every_side_and_no_other() -> None:
    known = {(zone.id, side) for zone in zones().values() for side in zone.sides}
    drawn = {
        (path.get("data-zone"), path.get("data-side"))
        for path in parsed(body_chart_svg([], "t", "d")).iter(f"{SVG}path")
        if path.get("data-zone")
    }
    assert drawn == known
    assert len(known) == sum(len(zone.sides) for zone in zones().values())


def outline(path: str, turn: int = 1) -> list[tuple[float, ...]]:
    """The corners and discs of a path, its x times `turn`, in an order of their own."""
    discs = re.findall(r"M(-?[\d.]+)[ ]?(-?[\d.]+)A([\d.]+)", path)
    if discs:
        found = [(turn * (float(x) + float(r)), float(y), float(r)) for x, y, r in discs]
        return sorted((round(x, 1) + 0.0, y, r) for x, y, r in found)
    return sorted((turn * x + 0.0, y) for x, y in points(path))


def test_the_left_of_the_map_is_the_right_one_mirrored() -> None:
    for zone in zones().values():
        if zone.sides == ("middle",):
            continue
        for view in ("front", "back"):
            right, left = zone_path(zone.id, "right", view), zone_path(zone.id, "left", view)
            assert bool(right) == bool(left)
            assert outline(right, -1) == outline(left), f"{zone.id} {view}"


def test_marks_show_as_three_layers_in_hue_and_pattern() -> None:
    marks = [Mark("calf_upper", "right", pain=7, tingling=2, numbness=3)]
    svg = body_chart_svg(marks, "Where it is felt", "Calf.")
    tree = parsed(svg)
    uses = [use.get("fill", "") for use in tree.iter(f"{SVG}use")]
    assert [fill for fill in uses if "--pain" in fill]
    assert [fill for fill in uses if "t2)" in fill]
    assert [fill for fill in uses if "n3)" in fill]
    assert len(list(tree.iter(f"{SVG}pattern"))) == 2


def test_more_pain_is_drawn_more_strongly() -> None:
    def depth(pain: int) -> float:
        svg = body_chart_svg([Mark("calf_upper", "right", pain=pain)], "t", "d")
        [found] = re.findall(r'fill-opacity="([\d.]+)"', svg)
        return float(found)

    assert [depth(pain) for pain in range(1, 11)] == sorted({depth(pain) for pain in range(1, 11)})


def test_a_well_filled_map_stays_small() -> None:
    legs = [zone.id for zone in zones().values() if zone.path == "sciatic" and zone.rank > 2]
    marks = [Mark(zone, "right", 6, 2, 1) for zone in legs[:10]]
    for drawn in ([], marks):
        assert len(gzip.compress(body_chart_svg(drawn, "t", "d").encode())) <= 8 * KILOBYTE


def test_a_mark_on_an_unknown_zone_is_refused() -> None:
    with pytest.raises(KeyError):
        body_chart_svg([Mark("elbow", "right", 3)], "t", "d")


def test_the_leg_has_nine_steps_and_shows_reach_and_change() -> None:
    tree = parsed(leg_strip_svg(5, 8, "t", "d"))
    bands = [path for path in tree.iter(f"{SVG}path") if path.get("data-rank")]
    assert [path.get("data-rank") for path in bands] == [str(rank) for rank in range(1, 10)]
    reached = [path.get("data-rank") for path in bands if "--pain" in path.get("fill", "")]
    assert reached == ["1", "2", "3", "4", "5"]
    assert "stroke-dasharray" in leg_strip_svg(5, 8, "t", "d")


def test_the_arrow_beside_the_leg_is_go_when_higher_and_hold_when_lower() -> None:
    higher, lower = leg_strip_svg(4, 7, "t", "d"), leg_strip_svg(7, 4, "t", "d")
    assert "var(--go" in higher
    assert "var(--hold" in lower
    assert "var(--go" not in leg_strip_svg(4, 4, "t", "d")


def test_a_leg_with_nothing_known_shows_no_reach() -> None:
    assert "--pain" not in leg_strip_svg(None, None, "t", "d")
    assert "--pain" not in leg_strip_svg(0, None, "t", "d")
    assert "--pain" in leg_strip_svg("front", None, "t", "d")


def test_a_step_beyond_the_toes_is_refused() -> None:
    with pytest.raises(ValueError, match="10 is not allowed; a whole number from 1 to 9"):
        band(10)


def test_the_icon_is_a_picture_of_its_own() -> None:
    icon = icon_svg()
    parsed(icon)
    assert "var(" not in icon


@pytest.mark.parametrize("path", sorted(pictures()), ids=lambda path: path.name)
def test_the_committed_pictures_are_not_stale(path: Path) -> None:
    assert path.read_text("utf-8") == pictures()[path], (
        "run python -m spineward.web.shell.drawing.write_files"
    )


def test_the_committed_zones_have_one_id_for_each_zone_side_and_view() -> None:
    [text] = [text for path, text in pictures().items() if path.name == "zones-1.svg"]
    ids = {path.get("id", "") for path in parsed(text).iter(f"{SVG}path") if path.get("data-zone")}
    sides = {(zone.id, side) for zone in zones().values() for side in zone.sides}
    assert {name.split("-", 1)[1] for name in ids} == {f"{zone}-{side}" for zone, side in sides}


def test_a_picture_takes_a_few_milliseconds() -> None:
    figure = movements()["M30a"].figure
    marks = [Mark("calf_upper", "right", 5, 1, 1)]
    figure_svg(figure, 0, "right", "warm", "d")
    started = time.process_time()
    for n in range(20):
        figure_svg(figure, n % 3, "right", f"t{n}", "d")
        body_chart_svg(marks, f"t{n}", "d")
    assert (time.process_time() - started) / 40 < 0.025
