"""Which app is this? Reminder pages, known to Django by their short name."""

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    """What a person chose to be told, as a calendar and in an open page."""

    name = "spineward.web.reminders"
    label = "web_reminders"
