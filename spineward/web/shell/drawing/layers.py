"""Which shapes make up the figure, and what lies over what? From the far side to the near one.

The same layers, in the same order and with the same number of points, come out for every pose of a
movement: that is what lets a picture move from one pose to the next.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from spineward.web.shell.drawing import parts, props
from spineward.web.shell.drawing.geometry import Outline, loop
from spineward.web.shell.drawing.paint import CARD, EDGE, INK, LINE, QUIET
from spineward.web.shell.drawing.skeleton import Limb, Skeleton
from spineward.web.shell.drawing.space import Camera

HALF_FRONT = Camera(50, 26)
SIDE_ON, FROM_THE_FRONT, FROM_ABOVE = (
    Camera(12, 8, level=True),
    Camera(50, 14),
    Camera(0, 0, level=True),
)
Paint = tuple[str, str, float]
"""Fill, line colour and line width of a tone."""
OUTLINE = (INK, 2.0)
"""The line around the parts of the body."""
TONES: Mapping[str, Paint] = MappingProxyType(
    {
        "gap": (QUIET, "none", 0),
        "pillow": (CARD, EDGE, 1),
        "skin": (LINE, *OUTLINE),
        "hair": (QUIET, *OUTLINE),
        "shirt": (CARD, *OUTLINE),
        "legs": (QUIET, *OUTLINE),
        "legs-far": (EDGE, *OUTLINE),
        "leg": (QUIET, *OUTLINE),
        "mark": (INK, INK, 0.6),
    }
)
"""`leg` is the near leg; where it is the painful one, its fill is the stripes instead."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Outlines of one tone that melt into one shape."""

    tone: str
    outlines: tuple[Outline, ...]

    @property
    def path(self) -> str:
        """The layer as path data."""
        return "".join(loop(outline) for outline in self.outlines)


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
    return [Layer(tone, tuple(_tenths(one) for one in shapes)) for tone, *shapes in found]


def _tenths(outline: Outline) -> Outline:
    return tuple((round(x, 1) + 0.0, round(y, 1) + 0.0) for x, y in outline)


def _body(lying: str, things: tuple[str, ...], body: Skeleton, camera: Camera) -> list[parts.Part]:
    shirt, seat = parts.trunk(body, camera)
    middle: list[parts.Part] = [
        ("skin", parts.neck(body, camera)),
        ("shirt", shirt),
        ("legs", seat),
        *parts.head(body, camera),
    ]
    far_arm = _arm(body.far_arm, camera)
    if camera is FROM_ABOVE:
        far_arm = far_arm[:1]
    far_leg = _leg(body.far_leg, camera, "legs-far")
    near = [*_leg(body.near_leg, camera, "leg"), *_arm(body.near_arm, camera)]
    pillow = props.between_legs(lying, things, body, camera)
    if camera is FROM_THE_FRONT:
        return [*middle, *far_leg, *near, *far_arm]
    return [*far_arm, *far_leg, *pillow, *middle, *near]


def _leg(leg: Limb, camera: Camera, tone: str) -> list[parts.Part]:
    hip, knee, ankle = (camera.see(point) for point in (leg.root, leg.middle, leg.end))
    return [
        ("skin", parts.foot(leg, camera)),
        (tone, parts.limb(knee, ankle, parts.SHIN), parts.limb(hip, knee, parts.THIGH)),
    ]


def _arm(arm: Limb, camera: Camera) -> list[parts.Part]:
    shoulder, elbow, wrist = (camera.see(point) for point in (arm.root, arm.middle, arm.end))
    upper = parts.limb(shoulder, elbow, parts.UPPER_ARM)
    return [
        ("skin", parts.hand(arm, camera), parts.limb(elbow, wrist, parts.FOREARM), upper),
        ("shirt", parts.limb(shoulder, elbow, parts.SLEEVE)),
    ]
