"""Do the measures measure what they say? Timing itself is shown, never tested."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from benchmarks.__main__ import BY_NAME, QUICK, main
from benchmarks.engine import CHECK_INS, SESSIONS, first_use, year
from benchmarks.lines import varied
from benchmarks.measure import Measure, line, median, p95
from benchmarks.pages import addresses
from spineward.cli import assess
from spineward.clinical.assessment import assess as engine
from spineward.clinical.facts import Gate

NO_PAGE_OF_ITS_OWN = {
    *("check_in", "figure_frames"),
    *("worker", "outbox_pages", "outbox_ahead"),
    *("calendar", "reminders_file", "reminders_address", "reminders_due", "reminder_off"),
    *("told",),
    *("data_archive", "data_tables", "data_back", "health_records_out", "example"),
    *("api-root", "api_nowhere", "open_session", "whole", "fhir"),
    *("report_page", "report_annex", "report_exercises"),
}
"""The first only leads on to the page that is due, figures have a measure of their own; a worker
fetches the next three behind a page; the rest are files, a line of data, a change, or nothing."""


@pytest.mark.parametrize(
    ("value", "at_least", "kept"),
    [(300, False, True), (300.1, False, False), (300, True, True), (299.9, True, False)],
)
def test_a_bound_is_kept_up_to_and_including_itself(
    value: float, at_least: bool, kept: bool
) -> None:
    measure = Measure("assess", value, 300, "us", at_least)
    assert measure.kept is kept
    assert line(measure).endswith("ok" if kept else "missed")


def test_p95_leaves_out_the_slowest_twentieth() -> None:
    assert p95([float(number) for number in range(1, 101)]) == 95
    assert p95([7.0]) == 7


def test_the_median_is_that_of_the_calls() -> None:
    calls: list[int] = []
    assert median(lambda: calls.append(1), 11) >= 0
    assert len(calls) >= 11


def test_an_unknown_measure_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["engines"]) == 2
    said = capsys.readouterr().out
    assert all(name in said for name in ("engines", *QUICK, *BY_NAME))


def test_the_first_use_is_a_whole_answer_and_the_year_is_long() -> None:
    assert engine(first_use()).missing == ()
    history = year().history
    assert (len(history.check_ins), len(history.sessions)) == (CHECK_INS, SESSIONS)
    assert all(len(session.sets) == 4 for session in history.sessions)
    assert engine(year()).movement_gate == Gate.FULL


def test_every_line_is_a_situation_that_is_answered() -> None:
    assert {assess.answer(text)["care_level"] for text in varied(8)} <= {"SELF_CARE", "SOON"}


def routes(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, str]]:
    """The name and the pattern of every address."""
    for one in patterns:
        where = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns, where)
        else:
            yield one.name or "", where


def test_every_page_that_needs_no_row_of_its_own_is_measured() -> None:
    found = routes(get_resolver().url_patterns)
    of_a_row = ("<uuid:", "<int:", "<id>")
    named = {name for name, where in found if not any(part in where for part in of_a_row)}
    assert {resolve(address).url_name for address in addresses()} >= named - NO_PAGE_OF_ITS_OWN
