"""What could someone write who has read only the schema? A hypothesis strategy for all of it."""

from datetime import datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from spineward.clinical.catalogue import zones

Json = dict[str, Any]
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=1)))
"""No moment or day lies after this one."""
LONGEST_LIST = 3

_MINUTES = st.one_of(st.integers(0, 3 * 1440), st.integers(0, 400 * 1440))
_MOMENTS = _MINUTES.map(lambda minutes: (NOW - timedelta(minutes=minutes)).isoformat())
_DAYS = st.one_of(st.integers(0, 20), st.integers(0, 9000)).map(
    lambda days: (NOW.date() - timedelta(days=days)).isoformat()
)
_AGO = st.builds(
    "about {} {}s ago".format,
    st.integers(0, 9999),
    st.sampled_from(["hour", "day", "week", "month"]),
)


def fitting(schema: Json) -> st.SearchStrategy[Any]:
    """Values that fit this schema."""
    return _fitting(schema, schema.get("$defs", {}))


def _fitting(schema: Json, parts: Json) -> st.SearchStrategy[Any]:
    if "$ref" in schema:
        return st.deferred(lambda: _fitting(parts[schema["$ref"].rpartition("/")[2]], parts))
    if "anyOf" in schema:
        return st.one_of([_fitting(one, parts) for one in schema["anyOf"]])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "const" in schema:
        return st.just(schema["const"])
    return _OF_TYPE[schema["type"]](schema, parts)


def _text(schema: Json, _: Json) -> st.SearchStrategy[Any]:
    if schema.get("format") == "date-time":
        return _MOMENTS
    if schema.get("format") == "date":
        return _DAYS
    words = [word for word in ("none", "never") if word in schema["pattern"]]
    return st.one_of(_DAYS, _AGO, *(st.just(word) for word in words))


def _object(schema: Json, parts: Json) -> st.SearchStrategy[Any]:
    fields = dict(schema.get("properties", {}))
    others = schema.get("additionalProperties")
    if isinstance(others, dict):
        keys = schema.get("propertyNames", {}).get("enum", [])
        fields = dict.fromkeys(keys, others) | fields
    known = {name: _fitting(one, parts) for name, one in fields.items()}
    needed = {name: known.pop(name) for name in schema.get("required", ())}
    found = st.fixed_dictionaries(needed, optional=known)
    return found.map(_on_its_side) if {"zone", "side"} <= fields.keys() else found


def _on_its_side(mark: Json) -> Json:
    """The same mark on a side that its zone has."""
    sides = zones()[mark["zone"]].sides
    return mark if mark["side"] in sides else mark | {"side": sides[0]}


_OF_TYPE = {
    "null": lambda _, __: st.none(),
    "boolean": lambda _, __: st.booleans(),
    "integer": lambda schema, _: st.integers(schema.get("minimum"), schema.get("maximum")),
    "string": _text,
    "array": lambda schema, parts: st.lists(
        _fitting(schema["items"], parts), max_size=schema.get("maxItems", LONGEST_LIST)
    ),
    "object": _object,
}
