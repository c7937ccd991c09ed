"""Which app is this? Session pages, known to Django by their short name."""

from django.apps import AppConfig


class SessionConfig(AppConfig):
    """One movement at a time, and a question after every set."""

    name = "spineward.web.session"
    label = "web_session"
