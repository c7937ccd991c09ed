"""Do the moving pictures hold? Every movement on both sides, frame by frame, and their address."""

import gzip
import json
import re
from collections.abc import Iterator
from functools import cache
from math import acos, degrees
from typing import Any

import pytest
from django.test import Client

from spineward.clinical.library import Movement, movements
from spineward.web.shell.drawing.between import between
from spineward.web.shell.drawing.figure import Stage, figure_svg, stage
from spineward.web.shell.drawing.frames import STRAY, movement_frames, points
from spineward.web.shell.drawing.geometry import distance, loop
from spineward.web.shell.drawing.skeleton import LIMITS, Limb, Skeleton
from spineward.web.shell.drawing.space import Vector, dot, length, minus, unit
from tests.diary import life
from tests.web.walk import Walker

EVERY = [pytest.param(movement, id=movement.id) for movement in movements().values()]
KILOBYTE = 1024
ROUNDING = 0.1
"""Points lie on tenths; a straight way between two of them may be off by as much."""


@cache
def drawn(id: str, side: str | None = "right") -> dict[str, Any]:
    """The frames of a movement as a page reads them."""
    found = movement_frames(movements()[id].figure, "left" if side == "left" else "right")
    read: dict[str, Any] = json.loads(json.dumps(found))
    return read


def positions(layer: dict[str, Any]) -> list[list[float]]:
    """x, y, x, y, ... of one layer in every frame."""
    at = list(layer["points"])
    step = [0] * len(at)
    found = [[value / 10 for value in at]]
    for changes in layer["steps"]:
        step = [here + by for here, by in zip(step, changes, strict=True)]
        at = [here + by for here, by in zip(at, step, strict=True)]
        found.append([value / 10 for value in at])
    return found


def path(values: list[float], sizes: list[int]) -> str:
    """The outlines through these points, as a still has them."""
    pairs = iter(list(zip(values[::2], values[1::2], strict=True)))
    return "".join(loop([next(pairs) for _ in range(size)]) for size in sizes)


def on_the_way(movement: Movement) -> Iterator[Skeleton]:
    """The body at twelve moments between each two poses."""
    bodies = stage(movement.figure).bodies
    for here, there in zip(bodies, [*bodies[1:], bodies[0]], strict=True):
        yield from (between(here, there, n / 12) for n in range(13))


def bend(limb: Limb) -> float:
    """How far a knee or an elbow is bent, in degrees."""
    return turn(minus(limb.middle, limb.root), minus(limb.end, limb.middle))


@pytest.mark.parametrize("movement", EVERY)
def test_every_layer_keeps_its_points_through_all_frames(movement: Movement) -> None:
    found = drawn(movement.id)
    counts = {len(layer["steps"]) for layer in found["layers"]}
    assert counts <= {0, max(counts)}
    for layer in found["layers"]:
        assert len(layer["points"]) == 2 * sum(layer["sizes"])
        assert {len(step) for step in layer["steps"]} <= {len(layer["points"])}


@pytest.mark.parametrize("movement", EVERY)
def test_the_frame_at_each_pose_is_the_still_of_that_pose(movement: Movement) -> None:
    found = drawn(movement.id)
    for n, pose in enumerate(found["poses"]):
        still = figure_svg(movement.figure, n, "right", "t", "d")
        shown = re.findall(r' d="([^"]+)"', still)
        for layer in found["layers"]:
            frames = positions(layer)
            assert path(frames[pose["frame"] % len(frames)], layer["sizes"]) in shown
        assert all(line in shown for _, line in found["scene"])
        assert not found["ways"][n] or found["ways"][n] in shown


@pytest.mark.parametrize("movement", EVERY)
def test_no_frame_leaves_the_picture(movement: Movement) -> None:
    found = drawn(movement.id)
    x, y, width, height = found["box"]
    for layer in found["layers"]:
        if layer["tone"] == "gap":
            continue
        for frame in positions(layer):
            assert x <= min(frame[::2])
            assert max(frame[::2]) <= x + width
            assert y <= min(frame[1::2])
            assert max(frame[1::2]) <= y + height


@pytest.mark.parametrize("movement", EVERY)
def test_the_left_picture_is_the_right_one_mirrored(movement: Movement) -> None:
    right, left = drawn(movement.id), drawn(movement.id, "left")
    x, _, width, _ = right["box"]
    assert right["mirror"] == ""
    assert float(left["mirror"].split()[-2]) == pytest.approx(2 * x + width, abs=0.2)
    assert {**left, "mirror": ""} == right


@pytest.mark.parametrize("movement", EVERY)
def test_no_point_strays_from_the_turning_body_by_more_than_a_third_of_a_unit(
    movement: Movement,
) -> None:
    assert worst(movement, stage(movement.figure)) <= STRAY + ROUNDING


def worst(movement: Movement, set_up: Stage) -> float:
    """The largest distance, at quarters between frames, from where the bones have a point."""
    found = drawn(movement.id)
    starts = [pose["frame"] for pose in found["poses"]]
    count = max(len(layer["steps"]) for layer in found["layers"]) + 1
    flat = [positions(layer) for layer in found["layers"]]
    far = 0.0
    for n, start in enumerate(starts):
        here, there = set_up.bodies[n], set_up.bodies[(n + 1) % len(starts)]
        end = starts[n + 1] if n + 1 < len(starts) else count
        for quarter in range(4 * (end - start)):
            frame, share = start + quarter // 4, quarter % 4 / 4
            body = points(set_up.layers(between(here, there, quarter / 4 / (end - start))))
            line = [
                a + (b - a) * share
                for frames in flat
                for a, b in zip(
                    frames[frame % len(frames)], frames[(frame + 1) % len(frames)], strict=True
                )
            ]
            pairs = zip(line[::2], line[1::2], strict=True)
            far = max(far, *(distance(p, q) for p, q in zip(pairs, body, strict=True)))
    return far


@pytest.mark.parametrize("movement", EVERY)
def test_bones_keep_their_length_and_joints_their_limits_on_the_way(movement: Movement) -> None:
    for body in on_the_way(movement):
        for leg in (body.near_leg, body.far_leg):
            assert length(minus(leg.middle, leg.root)) == pytest.approx(44, abs=0.1)
            assert length(minus(leg.end, leg.middle)) == pytest.approx(43, abs=0.1)
            assert bend(leg) <= LIMITS["knee"][1]
        for arm in (body.near_arm, body.far_arm):
            assert length(minus(arm.middle, arm.root)) == pytest.approx(30, abs=0.1)
            assert length(minus(arm.end, arm.middle)) <= 26.5
            assert bend(arm) <= LIMITS["elbow"][1]


@pytest.mark.parametrize("movement", EVERY)
def test_the_painful_leg_is_the_near_one(movement: Movement) -> None:
    tones = [layer["tone"] for layer in drawn(movement.id)["layers"]]
    assert tones.index("legs-far") < tones.index("leg")
    body = stage(movement.figure).bodies[0]
    assert body.near_leg.root[2] > body.far_leg.root[2]


@pytest.mark.parametrize("movement", EVERY)
def test_the_cycle_lasts_as_long_as_its_poses_say(movement: Movement) -> None:
    found, poses = drawn(movement.id), movement.figure.poses
    assert found["cycle"] == sum(pose.seconds + pose.hold for pose in poses)
    assert found["poses"][0]["at"] == 0
    for n, pose in enumerate(poses[1:], start=1):
        before = found["poses"][n - 1]
        assert found["poses"][n]["at"] == before["at"] + before["hold"] + pose.seconds


@pytest.mark.parametrize("movement", EVERY)
def test_a_moving_picture_is_light_enough_to_wait_for(movement: Movement) -> None:
    text = json.dumps(drawn(movement.id), separators=(",", ":"))
    assert len(gzip.compress(text.encode())) <= 12 * KILOBYTE


def test_a_movement_of_one_leg_is_asked_for_with_its_leg(client: Client) -> None:
    left = client.get("/figures/M30a.json?leg=left")
    assert left.status_code == 200
    assert (left.json()["movement"], left.json()["leg"]) == ("M30a", "left")
    assert left.json()["striped"]
    assert client.get("/figures/M30a.json").status_code == 404
    assert client.get("/figures/M30a.json?leg=middle").status_code == 404


def test_a_movement_of_both_legs_marks_none(client: Client) -> None:
    found = client.get("/figures/M10.json?leg=left").json()
    assert (found["leg"], found["striped"], found["mirror"]) == (None, False, "")


def test_a_movement_that_is_none_is_not_found(client: Client) -> None:
    assert client.get("/figures/M99.json").status_code == 404
    assert client.get("/figures/M10.sofa.json").status_code == 404


def test_the_same_picture_is_not_sent_twice(client: Client) -> None:
    first = client.get("/figures/M10.json")
    assert first.headers["Cache-Control"] == "no-cache"
    again = client.get("/figures/M10.json", headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Cache-Control"] == "no-cache"


def test_a_movement_done_on_a_bed_is_drawn_on_one(client: Client) -> None:
    floor, bed = (client.get(f"/figures/M10{how}.json").json() for how in ("", ".bed"))
    assert bed["scene"] != floor["scene"]
    assert (
        client.get("/figures/M20.bed.json").json()["scene"]
        == (client.get("/figures/M20.json").json()["scene"])
    )


@pytest.mark.parametrize("movement", EVERY)
def test_at_half_the_range_each_way_is_half_as_long_and_bones_are_whole(
    movement: Movement,
) -> None:
    whole, half = stage(movement.figure), stage(movement.figure, half=True)
    assert half.bodies[0] == whole.bodies[0]
    assert not half.ends or half == whole
    for part, full in zip(half.bodies[1:], whole.bodies[1:], strict=True):
        turned = [turn(whole.bodies[0].crown, body.crown) for body in (part, full)]
        assert half.ends or turned[0] == pytest.approx(turned[1] / 2, abs=0.1)
        for leg in (part.near_leg, part.far_leg):
            assert length(minus(leg.middle, leg.root)) == pytest.approx(44, abs=0.1)


def turn(one: Vector, other: Vector) -> float:
    """The angle between two directions, in degrees."""
    return degrees(acos(max(-1.0, min(1.0, dot(unit(one), unit(other))))))


def test_half_the_range_has_an_address_of_its_own(client: Client) -> None:
    whole, half = (client.get(f"/figures/M10{how}.json").json() for how in ("", ".half"))
    assert half["layers"] != whole["layers"]
    assert half["poses"][1]["at"] == whole["poses"][1]["at"]


def test_someone_who_cannot_lie_on_the_floor_sees_the_movement_on_a_bed(
    walk: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(life.ABOUT, "floor_ok", "no")
    walk.was_checked_in()
    walk.begin_session()
    shown = re.findall(r'src="(/figures/[^"]+)"', walk.text)
    assert len(shown) == 1
    assert shown[0].endswith(".bed.half.json")
