"""Which app is this? Outbox pages, known to Django by their short name."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """What was entered without a network, and how does it come into the diary?"""

    name = "spineward.web.outbox"
    label = "web_outbox"
