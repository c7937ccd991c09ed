"""How long does it take to take five years out of the diary, and to bring them back?

Each is measured three times; told is the quickest, for on a shared machine the others measure it.
"""

from collections.abc import Iterator
from io import BytesIO

from benchmarks.measure import Measure, seconds
from benchmarks.year import five_years

TIMES = 3


def measures() -> Iterator[Measure]:
    """Out, back into an empty diary, and back into the one that has it all."""
    with five_years():
        from spineward.diary import erase, journey
        from spineward.export import archive, sheets
        from spineward.export.take_in import bring_back

        content = BytesIO()

        def out() -> None:
            content.seek(0)
            archive.write(journey.own_person(), content)

        def back() -> None:
            content.seek(0)
            bring_back(journey.own_person(), content)

        def tables() -> None:
            sheets.write(journey.own_person(), BytesIO())

        yield Measure("archive, out", min(seconds(out) for _ in range(TIMES)), 3, "s")
        megabytes = content.tell() / 1e6
        yield Measure("archive, its size", megabytes, 10, "MB")
        yield Measure("tables, out", min(seconds(tables) for _ in range(TIMES)), 3, "s")
        yield Measure("archive, in again", min(seconds(back) for _ in range(TIMES)), 3, "s")
        empty = []
        for _ in range(TIMES):
            erase.forget(journey.own_person())
            empty.append(seconds(back))
        yield Measure("archive, in", min(empty), 3, "s")
        gone = seconds(lambda: erase.forget(journey.own_person()))
        yield Measure("erase, and look for traces", gone, 10, "s")
