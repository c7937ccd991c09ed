"""What was done in a session? Its plan, each event as it happened, and a summary at its end."""

from typing import ClassVar

from django.db import models

from spineward.diary.models.assessment import Decision
from spineward.diary.models.entry import Entry


class Session(Entry):
    """A session that was started: the movements planned and the legs affected at that time."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="sessions")
    planned = models.JSONField()
    affected = models.JSONField()


class SessionEvent(Entry):
    """One event of a session; `facts` holds a clinical SessionEvent. Replayed, they are it."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="events")
    facts = models.JSONField()

    class Meta(Entry.Meta):
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "session"], name="diary_sessionevent_session"),
        ]


class SessionSummary(Entry):
    """A session that has ended; `facts` holds an ExerciseSession. A later answer supersedes it."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="summaries")
    facts = models.JSONField()

    class Meta(Entry.Meta):
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "session"], name="diary_sessionsummary_session"),
            models.Index(fields=["person", "-at"], name="diary_sessionsummary_newest"),
        ]
