"""What does a movement look like? One key pose as a still, with the way to the next one."""

from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import Literal
from zlib import crc32

from spineward.clinical.library import Figure
from spineward.web.shell.drawing import parts, props
from spineward.web.shell.drawing.geometry import number
from spineward.web.shell.drawing.motion import Motion, arrow, beside, motion
from spineward.web.shell.drawing.paint import CARD, EDGE, INK, LINE, PAIN, QUIET
from spineward.web.shell.drawing.posture import placed
from spineward.web.shell.drawing.skeleton import Limb, Skeleton
from spineward.web.shell.drawing.space import Camera

Side = Literal["left", "right"]
Layer = tuple[str, str]
"""The name of a tone and the path that has it."""

HALF_FRONT = Camera(50, 26)
SIDE_ON, FROM_THE_FRONT, FROM_ABOVE = (
    Camera(12, 8, level=True),
    Camera(62, 14),
    Camera(0, 0, level=True),
)
MARGIN, NARROWEST = 13, 168
TALLEST, FLATTEST = 1.0, 2.0
TONES: Mapping[str, str] = {
    "skin": f'fill="{LINE}"',
    "hair": f'fill="{QUIET}"',
    "shirt": f'fill="{CARD}"',
    "legs": f'fill="{QUIET}"',
    "legs-far": f'fill="{EDGE}"',
}
WITH_WAY = 12.0
"""From this length of the motion on the next pose is shown as a dashed ghost."""
HELD = 10
"""A last pose held this many seconds is where the movement ends; a shorter one leads back."""


def figure_svg(figure: Figure, pose: int, side: Side | None, title: str, desc: str) -> str:
    """One pose of a movement as an inline picture.

    `side` is the painful leg: it is drawn nearest the viewer and marked. None marks no leg.
    Raises ValueError for angles no joint can do, IndexError for a pose that is not there.
    """
    poses = tuple(tuple(sorted(one.joints.items())) for one in figure.poses)
    following = pose + 1
    if following == len(poses):
        following = pose if figure.poses[pose].hold >= HELD else 0
    scene = (figure.view, figure.lying, figure.props)
    return _drawn(scene, poses, (pose, following), side, title, desc)


Scene = tuple[str, str, tuple[str, ...]]
Angles = tuple[tuple[str, int], ...]


@lru_cache(maxsize=512)
def _drawn(
    scene: Scene,
    poses: tuple[Angles, ...],
    shown: tuple[int, int],
    side: Side | None,
    title: str,
    desc: str,
) -> str:
    view, lying, things = scene
    camera = _camera(view, lying)
    bodies = [placed(lying, dict(angles), things) for angles in poses]
    body, following = bodies[shown[0]], bodies[shown[1]]
    way = motion(lying, body, following, camera)
    key = f"f{crc32(repr((scene, poses, shown, side, title)).encode()) % 0xFFFFF:x}"
    x, y, width, height = _frame(lying, things, bodies, camera)
    flip = f' transform="matrix(-1 0 0 1 {number(2 * x + width)} 0)"' if side == "left" else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="figure" role="img" '
        f'viewBox="{number(x)} {number(y)} {number(width)} {number(height)}" '
        f'aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">{escape(title)}</title><desc id="{key}-d">{escape(desc)}</desc>'
        f"{_stripes(key) if side else ''}<g{flip}>{props.behind(lying, things, body, camera)}"
        f"{_ghost(body, following, camera, way)}"
        f"{_figure(lying, things, body, camera, key if side else '')}{arrow(way)}</g></svg>"
    )


def _camera(view: str, lying: str) -> Camera:
    if lying == "side":
        return FROM_ABOVE
    if view == "front":
        return HALF_FRONT if lying == "supine" else FROM_THE_FRONT
    return SIDE_ON


def _stripes(key: str) -> str:
    """The mark of the painful leg: stripes, so that it does not rest on colour alone."""
    return (
        f'<defs><pattern id="{key}-p" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="{CARD}"/>'
        f'<path d="M0 1.6H6" stroke="{PAIN}" stroke-width="3.2"/></pattern></defs>'
    )


def _leg(leg: Limb, camera: Camera, near: bool) -> list[Layer]:
    hip, knee, ankle = (camera.see(point) for point in (leg.root, leg.middle, leg.end))
    cloth = parts.limb(knee, ankle, parts.SHIN) + parts.limb(hip, knee, parts.THIGH)
    return [("skin", parts.foot(leg, camera)), ("leg" if near else "legs-far", cloth)]


def _arm(arm: Limb, camera: Camera) -> list[Layer]:
    shoulder, elbow, wrist = (camera.see(point) for point in (arm.root, arm.middle, arm.end))
    bare = parts.hand(arm, camera) + parts.limb(elbow, wrist, parts.FOREARM)
    return [
        ("skin", bare + parts.limb(shoulder, elbow, parts.UPPER_ARM)),
        ("shirt", parts.limb(shoulder, elbow, parts.SLEEVE)),
    ]


def _layers(body: Skeleton, camera: Camera) -> tuple[list[Layer], list[Layer]]:
    """Everything of the body from far to near, split where a pillow lies between the legs."""
    shirt, seat = parts.trunk(body, camera)
    middle = [("skin", parts.neck(body, camera)), ("shirt", shirt), ("legs", seat)]
    middle += parts.head(body, camera)
    far_arm = _arm(body.far_arm, camera)
    if camera is FROM_ABOVE:
        far_arm = far_arm[:1]
    far_leg = _leg(body.far_leg, camera, near=False)
    near = [*_leg(body.near_leg, camera, near=True), *_arm(body.near_arm, camera)]
    if camera is FROM_THE_FRONT:
        return [*middle, *far_leg], [*near, *far_arm]
    return [*far_arm, *far_leg], [*middle, *near]


def _figure(lying: str, things: tuple[str, ...], body: Skeleton, camera: Camera, key: str) -> str:
    first, last = _layers(body, camera)
    tones = {**TONES, "leg": f'fill="url(#{key}-p)"' if key else TONES["legs"]}
    return (
        f'<g stroke="{INK}" stroke-width="2" stroke-linejoin="round" paint-order="stroke">'
        f"{_painted(first, tones)}"
        f"{props.between(lying, things, body, camera)}{_painted(last, tones)}</g>"
    )


def _painted(layers: list[Layer], tones: Mapping[str, str]) -> str:
    """Lines under fills, so that the parts of one layer melt into one outline."""
    return "".join(f'<path d="{path}" {tones[tone]}/>' for tone, path in layers)


def _ghost(body: Skeleton, following: Skeleton, camera: Camera, way: Motion | None) -> str:
    """The outline of what will have moved in the next pose, dashed, behind the figure."""
    if way is None or not (way.ghost and camera.level) or way.length < WITH_WAY:
        return ""
    here = {path for layers in _layers(body, camera) for _, path in layers}
    there = [path for layers in _layers(following, camera) for _, path in layers]
    moved = "".join(path for path in there if path not in here)
    return (
        f'<path d="{moved}" fill="{CARD}" stroke="{QUIET}" stroke-width="2" '
        f'stroke-dasharray="3 2.6" paint-order="stroke"/>'
    )


def _frame(
    lying: str, things: tuple[str, ...], bodies: list[Skeleton], camera: Camera
) -> tuple[float, float, float, float]:
    """The same cut-out for all poses of a movement, so that its stills can be compared."""
    seen = [camera.see(p) for body in bodies for p in props.outermost(lying, things, body)]
    for here, there in zip(bodies, [*bodies[1:], bodies[0]], strict=True):
        seen += beside(motion(lying, here, there, camera))
    xs, ys = [x for x, _ in seen], [y for _, y in seen]
    left, right = min(xs) - MARGIN, max(xs) + MARGIN
    top, bottom = min(ys) - MARGIN, max(ys) + MARGIN
    width = max(right - left, (bottom - top) * TALLEST, NARROWEST)
    height = max(bottom - top, width / FLATTEST)
    return ((left + right - width) / 2, (top + bottom - height) / 2, width, height)
