"""Which app is this? Progress pages, known to Django by their short name."""

from django.apps import AppConfig


class ProgressConfig(AppConfig):
    """What happened so far? The diary."""

    name = "spineward.web.progress"
    label = "web_progress"
