"""Which bytes tell a page all that a set can mean? The response tables, packed."""

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from itertools import groupby
from typing import Any

from spineward.clinical.catalogue import limits, zones
from spineward.clinical.facts import SetOutcome
from spineward.clinical.measured import signs_of
from spineward.clinical.program import fingerprint
from spineward.clinical.rulebook import SETS, limits_of
from spineward.clinical.set_verdict import decide, rows, worse
from spineward.clinical.signs import Signs
from spineward.clinical.spaces import response
from spineward.clinical.spaces.space import Space, cases
from spineward.clinical.wire import FORM


@cache
def version() -> str:
    """Twelve digits that change with any rule of a set, its measuring, its numbers, its zones."""
    rules = [rule for one in SETS for rule in one.rules]
    parts = [f"{rule.id} {fingerprint(rule.reads)}" for rule in rules]
    parts += [fingerprint(one) for one in (decide, signs_of)]
    named = sorted({name for rule in rules for name in limits_of(rule)})
    parts += [f"{name}={limits()[name].value}" for name in named]
    parts += [f"{zone.id} {zone.rank} {zone.path} {zone.band}" for zone in zones().values()]
    return sha256("\n".join(parts).encode()).hexdigest()[:12]


def encoded() -> str:
    """The file as it is committed: the body is a text in it, so that its bytes can be hashed."""
    body = json.dumps(_body(), separators=(",", ":"))
    digest = sha256(body.encode()).hexdigest()
    head = {"format": FORM, "version": version(), "sha256": digest, "body": body}
    return json.dumps(head, indent=0) + "\n"


def _body() -> dict[str, Any]:
    known: dict[str, int] = {}
    tables = {
        space.id.removeprefix("response."): {
            "axes": [[axis.name, list(axis.labels)] for axis in space.axes],
            "runs": _runs(
                [known.setdefault(_packed(space, one), len(known)) for one in cases(space)]
            ),
        }
        for space in response.SPACES
    }
    return {"outcomes": [json.loads(packed) for packed in known], "tables": tables}


def _runs(codes: Sequence[int]) -> list[int]:
    """How many of which outcome follow: count, place, count, place."""
    return [n for code, run in groupby(codes) for n in (sum(1 for _ in run), code)]


def _packed(space: Space, one: Any) -> str:
    decides = _following if space is response.FLOW else space.decides or worse
    found: Any = decides(one)
    packed: Any = found if found is None or isinstance(found, str) else _as_json(found)
    if isinstance(packed, dict) and space is response.STOPS:
        del packed["label"], packed["row"]
    return json.dumps(packed)


def _following(shown: Signs) -> SetOutcome | str:
    """What the flow adds to the worst of rows 1-7, or the word for what is read instead."""
    found, came_to = worse(shown.back), rows(shown)
    if came_to == found:
        return "stands"
    if came_to.row == 0:
        return replace(came_to, fired=())
    return "change" if found is None else "ends"


def _as_json(found: SetOutcome) -> dict[str, Any]:
    """One outcome; what is empty is left out."""
    packed = {
        "label": found.label,
        "verdict": found.verdict.name,
        "row": found.row,
        "fired": list(found.fired),
        "level": found.level.name if found.level else None,
        "gate": None if found.gate is None else found.gate.name,
        "asks": list(found.asks),
        "again": found.re_ask_minutes,
        "at_30": found.at_30,
    }
    return {key: value for key, value in packed.items() if value or key == "row"}
