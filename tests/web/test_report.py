"""Does the report open, as a page and as PDF, tagged and on one sheet, with only this person in it?

Hazards: H-08 H-12.
"""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils.html import escape
from pytest_django.fixtures import Settings

from spineward.diary import journey
from tests.cast import owner, stranger
from tests.diary.life import first_check_in
from tests.web.pdf_text import everything, size
from tests.web.walk import Walker

PDFS = ("/report/page.pdf", "/report/annex.pdf", "/report/exercises.pdf")
MARKUP = "Is it #sym.arrow or $x^2$? *bold* <script>alert(1)</script> #panic() \\ [x]"


def note(words: str, kind: str, walk: Walker) -> None:
    journey.note(owner(), words, now=walk.clock.at, client_id=uuid4(), kind=kind)


@pytest.fixture
def told(walk: Walker) -> Walker:
    """Someone with one check-in."""
    first_check_in(owner(), walk.clock.at)
    return walk


def fetched(walk: Walker, path: str, **headers: str) -> bytes:
    answer = walk.client.get(path, headers=headers)
    assert answer.status_code == 200
    return answer.content


@pytest.mark.parametrize("path", PDFS)
def test_each_pdf_is_tagged_says_its_language_and_that_it_is_accessible(
    told: Walker, path: str
) -> None:
    answer = told.client.get(path)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Cache-Control"] == "no-store"
    pdf = everything(answer.content)
    assert pdf.startswith(b"%PDF-")
    for mark in (b"/StructTreeRoot", b"/MarkInfo", b"/Lang", b"pdfuaid", b"/Title"):
        assert mark in pdf, mark


@pytest.mark.parametrize("path", PDFS)
def test_each_pdf_of_the_example_says_that_it_is_one(
    told: Walker, path: str, settings: Settings
) -> None:
    assert b"Example" not in everything(fetched(told, path))
    settings.EXAMPLE = True
    answer = told.client.get(path)
    assert b'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Example: ' in everything(
        answer.content
    )
    assert "spineward-example-" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("path", ["/report/", *PDFS])
def test_an_empty_diary_has_a_report_too(walk: Walker, path: str) -> None:
    assert walk.client.get(path).status_code == 200


def test_an_empty_report_says_that_nothing_was_told(walk: Walker) -> None:
    page = walk.open("/report/")
    for words in (
        "Age not told.",
        "Nothing is told yet.",
        "No body map so far.",
        "The warning signs were not asked so far.",
        "No strength check so far.",
        "No session so far.",
        "Health: not asked.",
    ):
        assert words in page, words
    assert "Follows from other answers" not in page


def test_the_report_says_who_since_when_and_what_was_asked(told: Walker) -> None:
    page = told.open("/report/")
    for words in (
        "45 years old.",
        "It began 2 November 2026",
        "Calf, upper half, right: pain 4",
        "Leg 4 of 10, back 2 of 10.",
        "None was answered with yes.",
        " no.",
        "Medicine questions: all",
    ):
        assert words in page, words


def test_the_words_of_the_person_stay_words(told: Walker) -> None:
    note(MARKUP, "question", told)
    assert escape(MARKUP) in told.open("/report/")
    assert b"<script>alert" not in fetched(told, "/report/")
    for path in PDFS:
        fetched(told, path)  # Typst would fail on #panic()


@pytest.mark.parametrize("words", ["你好 😀", "مرحبا", "\x07 \ue000 \u202e", "ż ő Ω Ж", "\x00a"])
def test_letters_that_no_font_has_do_not_keep_the_report_from_being_made(
    told: Walker, words: str
) -> None:
    note(f"words {words}", "goal", told)
    for path in PDFS:
        assert b"pdfuaid" in everything(fetched(told, path))


def test_what_the_person_writes_stands_on_top_and_is_put_right_there(told: Walker) -> None:
    told.send("/report/words/question/", note="Can I run again?")
    assert "Can I run again?" in told.open("/report/")
    assert "Can I run again?" in told.open("/report/words/question/")
    told.send("/report/words/question/", note="Can I cycle again?")
    page = told.open("/report/")
    assert "Can I cycle again?" in page
    assert "Can I run again?" not in page
    told.send("/report/words/goal/", note="Walk the dog")
    assert "Walk the dog" in told.open("/report/")


def test_what_the_person_wrote_is_taken_off_again_by_one_button(told: Walker) -> None:
    nothing = 'name="nothing"'
    assert nothing not in told.open("/report/words/question/")
    told.send("/report/words/question/", note="Can I run again?")
    assert nothing in told.open("/report/words/question/")
    told.send("/report/words/question/", nothing="yes", note="Can I run again?")
    assert "Can I run again?" not in told.open("/report/")
    assert "Nothing for now." in told.text
    assert told.open("/report/words/question/").count("Nothing for now") == 0
    told.send("/report/words/question/", note="Can I swim?")
    assert "Can I swim?" in told.open("/report/")
    assert "Nothing for now." not in told.text


def test_empty_words_are_asked_for_again_and_an_unknown_kind_is_not_found(told: Walker) -> None:
    answer = told.client.post("/report/words/goal/", {"note": "  "})
    assert answer.status_code == 200
    assert "Write something, or go back." in answer.content.decode()
    assert told.client.get("/report/words/worse/").status_code == 404


def test_paper_is_a4_and_letter_where_the_region_or_the_address_says_so(told: Walker) -> None:
    a4, letter = (595, 842), (612, 792)
    page = PDFS[0]
    assert size(fetched(told, page)) == a4
    assert size(fetched(told, f"{page}?paper=letter")) == letter
    american = {"Accept-Language": "en-US,en;q=0.9"}
    assert size(fetched(told, page, **american)) == letter
    assert size(fetched(told, f"{page}?paper=a4", **american)) == a4
    assert size(fetched(told, page, **{"Accept-Language": "de-DE"})) == a4


def test_nothing_of_anyone_else_is_on_it(told: Walker) -> None:
    other = stranger()
    first_check_in(other, told.clock.at - timedelta(days=1), leg=9)
    journey.note(other, "A secret", now=told.clock.at, client_id=uuid4(), kind="goal")
    journey.answer(other, "item.B3", {"item": {"B3": "yes"}}, now=told.clock.at, client_id=uuid4())
    page = told.open("/report/")
    assert "A secret" not in page
    assert "swollen" not in page
    assert "pain 9" not in page


def test_a_sign_that_was_taken_back_stays_on_the_report(told: Walker) -> None:
    for answer in ("yes", "no"):
        item = {"item": {"B3": answer}}
        journey.answer(owner(), "item.B3", item, now=told.clock.at, client_id=uuid4())
    page = told.open("/report/")
    assert "A swollen or warm leg" in page
    assert "Not now" in page


def test_a_sign_of_today_is_said_first_and_movement_is_not_offered(told: Walker) -> None:
    told.send("/check-in/item.B3/?kind=daily", answer="yes", since="0", examined="none")
    page = told.open("/report/")
    assert "The answers now ask for" in page
    assert page.index("The answers now ask for") < page.index("What I want answered")
    assert b"pdfuaid" in everything(fetched(told, "/report/exercises.pdf"))
