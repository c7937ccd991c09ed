"""What did the person answer? Pages as they were sent, and check-ins once they were finished."""

from typing import ClassVar

from django.db import models

from spineward.diary.models.entry import Entry


class Answers(Entry):
    """One question page as sent. `answers` is a part of a Situation, by the same field names.

    A key whose value is null withdraws what was answered under it before. `ticked` are the ids of
    the lines that were ticked, or picked as "not sure". `drawing` is the version of the body map
    that a chart was marked on: empty on every other page, and on rows from before it was kept.
    """

    page = models.CharField(max_length=40)
    answers = models.JSONField()
    ticked = models.JSONField(default=list)
    drawing = models.CharField(max_length=20, default="")

    class Meta(Entry.Meta):
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "page", "id"], name="diary_answers_latest"),
        ]


class CheckIn(Entry):
    """A finished check-in. `facts` holds its intensities, chart and abilities (convert.DAILY).

    They are null when nothing of the day was asked, as on a red-flag screen alone. It took in the
    answers up to and including `last_answer`; later ones belong to the next. `drawing` is that of
    its chart, as in Answers.
    """

    kind = models.CharField(max_length=10)
    last_answer = models.BigIntegerField()
    facts = models.JSONField(null=True)
    drawing = models.CharField(max_length=20, default="")


class Weekly(Entry):
    """The weekly entry: `facts` holds the fields of a WeeklyRecord."""

    facts = models.JSONField()
