"""Which app is this? CheckIn pages, known to Django by their short name."""

from django.apps import AppConfig


class CheckInConfig(AppConfig):
    """How is it today? One question a page."""

    name = "spineward.web.check_in"
    label = "web_check_in"
