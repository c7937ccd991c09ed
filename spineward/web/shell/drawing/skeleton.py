"""Where is every joint? Forward kinematics of an adult from the joint angles of one pose.

Angles in degrees, 0 = standing straight. Bending is positive: hip, knee, spine, neck, shoulder and
elbow forward, ankle toes up, pelvis_tilt low back flatter, hip_rotation knee outward.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from spineward.web.shell.drawing.space import Vector, add, along, heading, unit

LIMITS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "pelvis_tilt": (-20, 25),
        "spine": (-60, 60),
        "neck": (-60, 60),
        "hip": (-30, 130),
        "hip_rotation": (-40, 60),
        "knee": (0, 150),
        "ankle": (-50, 35),
        "far_hip": (-30, 130),
        "far_knee": (0, 150),
        "far_ankle": (-50, 35),
        "shoulder": (-60, 180),
        "elbow": (0, 150),
    }
)
"""What the joints of a healthy adult reach; an angle beyond is a mistake in the content."""

THIGH, SHIN, HEEL = 44.0, 43.0, 7.0
UPPER_ARM, FOREARM, HAND = 30.0, 26.0, 13.0
TRUNK = (11.0, 12.5, 15.0, 16.0)
"""Lengths from hip to sacrum, waist, chest and neck base."""
NECK, HEAD = 8.0, 11.0
CURVE = (10.0, 2.0, -7.0, 3.0)
"""The natural curve of the standing spine: how far each piece leans forward."""
FLAT = 9.0
"""The tilt of the pelvis, in degrees, at which the low back has lost its curve."""
BENDS = (0.0, 0.4, 0.75, 1.0)
"""The share of spinal bending that has come in by each piece."""
HIPS, SHOULDERS = 8.5, 16.5
"""How far hip and shoulder lie from the middle."""


@dataclass(frozen=True, slots=True)
class Limb:
    """A leg (hip, knee, ankle) or an arm (shoulder, elbow, wrist); `tip` = toes or fingers."""

    root: Vector
    middle: Vector
    end: Vector
    tip: Vector


@dataclass(frozen=True, slots=True)
class Skeleton:
    """All joints of one pose in space.

    `trunk`: hip, sacrum, waist, chest, neck base. `fronts`: where the body faces at each of them.
    `gaze`: the direction of the face.
    """

    trunk: tuple[Vector, ...]
    fronts: tuple[Vector, ...]
    head: Vector
    crown: Vector
    gaze: Vector
    near_leg: Limb
    far_leg: Limb
    near_arm: Limb
    far_arm: Limb


def checked(joints: Mapping[str, int]) -> Mapping[str, int]:
    """The angles with 0 for those not named; raises ValueError for what no joint can do."""
    for name, angle in joints.items():
        if name not in LIMITS:
            raise ValueError(f"joints: there is no joint {name}; known: {', '.join(LIMITS)}")
        low, high = LIMITS[name]
        if not low <= angle <= high:
            raise ValueError(f"joints: {name} = {angle} is not allowed; {low} to {high}")
    return {name: joints.get(name, 0) for name in LIMITS}


def pose(joints: Mapping[str, int], up: float, fixed: float, curve: float = 1) -> Skeleton:
    """The figure with its hip at the origin and its trunk heading `up` (-90 = upright).

    `fixed` says which part of the spine keeps that heading: 0 the pelvis, 0.75 the chest; `curve`
    how much of its natural curve the spine keeps.
    Raises ValueError for an angle beyond its joint limit.
    """
    angle = checked(joints)
    spine = _headings(angle, up, fixed, curve)
    trunk: list[Vector] = [(0.0, 0.0, 0.0)]
    for size, lean in zip(TRUNK, spine, strict=True):
        trunk.append(along(trunk[-1], lean, size))
    top = up + angle["spine"] * (1 - fixed)
    nod = top + 8 + angle["neck"] * 0.6
    neck = along(trunk[-1], nod, NECK)
    tilt = top + angle["neck"]
    root = _shoulder(trunk)
    return Skeleton(
        trunk=tuple(trunk),
        fronts=tuple(heading(lean + 90) for lean in (spine[0], *spine)),
        head=along(neck, tilt, HEAD),
        crown=heading(tilt),
        gaze=heading(tilt + 90),
        near_leg=_leg(angle, "", up, HIPS),
        far_leg=_leg(angle, "far_", up, -HIPS),
        near_arm=_arm(angle, top, add(root, (0, 0, SHOULDERS))),
        far_arm=_arm(angle, top, add(root, (0, 0, -SHOULDERS))),
    )


def _headings(angle: Mapping[str, int], up: float, fixed: float, curve: float) -> list[float]:
    """The direction of each piece of the trunk; tilting the pelvis flattens the natural curve."""
    left = curve * (1 - angle["pelvis_tilt"] / FLAT)
    return [
        up + lean * left + angle["spine"] * (share - fixed)
        for lean, share in zip(CURVE, BENDS, strict=True)
    ]


def _shoulder(trunk: list[Vector]) -> Vector:
    chest, neck = trunk[-2], trunk[-1]
    return (
        neck[0] + (chest[0] - neck[0]) * 0.2,
        neck[1] + (chest[1] - neck[1]) * 0.2,
        0.0,
    )


def _leg(angle: Mapping[str, int], which: str, up: float, aside: float) -> Limb:
    thigh = up + 180 - angle[f"{which}hip"]
    shin = thigh + angle[f"{which}knee"]
    foot = shin - 90 - angle[f"{which}ankle"]
    hip = (0.0, 0.0, aside)
    knee = along(hip, thigh, THIGH)
    ankle = along(knee, shin, SHIN)
    return Limb(hip, knee, ankle, along(ankle, foot, 1.0))


def _arm(angle: Mapping[str, int], up: float, shoulder: Vector) -> Limb:
    upper = up + 180 - angle["shoulder"]
    lower = upper - angle["elbow"]
    elbow = along(shoulder, upper, UPPER_ARM)
    wrist = along(elbow, lower, FOREARM)
    return Limb(shoulder, elbow, wrist, along(wrist, lower, HAND))


def foot_direction(leg: Limb) -> Vector:
    """Where the toes point."""
    return unit((leg.tip[0] - leg.end[0], leg.tip[1] - leg.end[1], leg.tip[2] - leg.end[2]))
