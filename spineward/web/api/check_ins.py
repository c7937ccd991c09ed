"""How does a check-in come in by the API? Page by page, in the order the diary asks for, then the
last button; each under an id of the sender's own, so that sent twice it counts once."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from ninja.responses import Status

from spineward.clinical.assessment import assess
from spineward.clinical.check_in import Kind, due, next_page, pages_for
from spineward.diary import journey
from spineward.diary.journey import Person
from spineward.export.output import assessed
from spineward.export.results import Assessed
from spineward.web.api.document import takes
from spineward.web.api.problems import Halt
from spineward.web.api.reading import Id, moment, read
from spineward.web.api.shapes import ANSWERS, CHECK_IN, WEEK, Draft
from spineward.web.shell import clock, person

router = Router(tags=["check-in"])
NOTHING = "No page was answered since the last check-in, so there is nothing to finish."


@router.get("/check-in", response=Draft, summary="The check-in under way")
def draft(request: HttpRequest, kind: Kind | None = None) -> dict[str, Any]:
    """Which pages are asked, which are answered, and which is next; by default of the kind due."""
    return _draft(person.own(), kind)


@router.put(
    "/check-in/answers/{id}",
    response={200: Draft, 201: Draft},
    openapi_extra=takes("Answers"),
    summary="Answer one page",
)
def answer(request: HttpRequest, id: Id) -> Status[Any]:
    """Add the answers of one page. 200: they were there already."""
    sent = read(request, ANSWERS)
    own = person.own()
    at = moment(own, sent)
    with journey.arriving(own, id) as is_new:
        if is_new:
            journey.answer(
                own,
                sent.page,
                sent.answers,
                now=at,
                client_id=id,
                ticked=sent.ticked,
                drawing=sent.drawing,
            )
        else:
            journey.again(own, id, "answers", page=sent.page, answers=sent.answers)
    return Status(201 if is_new else 200, _draft(own, None))


@router.put(
    "/check-ins/{id}",
    response={200: Assessed, 201: Assessed},
    openapi_extra=takes("Finish"),
    summary="Finish a check-in",
)
def finish(request: HttpRequest, id: Id) -> Status[Any]:
    """Close the check-in under way, and say what follows from it now."""
    sent = read(request, CHECK_IN)
    own = person.own()
    at = moment(own, sent)
    with journey.arriving(own, id) as is_new:
        if is_new and not journey.answered(own, now=at):
            raise Halt(409, NOTHING)
        if is_new:
            journey.finish_check_in(own, sent.kind, now=at, client_id=id)
        else:
            journey.again(own, id, "check_in", kind=sent.kind)
    return Status(201 if is_new else 200, assessed(*journey.plan(own, now=clock.now())))


@router.put(
    "/weeks/{id}",
    response={200: Draft, 201: Draft},
    openapi_extra=takes("Week"),
    summary="Add a weekly entry",
)
def week(request: HttpRequest, id: Id) -> Status[Any]:
    """Add a weekly entry, and note that its page was answered."""
    sent = read(request, WEEK)
    own = person.own()
    at = moment(own, sent)
    with journey.arriving(own, id) as is_new:
        if is_new:
            _add_week(own, sent.entry, at, id)
        else:
            journey.again(own, id, "answers", page="weekly")
    return Status(201 if is_new else 200, _draft(own, None))


def _add_week(own: Person, entry: dict[str, Any], at: Any, id: UUID) -> None:
    journey.weekly(own, entry, now=at, client_id=id)
    journey.answer(own, "weekly", {}, now=at, client_id=id)


def _draft(own: Person, kind: Kind | None) -> dict[str, Any]:
    now = clock.now()
    known = journey.situation(own, now=now)
    chosen = kind or due(known)
    asks = () if chosen == "session" else assess(known).asks
    under_way = journey.draft(own, chosen, now=now, asks=asks)
    return {
        "kind": chosen,
        "pages": list(pages_for(chosen, known, asks)),
        "answered": dict(journey.answered(own, now=now)),
        "next": next_page(under_way, known),
    }
