"""What goes into `assess` and `respond`, and what comes out? From their schemas, with examples."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from spineward.cli import assess, respond
from spineward.cli.schema import schema
from tools.docs.markdown import anchor, code, names, page, table

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
LONG, LONG_LISTS = 8, "Long lists"
ASSESS_LEAD = """One situation: one person at one moment. A field that is left out was not asked;
that is never read as "no", and what is still needed before movement can be offered comes back in
`missing`. An unknown field is refused. Whole schema: `spineward schema assess`."""
RESPOND_LEAD = """One set: the chart before it (`t0`), during it if something changed (`tdur`),
within a minute of its end (`t1`) and upright (`t2`). A reading that is left out was not given, and
is read to the cautious side. Whole schema: `spineward schema respond`."""


def contract_assess() -> str:
    """The page of `assess`."""
    return page(
        "assess: the contract",
        ASSESS_LEAD,
        "## Input",
        *_models(schema("assess")),
        *_output("assess-output"),
        *_long_lists("assess", "assess-output"),
        *_example("situation.json", assess.answer, "assess"),
    )


def contract_respond() -> str:
    """The page of `respond`."""
    return page(
        "respond: the contract",
        RESPOND_LEAD,
        "## Input",
        *_models(schema("respond")),
        *_output("respond-output"),
        *_long_lists("respond", "respond-output"),
        *_example("set.json", respond.answer, "respond"),
    )


def _long_lists(*kinds: str) -> Iterator[str]:
    wholes = [schema(kind) for kind in kinds]
    return long_lists(m for whole in wholes for m in (whole, *whole.get("$defs", {}).values()))


def long_lists(models: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The ids that are too many for a cell, each list once with the fields that take it."""
    takers: dict[tuple[str, ...], list[str]] = {}
    for model in models:
        for name, field in model["properties"].items():
            for ids in _enums(field):
                if len(ids) > LONG and name not in takers.setdefault(ids, []):
                    takers[ids].append(name)
    if takers:
        yield f"## {LONG_LISTS}"
        rows = [(names(fields), names(ids)) for ids, fields in takers.items()]
        yield table(["Fields", "Allowed"], rows)


def _enums(field: Any) -> Iterator[tuple[str, ...]]:
    """Every list of allowed names within a field's schema."""
    if isinstance(field, dict):
        if "enum" in field:
            yield tuple(str(value) for value in field["enum"])
        for inner in field.values():
            yield from _enums(inner)
    elif isinstance(field, list):
        for inner in field:
            yield from _enums(inner)


def _output(kind: str) -> Iterator[str]:
    yield "## Output"
    yield from _models(schema(kind))


def _models(whole: Mapping[str, Any]) -> Iterator[str]:
    """A table of the fields of the outer object, then of each object within it."""
    yield fields(whole)
    for name, inner in whole.get("$defs", {}).items():
        yield f"### {_title(name)}"
        if about := inner.get("description"):
            yield about
        yield fields(inner)


def fields(model: Mapping[str, Any]) -> str:
    """The table of the fields of one object."""
    needed = model.get("required", [])
    rows = [
        (f"`{name}`", allowed(field), "yes" if name in needed else "", _about(field))
        for name, field in model["properties"].items()
    ]
    return table(["Field", "Allowed", "Needed", "Meaning"], rows)


def _title(name: str) -> str:
    return name.removesuffix("In")


def _about(field: Mapping[str, Any]) -> str:
    inner = (part.get("description", "") for part in field.get("anyOf", ()))
    return str(field.get("description") or next(filter(None, inner), ""))


def allowed(field: Mapping[str, Any]) -> str:
    """What a field may hold, in words."""
    for key, said in _SAID.items():
        if key in field:
            return said(field)
    return _typed(field)


def _any(field: Mapping[str, Any]) -> str:
    return " or ".join(dict.fromkeys(allowed(part) for part in field["anyOf"]))


def _reference(field: Mapping[str, Any]) -> str:
    title = _title(field["$ref"].rpartition("/")[2])
    return f"[{title}]({anchor(title)})"


def _one_of(ids: list[str]) -> str:
    """The names themselves, or where they stand when they are many."""
    return names(ids) if len(ids) <= LONG else f"[{len(ids)} names]({anchor(LONG_LISTS)})"


_SAID: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "$ref": _reference,
    "anyOf": _any,
    "enum": lambda field: _one_of([str(value) for value in field["enum"]]),
    "const": lambda field: f"`{field['const']}`",
}


def _typed(field: Mapping[str, Any]) -> str:
    kind = field.get("type")
    if kind == "array":
        if inner := field.get("prefixItems"):
            return "[" + ", ".join(allowed(part) for part in inner) + "]"
        most = f", at most {field['maxItems']}" if "maxItems" in field else ""
        return f"list of {allowed(field['items'])}{most}"
    if kind == "object" and "additionalProperties" in field:
        keys = allowed(field["propertyNames"]) if "propertyNames" in field else "id"
        return f"map of {keys} to {allowed(field['additionalProperties'])}{_except(field)}"
    if kind == "integer":
        return _whole(field)
    if kind == "string":
        return {"date": "day", "date-time": "moment"}.get(field.get("format", ""), "text")
    return {"boolean": "true or false", "null": "null"}.get(str(kind), str(kind))


def _except(field: Mapping[str, Any]) -> str:
    """What single keys of a map may hold instead, or which keys their own map has."""
    own = (
        f"; `{key}`: {allowed(inner.get('propertyNames', inner))}"
        for key, inner in field.get("properties", {}).items()
    )
    return "".join(own)


def _whole(field: Mapping[str, Any]) -> str:
    low, high = field.get("minimum"), field.get("maximum")
    if low is None:
        return "whole number"
    return f"{low} or more" if high is None else f"{low} to {high}"


def _example(name: str, answer: Callable[[str], dict[str, Any]], verb: str) -> Iterator[str]:
    """The example's input and the output that the program gives for it now."""
    text = (EXAMPLES / name).read_text("utf-8")
    yield "## Example"
    yield f"`spineward {verb} docs/examples/{name}` reads"
    yield code(text, "json")
    yield "and prints (here with lists on one line)"
    yield code(_compact(answer(text)), "json")


def _compact(result: Mapping[str, Any]) -> str:
    """JSON with one line a field, and one a row of a list of objects."""
    lines = []
    for key, value in result.items():
        shown = json.dumps(value)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            rows = ",\n    ".join(json.dumps(row) for row in value)
            shown = f"[\n    {rows}\n  ]"
        lines.append(f'  "{key}": {shown}')
    return "{\n" + ",\n".join(lines) + "\n}"
