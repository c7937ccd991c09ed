"""Who may use the API? Whoever may open the pages, and a script that was given a key."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer

from spineward.web.shell import key, token


class Cookie(APIKeyCookie):
    """The cookie of a browser that came in by the start address; its calls carry a form token."""

    param_name = token.COOKIE

    def __call__(self, request: HttpRequest) -> Any:
        """Outside counts before the form token does: a stranger is told of neither."""
        if not self.authenticate(request, request.COOKIES.get(self.param_name)):
            return None
        return super().__call__(request)

    def authenticate(self, request: HttpRequest, key: str | None) -> bool:
        """Is this browser let in?"""
        return not settings.TOKEN_GATE or token.holds(key or "")


class Key(HttpBearer):
    """A key that the person made in the settings. No other site can send it, so it writes alone."""

    def authenticate(self, request: HttpRequest, token: str) -> bool:
        """Is this the key that was made?"""
        return key.holds(token)


DOOR = (Key(), Cookie())
