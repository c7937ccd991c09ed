"""What is this room called by Django?"""

from django.apps import AppConfig


class DiaryConfig(AppConfig):
    """The diary, with its tables named diary_*."""

    name = "spineward.diary"
    label = "diary"
    default_auto_field = "django.db.models.BigAutoField"
