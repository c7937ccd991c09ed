"""Does each card and page still say what the safety case counts on? Taking a sentence away fails.

Hazards: H-01 signs named in words, H-08 no diagnosis, H-13 stop in words, H-15 ask first, H-25 no
stand-in for care, H-28 skin and heat or ice, H-21 under test, H-24 where to go, H-30 help again,
H-31 not thinking straight, H-32 stops are no harm.
"""

import pytest

from spineward.clinical.catalogue import words
from spineward.clinical.facts import SetVerdict
from tests.web.walk import Walker

EARLY_SIGNS = ("feel when you pee", "soil yourself", "between your legs", "during sex", "both legs")
LATER_SIGNS = (
    "slow or weak",
    "rise on its toes",
    "weak at once",
    "after cancer",
    "tingling part",
    "mixed up",
    "known swollen main artery",
    "foot feels no touch",
    "coughing blood",
    "new wheeze",
    "poor clotting",
    "back pain after a fall",
    "within 14 days of a back injection",
)
"""What else an emergency rule reads; the page that is open to all names it too."""
COUNTS_ON = {
    "explain.ED1": ("is a symptom", "not the name of a cause", "low back down the leg"),
    "explain.ED2": ("numb", "tingling", "sharp", "slipped disc", "bony spur", "narrow space"),
    "explain.ED3": ("deep in the buttock", "other moves may suit", "only when your answers"),
    "explain.ED4": ("pulls on the nerve", "calm, not length"),
    "explain.ED5": (
        "moves up",
        "back may ache more",
        "moves down the leg means stop",
        "does not mean harm was done",
    ),
    "explain.ED6": ("for education", "does not stand in", "cause may still need care", "checked"),
    "explain.ED7": ("no hard pull", "may help some people", "gentle form"),
    "explain.ED8": ("get better with time", "can come back"),
    "care.flare": (
        "10 to 20 minutes",
        "do not stretch",
        "breathe slowly",
        "ice or heat",
        "do not stay in bed",
    ),
    "care.CC1": (
        "warm, not hot",
        "15 to 20 minutes",
        "cloth",
        "look at the skin",
        "numb or swollen",
        "bruise",
        "infection",
        "medicine patch",
        "clot",
        "belly when you are pregnant",
        "fall asleep",
    ),
    "care.CC2": ("10 to 15 minutes, 20 at most", "cloth", "2 hours", "numb skin", "blood flow"),
    "care.CC3": ("ice then heat", "heat then ice", "times of each", "feels normal"),
    "care.CC4": ("20 to 30 minutes", "hips level", "roll", "feet flat", "long drives"),
    "care.CC5": ("legs do the work", "split", "breathe out", "twist", "not known to prevent"),
    "care.CC6": ("as much of your normal day",),
    "care.CC7": ("pillow between the knees", "pillow under the knees"),
    "care.CC8": (
        "physiotherapist is a good first step",
        "strength of the trunk",
        "posture",
        "nerve glides",
        "chiropractic and massage: only with a plan",
        "acupuncture: nice",
        "move your spine by force before weakness or warning signs are checked",
    ),
    "care.CC9": (
        "not advised",
        "limits on the pack",
        "many hold it too",
        "ask first",
        "pharmacist or doctor first",
    ),
    "care.CC10": ("do not stop any of these all of a sudden",),
    "nsaid.NO": ("do not stop a pill that your doctor gave you without asking",),
    "care_level.SAME_DAY": ("if no one can see you today, go to the emergency room",),
    "care_level.ROUTINE": ("if it gets worse first, ring sooner", "get help at once"),
    "care_level.EMERGENCY": ("do not drive yourself",),
    "emergency.until": ("do not drive yourself",),
    "emergency.none": ("if no one can see you today, go to the emergency room",),
    "mark.seen": ("if it changes or gets worse, get help at once",),
    "field.examined": ("this very thing", "in person, since it last changed"),
    "item.A9": ("not thinking straight", "mixed up"),
}
"""What a card has to say, in the very words; a clinical reader agrees to a change of these."""


def said(prefix: str) -> str:
    """All sentences under an id, in small letters."""
    found = [text for id, text in words().items() if id == prefix or id.startswith(f"{prefix}.")]
    lines = [line for text in found for line in ([text] if isinstance(text, str) else text)]
    return "\n".join(lines).lower()


@pytest.mark.parametrize("card", COUNTS_ON)
def test_a_card_says_what_the_safety_case_counts_on(card: str) -> None:
    missing = [phrase for phrase in COUNTS_ON[card] if phrase not in said(card)]
    assert missing == [], f"{card} no longer says: {', '.join(missing)}"


def test_the_emergency_page_names_each_early_sign() -> None:
    signs = said("emergency.signs")
    assert [sign for sign in EARLY_SIGNS + LATER_SIGNS if sign not in signs] == []
    assert "once is enough" in said("emergency.lead")


@pytest.mark.parametrize("pattern", ["ROOT", "STENOSIS", "DGS", "HIP_SI_OTHER", "UNCLEAR"])
def test_a_pattern_is_a_likeness_and_no_diagnosis(pattern: str) -> None:
    text = said(f"pattern.{pattern}.text")
    assert text.startswith("your answers resemble")
    assert "you have" not in said(f"pattern.{pattern}")


def test_each_verdict_has_its_own_words() -> None:
    titles = [said(f"verdict.{verdict.name}.title") for verdict in SetVerdict]
    assert len(set(titles)) == len(titles)
    stops = [title for title in titles if title.startswith("stop")]
    goes = [title for title in titles if title.startswith("go on")]
    assert (len(stops), len(goes)) == (3, 3)


def test_pain_pills_are_always_ask_first_in_words_too() -> None:
    assert said("nsaid.ASK_FIRST").startswith("check with a pharmacist or doctor first")
    assert "is not sure" in said("nsaid.ASK_FIRST")
    assert said("nsaid.NO").startswith("take no anti-inflammatory pill")
    for stop in ("as little as helps", "shortest time", "black stools", "get help now"):
        assert stop in said("nsaid.use")


def test_a_calm_result_says_that_answers_can_miss_things() -> None:
    assert "answers can miss things" in said("care_level.SELF_CARE")
    assert "get help at once" in said("care_level.SELF_CARE")


def test_the_first_page_says_what_spineward_is_not(walk: Walker) -> None:
    first = walk.open("/").lower()
    assert said("explain.ED6.text").splitlines()[0] in first
    assert "no doctor or physiotherapist has checked its rules yet" in first
    assert "for adults" in first
