"""Does every sentence say how urgent it is? A word that is lost here loosens the advice.

Hazards: H-01, H-08, H-17, H-24.
"""

import re
from collections.abc import Iterator

import pytest

from spineward.clinical.catalogue import words
from spineward.clinical.leads_to import Outcome, leads_to
from spineward.clinical.rulebook import rulebook

VISIT = r"visit|see (?:a|your) doctor|ask (?:a|your)|talk to your doctor|have it checked"
PHRASES = {
    "call": r"^Get help now|\bmust (?:get|call for) help now\b|\b(?:[Cc]all|talk)\b.*\bnow\b|"
    r"\bat once\b",
    "call, said later": r"\bnow\b|\bat once\b",
    "today": r"\btoday\b|\bnow\b",
    "soon": r"\bin the next (?:few days|2 weeks)\b|\bsoon\b|\btoday\b",
    "routine": VISIT,
    "movement": r"\brest\b|\bsmall\b|\bleave\b|\bkeep\b|\bsupport\b|which moves are fine",
    "stop now": r"^Stop now\.",
    "stop": r"^Stop\b",
    "rest": r"\brest\b",
}
"""One of these words says each degree of urgency."""
VISIT_SOME_TIME = {"C3", "C4", "C5", "C6", "C7", "C9", "C13", "C15"}
"""SOON for some, ROUTINE for others, so the words name the visit; the page adds how soon."""
OF_A_SET = {
    "row1": "stop now",
    "row2": "stop now",
    "row3": "stop now",
    "row4": "stop",
    "row5": "stop",
    "row6": "stop",
    "row7": "stop",
    "row8": "rest",
    "SS1": "stop",
    "SS2": "stop now",
    "SS3": "stop now",
    "SS4": "stop",
    "SS5": "rest",
    "SS6": "rest",
}
"""What stops a movement or the session; rows 9-12 let it go on."""
SENTENCES = {
    "care_level.EMERGENCY.title": "call",
    "care_level.EMERGENCY.text": "call",
    "care_level.EMERGENCY.do": "call",
    "care_level.SAME_DAY.title": "today",
    "care_level.SAME_DAY.text": "today",
    "care_level.SAME_DAY.do": "today",
    "care_level.SOON.title": "soon",
    "care_level.SOON.text": "soon",
    "care_level.ROUTINE.title": "routine",
    "care_level.ROUTINE.do": "routine",
    "unsure.EMERGENCY.do": "call",
    "unsure.SAME_DAY.do": "today",
    "unsure.SOON.do": "soon",
    "rule.A16.do_unsure": "today",
    "emergency.lead": "call",
    "emergency.mind": "call, said later",
    "crisis.lead": "call, said later",
    "crisis.danger": "call",
    "verdict.STOP_MOVEMENT.title": "stop",
    "verdict.STOP_SESSION.title": "stop",
    "verdict.STOP_AND_ESCALATE.title": "stop",
    "verdict.STOP_AND_ESCALATE.text": "call, said later",
    **{f"rest.{id}": "rest" for id in ("second_leg_rest", "numbness_rest", "stopped_today")},
    **{f"rule.{id}.do": level for id, level in OF_A_SET.items()},
}
SAID_FIRST = ("call", "today", "stop now", "stop")
"""What cannot wait stands in the first sentence."""
SOFTER = (
    r"\bmaybe\b|\bperhaps\b|\bif you (?:like|want|wish|have time)\b|\bwhen you can\b|\bconsider\b|"
    r"\bsome ?time\b|\bsome day\b|\bno (?:rush|hurry)\b|\bwait and see\b|\bmight want\b|"
    r"\bcould (?:call|ring|see|ask)\b|\btry to\b"
)


def lacks(level: str, text: str) -> str:
    """What is wrong with a sentence of that urgency; nothing when it says it plainly."""
    first = re.split(r"(?<=[.?])\s", text)[0]
    place = first if level in SAID_FIRST else text
    if not re.search(PHRASES[level], place, re.IGNORECASE):
        return f"no longer says how urgent it is ({level}: {PHRASES[level]})"
    softer = re.search(SOFTER, text, re.IGNORECASE)
    if level in ("call", "today", "soon") and softer:
        return f"is softened by '{softer.group()}'"
    return ""


def of_rules() -> Iterator[tuple[str, str]]:
    """The words of each rule for what to do, with the most urgent that it leads to."""
    for id in rulebook():
        level: Outcome = leads_to(id)
        if level not in ("set", "steady"):
            yield f"rule.{id}.do", "routine" if id in VISIT_SOME_TIME else level


EVERY = dict(of_rules()) | SENTENCES


@pytest.mark.parametrize("id", EVERY)
def test_a_sentence_says_how_urgent_it_is(id: str) -> None:
    text = words()[id]
    assert isinstance(text, str)
    wrong = lacks(EVERY[id], text)
    assert not wrong, f"{id} {wrong}: '{text}'. A clinician must agree to a softer word."


def test_every_rule_that_asks_for_something_is_held_to_it() -> None:
    held = {id.split(".")[1] for id in EVERY if id.startswith("rule.")}
    left = set(rulebook()) - held
    assert left == {"row9", "row10", "row11", "row12", "T1", "NC1"}


@pytest.mark.parametrize("level", ["EMERGENCY", "SAME_DAY", "SOON", "ROUTINE"])
def test_every_level_of_care_is_held_to_it(level: str) -> None:
    assert f"care_level.{level}.title" in EVERY


def test_how_soon_is_said_in_full() -> None:
    said = {id: words()[f"within.{id}"] for id in ("0", "3", "14", "28")}
    assert said == {
        "0": "Today",
        "3": "In the next few days",
        "14": "In the next 2 weeks",
        "28": "In the next 4 weeks",
    }


@pytest.mark.parametrize(
    ("level", "text"),
    [
        ("call", "You must get help."),
        ("call", "This can be an emergency. Call now."),
        ("call", "Perhaps call for help now."),
        ("today", "Ring your doctor."),
        ("today", "Say how it began. Ring your doctor today."),
        ("today", "Ring your doctor today if you like."),
        ("today", "You could ring your doctor today."),
        ("soon", "See a doctor."),
        ("soon", "See a doctor soon, but there is no rush."),
        ("routine", "Keep an eye on it."),
        ("movement", "Go on as you do."),
        ("stop now", "Stop when this set is done."),
        ("stop", "You can stop this move."),
        ("rest", "Go on slowly."),
    ],
)
def test_a_softer_sentence_is_caught(level: str, text: str) -> None:
    assert lacks(level, text)
