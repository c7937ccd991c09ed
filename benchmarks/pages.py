"""How long does the server take for each page after a year, how many queries, how many bytes?"""

import gzip
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

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
        "/emergency/",
        "/care/",
        *(f"/care/{slug}/" for slug in care.pages()),
        "/care/about/",
        "/care/stretches/",
        "/care/medicines/",
        *(f"/why/{id}/" for id in ("A1", "row5", "M30b")),
        "/settings/",
        "/settings/number/",
        "/settings/forget/",
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
        yield _weight(client.get("/").content.decode())


def _page(client: "Client", address: str) -> Measure:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        status = client.get(address).status_code
        queries = len(captured)
    took = [seconds(lambda: client.get(address)) for _ in range(ROUNDS)]
    more = "" if status == 200 else f", status {status}"
    name = f"{address} ({queries} queries{more})"
    return Measure(name, p95(took) * MILLI, 40, "ms")


def _weight(page: str) -> Measure:
    """Style sheet and scripts that a page names, compressed as they are served."""
    from spineward.web.settings import STATIC_ROOT

    files = [(STATIC_ROOT / name).read_bytes() for name in FETCHED.findall(page)]
    size = sum(len(gzip.compress(content)) for content in files)
    return Measure(f"first page, {len(files)} style sheets and scripts", size / 1024, 60, "KB")
