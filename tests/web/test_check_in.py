"""Does the first check-in ask what it must, fill in nothing, and keep what was entered?"""

import re

from tests.web.walk import SCREEN, Walker, known


def test_nothing_wrong_takes_seven_taps_of_red_flags(walk: Walker) -> None:
    walk.open("/")
    walk.open("/check-in/")
    walk.screen()
    assert walk.taps <= 8
    walk.arrives("/check-in/about/")


def test_a_first_check_in_leads_to_what_is_safe_today_and_why(walk: Walker) -> None:
    walk.first_check_in()
    assert "Start session" in walk.text
    assert 'href="/plan/"' in walk.text
    assert known(walk).chart[0].zone == "low_back_midline"


def test_nothing_is_filled_in_on_any_page_of_the_check_in(walk: Walker) -> None:
    pages = [*SCREEN, "QS", "about", "now", "day", "patterns", "patterns_2", "strength", "weekly"]
    pages += ["changes", "item.A1", "item.A4", "item.A8", "item.B2", "item.C8", "clarify.A1"]
    pages += ["health.blood", "health.procedure", "health.pregnant", "health.CL3", "chart"]
    for page in pages:
        walk.open(f"/check-in/{page}/")
        assert walk.status == 200, page
        assert walk.controls.filled == [], page
    walk.open("/check-in/chart/?place=calf_upper-right")
    assert walk.controls.filled == []


def test_a_draft_goes_on_where_it_was_left(walk: Walker) -> None:
    walk.open("/check-in/")
    walk.send(answer="none")
    walk.send(answer="none")
    walk.open("/")
    walk.clock.wait(hours=2)
    walk.open("/check-in/")
    walk.arrives("/check-in/Q3/")


def test_a_health_line_ticked_by_mistake_is_cleared_on_its_pages(walk: Walker) -> None:
    walk.open("/check-in/")
    for _ in range(4):
        walk.send(answer="none")
    walk.send(tick=["pregnant"], answer="some")
    walk.arrives("/check-in/health.pregnant/")
    walk.send(pregnant="no")
    walk.arrives("/check-in/item.B10/")
    walk.send(answer="no")
    walk.arrives("/check-in/Q6/")
    assert known(walk).item["B10"] == "no"


def test_a_blood_thinner_asks_about_a_fall(walk: Walker) -> None:
    walk.open("/check-in/")
    for _ in range(4):
        walk.send(answer="none")
    walk.send(tick=["blood"], answer="some")
    walk.arrives("/check-in/health.blood/")
    walk.send(anticoagulant="yes", bleeding_disorder="no")
    walk.arrives("/check-in/item.A14/")


def test_a_missing_answer_keeps_each_day_under_its_question(walk: Walker) -> None:
    walk.open("/check-in/item.A3/?kind=first")
    walk.send(answer="yes")
    names = list(dict.fromkeys(re.findall(r'name="((?:since|worsened)[a-z_]*)"', walk.text)))
    assert names.index("since_day_day") < names.index("worsened") < names.index("worsened_day_day")


def test_a_clearance_line_asks_whether_someone_cleared_it(walk: Walker) -> None:
    walk.open("/check-in/health.CL2/?kind=first")
    walk.send(CL2="yes")
    assert "There is a problem" in walk.text or "Something is missing" in walk.text
    assert walk.controls.filled == [("CL2", "yes")]
