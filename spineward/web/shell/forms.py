"""Which posted form is it? The id that makes a form sent twice count once."""

from uuid import UUID, uuid4

from django.http import HttpRequest


def client_id(request: HttpRequest) -> UUID:
    """The id of the posted form; a form without a sound one counts as a new one."""
    try:
        return UUID(request.POST.get("client_id", ""))
    except ValueError:
        return uuid4()
