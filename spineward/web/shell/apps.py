"""Which app is this? The shell, known to Django by its short name."""

from django.apps import AppConfig


class ShellConfig(AppConfig):
    """Templates, tags and pictures that all pages share."""

    name = "spineward.web.shell"
    label = "shell"
