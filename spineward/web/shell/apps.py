"""Which app is this? The shell, known to Django by its short name."""

from django.apps import AppConfig
from django.conf import settings

from spineward.clinical import care, catalogue, library, questions
from spineward.web.shell import clock

CONTENT = (
    catalogue.limits,
    catalogue.zones,
    catalogue.sources,
    catalogue.words,
    library.movements,
    questions.items,
    questions.pages,
    questions.forms,
    questions.medicines,
    care.pages,
    care.stretches,
)


class ShellConfig(AppConfig):
    """Templates, tags and pictures that all pages share."""

    name = "spineward.web.shell"
    label = "shell"

    def ready(self) -> None:
        """Read all content: no page is served by a number that is out of its bounds. And be at
        home where the machine is: a day is the person's own day."""
        clock.sit_in(settings.MACHINE_ZONE)
        for load in CONTENT:
            load()
