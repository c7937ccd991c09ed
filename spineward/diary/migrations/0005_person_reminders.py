"""A person chooses what to be reminded of, and may open a calendar of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Settings of the person, beside the emergency number; nothing is chosen for anyone."""

    dependencies = [("diary", "0004_set_aside")]

    operations = [
        migrations.AddField("person", "reminders", models.JSONField(default=dict)),
        migrations.AddField(
            "person",
            "calendar_secret",
            models.CharField(default=None, max_length=64, null=True, unique=True),
        ),
    ]
