"""What does the body map in the page have to know? Its zones, its words and the last marks."""

from typing import Any

from spineward.clinical.catalogue import drawing_version, words, zones
from spineward.clinical.facts import Chart
from spineward.clinical.facts.ranges import RANGES
from spineward.web.check_in.forms import say
from spineward.web.shell.drawing.body_chart import CLOSE, LIVE, MIDDLE_OF, SIZE, shade
from spineward.web.shell.places import key

LAYERS = ("pain", "tingling", "numbness")
PREFIX = "map."
OF_THE_PAGE = ("map.nothing", "map.go_on", "map.picture", "map.redrawn")
"""Sentences that the server's own pages say; the script has no use for them."""


def page_data(action: str, last: Chart) -> dict[str, Any]:
    """All of it, as plain values; `last` is offered, and never put in unasked."""
    return {
        "drawing": drawing_version(),
        "action": action,
        "zones": [
            {
                "id": zone.id,
                "name": say(f"zone.{zone.id}"),
                "rank": zone.rank,
                "path": zone.path,
                "sides": zone.sides,
                "roots": zone.roots,
            }
            for zone in zones().values()
        ],
        "layers": [
            {"id": layer, "name": say(f"field.{layer}.label"), "most": RANGES[layer][1]}
            for layer in LAYERS
        ],
        "picture": {
            "name": LIVE,
            "size": SIZE,
            "middles": MIDDLE_OF,
            "close": CLOSE,
            "shades": [shade(pain) for pain in range(RANGES["pain"][1] + 1)],
        },
        "last": {
            key((mark.zone, mark.side)): {
                **{layer: getattr(mark, layer) for layer in LAYERS},
                "usual": mark.usual,
            }
            for mark in last
        },
        "words": _words(),
    }


def _words() -> dict[str, Any]:
    """The sentences by their short names; sides and grades with them."""
    own = {
        id.removeprefix(PREFIX): say(id)
        for id in words()
        if id.startswith(PREFIX) and not id.startswith(OF_THE_PAGE)
    }
    sides = {"left": say("side.left"), "right": say("side.right"), "middle": say("side.middle")}
    grades = [say(f"grade.{grade}") for grade in range(RANGES["tingling"][1] + 1)]
    return {
        **own,
        "sides": sides,
        "grades": grades,
        "strength": say("field.chart.help"),
        "usual": say("field.usual.label"),
    }
