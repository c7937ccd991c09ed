"""How are the answers of a page written as items of a response, and read back?

An answer stands under its dotted path: `item.A5`, `chart.zone`. An item without an answer withdraws
what was answered before; an empty list is said by an extension, for FHIR has no such thing.
"""

import re
from collections.abc import Iterable, Mapping
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from spineward.clinical.facts import Mark, Situation, SpineProcedure, WeeklyRecord
from spineward.export.fhir.codes import Json, spelled
from spineward.export.fhir.parts import address, find, given, text_of, value

KEY = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*")
NOTHING = {"extension": [{"url": address("empty"), "valueBoolean": True}]}
SYSTEMS = {"zone": "zone", "side": "side", "team_allowed": "movement"}
"""Whose codes the answers under a path are; all others are answers."""


def _listed(hint: Any) -> bool:
    if get_origin(hint) in (Union, UnionType):
        return any(_listed(part) for part in get_args(hint))
    return get_origin(hint) is tuple


LISTS = frozenset(
    name
    for kind in (Situation, WeeklyRecord, Mark, SpineProcedure)
    for name, hint in get_type_hints(kind).items()
    if _listed(hint)
) | {"tasks"}
"""The answers of which there may be several."""


class Unfit(Exception):
    """An answer that no item can hold; the row keeps it in the extension for the rest."""


def items(answers: Mapping[str, Any], before: str = "") -> tuple[list[Json], Json]:
    """The items of these answers, and the answers that no item can hold."""
    written: list[Json] = []
    left: Json = {}
    for name, answer in answers.items():
        try:
            if not KEY.fullmatch(name):
                raise Unfit
            if answer is not None and isinstance(answer, list) != (name in LISTS):
                raise Unfit
            written += _item(name, f"{before}{name}", answer)
        except Unfit:
            left[name] = answer
    return written, left


def _item(name: str, path: str, answer: Any) -> list[Json]:
    link = {"linkId": path}
    if answer is None:
        return [link]
    if answer in ({}, []):
        return [{**link, **NOTHING}]
    if isinstance(answer, dict):
        return [{**link, "item": _whole(answer, f"{path}.")}]
    if not isinstance(answer, list):
        return [{**link, "answer": [_answer(name, answer)]}]
    if all(isinstance(one, dict) and one for one in answer):
        return [{**link, "item": _whole(one, f"{path}.")} for one in answer]
    return [{**link, "answer": [_answer(name, one) for one in answer]}]


def _whole(answers: Mapping[str, Any], before: str) -> list[Json]:
    written, left = items(answers, before)
    if left:
        raise Unfit
    return written


def _answer(name: str, answer: Any) -> Json:
    if name == "tasks" and isinstance(answer, str):
        return {"valueString": spelled(answer)}
    found = value(answer, SYSTEMS.get(name, "answer"))
    if found is None:
        raise Unfit
    return found


def answers(found: Iterable[Mapping[str, Any]], before: str = "") -> Json:
    """The answers that stand in these items."""
    read: Json = {}
    for item in found:
        name = str(item["linkId"]).removeprefix(before)
        many = name in LISTS
        said = _said(item, many=many)
        if many and said is not None and "item" in item:
            read.setdefault(name, []).append(said)
        else:
            read[name] = said
    return read


def _said(item: Mapping[str, Any], *, many: bool) -> Any:
    if "item" in item:
        return answers(item["item"], f"{item['linkId']}.")
    if find(item, "empty"):
        return [] if many else {}
    told = [_told(str(item["linkId"]), one) for one in item.get("answer", ())]
    if not told:
        return None
    return told if many else told[0]


def _told(path: str, answer: Mapping[str, Any]) -> Any:
    return text_of(answer) if path.endswith("tasks") else given(answer)
