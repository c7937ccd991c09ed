"""Which app is this? The pages about the rules, known to Django by their short name."""

from django.apps import AppConfig


class HowConfig(AppConfig):
    """How does Spineward decide? Every rule in words, and all of them to print and sign."""

    name = "spineward.web.how"
    label = "web_how"
