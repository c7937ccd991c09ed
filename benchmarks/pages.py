"""How long does the server take for each page after a year, how many queries, how many bytes?

"Busy" is the mean processor time; where the p95 is far above it, something else kept the machine.
"""

import gzip
import re
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from benchmarks.measure import Measure, p95, seconds
from benchmarks.year import a_year

if TYPE_CHECKING:
    from django.test import Client

ROUNDS = 40
MILLI = 1e3
FETCHED = re.compile(r'(?:rel="stylesheet" href|<script[^>]* src)="/static/([^"?]+)')


def addresses() -> list[str]:
    """Every page that can be opened by its address."""
    from spineward.clinical import care, questions

    asked = [*questions.pages(), *questions.forms()]
    return [
        "/",
        *(f"/check-in/{id}/" for id in asked),
        *(f"/check-in/{kind}.A1/" for kind in ("item", "clarify")),
        "/check-in/chart/",
        "/check-in/examined/",
        "/plan/",
        "/session/",
        "/diary/",
        "/diary/note/",
        "/diary/note/worse/",
        "/progress/",
        "/progress/movements/",
        "/report/",
        "/report/words/goal/",
        "/emergency/",
        "/care/",
        *(f"/care/{slug}/" for slug in care.pages()),
        "/care/heat-and-ice/heat/",
        "/care/heat-and-ice/ice/",
        "/care/about/",
        "/care/stretches/",
        "/care/medicines/",
        *(f"/why/{id}/" for id in ("A1", "row5", "M30b")),
        "/how/",
        "/how/A1/",
        "/how/review/",
        "/settings/",
        "/settings/number/",
        "/settings/forget/",
        "/settings/data/",
        "/settings/data/key/",
        "/settings/data/records/",
        *(f"/api/v1/{part}" for part in ("situation", "assessment", "plan", "check-in")),
        *(f"/api/v1/{part}" for part in ("progress", "progress/movements", "openapi.json")),
        "/settings/reminders/",
        "/settings/reminders/sitting/",
        *(f"/outbox/{part}" for part in ("", "away/", "kept/", "file/", "sign/today/")),
    ]


def measures() -> Iterator[Measure]:
    """The p95 of each page in the server's process; before it the first look, which reads all."""
    with a_year():
        from django.test import Client

        client = Client()
        first = seconds(lambda: client.get("/"))
        yield Measure("first page after the start", first * MILLI, 1000, "ms")
        for address in dict.fromkeys(addresses()):
            yield _page(client, address)
        id = _session()
        for part in ("", "swap/", "new/", "note/"):
            yield _page(client, f"/session/{id}/{part}", f"/session/<id>/{part}")
        yield _weight(client.get("/").content.decode())


def _session() -> UUID:
    """A session that has just begun."""
    from spineward.clinical.facts import Reading
    from spineward.diary import journey
    from spineward.web.session.start import planned
    from spineward.web.shell import clock

    person, now = journey.own_person(), clock.now()
    sets = planned(journey.plan(person, now=now, for_session=True)[1])
    chart = journey.situation(person, now=now).chart or ()
    return journey.start_session(person, sets, Reading(chart), now=now, client_id=uuid4()).id


def _page(client: "Client", address: str, shown: str = "") -> Measure:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        status = client.get(address).status_code
        queries = len(captured)
    busy = time.process_time()
    took = [seconds(lambda: client.get(address)) for _ in range(ROUNDS)]
    busy = (time.process_time() - busy) / ROUNDS * MILLI
    more = "" if status == 200 else f", status {status}"
    name = f"{shown or address} ({queries} queries, {busy:.0f} ms busy{more})"
    return Measure(name, p95(took) * MILLI, 40, "ms")


def _weight(page: str) -> Measure:
    """Style sheet and scripts that a page names, compressed as they are served."""
    from spineward.web.settings import STATIC_ROOT

    files = [(STATIC_ROOT / name).read_bytes() for name in FETCHED.findall(page)]
    size = sum(len(gzip.compress(content)) for content in files)
    return Measure(f"first page, {len(files)} style sheets and scripts", size / 1024, 60, "KB")
