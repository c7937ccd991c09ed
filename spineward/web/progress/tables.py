"""What stands in the two long tables of the progress page? One row for each mark, for each week.

Years of rows are put together here: a template takes ten times as long for them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from spineward.clinical.body import LEGS
from spineward.clinical.catalogue import words
from spineward.clinical.course import WEEK, Course, Point
from spineward.web.progress.able import WeekRow
from spineward.web.shell.drawing.pain_words import reach_text

NOTHING = "-"
CELL = '<td class="number">{}</td>'


def line_rows(seen: Course) -> SafeString:
    """The marks of the line, newest first: how far down in each leg drawn, and how strong."""
    legs = seen.legs or LEGS[1:]
    years = seen.first.year != seen.last.year
    done = Counter(_span(seen, one.at) for one in seen.sessions)
    reaches = "<td>{}</td>" * len(legs)
    row = '<tr><th scope="row">{}</th>' + reaches + CELL * 2 + "<td>{}</td>" + CELL + "</tr>"
    return format_html_join(
        "\n",
        row,
        (
            (
                f"{point.at:%H:%M}" if seen.step == "check_in" else _day(point.day, years),
                *(reach_text(point, leg) for leg in legs),
                _told(point.leg),
                _told(point.back),
                " ".join(_also(point)),
                done[_span(seen, point.at)],
            )
            for point in reversed(seen.points)
        ),
    )


def week_rows(rows: Sequence[WeekRow]) -> SafeString:
    """The weeks, newest first: minutes, days with ten minutes, nights, all in all."""
    years = len({row.monday.year for row in rows}) > 1
    cells = CELL * 4 + "<td>{}</td>"
    return format_html_join(
        "\n",
        '<tr><th scope="row">{}</th>' + cells + "</tr>",
        (
            (
                _day(row.monday, years),
                *(_doing(*cell) for cell in row.cells),
                _told(row.nights),
                NOTHING if row.change is None else words()[f"change.{row.change}"],
            )
            for row in rows
        ),
    )


def _doing(minutes: int | None, able: int, told: int) -> str:
    parts = [] if minutes is None else [f"{minutes} min"]
    parts += [f"{able}/{told}"] if told else []
    return " ".join(parts) or NOTHING


def _also(point: Point) -> Iterable[str]:
    if point.tingling:
        yield "tingling"
    if point.numbness:
        yield "numbness"


def _told(value: int | None) -> str:
    return NOTHING if value is None else str(value)


def _day(day: date, years: bool) -> str:
    """A phone has no room for a year that is the same in every row."""
    return f"{day.day} {day:%b %Y}" if years else f"{day.day} {day:%b}"


def _span(seen: Course, at: datetime) -> datetime | int:
    """What a mark stands for: its moment, or the number of its day or week (see course)."""
    if seen.step == "check_in":
        return at
    return (at.toordinal() - 1) // (WEEK if seen.step == "week" else 1)
