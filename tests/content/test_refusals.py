"""Content that breaks a rule of the content does not load: bounds, sources, doubles (H-05)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical import care, catalogue
from spineward.clinical.case import Case
from spineward.clinical.catalogue import ContentError, Limit, by_id, limit, limits, read, words
from spineward.clinical.facts import Finding
from spineward.clinical.rules.rule import RuleSet


@pytest.mark.parametrize("one", limits().values(), ids=lambda one: one.id)
def test_a_number_loads_at_its_bounds_and_is_refused_one_step_beyond(one: Limit) -> None:
    assert replace(one, value=one.low).value <= replace(one, value=one.high).value
    for beyond in (one.low - 1, one.high + 1):
        with pytest.raises(ContentError, match=rf"{one.id} = {beyond} is not allowed"):
            replace(one, value=beyond)


def test_a_number_that_is_not_there_is_refused_by_name() -> None:
    with pytest.raises(ContentError, match=r"no limit flare\.moon"):
        limit("flare.moon")


@pytest.mark.parametrize(("sources", "hazards"), [("", "H-01"), ("J", "")])
def test_a_rule_without_source_or_hazard_cannot_be_written(sources: str, hazards: str) -> None:
    with pytest.raises(ValueError, match="names its sources and its hazards"):
        RuleSet().rule("A99", sources=sources, hazards=hazards)


def test_a_rule_that_does_not_say_what_it_reads_cannot_be_written() -> None:
    def silent(_: Case) -> Finding | None:
        return None

    silent.__doc__ = None
    with pytest.raises(ValueError, match="says in its docstring"):
        RuleSet().rule("A99", sources="J", hazards="H-01")(silent)


def test_an_id_that_stands_there_twice_is_refused() -> None:
    one = next(iter(limits().values()))
    with pytest.raises(ContentError, match="stands there twice"):
        by_id("limits.toml", [one, one])


@pytest.fixture
def fresh() -> Iterator[None]:
    """Nothing read before stays, and nothing read here does."""
    cached: tuple[Any, ...] = (words, care.pages, care.cards, care.stretches)
    for one in cached:
        one.cache_clear()
    yield
    for one in cached:
        one.cache_clear()


def _reading(monkeypatch: pytest.MonkeyPatch, name: str, table: dict[str, Any]) -> None:
    def changed(asked: str) -> dict[str, Any]:
        return table if asked == name else read(asked)

    monkeypatch.setattr(catalogue, "read", changed)
    monkeypatch.setattr(care, "read", changed)


@pytest.mark.usefixtures("fresh")
def test_a_sentence_that_stands_in_two_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    _reading(monkeypatch, "words/en/session.toml", {"rule": {"A1": {"why": "Twice."}}})
    with pytest.raises(ContentError, match=r"rule\.A1\.why stands in another file too"):
        words()


@pytest.mark.usefixtures("fresh")
def test_a_care_card_without_a_source_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    table = read("care.toml")
    table["topic"][0]["sources"] = []
    _reading(monkeypatch, "care.toml", table)
    with pytest.raises(ContentError, match="names no source"):
        care.cards("care")


@pytest.mark.usefixtures("fresh")
def test_a_care_page_that_names_an_unknown_topic_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = read("care.toml")
    table["page"][0]["topics"] = ["CC99"]
    _reading(monkeypatch, "care.toml", table)
    with pytest.raises(ContentError, match="unknown topic CC99"):
        care.pages()
