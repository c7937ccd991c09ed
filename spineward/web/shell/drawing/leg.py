"""How far down the leg does it reach? The drawn leg with nine steps, the mark of the product.

One leg from the side, cut into the ranks of zones.toml: 1 and 2 low back, 3 buttock, 4 and 5 thigh,
6 and 7 lower leg, 8 foot, 9 toes. Higher is better, so the same picture is control, axis and icon.
"""

from html import escape
from typing import Literal
from zlib import crc32

from spineward.diary.memory import kept
from spineward.web.shell.drawing.geometry import Point, curve, number, pair, profile
from spineward.web.shell.drawing.paint import CARD, GO, HOLD, INK, LINE, PAIN, QUIET

Step = int | Literal["front"]
"""A rank 0-9 (0 = felt nowhere), or "front" for the front of the thigh."""

BACK: tuple[Point, ...] = (
    (0, 44), (16, 45), (34, 43), (52, 35), (72, 26.5), (90, 26), (106, 31), (120, 35), (140, 36),
    (165, 37.5), (190, 41.5), (212, 44.5), (224, 42.5), (242, 37), (258, 36.5), (276, 40.5),
    (298, 46), (314, 48), (326, 46),
)  # fmt: skip
FRONT: tuple[Point, ...] = (
    (0, 92), (24, 96), (48, 98), (72, 97), (96, 96), (120, 94.5), (150, 91), (180, 86.5), (198, 84),
    (210, 84.5), (222, 82), (238, 78), (262, 75.5), (290, 70.5), (314, 68), (326, 72),
)  # fmt: skip
CUTS = (2, 30, 57, 109, 159, 214, 265, 318)
"""Where the bands of rank 1 to 7 begin and end."""
GAP = 2.4
BOW = 5.0
"""How far the ends of a band sag, so that it reads as the surface of a round limb."""
FOOT: tuple[Point, ...] = (
    (47.4, 320.5), (44, 331), (41, 341), (44.5, 349), (56, 349.6), (74, 348), (90, 349.6),
    (99, 349), (101, 341), (98, 334), (86, 329.5), (75, 324), (70.5, 320.5),
)  # fmt: skip
TOES: tuple[Point, ...] = (
    (103.4, 349.4), (112, 349.8), (120, 349), (123.4, 345), (121, 340.6), (113, 338),
    (101.6, 335), (103.8, 341),
)  # fmt: skip


def band(rank: int) -> str:
    """The outline of one of the nine steps; raises ValueError for another rank."""
    if rank in (8, 9):
        points = FOOT if rank == 8 else TOES
        return f"M{pair(points[0])}{curve(points)}Z"
    if rank not in range(1, 8):
        raise ValueError(f"rank: {rank} is not allowed; a whole number from 1 to 9")
    return _between_edges(CUTS[rank - 1] + GAP / 2, CUTS[rank] - GAP / 2, 0.0)


@kept(256)
def leg_strip_svg(
    lowest_now: Step | None,
    lowest_before: Step | None,
    title: str,
    desc: str,
    side: Literal["left", "right"] = "right",
) -> str:
    """The leg with the reach of the feeling now, and a ring where it ended before.

    None = not known, so nothing is drawn for it.
    """
    key = f"l{crc32(repr((lowest_now, lowest_before, title)).encode()) % 0xFFFFF:x}"
    turn = ' transform="matrix(-1 0 0 1 140 0)"' if side == "left" else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="leg-strip" role="img" '
        f'viewBox="0 0 140 358" aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">{escape(title)}</title><desc id="{key}-d">{escape(desc)}</desc>'
        f"<g{turn}>{_bands(lowest_now, lowest_before)}{_path(lowest_now)}"
        f"{_markers(lowest_now, lowest_before)}</g></svg>"
    )


def icon_svg() -> str:
    """The icon of the app: the leg on a tile, each step paler the farther from the spine."""
    bands = "".join(
        f'<path d="{band(rank)}" opacity="{1.06 - 0.075 * rank:.2f}"/>' for rank in range(1, 10)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">'
        '<rect width="512" height="512" rx="112" fill="#0b6e66"/>'
        f'<g fill="#fbf9f5" transform="translate(150 46) scale(1.36 1.19)">{bands}</g></svg>\n'
    )


def _between_edges(top: float, end: float, share: float) -> str:
    """A band of the leg, or only its part in front of `share` of the depth."""
    rows = 4
    down: list[Point] = []
    up: list[Point] = []
    for row in range(rows):
        at = top + (end - top) * row / (rows - 1)
        low, high = profile(BACK, at), profile(FRONT, at)
        down.append((high, at))
        up.insert(0, (low + (high - low) * share, at))
    under = ((down[-1][0] + up[0][0]) / 2, end + BOW)
    above = ((down[0][0] + up[-1][0]) / 2, top + BOW)
    return (
        f"M{pair(down[0])}{curve(down)}Q{pair(under)} {pair(up[0])}"
        f"{curve(up)}Q{pair(above)} {pair(down[0])}Z"
    )


def shape(step: Step) -> str:
    """The outline of a step, or of the front of the thigh."""
    return _between_edges(CUTS[3] + GAP, CUTS[5] - GAP, 0.55) if step == "front" else band(step)


def _centre(step: Step) -> Point:
    """Where the line of the leg passes through a step: behind the middle, as the nerve does."""
    if step == "front":
        return (80, 160)
    if step >= 8:
        return (70, 338) if step == 8 else (112, 343.8)
    at = (CUTS[step - 1] + CUTS[step]) / 2
    low, high = profile(BACK, at), profile(FRONT, at)
    return (low + (high - low) * (0.3 if step < 6 else 0.36), at)


def _bands(now: Step | None, before: Step | None) -> str:
    reach = now if isinstance(now, int) else 0
    parts = []
    for rank in range(1, 10):
        fill = f'"{LINE}"'
        if rank == reach:
            fill = f'"{PAIN}"'
        elif rank < reach:
            fill = f'"{PAIN}" fill-opacity=".28"'
        parts.append(f'<path d="{band(rank)}" data-rank="{rank}" fill={fill}/>')
    if now == "front":
        parts.append(f'<path d="{shape("front")}" fill="{PAIN}"/>')
    if before and before != now:
        parts.append(
            f'<path d="{shape(before)}" fill="none" stroke="{INK}" stroke-width="1.8" '
            f'stroke-dasharray="5 4" stroke-linejoin="round"/>'
        )
    return "".join(parts)


def _path(now: Step | None) -> str:
    """The line from the spine to the toes, with a dot at each step."""
    points = [_centre(rank) for rank in range(1, 10)]
    dots = "".join(
        f'<circle cx="{number(x)}" cy="{number(y)}" r="2.4" fill="{QUIET}"/>' for x, y in points
    )
    return (
        f'<path d="M{pair(points[0])}{curve(points)}" fill="none" stroke="{QUIET}" '
        f'stroke-width="1.2" stroke-dasharray="1 4" stroke-linecap="round"/>{dots}'
        + (_dot(now) if now else "")
    )


def _dot(step: Step) -> str:
    x, y = _centre(step)
    wide, small = (4.4, 1.8) if step == 9 else (7, 3.2)
    return (
        f'<circle cx="{number(x)}" cy="{number(y)}" r="{wide}" fill="{CARD}" stroke="{INK}" '
        f'stroke-width="2"/><circle cx="{number(x)}" cy="{number(y)}" r="{small}" fill="{INK}"/>'
    )


def _markers(now: Step | None, before: Step | None) -> str:
    """The change since before, beside the leg: an arrow up, or an arrow down."""
    if now is None or not before or now == before:
        return ""
    start, end = _centre(before)[1], _centre(now)[1] if now else 6.0
    up = end < start
    head = 7 if up else -7
    colour = GO if up else HOLD
    return (
        f'<path d="M13 {number(start)}V{number(end)}m-7 {head}l7 {-head}l7 {head}" fill="none" '
        f'stroke="{colour}" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"/>'
    )
