"""A chart notes on which drawing of the body map it was marked."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns; rows from before them say nothing, because nobody noted it then."""

    dependencies = [("diary", "0005_person_reminders")]

    operations = [
        migrations.AddField(model, "drawing", models.CharField(default="", max_length=20))
        for model in ("answers", "checkin")
    ]
