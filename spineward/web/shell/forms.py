"""What was posted? Its answers, and the id that makes a form sent twice count once."""

from uuid import UUID, uuid4

from django.http import HttpRequest, QueryDict


def posted(request: HttpRequest) -> QueryDict | None:
    """The answers of a posted form, also of an empty one; None when the page is only shown."""
    return request.POST if request.method == "POST" else None


def client_id(request: HttpRequest) -> UUID:
    """The id of the posted form; a form without a sound one counts as a new one."""
    try:
        return UUID(request.POST.get("client_id", ""))
    except ValueError:
        return uuid4()
