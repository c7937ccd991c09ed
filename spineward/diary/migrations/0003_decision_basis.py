"""A decision notes the last row of each table that it read."""

from django.db import migrations, models
from django.db.models import Max

READ = {
    "answers": "Answers",
    "check_ins": "CheckIn",
    "weekly": "Weekly",
    "session_events": "SessionEvent",
    "session_summaries": "SessionSummary",
    "locks": "Lock",
    "lock_releases": "LockRelease",
}


def note_what_stood_before(apps, _):
    """For decisions from before this step, the order in which rows were saved tells it."""
    decisions = apps.get_model("diary", "Decision").objects
    for decision in decisions.filter(basis={}).iterator():
        basis = {}
        for name, model in READ.items():
            earlier = apps.get_model("diary", model).objects.filter(
                person=decision.person_id, recorded_at__lt=decision.recorded_at
            )
            newest = earlier.aggregate(newest=Max("id"))["newest"]
            if newest is not None:
                basis[name] = newest
        decisions.filter(pk=decision.pk).update(basis=basis)


class Migration(migrations.Migration):
    """The column, and what can be told for the rows that stand already."""

    dependencies = [("diary", "0002_lock_examined")]

    operations = [
        migrations.AddField("decision", "basis", models.JSONField(default=dict)),
        migrations.RunPython(note_what_stood_before, migrations.RunPython.noop, elidable=True),
    ]
