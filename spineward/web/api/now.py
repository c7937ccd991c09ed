"""What does the API say of now? What is known, what is safe, and what may be done."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from spineward.diary import journey
from spineward.export.output import assessed
from spineward.export.results import Assessed
from spineward.web.api.shapes import PlanNow, SituationNow
from spineward.web.shell import clock, person

router = Router(tags=["now"])


@router.get("/situation", response=SituationNow, summary="All that is known now")
def situation(request: HttpRequest) -> Any:
    """The answers that hold now, by the names of a situation."""
    return journey.situation(person.own(), now=clock.now())


@router.get("/assessment", response=Assessed, summary="What the rules say now")
def assessment(request: HttpRequest) -> dict[str, Any]:
    """Care level, gate, lock and what is offered: the same as `spineward assess` prints."""
    return assessed(*journey.plan(person.own(), now=clock.now()))


@router.get("/plan", response=PlanNow, summary="What may be done now")
def plan(request: HttpRequest) -> dict[str, Any]:
    """The movements with their dose, and when the next session may start."""
    result, offered = journey.plan(person.own(), now=clock.now())
    return {
        "offered": assessed(result, offered)["offered"],
        "opens_at": offered.opens_at,
    }
