"""What can be offered at all? The whole library under every gate, flare and set of patterns.

`movements` and `movements_past` have a table for each exclusion. They add up (spec 0, combining 5),
so what is offered is the library less all of them. Here the invariants 8, 9 and 15 can be read off:
for someone to whom nothing else applies, and who has done every movement well, and for the same
person at first use.
"""

from dataclasses import replace
from typing import Any

from spineward.clinical.facts import Mark
from spineward.clinical.library import movements
from spineward.clinical.rules.hold_movement import exclusions
from spineward.clinical.spaces.answered import EVERYTHING
from spineward.clinical.spaces.movement_day import GATE, PATTERN, STATE, day_of
from spineward.clinical.spaces.space import NOW, Axis, Space, Value, ordered
from spineward.clinical.today import Today

HEALTHY_DAY: dict[str, Any] = {
    **EVERYTHING,
    **{f"clearance.{item}": "no" for item in ("CL1", "CL2", "CL3", "CL4", "CL5", "CL6")},
    "features.groin_pain": "no",
    "features.outer_hip_lying": "no",
    "floor_ok": "yes",
    "pregnant": "no",
    "spine_procedure": (),
    "worse_bending": "no",
    "woke_at": NOW.replace(hour=6),
    "chart": (Mark("calf_upper", "left", pain=3),),
    "leg_now": 3,
}
"""No exclusion holds but those of gate, flare, pattern and what was done before."""
GOOD_PAST = {
    f"done.{name} {days}.{key}": value
    for name in ("M02", "M20", "M21", "M30a", "M30b", "M61")
    for days in (3, 2)
    for key, value in (("movement", name), ("row", "row 9"), ("hours", days * 24))
}
PAST = ordered(
    "done before",
    Value("all went well", GOOD_PAST),
    Value("nothing yet"),
)


FLARE = replace(
    STATE,
    worse=(("CALM", "FLARE_MODERATE"), ("CALM", "FLARE_SEVERE")),
    why_unordered="a severe flare shuts by its gate what a moderate one shuts by exclusions",
)


def offered(today: Today) -> tuple[str, ...]:
    """The movements of the library that nothing takes away, in its order."""
    told = exclusions(today.case, today.gate, today.patterns, today.state, today.fired)
    held = {one.movement for one in told}
    return tuple(name for name in movements() if name not in held)


def offered_text(names: tuple[str, ...]) -> str:
    """ "open M01 M03 ...", or that all is held back."""
    return f"open {' '.join(names)}" if names else "held_back all"


def _whole(id: str, about: str, *axes: Axis) -> Space:
    return Space(
        id=f"movements.{id}",
        about=about,
        rules=(),
        axes=axes,
        decides=offered,
        builds=day_of,
        base=HEALTHY_DAY,
        said=offered_text,
    )


SPACES = (
    _whole(
        "offered",
        "What can be offered under each gate, flare and pattern",
        GATE,
        FLARE,
        PATTERN,
        PAST,
    ),
)
