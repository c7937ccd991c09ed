"""How is a bad field refused? In one line: the field, its value, and what is allowed."""

import json
from typing import Any

from pydantic import ValidationError

_LONGEST = 60


class Refused(ValueError):
    """Input that does not fit the contract; the message is one line."""


def _path(parts: tuple[int | str, ...]) -> str:
    """`history.sessions[3].sets[0].row` of the parts that pydantic gives."""
    text = ""
    for part in parts:
        if isinstance(part, int):
            text += f"[{part}]"
        elif part not in _UNION_TAGS and not part.startswith(("literal[", "tuple[", "function-")):
            text += f".{part}" if text else part
    return text


_UNION_TAGS = {"date", "datetime", "int", "str"}
_ALLOWED = {
    "extra_forbidden": "there is no such field",
    "missing": "this field is needed",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "date_from_datetime_parsing": "a day like 2026-11-22",
    "date_parsing": "a day like 2026-11-22",
    "date_type": "a day like 2026-11-22",
    "datetime_parsing": "a moment like 2026-11-22T09:30:00+01:00",
    "datetime_from_date_parsing": "a moment like 2026-11-22T09:30:00+01:00",
    "dict_type": "an object",
    "model_type": "an object",
    "model_attributes_type": "an object",
    "tuple_type": "a list",
    "string_type": "text",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
}


def _allowed(error: Any) -> str:
    context = error.get("ctx", {})
    kind = error["type"]
    if "expected" in context:
        return str(context["expected"])
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = "at least" if kind == "greater_than_equal" else "at most"
        return f"{bound} {context.get('ge', context.get('le'))}"
    if kind == "value_error":
        return str(error["msg"]).removeprefix("Value error, ")
    return _ALLOWED.get(kind, str(error["msg"]))


def _shown(value: Any) -> str:
    text = json.dumps(value, default=str, ensure_ascii=False)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."


def one_line(error: ValidationError) -> str:
    """The first error of pydantic in one line; all alternatives of a choice are joined."""
    found = error.errors(include_url=False)
    first = found[0]
    path = _path(first["loc"])
    same = [one for one in found if _path(one["loc"]) == path]
    allowed = " or ".join(dict.fromkeys(_allowed(one) for one in same))
    if first["type"] == "missing":
        return f"{path}: missing; {allowed}"
    return f"{path or 'input'}: {_shown(first['input'])} is not allowed; {allowed}"
