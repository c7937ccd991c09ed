"""Is the report one page for every diary, tagged, with each warning sign that was ever affirmed?

Hazards: H-08 H-22.
"""

from dataclasses import asdict, replace
from typing import Any

import pytest
import typst
from hypothesis import example, given, settings
from hypothesis import strategies as st

from spineward.clinical.catalogue import words
from spineward.clinical.facts import CareLevel, History, LockRecord, Situation
from spineward.clinical.facts.report import AFFIRMED, Able, Affirmed, Beside, Said
from spineward.clinical.questions import items
from spineward.clinical.report import report
from spineward.web.report.annex import annex
from spineward.web.report.printing import BOX, LETTERS, Paper, pdf
from spineward.web.report.sheet import sheet
from tests.cases.build import NOW, ago, days_ago, typical
from tests.cases.lives import LENGTHS, life
from tests.web.pdf_text import pages, structure

LONG = "Will I walk in the hills again, and for how long? " * 40
SAID = Beside(
    said=tuple(
        Said(ago(days=n), kind, LONG, "M20", days_ago(n))
        for kind in ("question", "goal", "worse")
        for n in range(5)
    ),
    able=Able(days_ago(2), tuple((f"{n} " + "walk the dog " * 5, n) for n in range(3)), 30, 20, 45),
)
DIARIES = {
    **{name: life(days) for name, days in LENGTHS.items()},
    "left": life(21, ("left",)),
    "right": life(21, ("right",)),
    "both": life(91, ("right", "left")),
    "nothing": Situation(now=NOW),
}
ASKED = sorted(id for id, item in items().items() if not item.derived)


def told(situation: Situation, beside: Beside = SAID) -> dict[str, Any]:
    return asdict(sheet(report(situation, beside)))


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
@pytest.mark.parametrize("name", DIARIES)
def test_every_diary_fits_on_one_page(name: str, paper: Paper) -> None:
    made = pdf("page.typ", told(DIARIES[name]), paper)
    assert pages(made) == 1


def test_a_page_with_every_sign_and_the_longest_words_is_one_page_still() -> None:
    day = dict.fromkeys(ASKED, days_ago(3))
    signs: dict[str, Any] = dict.fromkeys(ASKED, "yes") | {"A4": "changed"}
    known = replace(DIARIES["both"], item=signs, since=day, worsened=day, examined=day)
    for paper in ("a4", "us-letter"):
        assert pages(pdf("page.typ", told(known), paper)) == 1


@pytest.mark.parametrize("name", ["3 weeks", "nothing"])
def test_headings_tables_and_pictures_are_tagged(name: str) -> None:
    found = structure(pdf("page.typ", told(DIARIES[name])))
    assert {"H1", "H2", "Figure"} <= found
    if name != "nothing":
        assert {"Table", "TH", "TD", "TR"} <= found


def test_a_picture_without_words_is_refused() -> None:
    made = told(DIARIES["3 weeks"])
    made["chart"]["words"] = None
    with pytest.raises(typst.TypstError, match="alt"):
        pdf("page.typ", made)


@settings(max_examples=40, deadline=None)
@given(
    now=st.dictionaries(st.sampled_from(ASKED), st.sampled_from(["yes", "no", "not_sure"])),
    before=st.lists(st.sampled_from(ASKED)),
)
def test_every_sign_that_was_ever_affirmed_is_on_the_page(
    now: dict[str, Any], before: list[str]
) -> None:
    earlier = tuple(Affirmed(item, "yes", ago(days=9)) for item in before)
    made = sheet(report(replace(typical(), item=now), Beside(affirmed=earlier)))
    shown = {row[0]: row[1] for row in made.signs.rows}
    affirmed = {item for item, answer in now.items() if answer in AFFIRMED}
    for item in affirmed | set(before):
        assert words()[f"rule.{item}.name"] in shown
    for item in affirmed:
        assert shown[str(words()[f"rule.{item}.name"])] in ("Yes", "Not sure")


def test_a_letter_that_nothing_can_print_is_a_box_and_the_page_says_so() -> None:
    made = {**told(DIARIES["nothing"], Beside()), "day": "\u0007 \U00010380"}
    assert pages(pdf("page.typ", made)) == 1
    assert LETTERS.startswith("Some letters cannot be printed")
    assert BOX not in made["day"]


def test_a_person_who_writes_what_looks_like_a_colour_keeps_it() -> None:
    note = Said(NOW, "goal", "var(--card,#fff)")
    made = sheet(report(typical(), Beside(said=(note,))))
    assert made.goal.lines == ("var(--card,#fff)",)
    assert "var(" not in made.line.svg
    assert made.chart is not None
    assert "var(" not in made.chart.svg


def test_the_page_says_what_the_answers_ask_for_and_why() -> None:
    item: dict[str, Any] = dict(typical().item) | {"B3": "yes"}
    made = sheet(report(replace(typical(), item=item, since={"B3": days_ago(1)})))
    assert (
        made.urgent
        == "The answers now ask for: ring your doctor today. Why: a swollen or warm leg."
    )
    assert sheet(report(typical())).urgent == ""


@pytest.mark.parametrize(("sign", "red"), [("B3", False), ("A1", True)])
def test_only_what_asks_for_help_now_is_red(sign: str, red: bool) -> None:
    item: dict[str, Any] = dict(typical().item) | {sign: "yes"}
    made = sheet(report(replace(typical(), item=item, since={sign: days_ago(0)})))
    assert made.urgent
    assert made.emergency is red


def test_an_open_lock_is_said_with_its_rules_and_its_day() -> None:
    lock = LockRecord(ago(days=2), ("A4?",), CareLevel.SAME_DAY)
    made = sheet(report(replace(typical(), history=History(locks=(lock,)))))
    assert (
        "Moving is locked since 18 Nov 2026: feeling during sex has changed (not sure)."
        in made.urgent
    )


@settings(max_examples=30, deadline=None)
@given(text=st.text(max_size=60))
@example("\u0100\u01bb\u0510\u052f\u07f7 \x07")
@example("lines\r\nof\u2028a\tnote\x85")
@example("\u202eright to left\u200f \ufeff\U0001f469\u200d\U0001f4bb")
def test_whatever_is_written_there_is_a_page(text: str) -> None:
    words = text.replace("\x00", "")
    beside = Beside(said=(Said(NOW, "worse", words),))
    known = Situation(now=NOW)
    assert pdf("page.typ", told(known, beside)).startswith(b"%PDF")
    assert pdf("annex.typ", annex(report(known, beside), known, beside, ())).startswith(b"%PDF")
