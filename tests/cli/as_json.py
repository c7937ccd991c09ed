"""How does a situation or a set look as the JSON of the contract? For tests: facts back to JSON."""

from dataclasses import fields, is_dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from spineward.clinical.facts import SetContext, SetReadings, Situation

RENAMED = {"verdict": "set_verdict", "on": "date"}
"""Fields whose name in the contract differs from the engine's."""


def situation_json(situation: Situation) -> dict[str, Any]:
    """What an outsider would hand to `assess` for this situation."""
    given = _json(situation)
    if situation.spine_procedure == ():
        given["spine_procedure"] = "none"
    return dict(given)


def set_json(readings: SetReadings, context: SetContext) -> dict[str, Any]:
    """What an outsider would hand to `respond` for this set."""
    return {**_json(readings), "context": _json(context)}


def _json(value: Any) -> Any:
    if is_dataclass(value):
        given = {field.name: getattr(value, field.name) for field in fields(value)}
        return {RENAMED.get(k, k): _json(v) for k, v in given.items() if v is not None}
    if isinstance(value, IntEnum):
        return value.name
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [_json(one) for one in value]
    if hasattr(value, "items"):
        return {key: _json(one) for key, one in value.items()}
    return value
