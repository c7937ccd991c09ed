"""How is a page of answers written as a QuestionnaireResponse? So is the weekly entry."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote

from spineward.export.fhir.codes import BASE, Json
from spineward.export.fhir.items import answers, items
from spineward.export.fhir.parts import (
    PERSON,
    address,
    find,
    find_all,
    head,
    left,
    moment,
    rest,
    row_head,
    stamp,
    stamped,
    text_extension,
    text_of,
)
from spineward.export.fhir.world import World
from spineward.export.form import AnswersLine, WeeklyLine

WEEKLY = "weekly"


def canonical(page: str) -> str:
    """The address of the Questionnaire of a page."""
    return f"{BASE}/Questionnaire/{quote(page, safe='._-')}"


def page_of(address: str) -> str:
    """The page whose Questionnaire this is; empty for one that is not ours."""
    before = f"{BASE}/Questionnaire/"
    return unquote(address.removeprefix(before)) if address.startswith(before) else ""


def of_answers(row: AnswersLine, known: World) -> list[Json]:
    """One page as it was sent."""
    written, unfit = items(row.answers)
    more = [text_extension(address("ticked"), line) for line in row.ticked]
    if row.drawing:
        more.append(text_extension(address("drawing"), row.drawing))
    resource = head("answers", row, [*more, *rest(unfit)])
    resource["questionnaire"] = canonical(row.page)
    status = known.status("answers", row, "completed", "amended")
    return [_finished(resource, status, row.at.isoformat(), written)]


def _finished(resource: Json, status: str, at: str, written: list[Json]) -> Json:
    resource |= {"status": status, "subject": PERSON, "author": PERSON, "source": PERSON}
    stamp(resource, "authored", at)
    if written:
        resource["item"] = written
    return resource


def to_answers(resource: Mapping[str, Any]) -> Json:
    """The row that a page was written from."""
    drawing = find(resource, "drawing")
    return row_head(resource) | {
        "at": stamped(resource, "authored"),
        "page": page_of(resource["questionnaire"]),
        "answers": answers(resource.get("item", ())) | left(resource),
        "ticked": [text_of(one) for one in find_all(resource, "ticked")],
        "drawing": text_of(drawing) if drawing else "",
    }


def of_weekly(row: WeeklyLine, known: World) -> list[Json]:
    """A weekly entry."""
    at = moment(row, row.facts)
    written, unfit = items({k: v for k, v in row.facts.items() if k != "at"})
    if row.facts["at"] != at:
        unfit["at"] = row.facts["at"]
    resource = head("weekly", row, rest(unfit))
    resource["questionnaire"] = canonical(WEEKLY)
    return [_finished(resource, known.status("weekly", row, "completed", "amended"), at, written)]


def to_weekly(resource: Mapping[str, Any]) -> Json:
    """The row that a weekly entry was written from."""
    at = stamped(resource, "authored")
    facts = {"at": at, **answers(resource.get("item", ())), **left(resource)}
    return row_head(resource) | {"at": at, "facts": facts}
