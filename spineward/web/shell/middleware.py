"""What does every request pass through? Headers, host check, token, and "could not save"."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from spineward.diary.trouble import NotFound, Refused, Unsaved
from spineward.web.shell import clock, errors, token

Handler = Callable[[HttpRequest], HttpResponse]

# No page may ask anything of another machine, be framed, or run script that is not ours.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
OPEN_TO_ALL = ("/emergency/", "/static/", "/favicon.ico", "/worker.js", "/calendar/", "/api/")
"""Help must never wait for a token, and these pages hold nothing of the person. A calendar app has
no cookie; its address holds a secret of its own. The API keeps the same door by itself, and says
in JSON who may not come in."""


DECIDES = ("/", "/plan/", "/outbox/ahead/")
"""Pages that say what is open on one day. A copy of one, kept for a time without a network, holds
for that day only; so the day travels with it."""


class HeadersMiddleware:
    """Security headers on every answer; pages of the diary are never stored by caches."""

    def __init__(self, handler: Handler) -> None:
        self.handler = handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.handler(request)
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        # Tells our worker that no proxy and no start page of a network speaks in our place.
        response.setdefault("X-Spineward", "here")
        if request.path in DECIDES:
            response.headers["X-Day"] = clock.now().date().isoformat()
        if not request.path.startswith("/static/"):
            # A view says otherwise only of what is the same for everyone.
            response.setdefault("Cache-Control", "no-store")
        return response


class HostMiddleware:
    """Refuses a host header that is not ours, so that no other name can be pointed at the app."""

    def __init__(self, handler: Handler) -> None:
        self.handler = handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            request.get_host()
        except DisallowedHost:
            return HttpResponse(
                "This address is not allowed. Open the one that `spineward up` shows.",
                status=400,
                content_type="text/plain",
            )
        return self.handler(request)


class TokenMiddleware:
    """Lets in who brings the one-time token, then who holds the cookie it gave."""

    def __init__(self, handler: Handler) -> None:
        self.handler = handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.TOKEN_GATE or request.path.startswith(OPEN_TO_ALL):
            return self.handler(request)
        if token.holds(request.COOKIES.get(token.COOKIE, "")):
            if "token" in request.GET:
                return redirect(request.path)
            return self.handler(request)
        if token.redeem(request.GET.get("token", "")):
            response = redirect(request.path)
            response.set_cookie(
                token.COOKIE, token.cookie(), max_age=token.AGE, httponly=True, samesite="Strict"
            )
            return response
        return errors.no_token(request)


class UnsavedMiddleware:
    """Turns "this could not be saved" into a page that says why and keeps what was entered."""

    def __init__(self, handler: Handler) -> None:
        self.handler = handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.handler(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Only our own errors are turned; any other goes on to the 500 page."""
        if isinstance(error, NotFound):
            return errors.not_found(request, error)
        if isinstance(error, Refused):
            return errors.refused(request, error)
        return errors.unsaved(request, error) if isinstance(error, Unsaved) else None
