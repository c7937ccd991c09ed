"""Which shapes make up the figure, and what lies over what? From the far side to the near one.

The same layers, in the same order and with the same number of points, come out for every pose of a
movement: that is what lets a picture move from one pose to the next.
"""

from collections.abc import Mapping
from types import MappingProxyType

from spineward.web.shell.drawing import parts, props
from spineward.web.shell.drawing.geometry import Outline
from spineward.web.shell.drawing.paint import (
    BODY_LINE,
    EDGE,
    FAR_LEG,
    HAIR,
    PILLOW_TONE,
    QUIET,
    SHADE,
    SHIRT,
    SKIN,
    TROUSERS,
)
from spineward.web.shell.drawing.parts import Layer, layer
from spineward.web.shell.drawing.skeleton import Limb, Skeleton
from spineward.web.shell.drawing.space import Camera

HALF_FRONT = Camera(34, 12)
SIDE_ON, FROM_THE_FRONT, FROM_ABOVE = (
    Camera(12, 8, level=True),
    Camera(54, 44),
    Camera(0, 0, level=True),
)
Paint = tuple[str, str, float]
"""Fill, line colour and line width of a tone."""
OUTLINE = (BODY_LINE, 2.0)
"""The line around the parts of the body."""
TONES: Mapping[str, Paint] = MappingProxyType(
    {
        "gap": (QUIET, "none", 0),
        "pillow": (PILLOW_TONE, EDGE, 1.2),
        "skin": (SKIN, *OUTLINE),
        "hair": (HAIR, *OUTLINE),
        "ear": (SKIN, BODY_LINE, 1.2),
        "shirt": (SHIRT, *OUTLINE),
        "legs": (TROUSERS, *OUTLINE),
        "legs-far": (FAR_LEG, *OUTLINE),
        "leg": (TROUSERS, *OUTLINE),
        "shade": (SHADE, "none", 0),
        "mark": (BODY_LINE, BODY_LINE, 0.8),
    }
)
"""`leg` is the near leg; where it is the painful one, its fill is the stripes instead."""


FACING_DOWN = ("prone", "hands_knees")
"""Who faces the floor has the front in shade, everyone else the back."""


def camera_of(view: str, lying: str) -> Camera:
    """From where a movement is seen."""
    if lying == "side":
        return FROM_ABOVE
    if view == "front":
        return HALF_FRONT if lying == "supine" else FROM_THE_FRONT
    return SIDE_ON


def layers(lying: str, things: tuple[str, ...], body: Skeleton, camera: Camera) -> list[Layer]:
    """The figure and whatever moves with it, far to near, to the tenth of a unit."""
    found = [*props.behind(lying, things, body, camera), *_body(lying, things, body, camera)]
    return [Layer(one.tone, tuple(map(_tenths, one.outlines))) for one in found]


def _tenths(outline: Outline) -> Outline:
    return tuple((round(x, 1) + 0.0, round(y, 1) + 0.0) for x, y in outline)


def _body(lying: str, things: tuple[str, ...], body: Skeleton, camera: Camera) -> list[Layer]:
    front = lying in FACING_DOWN
    seat, *shirt = parts.trunk(body, camera, front)
    middle = [seat, layer("skin", parts.neck(body, camera)), *shirt, *parts.head(body, camera)]
    far_arm = _arm(body.far_arm, camera, front)
    far_leg = _leg(body.far_leg, camera, "legs-far", front)
    near_arm = _arm(body.near_arm, camera, front)
    near_leg = _leg(body.near_leg, camera, "leg", front)
    pillow = props.between_legs(lying, things, body, camera)
    if camera is FROM_ABOVE:
        return [*far_arm[:2], *far_leg, *pillow, *middle, *near_leg, *near_arm]
    if camera is FROM_THE_FRONT:
        return [*middle, *far_leg, *near_leg, *near_arm, *far_arm]
    return [*far_arm, *far_leg, *pillow, *middle, *near_leg, *near_arm]


def _leg(leg: Limb, camera: Camera, tone: str, front: bool) -> list[Layer]:
    hip, knee, ankle = (camera.see(point) for point in (leg.root, leg.middle, leg.end))
    bones = ((knee, ankle, parts.SHIN), (hip, knee, parts.THIGH))
    return [
        layer("skin", parts.foot(leg, camera)),
        layer(tone, *(parts.limb(*bone) for bone in bones)),
        layer("shade", *(parts.shade(*bone, front) for bone in bones)),
    ]


def _arm(arm: Limb, camera: Camera, front: bool) -> list[Layer]:
    shoulder, elbow, wrist = (camera.see(point) for point in (arm.root, arm.middle, arm.end))
    bones = ((elbow, wrist, parts.FOREARM), (shoulder, elbow, parts.UPPER_ARM))
    hand, *fingers = parts.hand(arm, camera)
    return [
        layer("skin", hand, *(parts.limb(*bone) for bone in bones)),
        layer("mark", *fingers),
        layer("shirt", parts.limb(shoulder, elbow, parts.SLEEVE)),
        layer("shade", *(parts.shade(*bone, front) for bone in bones)),
    ]
