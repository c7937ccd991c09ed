"""Which app is this? The shell, known to Django by its short name."""

from django.apps import AppConfig

from spineward.clinical import care, catalogue, library, questions

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
        """Read all content: no page is served by a number that is out of its bounds."""
        for load in CONTENT:
            load()
