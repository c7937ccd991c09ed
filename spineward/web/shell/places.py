"""How is a place of the body chart written in an address, in a field name, and read again?"""

from collections.abc import Iterable

from spineward.clinical.catalogue import zones
from spineward.clinical.facts.answers import Side

Place = tuple[str, Side]
"""Zone and side."""


def key(place: Place) -> str:
    """How a place is written in an address and in a field name."""
    return "-".join(place)


def place(text: str) -> Place | None:
    """The place of such a text; None for one that is on no chart."""
    zone, _, said = text.rpartition("-")
    sides = zones()[zone].sides if zone in zones() else ()
    return next(((zone, side) for side in sides if side == said), None)


def places(texts: Iterable[str]) -> tuple[Place, ...]:
    """All known places, each once, in the order of the chart."""
    wanted = {found for text in texts if (found := place(text))}
    return tuple(
        (z.id, side) for z in zones().values() for side in z.sides if (z.id, side) in wanted
    )
