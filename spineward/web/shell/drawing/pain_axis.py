"""Where on the leg does a rank lie? The leg as the upright axis of the pain line, and its rows.

The leg is that of leg.py with its foot let down, so that foot and toes have rows of their own.
"""

from collections.abc import Sequence

from spineward.clinical.facts.answers import Leg
from spineward.web.shell.drawing.geometry import number
from spineward.web.shell.drawing.leg import CUTS, band
from spineward.web.shell.drawing.paint import LINE, PAIN, QUIET

EDGES = (-30.0, -6.0, *CUTS[1:], 362.0, 396.0)
"""Where the rows begin and end: nowhere, then rank 1 to 9."""
GROUPS: tuple[tuple[str, int, int], ...] = (
    ("nowhere", 0, 0), ("back", 1, 2), ("buttock", 3, 3), ("thigh", 4, 5),
    ("lower leg", 6, 7), ("foot", 8, 8), ("toes", 9, 9),
)  # fmt: skip
"""The words beside the axis, each with its first and last rank."""
FOOT_DOWN = 'transform="rotate(40 50 322)"'
TALL = EDGES[-1] - EDGES[0]
MIRRORED = "matrix(-1 0 0 1 132 0)"


def place_of(rank: int) -> str:
    """The word for a rank; raises StopIteration for one that is not 0 to 9."""
    return next(name for name, first, last in GROUPS if first <= rank <= last)


class Axis:
    """The rows of one panel that begins at `top` and is `height` high."""

    def __init__(self, top: float, height: float) -> None:
        self.top, self.height = top, height
        self.scale = height / TALL

    def edge(self, number: int) -> float:
        """Where row `number` begins; 10 is the end of the last one."""
        return self.top + (EDGES[number] - EDGES[0]) * self.scale

    def middle(self, rank: int) -> float:
        """The height at which a rank is marked."""
        return (self.edge(rank) + self.edge(rank + 1)) / 2

    def rows(self, left: float, right: float) -> str:
        """The words of the rows and a faint line under each."""
        parts = []
        for name, first, last in GROUPS:
            low = self.edge(last + 1)
            middle = (self.edge(first) + low) / 2 + 4
            parts.append(f'<text x="{number(left)}" y="{number(middle)}">{name}</text>')
            parts.append(f'<path d="M{number(left)} {number(low)}H{number(right)}"/>')
        return f'<g stroke="none" fill="{QUIET}">{_only(parts, "text")}</g>' + _only(parts, "path")

    def leg(self, side: Leg, now: int | None) -> str:
        """The leg itself, filled as far as the pain reaches at the end of the line."""
        turn = f"{MIRRORED} " if side == "left" else ""
        bands = "".join(_band(rank, now or 0) for rank in range(1, 10))
        at = f"translate(0 {number(self.top - EDGES[0] * self.scale)}) scale({self.scale:.3f})"
        return f'<g transform="{at} translate(-20 0) {turn}"><g>{bands}</g></g>'


def _band(rank: int, reach: int) -> str:
    fill = f'"{LINE}"'
    if rank == reach:
        fill = f'"{PAIN}"'
    elif rank < reach:
        fill = f'"{PAIN}" fill-opacity=".28"'
    down = f" {FOOT_DOWN}" if rank > 7 else ""
    return f'<path d="{band(rank)}"{down} fill={fill}/>'


def _only(parts: Sequence[str], kind: str) -> str:
    return "".join(part for part in parts if part.startswith(f"<{kind}"))
