"""How long does the report take as PDF, for the first time and warm, after five years?

`Typst alone` is what the setting of the page takes; the rest is reading the diary and deciding.
"""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import count

from benchmarks.measure import Measure, median, seconds
from benchmarks.year import five_years

TIMES = 20
MILLI = 1e3


def measures() -> Iterator[Measure]:
    """The one page, set by Typst and as the server answers it; then the longer files."""
    with five_years():
        from django.test import Client

        from spineward.clinical.report import report
        from spineward.diary import journey
        from spineward.web.report.printing import pdf
        from spineward.web.report.sheet import sheet
        from spineward.web.shell import clock

        person, now = journey.own_person(), clock.now()
        found = report(journey.situation(person, now=now), journey.beside(person))
        told = asdict(sheet(found))
        first = seconds(lambda: pdf("page.typ", told))
        yield Measure("page.pdf, Typst alone, first", first * MILLI, 1000, "ms")
        # Typst remembers what it has set: each time it is another page.
        turns = count()
        warm = median(lambda: pdf("page.typ", {**told, "day": f"{next(turns)}"}), TIMES)
        yield Measure("page.pdf, Typst alone, warm", warm * MILLI, 150, "ms")
        client = Client()
        whole = median(lambda: client.get("/report/page.pdf"), TIMES)
        yield Measure("/report/page.pdf, five years", whole * MILLI, 500, "ms")
        html = median(lambda: client.get("/report/"), TIMES)
        yield Measure("/report/, five years", html * MILLI, 400, "ms")
        annex = seconds(lambda: client.get("/report/annex.pdf"))
        yield Measure("/report/annex.pdf, the last 12 months", annex, 3, "s")
        annex = seconds(lambda: client.get("/report/annex.pdf?years=all"))
        yield Measure("/report/annex.pdf, all five years", annex, 10, "s")
