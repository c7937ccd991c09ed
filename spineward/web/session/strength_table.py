"""What would a strength check during a set say? Every pair of answers, asked beforehand.

A session without a network cannot ask the engine. So the page carries the engine's own answers:
for each test and each pair of answers (left leg, right leg), whether that is a new weakness, and
which answers count as tested.
"""

from typing import Any, cast

from spineward.clinical.case import Case
from spineward.clinical.conditions import seated_check
from spineward.clinical.facts import Situation, StrengthAnswer, StrengthTest
from spineward.clinical.facts.answers import Leg
from spineward.clinical.questions import forms
from spineward.clinical.weakness import said_by_tests

NEW = "new_or_more"


def strength_table(known: Situation) -> dict[str, Any]:
    """The tests, and what they say; `new` lists "test left right" of every new weakness."""
    case, fields = Case(known), forms()["strength"].fields
    tests = [(cast(StrengthTest, one.name), one.answers) for one in fields]
    answers = {test: cast(tuple[StrengthAnswer, ...], given) for test, given in tests}
    same = answers[tests[0][0]][0]

    def says(changed: StrengthTest, left: StrengthAnswer, right: StrengthAnswer) -> str:
        """All as before, but for one test."""
        sides: dict[Leg, dict[StrengthTest, StrengthAnswer]] = {
            "left": {**dict.fromkeys(answers, same), changed: left},
            "right": {**dict.fromkeys(answers, same), changed: right},
        }
        return said_by_tests(case, sides)

    every = [(test, one, two) for test, given in answers.items() for one in given for two in given]
    said = {
        found: [" ".join(key) for key in every if says(*key) == found] for found in (NEW, "none")
    }
    return {
        "seated": seated_check(known),
        "tests": [{"name": test, "answers": list(given)} for test, given in answers.items()],
        "new": said[NEW],
        "tested": said["none"],
    }
