"""A note may be a goal, a question or what made it worse; what the person was told is kept."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Three columns, in which older notes stay plain ones, and one table."""

    dependencies = [("diary", "0006_drawing")]

    operations = [
        migrations.AddField("note", "kind", models.CharField(default="", max_length=10)),
        migrations.AddField("note", "movement", models.CharField(default="", max_length=10)),
        migrations.AddField("note", "on", models.DateField(default=None, null=True)),
        migrations.CreateModel(
            name="Told",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("utc_offset", models.SmallIntegerField()),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("client_id", models.UUIDField()),
                ("rules_version", models.CharField(max_length=12)),
                ("content_version", models.CharField(max_length=12)),
                ("rule", models.CharField(max_length=20)),
                ("over", models.BooleanField(default=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="diary.person",
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="superseded_by",
                        to="diary.told",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["person", "-at"], name="diary_told_newest")],
                "constraints": [
                    models.UniqueConstraint(fields=("person", "client_id"), name="diary_told_once")
                ],
            },
        ),
    ]
