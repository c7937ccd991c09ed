"""Which app is this? The report, known to Django by its short name."""

from django.apps import AppConfig


class ReportConfig(AppConfig):
    """What goes to a clinician?"""

    name = "spineward.web.report"
    label = "web_report"
