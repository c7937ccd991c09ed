"""How does a check-in come in by the API? Page by page, in the order the diary asks for, then the
last button; each under an id of the sender's own, so that sent twice it counts once."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from ninja.responses import Status

from spineward.clinical.assessment import assess
from spineward.clinical.check_in import Kind, due, next_page, pages_for
from spineward.diary import check, journey
from spineward.diary.journey import Person
from spineward.export.output import assessed
from spineward.export.results import Assessed
from spineward.web.api import asked
from spineward.web.api.document import taking
from spineward.web.api.problems import Halt
from spineward.web.api.reading import Id, Sent, moment, read
from spineward.web.api.shapes import ANSWERS, CHECK_IN, WEEK, Draft
from spineward.web.shell import clock, person

router = Router(tags=["check-in"])
NOTHING = "No page was answered since the last check-in, so there is nothing to finish."


@router.get("/check-in", response=Draft, summary="The check-in under way")
def draft(request: HttpRequest, kind: Kind | None = None) -> dict[str, Any]:
    """Which pages are asked, which are answered, and which is next; by default of the kind due."""
    return _draft(person.own(), kind)


@router.put("/check-in/answers/{id}", summary="Answer one page", **taking("Answers", Draft))
def answer(request: HttpRequest, id: Id) -> Status[Any]:
    """Add the answers of one page. 200: they were there already. A page of the screen says all
    that is asked on it: an answer for each line, or the line among `ticked`."""
    sent = read(request, ANSWERS)
    told: dict[str, Any] = {
        "answers": sent.answers,
        "ticked": sorted(sent.ticked),
        "drawing": sent.drawing,
    }

    def add(own: Person, at: datetime) -> None:
        journey.answer(own, sent.page, now=at, client_id=id, **told)
        asked.check(own, sent.page, sent.answers, sent.ticked)  # or nothing of it is kept

    own, status = _entered(id, sent, add, "answers", page=sent.page, **told)
    return Status(status, _draft(own, None))


@router.put("/check-ins/{id}", summary="Finish a check-in", **taking("Finish", Assessed))
def finish(request: HttpRequest, id: Id) -> Status[Any]:
    """Close the check-in under way, and say what follows from it now."""
    sent = read(request, CHECK_IN)

    def add(own: Person, at: datetime) -> None:
        if not journey.answered(own, now=at):
            raise Halt(409, NOTHING)
        journey.finish_check_in(own, sent.kind, now=at, client_id=id)

    own, status = _entered(id, sent, add, "check_in", kind=sent.kind)
    return Status(status, assessed(*journey.plan(own, now=clock.now())))


@router.put("/weeks/{id}", summary="Add a weekly entry", **taking("Week", Draft))
def week(request: HttpRequest, id: Id) -> Status[Any]:
    """Add a weekly entry, and note that its page was answered."""
    sent = read(request, WEEK)

    def add(own: Person, at: datetime) -> None:
        journey.weekly(own, sent.entry, now=at, client_id=id)
        journey.answer(own, "weekly", {}, now=at, client_id=id)

    own, status = _entered(id, sent, add, "weekly", facts=check.weekly(sent.entry))
    return Status(status, _draft(own, None))


def _entered(
    id: UUID, sent: Sent, add: Callable[[Person, datetime], None], table: str, **told: Any
) -> tuple[Person, int]:
    """Add what was sent, or see that this very entry stands there: whose, and the status."""
    own = person.own()
    at = moment(own, sent)
    with journey.arriving(own, id) as is_new:
        if is_new:
            add(own, at)
        else:
            journey.again(own, id, table, **told, **({"at": sent.at} if sent.at else {}))
    return own, 201 if is_new else 200


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
