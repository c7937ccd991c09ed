"""What do HL7's definitions say of a resource? Each invariant is run at every element it belongs
to, and a code is looked for among those that are required there."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Any

import fhirpathpy
from fhirpathpy.engine.nodes import ResourceNode
from fhirpathpy.models import models

from tests.fhir.judges import Json, definitions, required_codes

NOT_RUN = ("ele-1", "txt-1", "txt-2", "rng-2")
"""Said by the schema already (ele-1), about drawn text, of which we send none, or about two
quantities, which fhirpathpy cannot compare: pairs are looked at in a test of their own."""
TRACE = re.compile(r"\.trace\('\w+'(, \w+)?\)")
"""What an expression says while it runs; it changes no result."""
Check = Callable[..., list[Any]]
NODE: Any = ResourceNode  # which has no types


@lru_cache(maxsize=1)
def _elements() -> dict[str, list[Json]]:
    """The elements of each type, by its name."""
    return {
        one["type"]: one["snapshot"]["element"]
        for one in definitions()
        if one["resourceType"] == "StructureDefinition"
        and one.get("derivation") != "constraint"
        and "snapshot" in one
    }


@cache
def _rules(path: str) -> tuple[tuple[str, str, str], ...]:
    """Key, expression and sentence of the rules at one path."""
    kind = path.split(".", maxsplit=1)[0]
    return tuple(
        (rule["key"], rule["expression"], rule["human"])
        for element in _elements().get(kind, ())
        if element["path"] == path
        for rule in element.get("constraint", ())
        if rule["key"] not in NOT_RUN and rule["severity"] == "error"
    )


@cache
def _check(expression: str) -> Check:
    spoken = TRACE.sub("", expression).replace("hasValue()", "exists()")  # which it lacks
    check: Check = fhirpathpy.compile(spoken, models["r4"])
    return check


@cache
def _type_at(path: str) -> str:
    """The type of the element at a path; empty for one that holds parts of its own."""
    kind = path.split(".", maxsplit=1)[0]
    for element in _elements().get(kind, ()):
        if element["path"] == path:
            types = [one["code"] for one in element.get("type", ())]
            return types[0] if len(types) == 1 else ""
        stem = element["path"].removesuffix("[x]")
        if element["path"].endswith("[x]") and path.startswith(stem):
            named = path.removeprefix(stem)
            for one in element["type"]:
                if one["code"].lower() == named.lower():
                    return str(one["code"])
    return ""


def by_invariants(resource: Json) -> list[str]:
    """The rules that do not hold, and where."""
    return list(_broken(resource, resource["resourceType"], resource))


def _broken(node: Any, path: str, root: Json) -> Iterator[str]:
    """At this element, which is of the type of its path, and at all that it holds."""
    yield from _against(node, path, path, root)
    if not isinstance(node, dict):
        return
    for name, part in node.items():
        inner = f"{path}.{name}"
        kind = _type_at(inner)
        for one in part if isinstance(part, list) else [part]:
            if kind == "Resource":
                yield from _broken(one, one["resourceType"], root)
            elif kind[:1].isupper() and kind not in ("BackboneElement", "Element"):
                yield from _against(one, inner, kind, root)
                yield from _broken(one, kind, root)
            else:
                yield from _broken(one, inner, root)


def _against(node: Any, path: str, kind: str, root: Json) -> Iterator[str]:
    typed = NODE.create_node(node, kind)  # else value[x] is not found in a part
    for key, expression, human in _rules(path):
        try:
            verdict = _check(expression)(typed, {"resource": root, "rootResource": root})
        except Exception as error:  # what has the wrong type cannot be judged, and is not sound
            yield f"{key} at {path}: {error}"
            continue
        if verdict == [False]:
            yield f"{key} at {path}: {human}"
    codes = required_codes().get(path)
    if codes and isinstance(node, str) and node not in codes:
        yield f"{node!r} at {path} is none of the codes that are required there"
