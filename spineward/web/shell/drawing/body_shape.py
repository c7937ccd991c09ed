"""What shape has each zone of the body map? Our own outline of an adult, front and back.

Everything is drawn once, for the half of the body at x > 0; the other half is its mirror image.
From behind, x > 0 is the right side of the person; from the front it is the left side, so shapes
of the right side are mirrored there. Zones fill the outline by construction: their edges are
shares of the same two profiles (inner and outer edge of torso and leg) the outline is made of.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from spineward.web.shell.drawing.geometry import Point, curve, disc, loop, mirrored, pair, profile

View = Literal["front", "back"]

OUTER: tuple[Point, ...] = (
    (94, 38), (104, 35.5), (122, 32), (140, 29), (156, 27.6), (170, 30), (184, 33.6), (198, 35.8),
    (212, 36.4), (230, 35.6), (250, 33.6), (270, 31), (284, 28.8), (294, 28.2), (304, 28.6),
    (318, 29.8), (332, 28.8), (348, 26), (362, 23.4), (372, 22.4), (380, 23), (390, 24),
)  # fmt: skip
INNER: tuple[Point, ...] = (
    (212, 1.6), (222, 2.4), (236, 4.2), (252, 6.6), (270, 9), (284, 10.8), (294, 11.2),
    (304, 10.4), (318, 10), (332, 11.2), (348, 13.2), (362, 14.4), (372, 14.4), (380, 13.6),
    (390, 13.2),
)  # fmt: skip
NECK_AND_SHOULDER: tuple[Point, ...] = (
    (9.6, 54), (9.8, 63), (12, 69), (21, 73.5), (32, 77.5), (39, 83), (40.6, 90),
)  # fmt: skip
HEAD: tuple[Point, ...] = (
    (0, 3), (9.6, 5), (16, 12), (17.8, 23), (17, 33), (14.4, 43), (8.6, 53), (0, 57),
)  # fmt: skip
ARM: tuple[Point, ...] = (
    (33, 80), (42, 85), (47, 97), (49, 115), (51.5, 134), (55, 150), (59, 168), (61.5, 186),
    (63, 195), (67, 204), (68.6, 215), (66, 226), (61.4, 230), (58.6, 222), (57.4, 210), (55, 204),
    (54, 196), (53, 186), (48, 168), (44, 150), (40.5, 132), (37, 112), (33, 96),
)  # fmt: skip
FOREFOOT: tuple[Point, ...] = (
    (13.6, 378), (13, 385), (12, 393), (13, 399), (19, 401.5), (27, 400.5), (31.2, 397), (30, 391),
    (25.6, 384), (23, 378),
)  # fmt: skip
TOES_IN_FRONT = ((15.6, 397.6, 3.4), (20.6, 398.6, 2.6), (24.4, 398.2, 2.4), (27.8, 397, 2.2),
                 (30.6, 395, 2))  # fmt: skip
FOOTPRINT_TOES = ((12.2, 71.4, 5), (20.2, 72.4, 3.5), (26, 70.6, 3.2), (30.8, 67.4, 2.9),
                  (34.6, 62.8, 2.6))  # fmt: skip
FOOTPRINT: tuple[Point, ...] = (
    (19, 0), (26.4, 3.6), (28.6, 12), (27.9, 20), (28, 30), (30.6, 42), (34, 53), (34.4, 60),
    (29, 65.4), (20, 67.2), (11.6, 66), (7.8, 59), (8.6, 48), (12, 36), (12.2, 28), (11, 20),
    (9.6, 12), (11.8, 3.6),
)  # fmt: skip
FOOTPRINT_TOP = 424.0
"""Where the enlarged feet begin below the standing figures."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a zone on the right side: a band of the half body, or a shape of its own."""

    view: View
    top: float = 0
    bottom: float = 0
    inner: float = 0
    outer: float = 1
    shape: tuple[Point, ...] = ()
    discs: tuple[tuple[float, float, float], ...] = ()


def _sole(low: float, high: float) -> tuple[Point, ...]:
    """The part of the footprint between two heights, with straight cuts."""
    inside = [(x, y) for x, y in FOOTPRINT if low <= y <= high]
    right = sorted((p for p in inside if p[0] > 19), key=lambda p: p[1])
    left = sorted((p for p in inside if p[0] <= 19), key=lambda p: -p[1])
    return tuple((x, y + FOOTPRINT_TOP) for x, y in (*right, *left))


def _low(discs: tuple[tuple[float, float, float], ...]) -> tuple[tuple[float, float, float], ...]:
    return tuple((x, y + FOOTPRINT_TOP, radius) for x, y, radius in discs)


INSTEP: tuple[Point, ...] = (
    (13.6, 379), (13, 385), (12.2, 392.6), (19, 395), (26, 394.6), (30.6, 392.4), (25.6, 384),
    (23, 379),
)  # fmt: skip
CREASE: tuple[Point, ...] = (
    (5, 213), (9, 203), (19, 193), (31.5, 182), (34, 192), (26, 201), (15, 211), (8, 217),
)  # fmt: skip
BEHIND: tuple[Point, ...] = ((0, 202), (3, 208), (4.6, 218), (3, 224), (0, 225))
BETWEEN: tuple[Point, ...] = ((0, 201), (4, 206), (4.4, 215), (3, 223), (0, 224))
HIP_POCKET: tuple[Point, ...] = (
    (4, 179), (14, 177.4), (26, 179), (28, 186), (28.4, 195), (18, 197.4), (9, 195.4), (3, 191),
)  # fmt: skip
SEAT: tuple[Point, ...] = (
    (2.4, 193.6), (9, 198), (18, 200), (28.6, 197.6), (29, 206), (27, 214), (17, 219), (8, 217.4),
    (3.4, 208),
)  # fmt: skip

SIDED: Mapping[str, tuple[Piece, ...]] = {
    "low_back": (Piece("back", 141, 175, 0.25, 1),),
    "buttock": (Piece("back", shape=SEAT),),
    "hip_pocket": (Piece("back", shape=HIP_POCKET),),
    "outer_hip": (Piece("back", 178, 212, 0.83, 1), Piece("front", 180, 212, 0.8, 1)),
    "thigh_back_upper": (Piece("back", 221, 251, 0, 0.76),),
    "thigh_outer_upper": (Piece("back", 214, 251, 0.78, 1), Piece("front", 214, 251, 0.78, 1)),
    "thigh_back_lower": (Piece("back", 253, 281, 0, 0.76),),
    "thigh_outer_lower": (Piece("back", 253, 281, 0.78, 1), Piece("front", 253, 283, 0.78, 1)),
    "knee_back": (Piece("back", 283, 303),),
    "calf_upper": (Piece("back", 305, 334, 0, 0.74),),
    "shin_upper": (Piece("front", 305, 334, 0, 0.72),),
    "leg_outer_upper": (Piece("back", 305, 334, 0.76, 1), Piece("front", 305, 334, 0.74, 1)),
    "calf_lower": (Piece("back", 336, 364, 0, 0.72),),
    "shin_lower": (Piece("front", 336, 364, 0, 0.7),),
    "leg_outer_lower": (Piece("back", 336, 364, 0.74, 1), Piece("front", 336, 364, 0.72, 1)),
    "ankle": (Piece("back", 366, 378), Piece("front", 366, 377)),
    "heel": (Piece("back", 380, 395), Piece("back", shape=_sole(0, 20))),
    "sole": (Piece("back", shape=_sole(20, 68)),),
    "foot_top": (Piece("front", shape=INSTEP), Piece("front", shape=_sole(12, 68))),
    "toes": (
        Piece("front", discs=TOES_IN_FRONT),
        Piece("front", discs=_low(FOOTPRINT_TOES)),
        Piece("back", discs=_low(FOOTPRINT_TOES)),
    ),
    "front_thigh": (Piece("front", 221, 281, 0, 0.76),),
    "groin": (Piece("front", shape=CREASE),),
}
MIDDLE: Mapping[str, tuple[Piece, ...]] = {
    "low_back_midline": (Piece("back", 141, 175, 0, 0.23),),
    "mid_back": (Piece("back", 92, 139),),
    "trunk": (Piece("front", 104, 166),),
    "saddle": (Piece("back", shape=BEHIND), Piece("front", shape=BETWEEN)),
}


def edges(top: float, bottom: float, inner: float, outer: float) -> tuple[list[Point], list[Point]]:
    """The inner and the outer edge of a band, from top to bottom, at shares of the half body."""
    rows = max(2, round((bottom - top) / 18) + 1)
    near, far = [], []
    for row in range(rows):
        at = top + (bottom - top) * row / (rows - 1)
        low = profile(INNER, at) if at > INNER[0][0] else 0.0
        wide = profile(OUTER, at) - low
        near.append((low + wide * inner, at))
        far.append((low + wide * outer, at))
    return near, far


def _closed(down: list[Point], up: list[Point]) -> str:
    """A band between two edges; its ends bow a little, as they do on a round limb."""
    bow = min(2.0, (down[-1][0] - up[-1][0]) * 0.12)
    top = ((up[0][0] + down[0][0]) / 2, up[0][1] + bow)
    end = ((up[-1][0] + down[-1][0]) / 2, up[-1][1] + bow)
    back = curve(list(reversed(up)))
    return (
        f"M{pair(up[0])}Q{pair(top)} {pair(down[0])}{curve(down)}Q{pair(end)} {pair(up[-1])}{back}Z"
    )


def _half(piece: Piece, flip: bool) -> str:
    turn: Callable[[list[Point]], list[Point]] = (
        (lambda points: list(mirrored(points))) if flip else list
    )
    if piece.discs:
        return "".join(disc((-x if flip else x, y), radius) for x, y, radius in piece.discs)
    if piece.shape:
        return loop(turn(list(piece.shape)))
    near, far = edges(piece.top, piece.bottom, piece.inner, piece.outer)
    return _closed(turn(far), turn(near))


def _whole(piece: Piece) -> str:
    """A zone across the midline: the half shape and its mirror image as one outline."""
    if piece.shape:
        return loop([*piece.shape, *reversed(mirrored(piece.shape[1:-1]))])
    far = edges(piece.top, piece.bottom, piece.inner, piece.outer)[1]
    return _closed(far, list(mirrored(far)))


@cache
def zone_path(zone: str, side: str, view: View) -> str:
    """The path of one zone on one side in one view; empty where the view does not show it.

    Raises KeyError for a zone that is not drawn.
    """
    if side == "middle":
        return "".join(_whole(piece) for piece in MIDDLE[zone] if piece.view == view)
    flip = (view == "front") == (side == "right")
    return "".join(_half(piece, flip) for piece in SIDED[zone] if piece.view == view)


@lru_cache(maxsize=1)
def silhouette() -> tuple[str, ...]:
    """The neutral body under the zones: arms, head, torso with legs, enlarged feet."""
    head = loop([*HEAD, *reversed(mirrored(HEAD[1:-1]))])
    return (loop(ARM), loop(mirrored(ARM)), head, _torso_and_legs(), *_footprints())


@lru_cache(maxsize=1)
def forefeet() -> str:
    """The feet as seen from the front, under their zones."""
    return loop(FOREFOOT) + loop(mirrored(FOREFOOT))


def _torso_and_legs() -> str:
    down: list[Point] = [*NECK_AND_SHOULDER, *((x, y) for y, x in OUTER), (21, 396), (15, 396)]
    half = [*down, *((x, y) for y, x in reversed(INNER))]
    back = mirrored(list(reversed(half)))
    return f"M{pair(half[0])}{curve(half)}L{pair(back[0])}{curve(back)}Z"


def _footprints() -> tuple[str, ...]:
    """The enlarged feet: seen from above at the front, the soles at the back."""
    sole = [(x, y + FOOTPRINT_TOP) for x, y in FOOTPRINT]
    toes = "".join(
        disc((side * x, y), radius) for x, y, radius in _low(FOOTPRINT_TOES) for side in (1, -1)
    )
    return (toes, loop(sole), loop(mirrored(sole)))


@lru_cache(maxsize=2)
def details(view: View) -> str:
    """A few lines that tell front from back: collar bones and knee caps, or shoulder blades."""
    lines: tuple[tuple[Point, ...], ...]
    if view == "front":
        lines = (((6, 75), (17, 78), (30, 80)), ((14, 298), (14, 288), (20, 284), (26, 289)))
    else:
        lines = (((12, 84), (25, 82), (27, 88)), ((4, 60), (5.4, 66), (8, 70)))
    both = [points for line in lines for points in (line, mirrored(line))]
    return "".join(f"M{pair(points[0])}{curve(points)}" for points in both)
