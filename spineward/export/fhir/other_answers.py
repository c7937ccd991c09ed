"""What does a QuestionnaireResponse from elsewhere answer? Only our own questions are read."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from spineward.diary import check
from spineward.diary.trouble import Refused
from spineward.export.fhir.codes import BASE, Json, display
from spineward.export.fhir.items import answers
from spineward.export.fhir.other_parts import NotUnderstood, Part
from spineward.export.fhir.questionnaires import questionnaires
from spineward.export.fhir.responses import WEEKLY, page_of

OURS = f"{BASE}/CodeSystem/"


class Response(Part):
    """What we read of a QuestionnaireResponse; its items go through the checks of a page."""

    resourceType: Literal["QuestionnaireResponse"]
    status: Literal["completed", "amended"]
    questionnaire: str
    authored: str | None = None
    item: Annotated[tuple[dict[str, Any], ...], Field(min_length=1)]


def said(filled: Response, at: datetime) -> str:
    """Questions and answers in words."""
    page = page_of(filled.questionnaire.partition("|")[0])
    if page not in questionnaires():
        raise NotUnderstood(f"questionnaire: {filled.questionnaire} is none of ours")
    asked = dict(_texts(questionnaires()[page]["item"]))
    try:
        lines = list(_lines(filled.item, asked))
        given = answers(filled.item)
        stored = check.weekly(given) if page == WEEKLY else check.answers(given, at)
    except Refused as refused:
        raise NotUnderstood(str(refused)) from None
    except (LookupError, TypeError, ValueError, AttributeError, StopIteration) as error:
        raise NotUnderstood(f"item: not as it is asked ({type(error).__name__})") from None
    if not stored or not lines:
        raise NotUnderstood("item: nothing is answered")
    return "; ".join([questionnaires()[page]["title"], *lines])


def _texts(asked: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Json]]:
    for item in asked:
        yield item["linkId"], dict(item)
        yield from _texts(item.get("item", ()))


def _lines(given: Iterable[Any], asked: Mapping[str, Json]) -> Iterator[str]:
    """Each answer with its question, in words."""
    before = set()
    for item in given:
        link = str(item.get("linkId")) if isinstance(item, dict) else "an item"
        if link not in asked:
            raise NotUnderstood(f"item: {link} is not asked on that page")
        several = asked[link].get("repeats", False)
        told = item.get("answer", ())
        if not several and (link in before or len(told) > 1):
            raise NotUnderstood(f"item: {link} is answered more than once")
        before.add(link)
        yield from _lines(item.get("item", ()), asked)
        for one in told:
            yield f"{asked[link].get('text', link)} {_shown(one)}"


def _shown(answer: Any) -> str:
    if not isinstance(answer, dict) or len(answer) != 1:
        raise NotUnderstood("item: one value for each answer is needed")
    (value,) = answer.values()
    if not isinstance(value, dict):
        return str(value)
    system, code = str(value.get("system", OURS)), str(value.get("code"))
    if not system.startswith(OURS):
        raise NotUnderstood(f"item: {system} is no code system of ours")
    # In our words: what another program displays for a code need not be what it means.
    return display(system.removeprefix(OURS), code) or code
