"""What does the diary have after all the faults? Every row that a person could miss or find twice.

Read in a program of its own (`read`), as after a crash; a test may ask `rows` in its own process.
"""

import json
from pathlib import Path
from typing import Any

from spineward.diary.models import Answers, CheckIn, Note, Session, SessionEvent, SetAside
from tests.diary.programs import run

Rows = dict[str, list[dict[str, Any]]]
PLACES = ("Answers", "Note", "Session", "SessionEvent", "SetAside")
"""The tables in which an entry can come to stand."""
READ = """
import json
from tests.browser.fault_rows import rows
print("ROWS" + json.dumps(rows()))
"""


def rows() -> Rows:
    """All rows of these tables, in the order in which they were added."""
    ends = SessionEvent.objects.filter(superseded_by__isnull=False).values_list("pk", flat=True)
    taken_back = set(ends)
    return {
        "Answers": [
            {"id": _id(one), "pk": one.pk, "page": one.page, "answers": one.answers}
            for one in Answers.objects.order_by("id")
        ],
        "Note": [{"id": _id(one), "text": one.text} for one in Note.objects.order_by("id")],
        "Session": [
            {"id": _id(one), "planned": one.planned, "affected": one.affected}
            for one in Session.objects.order_by("id")
        ],
        "SessionEvent": [
            {
                "id": _id(one),
                "session": _id(one.session),
                "facts": one.facts,
                "taken_back": one.pk in taken_back,
            }
            for one in SessionEvent.objects.select_related("session").order_by("id")
        ],
        "SetAside": [
            {"id": _id(one), "event": one.event, "why": one.why}
            for one in SetAside.objects.order_by("id")
        ],
        "CheckIn": [
            {"id": _id(one), "closes": one.last_answer} for one in CheckIn.objects.order_by("id")
        ],
    }


def read(diary: Path) -> Rows:
    """The same of the diary in this folder."""
    said = run(READ, diary)
    if said.returncode:
        raise RuntimeError(said.stderr)
    found: Rows = json.loads(said.stdout.rpartition("ROWS")[2])
    return found


def _id(row: Any) -> str:
    return str(row.client_id)
