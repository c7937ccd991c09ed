"""Content that breaks a rule of the content does not load: bounds, sources, doubles (H-05)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from spineward.clinical import care, catalogue, library
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
    cached: tuple[Any, ...] = (
        *(words, care.pages, care.cards, care.stretches, library.movements),
        *(catalogue.zones, catalogue.sources, catalogue.limits),
    )
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
    monkeypatch.setattr(library, "read", changed)


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


@pytest.mark.usefixtures("fresh")
def test_a_care_card_without_words_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    table = read("care.toml")
    table["topic"][0]["id"] = "CC99"
    _reading(monkeypatch, "care.toml", table)
    with pytest.raises(ContentError, match=r"words: care\.CC99\.text is missing"):
        care.cards("care")


@pytest.mark.usefixtures("fresh")
def test_advice_on_a_stretch_that_no_page_can_word_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = read("care.toml")
    table["stretch"][0]["DGS"] = "perhaps"
    _reading(monkeypatch, "care.toml", table)
    with pytest.raises(ContentError) as refused:
        care.stretches()
    allowed = "the advice is one of avoid, seated, gentle, only_if_up, neutral"
    assert str(refused.value) == f"care.toml: {table['stretch'][0]['id']}: {allowed}"


def test_the_care_pages_are_those_that_are_written() -> None:
    written = [row["slug"] for row in read("care.toml")["page"]]
    assert list(care.pages()) == written


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize(
    ("file", "rows", "reader"),
    [
        ("zones", "zone", catalogue.zones),
        ("sources", "source", catalogue.sources),
        ("limits", "limit", catalogue.limits),
    ],
)
def test_a_row_that_stands_there_twice_is_refused_with_its_file(
    monkeypatch: pytest.MonkeyPatch, file: str, rows: str, reader: Any
) -> None:
    table = read(f"{file}.toml")
    table[rows].append(table[rows][0])
    _reading(monkeypatch, f"{file}.toml", table)
    with pytest.raises(ContentError, match=rf"^{file}\.toml: .* stands there twice"):
        reader()


def test_a_file_that_is_no_toml_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "moon.toml").write_text("= 3", "utf-8")
    (tmp_path / "README.md").write_text("A note.", "utf-8")
    monkeypatch.setattr(catalogue, "_folder", lambda name: tmp_path / name)
    with pytest.raises(ContentError, match=r"^moon\.toml: "):
        read("moon.toml")
    assert catalogue.names(".") == ["./moon.toml"]


def test_lines_are_frozen_and_a_source_without_link_has_none() -> None:
    """No page can add a line for everybody; an empty link is no link."""
    assert isinstance(words()["care.flare.do"], tuple)
    links = {one.link for one in catalogue.sources().values()}
    assert all(link == "" or link.startswith("https://") for link in links)


@pytest.mark.usefixtures("fresh")
def test_movements_that_name_themselves_or_stand_twice_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = "movements/M10.toml"
    _reading(monkeypatch, name, read(name) | {"progress": ["M10"]})
    with pytest.raises(ContentError, match="there is no other movement M10"):
        library.movements()
    monkeypatch.setattr(library, "names", lambda _: [name, name])
    with pytest.raises(ContentError, match=r"^movements: the id M10 stands there twice"):
        library.movements()


def test_a_movement_of_no_family_is_refused_when_it_is_read() -> None:
    with pytest.raises(ContentError, match=r"M10\.toml: there is no family dance"):
        library.movement("M10.toml", read("movements/M10.toml") | {"family": "dance"})


def test_every_movement_has_a_figure_with_its_poses() -> None:
    figures = [one.figure for one in library.movements().values()]
    assert all(figure.view and figure.lying and figure.poses for figure in figures)
