"""How long does the progress page take after five years, and how heavy is its picture?

Each view is opened as a person would, after one look that reads all rows for the first time.
"""

import gzip
import re
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from benchmarks.measure import Measure, p95, seconds
from benchmarks.year import five_years

if TYPE_CHECKING:
    from django.test import Client

ROUNDS = 40
MILLI = 1e3
SOONEST, LIGHTEST, MOST_QUERIES = 120, 60, 20
PICTURE = re.compile(r'<svg[^>]* class="pain-line".*?</svg>', re.DOTALL)
ADDRESSES = (
    "/progress/",
    "/progress/?view=week",
    "/progress/?view=day",
    "/progress/movements/",
)


def measures() -> Iterator[Measure]:
    """The p95 of each view in the server's process, and the pictures as they are sent."""
    with five_years():
        from django.test import Client

        client = Client()
        first = seconds(lambda: client.get("/progress/"))
        yield Measure("progress, first look after the start", first * MILLI, 1000, "ms")
        for address in ADDRESSES:
            yield from _page(client, address)
    yield from _pictures()


def _page(client: "Client", address: str) -> Iterator[Measure]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        page = client.get(address).content
        queries = len(captured)
    busy = time.process_time()
    took = [seconds(lambda: client.get(address)) for _ in range(ROUNDS)]
    busy = (time.process_time() - busy) / ROUNDS * MILLI
    yield Measure(f"{address} ({busy:.0f} ms busy)", p95(took) * MILLI, SOONEST, "ms")
    yield Measure(f"{address}, queries", queries, MOST_QUERIES, "")
    for picture in PICTURE.findall(page.decode()):
        yield Measure(f"{address}, picture compressed", _size(picture), LIGHTEST, "KB")


def _pictures() -> Iterator[Measure]:
    """Five years that are one single episode, in one leg and in both."""
    from spineward.clinical.course import course
    from spineward.web.shell.drawing.pain_line import pain_line
    from tests.cases.lives import life

    for name, legs in (("one leg", ("right",)), ("both legs", ("left", "right"))):
        picture = pain_line(course(life(1826, legs)))
        yield Measure(f"one episode of 5 years, {name}", _size(picture), LIGHTEST, "KB")


def _size(picture: str) -> float:
    return len(gzip.compress(picture.encode())) / 1024
