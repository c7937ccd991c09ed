"""Does every id that one content file names stand in the other?"""

import re
from pathlib import Path

import spineward
from spineward.clinical import content_check
from spineward.clinical.catalogue import words


def test_all_content_holds_together() -> None:
    assert content_check.problems() == []


def test_a_rule_without_words_is_found() -> None:
    found = list(content_check._words("rule", {"A1", "A99"}, "why"))
    assert "words: rule.A99.why is missing" in found
    assert "words: rule.A2.why belongs to nothing" in found


def test_an_unknown_source_is_found() -> None:
    found = list(content_check._unknown("rule A1", "source", ("NOBODY",), frozenset({"J"})))
    assert found == ["rule A1: the source NOBODY is unknown"]


def test_a_question_that_nothing_can_store_is_found() -> None:
    found = list(content_check._differ("background", {"shoes"}, {"cancer"}, "red_flags.toml"))
    assert found == [
        "red_flags.toml: background: cancer is never asked",
        "red_flags.toml: background: shoes is unknown",
    ]


def test_every_answer_has_a_rule_that_explains_it_when_it_is_unknown() -> None:
    unsure = [f"A{n}" for n in range(1, 17)] + [f"B{n}" for n in range(1, 11)]
    assert [rule for rule in unsure if f"rule.{rule}.why_unsure" not in words()] == []


def test_every_sentence_that_a_page_names_outright_is_there() -> None:
    named = {
        ".".join(part.strip('"') for part in parts.split())
        for template in Path(spineward.__path__[0]).rglob("*.html")
        for parts in re.findall(
            r'{% word(?:_list)?((?: "[^"]+")+) (?:%}|as )', template.read_text("utf-8")
        )
    }
    assert named, "no template names a sentence"
    assert sorted(named - words().keys()) == []
