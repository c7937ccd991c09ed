"""Are all words plain, warm and honest? Every sentence that a person may see is measured.

That is each sentence of the words files, each that a page, a form or an error adds, each note on
a number, each title of a hazard and each change told. For the mean and the worst grade:
python -m tests.content.test_words
Hazards: H-08, H-15, H-16.
"""

import re
import sys
from statistics import mean

import pytest

from spineward.clinical.catalogue import limits
from spineward.clinical.hazards import hazards
from spineward.clinical.register.entries import register
from tests.content.bans import ALLOWED, BANS, caught
from tests.content.furniture import furniture
from tests.content.reading import EASY, Sentence, sentences, split, syllables

LONGEST = 15
LONGEST_LIST = 18
"""A question that lists signs may be this long: splitting it would change what is asked."""
HIGHEST_GRADE = 6.0
LONGEST_WORD = 4
"""Syllables of the longest word in a text too short to grade."""
MAY_SAY_MUST = re.compile(
    r"rule\.(A\d+|SS2)\.do|care_level\.EMERGENCY|unsure\.EMERGENCY|emergency\."
)


def too_long(sentence: Sentence) -> bool:
    """Over 15 words; over 18 for a question with a comma or colon, as lists of signs have."""
    lists = sentence.text.endswith("?") and re.search("[,:]", sentence.text)
    return len(sentence.words) > (LONGEST_LIST if lists else LONGEST)


def shown(found: list[Sentence]) -> str:
    return "\n".join(f"{sentence.id}: {sentence.text}" for sentence in found)


WORDS = list(sentences())
FURNITURE = furniture()
NUMBERS = [sentence for one in limits().values() for sentence in split(one.id, one.text)]
HAZARDS = [sentence for one in hazards().values() for sentence in split(one.id, one.title)]
CHANGES = [
    sentence
    for id, change in register().changes.items()
    for text in (change.what, change.affects)
    for sentence in split(f"change {id}", text)
]
ALL = [*WORDS, *FURNITURE, *NUMBERS, *HAZARDS, *CHANGES]


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


@pytest.mark.parametrize("what", BANS)
def test_no_sentence(what: str) -> None:
    failed = [
        f"{s.id}: {s.text} ({phrase})"
        for s in ALL
        for kind, phrase in caught(s.text)
        if kind == what and (s.id, phrase) not in ALLOWED
    ]
    assert not failed, f"A sentence {what}. Say it otherwise:\n" + "\n".join(failed)


def test_every_exception_is_still_needed() -> None:
    met = {(s.id, phrase) for s in ALL for _, phrase in caught(s.text)}
    assert ALLOWED.keys() <= met


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
    """How many sentences, their mean and their worst grade, for the record."""
    kinds = {
        "words files": WORDS,
        "pages, forms, errors": FURNITURE,
        "notes on numbers": NUMBERS,
        "titles of hazards": HAZARDS,
        "all": ALL,
    }
    return "\n".join(_line(name, found) for name, found in kinds.items())


def _line(name: str, found: list[Sentence]) -> str:
    graded = [(s.grade, s) for s in found if s.grade is not None]
    worst = max(graded, key=lambda pair: pair[0])
    return (
        f"{name}: {len(found)} sentences, {len(graded)} graded: "
        f"mean {mean(g for g, _ in graded):.1f}, worst {worst[0]:.1f} ({worst[1].id})"
    )


if __name__ == "__main__":
    sys.stdout.write(report() + "\n")
