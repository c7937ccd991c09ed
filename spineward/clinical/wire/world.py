"""What does a page need to follow a session by itself? Zones, numbers, families and the tables.

The engine in the page (islands/session-player/engine) holds no rule and no number: all of it is
here, and nothing that it does not read.
"""

from typing import Any

from spineward.clinical.body import LEG_RANK
from spineward.clinical.catalogue import limit, zones
from spineward.clinical.facts.ranges import RANGES
from spineward.clinical.ledger import IN_THE_LEG, MOVED_DOWN
from spineward.clinical.library import movements
from spineward.clinical.measured import item_level
from spineward.clinical.questions import items
from spineward.clinical.set_verdict import OPENS
from spineward.clinical.wire import FILE
from spineward.clinical.wire.writing import version

LIMITS = (
    "b9.grade",
    "session.pause_minutes",
    "set.answer_minutes",
    "set.back_quiet",
    "set.back_up",
    "set.leg_down",
    "set.leg_stop",
    "set.leg_up",
    "set.re_ask_minutes",
    "set.regress_rest_minutes",
    "set.second_leg_rank",
    "set.settle_minutes",
    "set.stops_per_session",
    "set.upright_minutes",
)
"""The limits that the engine in the page asks for."""


def world() -> dict[str, Any]:
    """Everything that the engine in the page takes from outside, fit for JSON."""
    return {
        "zones": [
            {
                "id": zone.id,
                "rank": zone.rank,
                "path": zone.path,
                "sides": list(zone.sides),
                "band": zone.band,
            }
            for zone in zones().values()
        ],
        "limits": {name: limit(name) for name in LIMITS},
        "movements": {id: {"family": known.family} for id, known in movements().items()},
        "ranges": {name: list(RANGES[name]) for name in ("pain", "tingling", "numbness")},
        "leg_rank": LEG_RANK,
        "leg_rows": list(IN_THE_LEG),
        "moved_down": MOVED_DOWN,
        "opens": dict(OPENS),
        "flags": _flags(),
        "rules": version(),
        "table": FILE.read_text("utf-8"),
    }


def _flags() -> dict[str, str]:
    """The level of each red flag that a set can tick, and of each that stays unclear."""
    asked = [item for item in items() if item[0] in ("A", "B")]
    return {id: item_level(id).name for item in asked for id in (item, f"{item}?")}
