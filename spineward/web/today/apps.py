"""Which app is this? Today pages, known to Django by their short name."""

from django.apps import AppConfig


class TodayConfig(AppConfig):
    """What does the person do now? The first page."""

    name = "spineward.web.today"
    label = "web_today"
