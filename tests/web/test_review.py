"""Can a clinician read, tick and sign everything on paper? Hazards: H-08, H-21."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from spineward.clinical.catalogue import limits, words
from spineward.clinical.explain import amount
from spineward.clinical.hazards import hazards
from spineward.clinical.leads_to import BY_LEVEL, leads_to
from spineward.clinical.library import movements
from spineward.clinical.open_points import open_points
from spineward.clinical.review import parts
from spineward.clinical.review.comes_to import comes_to
from spineward.clinical.rulebook import rulebook
from spineward.diary.versions import content_version, rules_version
from spineward.web.how.document import alone
from tests.cli.program import run
from tests.web.walk import Walker

DAY = date(2026, 11, 22)


def plain(html: str) -> str:
    """What is left to read."""
    text = re.sub(r"<style>.*?</style>", " ", html, flags=re.DOTALL)
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)))


@pytest.fixture(scope="module")
def paper() -> str:
    """The file that is sent to a clinician, as it reads."""
    return plain(alone(DAY))


def test_every_sentence_that_a_person_can_see_stands_in_it(paper: str) -> None:
    lines = [
        line for said in words().values() for line in ((said,) if isinstance(said, str) else said)
    ]
    assert [line for line in lines if " ".join(line.split()) not in paper] == []


def test_every_rule_stands_in_it_as_clinicians_read_it(paper: str) -> None:
    assert [id for id, rule in rulebook().items() if rule.statement not in paper] == []


def test_every_rule_tells_all_that_it_comes_to(paper: str) -> None:
    told = comes_to()
    assert [id for id in rulebook() if f"Comes to {told[id]} " not in paper] == []
    assert told["C1"] == "SOON within 3 days, EASE_ONLY"
    assert told["C13"] == (
        "SOON within 14 days, LIMITED; ROUTINE within 28 days, EASE_ONLY; SELF_CARE, LIMITED"
    )
    assert told["B2"] == "SAME_DAY, BLOCK; not sure: SOON within 3 days, EASE_ONLY"
    assert told["row5"] == "STOP_SESSION; STOP_MOVEMENT; REGRESS"


def test_what_a_rule_comes_to_is_what_it_leads_to() -> None:
    levels = {outcome: level for level, outcome in BY_LEVEL.items()}
    for id in rulebook():
        level = levels.get(leads_to(id))
        if level is not None:
            assert comes_to()[id].startswith(level.name), id


def test_every_number_stands_in_it_with_its_sentence(paper: str) -> None:
    told = [one.id for one in limits().values() if f"). {one.text} " in paper]
    assert told == list(limits())
    assert [one.id for one in limits().values() if amount(one.value, one.unit) not in paper] == []


def test_every_movement_and_open_point_stands_in_it(paper: str) -> None:
    assert [id for id in movements() if f" {id} " not in paper] == []
    for point in open_points().values():
        assert point.now in paper
        assert point.question in paper


def test_every_hazard_stands_in_it_with_its_grades_and_what_is_not_controlled(paper: str) -> None:
    for one in hazards().values():
        assert f" {one.id} {one.title} " in paper
        assert [line for line in (one.harm, one.accepted, *one.residual) if line not in paper] == []
    assert "4 major" in paper
    assert "4 high without controls, 2 low with them" in paper
    assert "3 undesirable" in paper


def test_every_entry_has_room_to_agree_to_change_and_to_doubt() -> None:
    html = alone(DAY)
    entries = sum(len(part.entries) for part in parts())
    assert html.count('class="review-entry"') == entries
    answers = re.findall(r"</span> Agree .*?</span> Change .*?</span> Unsure <span", html)
    assert len(answers) == entries


def test_it_is_signed_with_name_profession_registration_and_day_for_one_version(
    paper: str,
) -> None:
    end = paper[paper.rindex("I read the parts ticked here.") :]
    for line in ("Name", "Profession", "Registration number", "Date", "Signature"):
        assert line in end
    assert f"rules {rules_version()}, content {content_version()}, written on 2026-11-22" in end


def test_the_file_needs_nothing_but_itself() -> None:
    html = alone(DAY)
    assert re.findall(r"<(?:script|link|img|iframe)\b", html) == []
    assert re.findall(r"(?:url\(|@import|src=)", html) == []


def test_the_page_of_the_app_is_the_same_document(walk: Walker) -> None:
    walk.open("/how/review/")
    assert walk.status == 200
    article = re.compile(r"<article class=\"review\">.*</section>\s*</article>", re.DOTALL)
    shown, written = article.search(walk.text), article.search(alone(DAY))
    assert shown is not None
    assert written is not None
    assert shown[0] == written[0].replace(", written on 2026-11-22", "")


def test_it_is_reached_from_the_overview(walk: Walker) -> None:
    walk.open("/how/")
    assert 'href="/how/review/"' in walk.text


def test_the_command_writes_it_and_says_how_long_it_takes(tmp_path: Path) -> None:
    file = tmp_path / "review.html"
    done = run("rules", "review", str(file))
    assert done.returncode == 0
    assert b"minutes to read" in done.stdout
    assert "Review of Spineward" in file.read_text("utf-8")


def test_a_folder_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    done = run("rules", "review", str(tmp_path / "nowhere" / "review.html"))
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == ["spineward: No such file or directory"]
