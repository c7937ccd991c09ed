"""What arrives late and has no place is kept aside, with the reason."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """One table."""

    dependencies = [("diary", "0003_decision_basis")]

    operations = [
        migrations.CreateModel(
            name="SetAside",
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
                ("event", models.JSONField()),
                ("why", models.TextField()),
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
                        to="diary.setaside",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["person", "-at"], name="diary_setaside_newest")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "client_id"), name="diary_setaside_once"
                    )
                ],
            },
        ),
    ]
