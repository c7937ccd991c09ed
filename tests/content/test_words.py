"""Are all words plain, warm and honest? Every sentence of every words file is measured.

Run this file by itself (python -m tests.content.test_words) for the mean and the worst grade.
"""

import re
import sys
from statistics import mean

import pytest

from tests.content.reading import EASY, Sentence, sentences, syllables

LONGEST = 15
LONGEST_LIST = 18
"""A question that lists signs may be this long: splitting it would change what is asked."""
HIGHEST_GRADE = 6.0
LONGEST_WORD = 4
"""Syllables of the longest word in a text too short to grade."""
FORBIDDEN = {
    "says that something is broken": r"\bdamag|degenerat|\bworn|\bbad\b",
    "sounds like a diagnosis": r"\byou have an? |you are suffering|you suffer|\byour disc\b",
    "promises": r"will cure|\bcures?\b|will heal|guarantee|safe for you|\brisk[- ]free",
    "names a dose": r"\d\s*(mg|mcg|ml|g|grams?|tablets?|capsules?|pills?|drops|units)\b",
    "orders or blames": r"\bshould\b|\bought to\b|your fault|you failed",
    "shouts or cheers": r"!|great job|well done|awesome",
}
MAY_SAY_MUST = re.compile(
    r"rule\.(A\d+|SS2)\.do|care_level\.EMERGENCY|unsure\.EMERGENCY|emergency\."
)


def too_long(sentence: Sentence) -> bool:
    """Over 15 words; over 18 for a question with a comma or colon, as lists of signs have."""
    lists = sentence.text.endswith("?") and re.search("[,:]", sentence.text)
    return len(sentence.words) > (LONGEST_LIST if lists else LONGEST)


def shown(found: list[Sentence]) -> str:
    return "\n".join(f"{sentence.id}: {sentence.text}" for sentence in found)


ALL = list(sentences())


def test_no_sentence_is_longer_than_fifteen_words_or_eighteen_when_it_lists_signs() -> None:
    failed = [sentence for sentence in ALL if too_long(sentence)]
    assert not failed, shown(failed)


def test_every_sentence_reads_at_grade_six_or_below() -> None:
    failed = [s for s in ALL if s.grade is not None and s.grade > HIGHEST_GRADE]
    assert not failed, shown(failed)


def test_a_text_too_short_to_grade_has_no_long_word() -> None:
    failed = [
        s for s in ALL if s.grade is None and any(syllables(w) > LONGEST_WORD for w in s.words)
    ]
    assert not failed, shown(failed)


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_sentence(what: str) -> None:
    failed = [s for s in ALL if re.search(FORBIDDEN[what], s.text, re.IGNORECASE)]
    assert not failed, f"{what}:\n{shown(failed)}"


def test_must_is_kept_for_emergencies() -> None:
    failed = [s for s in ALL if re.search(r"\bmust\b", s.text) and not MAY_SAY_MUST.match(s.id)]
    assert not failed, shown(failed)


def test_every_hard_word_of_the_glossary_is_used() -> None:
    used = {word.lower() for sentence in ALL for word in sentence.words}
    assert not EASY - used


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("leg", 1),
        ("walked", 1),
        ("movement", 2),
        ("people", 2),
        ("something", 2),
        ("tingling", 2),
        ("needed", 2),
        ("little", 2),
        ("lying", 2),
        ("action", 2),
        ("example", 3),
        ("medical", 3),
    ],
)
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def report() -> str:
    """The mean and the worst grade, for the record."""
    graded = [(s.grade, s) for s in ALL if s.grade is not None]
    worst = max(graded, key=lambda pair: pair[0])
    return (
        f"{len(ALL)} sentences, {len(graded)} graded: mean {mean(g for g, _ in graded):.1f}, "
        f"worst {worst[0]:.1f} ({worst[1].id})"
    )


if __name__ == "__main__":
    sys.stdout.write(report() + "\n")
