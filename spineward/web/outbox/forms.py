"""How is a page of answers sent again, later? To the very view that asked, told the time it was.

Only pages of answers are let through: what is set, erased or taken in is never done by a copy.
"""

from uuid import UUID

from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, resolve
from django.utils.http import urlencode

from spineward.web.shell import clock
from spineward.web.shell.entries import Form

LET_THROUGH = frozenset(
    {
        "chart",
        "examined",
        "correct_check_in",
        "check_in_page",
        "session_note",
        "diary_note",
        "correct_note",
        "worse",
        "told",
    }
)
"""The names of the addresses (urls.py) whose forms may arrive late."""
NOT_HERE = "This page takes no answers from a time without a network."
OPEN_LEFT = "Some answers were missing, or no longer fit."


class NotTaken(Exception):
    """Why the page did not take the answers."""


def send_again(request: HttpRequest, form: Form, id: UUID) -> None:
    """Send the form to its page as of its own moment; raises NotTaken, or what the page raises."""
    path, _, query = form.path.partition("?")
    try:
        found = resolve(path)
    except Resolver404:
        raise NotTaken(NOT_HERE) from None
    if found.url_name not in LET_THROUGH:
        raise NotTaken(NOT_HERE)
    with clock.at(form.at):
        answer = found.func(_as_sent(request, path, query, form, id), *found.args, **found.kwargs)
    if not 300 <= answer.status_code < 400:
        raise NotTaken(OPEN_LEFT)


def _as_sent(request: HttpRequest, path: str, query: str, form: Form, id: UUID) -> HttpRequest:
    """The request that would have come, had there been a network; a view reads nothing else.

    It needs no cross-site guard of its own: what brought it here has passed one (views.py).
    """
    sent = HttpRequest()
    sent.method = "POST"
    sent.path = sent.path_info = path
    sent.META = {**request.META, "REQUEST_METHOD": "POST", "QUERY_STRING": query}
    sent.COOKIES = request.COOKIES
    sent.GET = QueryDict(query)
    sent.POST = QueryDict(urlencode({**form.fields, "client_id": [str(id)]}, doseq=True))
    return sent
