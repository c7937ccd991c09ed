"""Which pictures show a movement? Its key poses as stills in their order, and the moving one."""

from functools import lru_cache

from django.urls import reverse

from spineward.clinical.facts.answers import Leg
from spineward.clinical.library import movements
from spineward.web.shell.drawing.figure import figure_svg
from spineward.web.shell.reasons import text


@lru_cache(maxsize=128)
def pictures(movement: str, leg: Leg, bed: bool = False, half: bool = False) -> tuple[str, ...]:
    """The stills of one movement as inline SVG, the painful side shown where it has one."""
    known = movements()[movement]
    name = text(f"movement.{movement}.name")
    side = leg if known.one_sided else None
    count = len(known.figure.poses)
    return tuple(
        figure_svg(
            known.figure,
            n,
            side,
            f"{name}, {n + 1} of {count}",
            text(f"movement.{movement}.short"),
            bed,
            half,
        )
        for n in range(count)
    )


def frames(movement: str, leg: Leg, bed: bool = False, half: bool = False) -> str:
    """The address of the moving picture of a movement."""
    how = [name for name, wanted in (("bed", bed), ("half", half)) if wanted]
    address = reverse("figure_frames", args=[".".join([movement, *how])])
    return f"{address}?leg={leg}" if movements()[movement].one_sided else address
