"""What does the API say of how it went, and what can be taken away? The line, counts, exports."""

from io import BytesIO
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from spineward.clinical.course import Course, View, course
from spineward.clinical.helped import Helped, helped
from spineward.diary import journey
from spineward.export import archive
from spineward.export.fhir.own import export
from spineward.web.shell import clock, person

router = Router(tags=["looking back"])
ZIP, FHIR = "application/zip", "application/fhir+json"
BUNDLE = {
    "type": "object",
    "required": ["resourceType", "type"],
    "properties": {"resourceType": {"const": "Bundle"}, "type": {"const": "collection"}},
}


def _file(media_type: str, schema: dict[str, Any]) -> dict[str, Any]:
    answer = {"description": "OK", "content": {media_type: {"schema": schema}}}
    return {"responses": {200: answer}}


@router.get("/progress", response=Course, summary="The pain line")
def progress(request: HttpRequest, view: View = "episode") -> Course:
    """How far down pain was felt, span by span, and what that comes to. Never an average."""
    return course(journey.situation(person.own(), now=clock.now()), view)


@router.get("/progress/movements", response=list[Helped], summary="What followed each movement")
def movements(request: HttpRequest) -> list[Helped]:
    """Each movement at each dose with its counts; the interval is null while it is too early."""
    return list(helped(journey.situation(person.own(), now=clock.now())))


@router.get("/exports/archive", openapi_extra=_file(ZIP, {}), summary="Everything in one file")
def whole(request: HttpRequest) -> HttpResponse:
    """The archive: the same file as on the page Take your data."""
    file = BytesIO()
    archive.write(person.own(), file)
    return HttpResponse(file.getvalue(), content_type=ZIP)


@router.get("/exports/fhir", openapi_extra=_file(FHIR, BUNDLE), summary="Everything as FHIR R4")
def fhir(request: HttpRequest) -> HttpResponse:
    """The whole diary as one Bundle, as other health records speak."""
    content, _ = export(person.own())
    return HttpResponse(content, content_type=FHIR)
