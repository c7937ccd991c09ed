"""Which app is this? The API, known to Django by its short name."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Check-ins, sessions, progress and exports in JSON, with a document that describes them."""

    name = "spineward.web.api"
    label = "web_api"
