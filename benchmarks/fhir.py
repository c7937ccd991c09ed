"""How long does it take to write five years as FHIR, and to read them back?

Each is measured three times; told is the quickest, for on a shared machine the others measure it.
"""

from collections.abc import Iterator
from datetime import datetime

from benchmarks.measure import Measure, seconds
from benchmarks.year import five_years

TIMES = 3


def measures() -> Iterator[Measure]:
    """Out to a file, back to the rows of an archive, and the rules."""
    with five_years():
        from spineward.diary import journey
        from spineward.export.fhir.incoming import read
        from spineward.export.fhir.own import export
        from spineward.export.fhir.rules import published

        written: list[bytes] = []

        def out() -> None:
            written[:] = [export(journey.own_person())[0]]

        def back() -> None:
            read(written[0], datetime.now().astimezone())

        yield Measure("FHIR, out", min(seconds(out) for _ in range(TIMES)), 3, "s")
        yield Measure("FHIR, its size", len(written[0]) / 1e6, 150, "MB")
        yield Measure("FHIR, read back", min(seconds(back) for _ in range(TIMES)), 15, "s")
        yield Measure("rules as FHIR", min(seconds(published) for _ in range(TIMES)), 1, "s")
