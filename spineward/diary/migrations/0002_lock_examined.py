"""A lock notes the examinations that were told of before it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Locks from before this one knew of none."""

    dependencies = [("diary", "0001_initial")]

    operations = [
        migrations.AddField("lock", "examined", models.JSONField(default=dict)),
    ]
