"""What does the progress page show? One sentence, the line, two body maps, what can be done.

Hazard: H-09.
"""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from spineward.diary import journey
from tests.cases.lives import life
from tests.cast import owner, stranger
from tests.diary.life import ABOUT, answer, first_check_in
from tests.diary.lived import settle
from tests.web.walk import Walker


def lived(walk: Walker, days: int, legs: tuple[str, ...] = ("right",), path: str = "") -> str:
    """The page of someone who has kept a diary for so many days."""
    settle(owner(), life(days, legs), walk.clock.at)
    return walk.open(f"/progress/{path}")


def text_of(html: str) -> str:
    """What a page says, without its marks."""
    bare = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", bare))


def test_an_empty_diary_says_so_and_leads_to_the_first_check_in(walk: Walker) -> None:
    page = walk.open("/progress/")
    assert "Nothing is told yet." in page
    assert 'href="/check-in/">Check in' in page
    assert "What you can do" not in page
    assert "Where it is felt" not in page


def test_three_days_are_too_early_to_say(walk: Walker) -> None:
    page = lived(walk, 3)
    assert "It is too early to say." in page
    assert "Pain has moved" not in page


@pytest.mark.parametrize("days", [21, 91])
def test_the_page_begins_with_one_sentence_on_what_changed(walk: Walker, days: int) -> None:
    page = lived(walk, days)
    first = re.search(r"<h1>(.*?)</h1>", page)
    assert first is not None
    assert first[1].startswith("Pain has moved up from toes to back in")


@pytest.mark.parametrize("view", ["day", "week", "episode", "nonsense"])
def test_each_view_is_a_plain_link_and_draws_its_line(walk: Walker, view: str) -> None:
    page = lived(walk, 21, path=f"?view={view}")
    shown = "episode" if view == "nonsense" else view
    assert f'<a href="?view={shown}" aria-current="page">' in page
    assert page.count('class="pain-line"') == 1


def test_the_table_has_a_row_for_each_mark_of_the_line(walk: Walker) -> None:
    page = lived(walk, 21)
    table = page[page.index("The line as a table") :].partition("</table>")[0]
    assert table.count('<th scope="row">') == 19
    assert "tingling" in table


def test_two_body_maps_stand_side_by_side_with_what_differs(walk: Walker) -> None:
    page = lived(walk, 21)
    assert page.count('class="body-chart"') == 2
    assert re.search(r"Toes, right: pain \d, now gone", text_of(page))


def test_the_person_picks_two_days_and_the_nearest_map_before_is_shown(walk: Walker) -> None:
    page = lived(walk, 21, path="?from=2026-11-06&to=2026-11-08")
    assert "<figcaption>6 Nov 2026</figcaption>" in page
    assert "<figcaption>8 Nov 2026</figcaption>" in page
    later = walk.open("/progress/?from=2031-01-01&to=1999-01-01")
    assert "<figcaption>20 Nov 2026</figcaption>" in later
    assert "<figcaption>31 Oct 2026</figcaption>" in later


@pytest.mark.parametrize("day", ["", "yesterday", "2026-13-40", "2026-11-06' or 1=1"])
def test_what_is_no_day_counts_as_not_chosen(walk: Walker, day: str) -> None:
    assert "31 Oct 2026</figcaption>" in lived(walk, 21, path=f"?from={day}")


def test_minutes_nights_and_own_tasks_stand_beside_their_first(walk: Walker) -> None:
    said = text_of(lived(walk, 21))
    assert "Sitting 60 min at first 23" in said
    assert "Nights pain woke you in 0 of 3" in said
    assert "Put on socks 8 of 10 at first 4" in said
    assert "Your own tasks together: easier than at first." in said


def test_a_small_change_of_the_tasks_is_less_than_the_scale_can_tell(walk: Walker) -> None:
    entry: dict[str, Any] = {"tasks": ["Put on socks"], "psfs": [4]}
    settle(owner(), life(3), walk.clock.at, weekly=False)
    for number in (4, 5):
        assert "Your own tasks together" not in walk.open("/progress/")
        journey.weekly(owner(), entry | {"psfs": [number]}, now=walk.clock.at, client_id=uuid4())
    said = text_of(walk.open("/progress/"))
    assert "Your own tasks together: less than the scale can tell apart." in said


def test_a_new_bout_is_set_beside_its_own_beginning_not_that_of_the_old_one(walk: Walker) -> None:
    settle(owner(), life(91), walk.clock.at)
    old = text_of(walk.open("/progress/"))
    assert "From 22 August 2026 to 20 November 2026:" in old
    assert "Your own tasks together: easier than at first." in old
    about = ABOUT | {"episode_start": "2026-11-11", "leg_onset": "2026-11-11"}
    answer(owner(), "about", about, walk.clock.at)
    new = text_of(walk.open("/progress/"))
    assert "From 11 November 2026 to 20 November 2026:" in new
    assert "Your own tasks together" not in new
    assert "Sitting 60 min 10 minutes went well" in new
    assert "Week by week" in new


def test_on_the_first_day_of_a_new_bout_the_map_before_it_is_shown_too(walk: Walker) -> None:
    settle(owner(), life(91), walk.clock.at)
    about = ABOUT | {"episode_start": "2026-11-20", "leg_onset": "2026-11-20"}
    answer(owner(), "about", about, walk.clock.at)
    assert "From 19 November 2026 to 20 November 2026:" in walk.open("/progress/")


@pytest.mark.parametrize(
    ("sign", "tone", "first"),
    [("B3", "note--hold", "Ring your doctor today."), ("A1", "note--help", "Get help now.")],
)
def test_while_movement_is_locked_the_page_and_the_report_lead_to_what_to_do(
    walk: Walker, sign: str, tone: str, first: str
) -> None:
    first_check_in(owner(), walk.clock.at)
    closed = "Moving is held back now. Today says why, and what to do."
    assert closed not in walk.open("/progress/")
    told = {"answer": "yes", "since": "0", "worsened": "never", "examined": "none"}
    walk.send(f"/check-in/item.{sign}/?kind=daily", before_episode="no", same_as_usual="no", **told)
    page = walk.open("/progress/")
    assert closed in page
    assert f'<p class="note {tone}">' in page
    assert f"{first} {closed}" in text_of(page)
    report = walk.open("/report/")
    assert f'<p class="note {tone} report-urgent">' in report
    assert '<a href="/">Today says what to do</a>' in report


def test_another_persons_diary_is_not_drawn(walk: Walker) -> None:
    settle(stranger(), life(21), walk.clock.at)
    assert "Nothing is told yet." in walk.open("/progress/")


def test_the_menu_and_today_lead_there_and_it_leads_to_the_diary(walk: Walker) -> None:
    assert 'href="/progress/"' in walk.open("/")
    page = walk.open("/progress/")
    assert 'href="/diary/"' in page
    assert 'href="/progress/movements/"' in page
    assert '<a href="/progress/" aria-current="page">' in walk.open("/diary/")


def test_the_page_takes_the_same_queries_after_three_days_and_after_ninety(walk: Walker) -> None:
    found = []
    for days in (3, 91):
        settle(owner(), life(days), walk.clock.at)
        with CaptureQueriesContext(connection) as asked:
            walk.open("/progress/")
        found.append(len(asked))
    assert found[0] == found[1] <= 20
