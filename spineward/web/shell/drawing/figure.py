"""What does a movement look like? One key pose as a still, with the way to the next one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Literal
from zlib import crc32

from spineward.clinical.library import Figure
from spineward.web.shell.drawing import props
from spineward.web.shell.drawing.between import between
from spineward.web.shell.drawing.geometry import number
from spineward.web.shell.drawing.layers import OUTLINE, TONES, camera_of, layers
from spineward.web.shell.drawing.motion import Motion, arrow, motion, taken_up
from spineward.web.shell.drawing.paint import CARD, QUIET, SHIRT, STRIPE
from spineward.web.shell.drawing.parts import Layer
from spineward.web.shell.drawing.posture import placed
from spineward.web.shell.drawing.skeleton import Skeleton
from spineward.web.shell.drawing.space import Camera

Side = Literal["left", "right"]

MARGIN, NARROWEST = 13, 168
TALLEST, FLATTEST = 1.0, 2.0
WITH_WAY = 12.0
"""From this length of the motion on the next pose is shown as a dashed ghost."""
SOLID = frozenset({"skin", "hair", "shirt", "legs", "legs-far", "leg"})
"""What a ghost is made of: no shade, no fine lines."""
HELD = 10
"""A last pose held this many seconds is where the movement ends; a shorter one leads back."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A movement ready to be drawn: its poses as bodies, what stands around them, the cut-out."""

    lying: str
    things: tuple[str, ...]
    camera: Camera
    bodies: tuple[Skeleton, ...]
    ends: bool

    def layers(self, body: Skeleton) -> list[Layer]:
        """The shapes of one body, far to near."""
        return layers(self.lying, self.things, body, self.camera)

    def way(self, pose: int) -> Motion | None:
        """The way from one pose to what follows it."""
        return motion(self.lying, self.bodies[pose], self.following(pose), self.camera)

    def following(self, pose: int) -> Skeleton:
        """The next pose; after the last one the first, unless the movement ends there."""
        last = pose == len(self.bodies) - 1
        return self.bodies[pose if last and self.ends else (pose + 1) % len(self.bodies)]

    def scene(self) -> list[props.Still]:
        """What stands still behind the figure."""
        return props.scene(self.lying, self.things, self.bodies, self.camera)

    def frame(self) -> tuple[float, float, float, float]:
        """The same cut-out for all poses of a movement, so that its stills can be compared."""
        bodies, camera = self.bodies, self.camera
        seen = [
            camera.see(point)
            for body in bodies
            for point in props.outermost(self.lying, self.things, body)
        ]
        for here, there in zip(bodies, [*bodies[1:], bodies[0]], strict=True):
            seen += taken_up(motion(self.lying, here, there, camera))
        xs, ys = [x for x, _ in seen], [y for _, y in seen]
        left, right = min(xs) - MARGIN, max(xs) + MARGIN
        top, bottom = min(ys) - MARGIN, max(ys) + MARGIN
        width = max(right - left, (bottom - top) * TALLEST, NARROWEST)
        height = max(bottom - top, width / FLATTEST)
        return ((left + right - width) / 2, (top + bottom - height) / 2, width, height)


def stage(figure: Figure, bed: bool = False, half: bool = False) -> Stage:
    """A movement set up on the floor, or on a bed where it has a mat.

    `half`: one that goes to and fro does so at half its range.
    Raises ValueError for angles no joint can do.
    """
    things = tuple("bed" if bed and one == "mat" else one for one in figure.props)
    poses = tuple(tuple(sorted(one.joints.items())) for one in figure.poses)
    return _stage((figure.view, figure.lying, things), poses, figure.poses[-1].hold >= HELD, half)


Angles = tuple[tuple[str, int], ...]


@lru_cache(maxsize=64)
def _stage(
    scene: tuple[str, str, tuple[str, ...]], poses: tuple[Angles, ...], ends: bool, half: bool
) -> Stage:
    view, lying, things = scene
    bodies = [placed(lying, dict(angles), things) for angles in poses]
    # A position that is held is taken up in steps, and half of a step is none of them.
    if half and not ends:
        bodies[1:] = [between(bodies[0], body, 0.5) for body in bodies[1:]]
    return Stage(lying, things, camera_of(view, lying), tuple(bodies), ends)


def figure_svg(
    figure: Figure,
    pose: int,
    side: Side | None,
    title: str,
    desc: str,
    bed: bool = False,
    half: bool = False,
) -> str:
    """One pose of a movement as an inline picture.

    `side` is the painful leg: it is drawn nearest the viewer and marked. None marks no leg.
    Raises ValueError for angles no joint can do, IndexError for a pose that is not there.
    """
    set_up = stage(figure, bed, half)
    body, way = set_up.bodies[pose], set_up.way(pose)
    key = f"f{crc32(repr((figure, bed, half, pose, side, title)).encode()) % 0xFFFFF:x}"
    x, y, width, height = set_up.frame()
    flip = f' transform="{mirror(set_up)}"' if side == "left" else ""
    painted = _painted(set_up.layers(body), key if side else "")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="figure" role="img" '
        f'viewBox="{number(x)} {number(y)} {number(width)} {number(height)}" '
        f'aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">{escape(title)}</title><desc id="{key}-d">{escape(desc)}</desc>'
        f"{_stripes(key) if side else ''}<g{flip}>{_scenery(set_up)}"
        f"{_ghost(set_up, pose, way)}"
        f'<g stroke="{OUTLINE[0]}" stroke-width="{number(OUTLINE[1])}" stroke-linejoin="round" '
        f'paint-order="stroke">{painted}</g>{arrow(way)}</g></svg>'
    )


def mirror(set_up: Stage) -> str:
    """The transform that makes a right leg a left one, within the same cut-out."""
    x, _, width, _ = set_up.frame()
    return f"matrix(-1 0 0 1 {number(2 * x + width)} 0)"


def _stripes(key: str) -> str:
    """The mark of the painful leg: stripes, so that it does not rest on colour alone."""
    return (
        f'<defs><pattern id="{key}-p" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="{SHIRT}"/>'
        f'<path d="M0 1.6H6" stroke="{STRIPE}" stroke-width="3.2"/></pattern></defs>'
    )


def _scenery(set_up: Stage) -> str:
    return "".join(
        f'<path d="{path}" fill="{fill}" {props.STROKE}/>' for fill, path in set_up.scene()
    )


def _painted(found: Sequence[Layer], key: str) -> str:
    """Lines under fills, so that the parts of one layer melt into one outline."""
    fills: Mapping[str, str] = {"leg": f"url(#{key}-p)"} if key else {}
    texts = []
    for layer in found:
        fill, line, width = TONES[layer.tone]
        plain = (line, width) == OUTLINE
        stroke = "" if plain else f' stroke="{line}" stroke-width="{number(width)}"'
        texts.append(f'<path d="{layer.path}" fill="{fills.get(layer.tone, fill)}"{stroke}/>')
    return "".join(texts)


def _ghost(set_up: Stage, pose: int, way: Motion | None) -> str:
    """The outline of what will have moved in the next pose, dashed, behind the figure."""
    if way is None or not (way.ghost and set_up.camera.level) or way.length < WITH_WAY:
        return ""
    here = {layer.path for layer in set_up.layers(set_up.bodies[pose])}
    there = set_up.layers(set_up.following(pose))
    moved = "".join(one.path for one in there if one.tone in SOLID and one.path not in here)
    return (
        f'<path d="{moved}" fill="{CARD}" stroke="{QUIET}" stroke-width="2" '
        f'stroke-dasharray="3 2.6" paint-order="stroke"/>'
    )
