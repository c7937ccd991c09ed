"""Does a translation say all that the English words say? Sentence by sentence, number by number.

Advice in half a language is worse than in another one (H-10): what lacks a sentence is not offered.
"""

import re
from collections.abc import Iterator, Mapping

Text = str | tuple[str, ...]
_PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)[sd]")
_NUMBER = re.compile(r"\d+")


def lacks(english: Mapping[str, Text], other: Mapping[str, Text]) -> list[str]:
    """One line for each sentence that is missing, empty or not the same; none means complete."""
    missing = [f"{id} is missing" for id in english if id not in other]
    unknown = [f"{id} belongs to nothing" for id in other if id not in english]
    both = [id for id in english if id in other]
    return missing + unknown + [line for id in both for line in _differs(id, english, other)]


def _differs(id: str, english: Mapping[str, Text], other: Mapping[str, Text]) -> Iterator[str]:
    said, there = _lines(english[id]), _lines(other[id])
    if isinstance(english[id], str) is not isinstance(other[id], str) or len(said) != len(there):
        yield f"{id} has {len(there)} lines, {len(said)} in English"
        return
    for line, translated in zip(said, there, strict=True):
        if not translated.strip():
            yield f"{id} is empty"
        elif _found(_PLACEHOLDER, line) != _found(_PLACEHOLDER, translated):
            yield f"{id} does not fill in the same values: {translated!r}"
        elif _found(_NUMBER, line) != _found(_NUMBER, translated):
            yield f"{id} does not name the same numbers: {translated!r}"


def _lines(text: Text) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    return sorted(pattern.findall(text))
