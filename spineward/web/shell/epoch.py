"""Which diary did this browser write for? A cookie names it; an erased one is not filled again.

Whoever has everything erased on one device may have entries waiting on another. The cookie there
still names the diary that is gone, and only the person may say that they belong to the new one.
"""

import hashlib

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from spineward.diary.models import Person
from spineward.web.shell.token import AGE

COOKIE = f"{settings.COOKIE_FAMILY}-diary"
ERASED = "You erased the diary that this was for."


def name_of(person: Person) -> str:
    """What a browser may know of a diary: enough to tell it from another."""
    return hashlib.sha256(person.pk.bytes).hexdigest()[:16]


def is_other(request: HttpRequest, person: Person) -> bool:
    """Did this browser last write for a diary that is no longer there?"""
    return _known(request) not in ("", name_of(person))


def remember(response: HttpResponse, person: Person) -> None:
    """From now on this browser writes for this diary."""
    response.set_cookie(COOKIE, name_of(person), max_age=AGE, httponly=True, samesite="Strict")


def remember_first(request: HttpRequest, response: HttpResponse, person: Person) -> None:
    """The same for a browser that has written for none yet."""
    if not _known(request):
        remember(response, person)


def _known(request: HttpRequest) -> str:
    return request.COOKIES.get(COOKIE, "")
