"""What was decided, and why? Decisions in words, and the locks they opened and released."""

from django.db import models

from spineward.diary.models.check_in import CheckIn
from spineward.diary.models.entry import Entry


class Decision(Entry):
    """An assessment and the plan that followed, in the words of spec section 0.

    `basis` names the last row of each table that it read (past.basis), so that the very moment can
    be decided again: stamps would not do, for clocks are set back.
    """

    check_in = models.ForeignKey(
        CheckIn, null=True, on_delete=models.CASCADE, related_name="decisions"
    )
    words = models.JSONField()
    basis = models.JSONField(default=dict)


class Lock(Entry):
    """Movement is locked from here on, by these rules (spec 0.5).

    `examined` are the days of examinations of theirs that were told of before: by item, as text.
    """

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="locks")
    rules = models.JSONField()
    level = models.CharField(max_length=10)
    examined = models.JSONField(default=dict)


class LockRelease(Entry):
    """A lock is released from here on, and the decision which found that all steps were done."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="releases")
    lock = models.OneToOneField(Lock, on_delete=models.CASCADE, related_name="release")
