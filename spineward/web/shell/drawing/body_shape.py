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
    (92, 37.4), (102, 37), (116, 34.4), (132, 31), (146, 29.4), (158, 30.2), (170, 33.2),
    (184, 36.6), (198, 38.8), (210, 39.6), (226, 39.4), (244, 37.8), (262, 35.4), (276, 33.2),
    (288, 31.8), (298, 31.6), (308, 32.4), (320, 34), (330, 34.2), (342, 32.8), (354, 30.4),
    (366, 28.2), (374, 27.6), (380, 27.8), (386, 27.2),
)  # fmt: skip
INNER: tuple[Point, ...] = (
    (213, 1.4), (224, 2.2), (238, 4.6), (254, 7.6), (268, 10), (280, 11.4), (290, 11.8),
    (298, 12), (306, 11.6), (318, 10.8), (328, 10.8), (340, 12.4), (352, 15), (364, 17.2),
    (372, 17.6), (378, 16.8), (386, 18),
)  # fmt: skip
NECK_AND_SHOULDER: tuple[Point, ...] = (
    (9.4, 50), (9.2, 58), (10.4, 64.6), (14.6, 69), (22, 72.4), (30.6, 75.8), (37.4, 79.4),
    (41, 86),
)  # fmt: skip
HEAD: tuple[Point, ...] = (
    (0, 3.4), (7.6, 4.6), (13.6, 9.2), (16, 17), (15.8, 26), (14.8, 36), (12.2, 45.4),
    (7.2, 53.2), (0, 56.2),
)  # fmt: skip
EAR: tuple[Point, ...] = (
    (15.2, 25.6), (17.6, 24.2), (18.8, 27), (18, 32), (16.4, 36), (14.6, 36.4),
)  # fmt: skip
ARM: tuple[Point, ...] = (
    (30, 78), (37, 79.2), (44, 83.6), (48, 92), (49.6, 104), (51, 117), (53.2, 130), (56.2, 142),
    (59.4, 155), (62, 168), (64, 180), (65.6, 189), (68.6, 196), (71.4, 204), (72.6, 213),
    (72, 222), (70, 229), (67.6, 231.4), (65.6, 228), (64.6, 220), (63.4, 212.6), (61.8, 211),
    (61, 215.6), (58.9, 218.4), (57.2, 216), (57.6, 209), (58.4, 202), (58.2, 194), (56.6, 184),
    (52.8, 170), (48.8, 156), (45.6, 143), (42.8, 130), (39.8, 116), (37, 104), (33.6, 92),
)  # fmt: skip
FOREFOOT: tuple[Point, ...] = (
    (16.8, 378), (16.4, 385), (15, 391), (14.6, 396), (17.6, 399.6), (25, 401), (32.6, 399),
    (36.4, 395.6), (35.4, 391.4), (31, 385.4), (27.8, 378),
)  # fmt: skip
HINDFOOT: tuple[Point, ...] = (
    (18.4, 380), (17.2, 388), (16.8, 395), (18.6, 400), (23, 401.6), (27.6, 400.4), (33, 400.4),
    (36.4, 398.6), (34.6, 394.8), (29.4, 391), (27.4, 385), (27, 380),
)  # fmt: skip
TOES_IN_FRONT = ((17.6, 398.2, 3.8), (23, 399.6, 2.7), (27.4, 399.4, 2.5), (31.4, 398, 2.3),
                 (34.6, 395.8, 2.1))  # fmt: skip
FOOTPRINT_TOES = ((12.2, 71.4, 5), (20.2, 72.4, 3.5), (26, 70.6, 3.2), (30.8, 67.4, 2.9),
                  (34.6, 62.8, 2.6))  # fmt: skip
FOOTPRINT: tuple[Point, ...] = (
    (19, 0), (26.4, 3.6), (28.6, 12), (27.9, 18), (27.8, 24), (28, 30), (30.6, 42), (34, 53),
    (34.4, 60), (29, 65.4), (20, 67.2), (11.6, 66), (7.8, 59), (8.6, 48), (12, 36), (12.2, 30),
    (11.7, 24), (10.9, 18), (9.6, 12), (11.8, 3.6),
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
    dips: tuple[float, float] = (2, 2)
    """How far the upper and the lower end bow down at most."""
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
    (17, 380), (16.6, 386), (15.4, 392), (16.4, 394.4), (23, 396.4), (30, 395), (34.6, 392.4),
    (31, 385.8), (27.9, 380),
)  # fmt: skip
HEEL_BEHIND: tuple[Point, ...] = (
    (18.4, 381), (17.4, 388), (17, 395), (18.8, 399.8), (23, 401.2), (26.8, 400), (28.2, 395),
    (27.6, 388), (26.8, 381),
)  # fmt: skip
CREASE: tuple[Point, ...] = (
    (6.6, 213), (12, 204), (20, 194), (28.6, 184), (31, 189), (31.4, 198), (26, 206), (17, 214.6),
    (10, 219),
)  # fmt: skip
BEHIND: tuple[Point, ...] = ((0, 199), (4.6, 203), (6.4, 212), (5.4, 220), (0, 226))
BETWEEN: tuple[Point, ...] = ((0, 197), (5, 200), (6, 209), (4.6, 219), (0, 226))

SIDED: Mapping[str, tuple[Piece, ...]] = {
    "low_back": (Piece("back", 138, 172, 0.3, 1),),
    "hip_pocket": (Piece("back", 172, 190, 0, 0.72, (2, 3)),),
    "buttock": (Piece("back", 190, 216, 0, 0.72, (3, 13)),),
    "outer_hip": (Piece("back", 172, 216, 0.72, 1), Piece("front", 176, 218, 0.72, 1)),
    "thigh_back_upper": (Piece("back", 216, 252, 0, 0.72, (13, 2)),),
    "thigh_outer_upper": (Piece("back", 216, 252, 0.72, 1), Piece("front", 218, 252, 0.68, 1)),
    "thigh_back_lower": (Piece("back", 252, 284, 0, 0.64),),
    "thigh_outer_lower": (Piece("back", 252, 284, 0.64, 1), Piece("front", 252, 284, 0.66, 1)),
    "knee_back": (Piece("back", 284, 308),),
    "calf_upper": (Piece("back", 308, 337, 0, 0.6),),
    "leg_outer_upper": (Piece("back", 308, 337, 0.6, 1),),
    "calf_lower": (Piece("back", 337, 364, 0, 0.58),),
    "leg_outer_lower": (Piece("back", 337, 364, 0.58, 1),),
    "leg_inner_upper": (Piece("front", 308, 337, 0, 0.44),),
    "shin_upper": (Piece("front", 308, 337, 0.44, 1),),
    "leg_inner_lower": (Piece("front", 337, 364, 0, 0.44),),
    "shin_lower": (Piece("front", 337, 364, 0.44, 1),),
    "ankle": (Piece("back", 364, 380), Piece("front", 364, 379)),
    "heel": (Piece("back", shape=HEEL_BEHIND), Piece("back", shape=_sole(0, 24))),
    "sole": (Piece("back", shape=_sole(24, 68)),),
    "foot_top": (Piece("front", shape=INSTEP), Piece("front", shape=_sole(0, 68))),
    "toes": (
        Piece("front", discs=TOES_IN_FRONT),
        Piece("front", discs=_low(FOOTPRINT_TOES)),
        Piece("back", discs=_low(FOOTPRINT_TOES)),
    ),
    "front_thigh": (Piece("front", 218, 284, 0, 0.66),),
    "groin": (Piece("front", shape=CREASE),),
}
MIDDLE: Mapping[str, tuple[Piece, ...]] = {
    "low_back_midline": (Piece("back", 138, 172, 0, 0.3),),
    "mid_back": (Piece("back", 104, 138),),
    "trunk": (Piece("front", 106, 176, 0, 0.97),),
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


def _closed(down: list[Point], up: list[Point], dips: tuple[float, float]) -> str:
    """A band between two edges; its ends bow a little, as they do on a round limb."""
    wide = [abs(down[row][0] - up[row][0]) * 0.12 for row in (0, -1)]
    bows = [min(dip, bow) if dip <= 2 else dip for dip, bow in zip(dips, wide, strict=True)]
    top = ((up[0][0] + down[0][0]) / 2, up[0][1] + bows[0])
    end = ((up[-1][0] + down[-1][0]) / 2, up[-1][1] + bows[1])
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
    return _closed(turn(far), turn(near), piece.dips)


def _whole(piece: Piece) -> str:
    """A zone across the midline: the half shape and its mirror image as one outline."""
    if piece.shape:
        return loop([*piece.shape, *reversed(mirrored(piece.shape[1:-1]))])
    far = edges(piece.top, piece.bottom, piece.inner, piece.outer)[1]
    return _closed(far, list(mirrored(far)), piece.dips)


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
    """The neutral body under the zones: arms, ears, head, torso with legs, enlarged feet."""
    head = loop([*HEAD, *reversed(mirrored(HEAD[1:-1]))])
    pairs = [loop(turn(shape)) for shape in (ARM, EAR) for turn in (tuple, mirrored)]
    return (*pairs, head, _torso_and_legs(), *_footprints())


@lru_cache(maxsize=2)
def feet(view: View) -> str:
    """The feet of the standing figure, under their zones."""
    shape = FOREFOOT if view == "front" else HINDFOOT
    return loop(shape) + loop(mirrored(shape))


def _torso_and_legs() -> str:
    down: list[Point] = [*NECK_AND_SHOULDER, *((x, y) for y, x in OUTER)]
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


Lines = tuple[tuple[Point, ...], ...]

IN_FRONT: Lines = (
    ((3.4, 73.4), (10, 75.6), (20, 76), (30.6, 78.4)),
    ((8.6, 58.6), (6.8, 65.6), (3.4, 72)),
    ((1.6, 158.4), (1.2, 160.6), (0.01, 161.4)),
    ((16.6, 293), (17.6, 287.4), (22.2, 285.4), (26.8, 287.2), (28, 292.6)),
    ((18.4, 299.4), (22.4, 302.2), (26.4, 299.2)),
    ((19.6, 372.4), (20.6, 375.4)),
    ((36.6, 105), (34.6, 99), (34.6, 93)),
)
BEHIND_LINES: Lines = (
    ((8.6, 84), (11.6, 94), (16.6, 101.6), (23.6, 100), (27.4, 91)),
    ((0.01, 66), (0.01, 102)),
    ((19.4, 296), (24.4, 298), (29, 295.4)),
    ((21.4, 366), (20.8, 378)),
    ((25.2, 366), (25.6, 378)),
    ((36.6, 105), (34.6, 99), (34.6, 93)),
)


@lru_cache(maxsize=2)
def details(view: View) -> str:
    """A few lines that tell front from back: collar bones and knee caps, or shoulder blades."""
    lines = IN_FRONT if view == "front" else BEHIND_LINES
    both = [points for line in lines for points in (line, mirrored(line))]
    return "".join(f"M{pair(points[0])}{curve(points)}" for points in both)
