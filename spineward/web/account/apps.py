"""Which app is this? Account pages, known to Django by their short name."""

from django.apps import AppConfig


class AccountConfig(AppConfig):
    """The person's own settings, and how to be forgotten."""

    name = "spineward.web.account"
    label = "web_account"
