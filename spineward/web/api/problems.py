"""What does the API answer when something is wrong? The thing by name, and what is allowed.

In the form of RFC 9457. 400 is no request of ours at all, 422 is one that this diary refuses; 409
is an id that another entry has, or an entry that comes before the one it follows.
"""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from pydantic import BaseModel, Field

from spineward.diary.trouble import Differs, NotFound, Refused, Unfit, Unsaved
from spineward.web.shell.entries import NoEntry

MEDIA_TYPE = "application/problem+json"
NO_KEY = (
    "Open the address that `spineward up` shows. "
    "In a script you can send the key as `Authorization: Bearer KEY`."
)
NO_FORM = "A cookie alone does not write. Send X-CSRFToken with the value of the form cookie."
SAYS = {401: NO_KEY, 403: NO_FORM, 404: "There is nothing at this address."}


class Problem(BaseModel):
    """What is wrong. `field` names the thing where one thing is wrong."""

    title: str = Field(description="the status in words")
    status: int
    detail: str = Field(description="what is wrong, and what is allowed")
    field: str | None = Field(description="the name of what is wrong")


class Halt(Exception):
    """The request ends here, with this status."""

    def __init__(self, status: int, detail: str, field: str | None = None) -> None:
        super().__init__(detail)
        self.status, self.field = status, field


def problem(status: int, detail: str, field: str | None = None) -> HttpResponse:
    """One problem as an answer."""
    title = HTTPStatus(status).phrase
    told = Problem(title=title, status=status, detail=detail, field=field or None)
    return JsonResponse(told.model_dump(), status=status, content_type=MEDIA_TYPE)


def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """An address of the API that leads nowhere."""
    return problem(404, SAYS[404])


def _of_halt(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(error.status, str(error), error.field)


def _field_of(error: Exception) -> str | None:
    return getattr(error, "field", None)


def _of_address(request: HttpRequest, error: Any) -> HttpResponse:
    """A part of the address that cannot be read."""
    first = error.errors[0]
    field = str(first["loc"][-1])
    return problem(400, f"{field}: {first['msg']}", field)


def _of_door(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(error.status_code, SAYS.get(error.status_code, str(error)))


STATUSES: tuple[tuple[type[Exception], int], ...] = (
    (NoEntry, 400),
    (NotFound, 404),
    (Differs, 409),
    (Refused, 422),
    (Unfit, 422),
    (Unsaved, 503),
)
"""What each trouble of the diary is in the numbers of HTTP."""


def told_by(api: NinjaAPI) -> None:
    """Let this API answer in these words."""
    for kind, status in STATUSES:
        api.add_exception_handler(kind, _answer(status))
    api.add_exception_handler(Halt, _of_halt)
    api.add_exception_handler(ValidationError, _of_address)
    api.add_exception_handler(HttpError, _of_door)
    api.add_exception_handler(Http404, lambda request, _: nothing_here(request))


def _answer(status: int) -> Any:
    return lambda _, error: problem(status, str(error), _field_of(error))
