"""Which app is this? Plan pages, known to Django by their short name."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """What may be done today, and why?"""

    name = "spineward.web.plan"
    label = "web_plan"
