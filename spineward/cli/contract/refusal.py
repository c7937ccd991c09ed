"""Why was a field refused? In one line: the field, its value, and what is allowed."""

import json
import re
from typing import Any

from pydantic import ValidationError

from spineward.cli.contract.keys import ITEM_IDS, details, said
from spineward.clinical.facts.ranges import RANGES

_LONGEST = 60
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_?]{1,40}")
_KEY = "[key]"
"""What pydantic calls the key of a map."""
_NUMBER = ("int_type", "int_from_float", "greater_than_equal", "less_than_equal")
_RANGE_OF = {"week": "pregnant_week"}
_ALLOWED = {
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "dict_type": "an object",
    "model_type": "an object",
    "model_attributes_type": "an object",
    "tuple_type": "a list",
    "string_type": "text",
    "bool_type": "true or false",
}


class Refused(ValueError):
    """Input that does not fit the contract; the message is one line."""


def shown(value: Any) -> str:
    """A value in one short line of plain characters, whatever it is."""
    if isinstance(value, (list, dict)) and len(value) > _LONGEST:
        return "a long list" if isinstance(value, list) else "a large object"
    text = json.dumps(value, default=str)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."


def _path(parts: tuple[int | str, ...]) -> str:
    """`history.sessions[3].sets[0].row` of the parts that pydantic gives."""
    text = ""
    for part in parts:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            name = part if _PLAIN_NAME.fullmatch(part) else shown(part)
            text += f".{name}" if text else name
    return text


def _allowed(error: Any) -> str:
    context, kind, where = error.get("ctx", {}), error["type"], error["loc"]
    named = [part for part in where if isinstance(part, str)]
    name = _RANGE_OF.get(named[-1], named[-1]) if named else ""
    if kind in _NUMBER and name in RANGES:
        low, high = RANGES[name]
        return f"a whole number from {low} to {high}"
    if kind == "extra_forbidden":
        return _known(where)
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = "at least" if kind == "greater_than_equal" else "at most"
        return f"{bound} {context.get('ge', context.get('le'))}"
    if kind == "too_long":
        return f"at most {context['max_length']} of them"
    if kind == "literal_error":
        return str(context["expected"]).replace("'", "")
    return _ALLOWED.get(kind, str(error["msg"]).removeprefix("Value error, "))


def _known(where: tuple[int | str, ...]) -> str:
    """What could stand there in place of a field that nobody knows."""
    match where:
        case ("item", _):
            return said(ITEM_IDS)
        case ("detail", _):
            return said(details())
        case ("detail", str(item), _):
            return said(details()[item])
    return "there is no such field"


def _place(error: Any) -> tuple[str, str]:
    """The field and the value in it; a key that is not allowed is the value of its map."""
    where = error["loc"]
    if where and where[-1] == _KEY:
        return _path(where[:-2]), shown(error["input"])
    if error["type"] == "extra_forbidden" and where[0] in ("item", "detail"):
        return _path(where[:-1]), shown(where[-1])
    return _path(where) or "input", shown(error["input"])


def one_line(error: ValidationError) -> str:
    """The first error of pydantic in one line."""
    first = error.errors(include_url=False)[0]
    if first["type"] == "missing":
        return f"{_path(first['loc'])}: missing; this field is needed"
    if first["type"] == "json_invalid":
        return f"input: not JSON; {first['ctx']['error']}"
    field, value = _place(first)
    return f"{field}: {value} is not allowed; {_allowed(first)}"
