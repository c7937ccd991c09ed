"""How hard is a sentence to read? Flesch-Kincaid grade with a small syllable counter.

grade = 0.39 x words + 11.8 x syllables / words - 15.59 (Kincaid and others, 1975). Words of
content/glossary.toml count as one syllable; a sentence of fewer than six words is not graded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spineward.clinical.catalogue import read, words

SHORTEST_GRADED = 6
EASY = frozenset(word for entry in read("glossary.toml")["word"] for word in entry["words"])
_SENTENCE_END = re.compile(r"(?<=[.?])\s+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*|\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Sentence:
    """One sentence and the id of the words it stands in."""

    id: str
    text: str

    @property
    def words(self) -> list[str]:
        return _WORD.findall(self.text)

    @property
    def grade(self) -> float | None:
        """Its reading grade, None when it is too short for the formula."""
        found = self.words
        if len(found) < SHORTEST_GRADED:
            return None
        spoken = sum(syllables(word) for word in found)
        return 0.39 * len(found) + 11.8 * spoken / len(found) - 15.59


def syllables(word: str) -> int:
    """Syllables of one English word, by its vowel groups."""
    word = word.lower().removesuffix("'s")
    if word in EASY or not word[0].isalpha():
        return 1
    return sum(_in_part(part) for part in re.split(r"[-']", word) if part)


def _in_part(part: str) -> int:
    part = re.sub(r"^(some|every|there|where|else|fore|side)(?=[a-z]{3})", _without_e, part)
    part = re.sub(r"e(?=(ment|ful|ly|less)$)", "", part)
    part = re.sub(r"(?<=[^aeiouytds])e[ds]$|(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$", "", part)
    groups = len(re.findall(r"[aeiouy]+", part))
    split = len(re.findall(r"(?<![ct])i[ao]|[aeiouy]ing$|iet|[^aeiou]ism$", part))
    return max(1, groups + split)


def _without_e(found: re.Match[str]) -> str:
    return found.group(1).rstrip("e")


def split(id: str, text: str) -> Iterator[Sentence]:
    """The sentences of a text."""
    for sentence in _SENTENCE_END.split(text.strip()):
        yield Sentence(id, sentence)


def sentences() -> Iterator[Sentence]:
    """Every sentence of every words file."""
    for id, value in words().items():
        for text in (value,) if isinstance(value, str) else value:
            yield from split(id, text)
