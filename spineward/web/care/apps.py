"""Which app is this? Care pages, known to Django by their short name."""

from django.apps import AppConfig


class CareConfig(AppConfig):
    """What helps beside movement, when is it an emergency, and why does a rule speak up?"""

    name = "spineward.web.care"
    label = "web_care"
