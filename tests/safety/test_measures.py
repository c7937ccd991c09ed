"""Is only what is free asked, and no licensed or clinicians' scale copied in? Hazards: H-08."""

import re

from spineward.clinical.catalogue import words
from spineward.clinical.questions import forms

LICENSED = re.compile(r"oswestry|roland|start back|bothersome|paindetect|eq-5d", re.IGNORECASE)

RATED = {"global_change", "mood_low", "fear_moving", "weeks_off_work"}
COUNTED = {"tasks", "sit_minutes", "stand_minutes", "walk_minutes"}
"""Names and minutes in the person's own words: they copy the words of no published scale."""


def test_only_free_measures_are_asked() -> None:
    weekly = {field.name for field in forms()["weekly"].fields}
    assert weekly == RATED | COUNTED
    asked = {field.name for form in forms().values() for field in form.fields}
    assert "rmdq" not in asked
    lines = [
        line for text in words().values() for line in ([text] if isinstance(text, str) else text)
    ]
    assert [line for line in lines if LICENSED.search(line)] == []
