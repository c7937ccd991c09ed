"""Does each page ask the database the same number of questions, however long the diary is?"""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import owner
from tests.diary import year
from tests.web.walk import DAY, NOW, Walker

PAGES = {
    "/": 20,
    "/plan/": 20,
    "/session/": 20,
    "/diary/": 20,
    "/diary/note/": 5,
    "/diary/note/worse/": 5,
    "/progress/": 20,
    "/progress/movements/": 20,
    "/report/": 20,
    "/report/page.pdf": 20,
    "/report/annex.pdf": 20,
    "/report/exercises.pdf": 20,
    "/report/words/goal/": 5,
    "/check-in/": 20,
    "/check-in/Q1/": 12,
    "/check-in/QS/": 12,
    "/check-in/item.A1/": 12,
    "/check-in/clarify.A1/": 12,
    "/check-in/health.blood/": 12,
    "/check-in/about/": 12,
    "/check-in/chart/": 12,
    "/check-in/chart/?place=calf_upper-right": 12,
    "/check-in/now/": 12,
    "/check-in/patterns/": 12,
    "/check-in/strength/": 12,
    "/check-in/weekly/": 12,
    "/check-in/examined/": 20,
    "/care/": 5,
    "/care/heat-and-ice/": 20,
    "/care/heat-and-ice/heat/": 5,
    "/care/stretches/": 12,
    "/care/medicines/": 20,
    "/why/M10/": 0,
    "/how/": 0,
    "/how/A1/": 0,
    "/how/review/": 0,
    "/emergency/": 5,
    "/outbox/": 5,
    "/outbox/file/": 5,
    "/outbox/away/": 20,
    "/outbox/kept/": 20,
    "/outbox/sign/call/": 5,
    "/outbox/pages.json": 12,
    "/settings/": 5,
    "/settings/number/": 5,
    "/settings/reminders/": 5,
    "/settings/reminders/sessions/": 5,
    "/settings/reminders/due/": 5,
    "/settings/forget/": 5,
    "/settings/data/": 5,
    "/settings/data/key/": 5,
    "/settings/data/records/": 5,
    "/api/v1/situation": 20,
    "/api/v1/assessment": 20,
    "/api/v1/plan": 20,
    "/api/v1/check-in": 12,
    "/api/v1/progress": 20,
    "/api/v1/progress/movements": 20,
    "/api/v1/exports/archive": 20,
    "/api/v1/exports/fhir": 20,
    "/api/v1/openapi.json": 0,
}
"""Every page with the most queries it may take."""
SENT: dict[str, tuple[dict[str, Any], int]] = {
    "/check-in/Q1/": ({"answer": "none"}, 30),
    "/check-in/now/": (NOW, 30),
    "/check-in/day/": (DAY, 60),
    "/check-in/chart/": ({"answer": "nothing"}, 40),
}
MOST_IN_A_SESSION = 20


def counts(walk: Walker, monkeypatch: pytest.MonkeyPatch, days: int) -> dict[str, int]:
    """The queries of each page, and of each form sent, after so many days."""
    monkeypatch.setattr(year, "DAYS", days)
    monkeypatch.setattr(year, "SESSIONS", days)
    year.live_a_year(owner(), walk.clock.at)
    found = {}
    for path in PAGES:
        with CaptureQueriesContext(connection) as asked:
            assert walk.client.get(path).status_code in (200, 302), path
        found[path] = len(asked)
    for path, (answers, _) in SENT.items():
        with CaptureQueriesContext(connection) as asked:
            assert walk.client.post(path, answers).status_code == 302, path
        found[f"{path} sent"] = len(asked)
    return found | session_counts(walk)


def session_counts(walk: Walker) -> dict[str, int]:
    """The queries of each page of a session, a set that travels down included."""
    walk.was_checked_in()
    here = walk.begin_session()
    found = {}

    def count(name: str, path: str = here) -> None:
        with CaptureQueriesContext(connection) as asked:
            assert walk.client.get(path).status_code == 200, name
        found[name] = len(asked)

    count("movement")
    count("swap", f"{here}swap/")
    walk.done()
    count("after_set")
    count("new", f"{here}new/?new=back&new=weakness")
    walk.felt(answer="same")
    count("upright")
    walk.felt(lowest_right="8", pain_right="4", new="none")
    count("settle")
    walk.felt(answer="settled")
    count("verdict")
    walk.send(f"{here}stop/")
    count("finished")
    return found


def test_no_page_asks_more_after_sixty_days_than_after_three(
    walk: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = counts(walk, monkeypatch, 3)
    walk.clock.wait(days=100)
    owner().delete()
    long = counts(walk, monkeypatch, 60)
    assert long == short
    most = (
        dict.fromkeys(short, MOST_IN_A_SESSION)
        | PAGES
        | {f"{path} sent": number for path, (_, number) in SENT.items()}
    )
    assert {path: count for path, count in short.items() if count > most[path]} == {}
