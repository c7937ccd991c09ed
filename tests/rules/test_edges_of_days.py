"""Which value has a day, which days count, and from when on is there a median? (section 7, 0.4)

Each test stands for a small change of the engine that no other test noticed.
"""

from typing import Any

import pytest

from spineward.clinical.catalogue import zones
from spineward.clinical.facts import CheckInRecord
from spineward.clinical.timeline import Timeline, furthest, moment
from tests.cases.build import TODAY, ago, chart

TODAYS = TODAY.toordinal()


def record(days: float, leg: int | None, text: str | None = None, **more: Any) -> CheckInRecord:
    """A check-in so many days ago, with this leg pain and this chart, where either was told."""
    return CheckInRecord(
        at=ago(days=days), leg_now=leg, chart=None if text is None else chart(text), **more
    )


def course(*records: CheckInRecord) -> Timeline:
    """These check-ins, oldest first."""
    return Timeline(records)


# --- one chart -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rank", "leg", "back"),
    [
        ("tg8:2 r5:3", 5, 3, 0),
        ("r8:4 r5:6", 8, 6, 0),
        ("r3:4", 3, 4, 0),
        ("back:4 back2:6", 2, 0, 6),
        ("back2:6 back:4", 2, 0, 6),
        ("groin:7", 0, 0, 0),
        ("front:5", 4, 5, 0),
    ],
)
def test_only_pain_says_how_far_it_goes_and_how_strong_leg_and_back_are(
    text: str, rank: int, leg: int, back: int
) -> None:
    """Dp: tingling is no pain; the buttock is of the leg; the groin is neither leg nor back."""
    found = furthest(chart(text))
    assert (found[0], found[2], found[3]) == (rank, leg, back)


def test_places_as_far_away_lie_in_the_same_band() -> None:
    """So it does not matter which of two of them a chart names first."""
    bands: dict[int, set[int]] = {}
    for zone in zones().values():
        bands.setdefault(zone.rank, set()).add(zone.band)
    assert [rank for rank, found in bands.items() if rank and len(found) > 1] == []


def test_back_pain_that_nobody_told_is_no_back_pain() -> None:
    """0.4: no number and no mark is nothing known, which is not a pain of 1."""
    assert moment(record(0, 3, "r5:3")).worst_back == 0
    assert moment(record(0, 3, "r5:3", back_now=2)).worst_back == 2


# --- one day ---------------------------------------------------------------------------------


@pytest.mark.parametrize("levels", [(7, 3), (3, 7)])
def test_of_two_check_ins_on_a_day_the_worse_one_counts(levels: tuple[int, int]) -> None:
    """Section 7, day value: the highest pain and the furthest band, in whichever order."""
    first, second = (
        record(n / 24, level, f"r{level}:1") for n, level in zip((2, 1), levels, strict=True)
    )
    line = course(first, second)
    assert line.legs == {TODAYS: 7}
    assert line.bands == {TODAYS: zones()["calf_lower"].band}


def test_a_day_without_any_mark_has_the_band_nought() -> None:
    """Nothing felt is an answer; a day without it would leave a gap where all was well."""
    assert course(record(1, 0, ""), record(0, 0, "")).bands == {TODAYS - 1: 0, TODAYS: 0}


def test_a_day_counts_with_a_number_alone_or_a_chart_alone() -> None:
    """Half an answer is one; today is a day of its own, answered or not."""
    line = course(record(4, 3), record(2, None, "r5:3"), record(0, None))
    assert line.days == [TODAYS - 4, TODAYS - 2, TODAYS]


# --- medians and the baseline ----------------------------------------------------------------


@pytest.mark.parametrize(("days_since", "middle"), [(100, 4), (2, 4), (1, 3), (0, None)])
def test_the_short_median_takes_no_day_before_the_onset(
    days_since: int, middle: int | None
) -> None:
    """Three days, or as many as there were since; one alone is too few."""
    line = course(record(2, 8), record(1, 4), record(0, 2))
    assert line.short_median(TODAYS, TODAYS - days_since) == middle


@pytest.mark.parametrize(
    ("back", "value", "band"), [(6, None, None), (5, 8, 4), (4, 8, 4), (3, 4, 2), (0, 4, 2)]
)
def test_the_baseline_is_the_first_value_until_there_are_three(
    back: int, value: int | None, band: int | None
) -> None:
    """Section 7, B: as it stood on each day since the onset; days before the onset are not in it,
    nor is a check-in that told no number."""
    line = course(
        record(7, 1, "r3:1"),
        record(5.2, None),
        record(5, 8, "r8:8"),
        record(4, 2, "r4:2"),
        record(3, 4, "r4:4"),
        record(0, 0, ""),
    )
    onset, day = TODAYS - 5, TODAYS - back
    assert (line.baseline(onset, day), line.baseline_band(onset, day)) == (value, band)


def test_without_a_value_since_the_onset_there_is_no_baseline() -> None:
    line = course(record(5, 4, "r5:4"), record(0, None))
    assert line.baseline(TODAYS - 2, TODAYS) is None
    assert line.baseline_band(TODAYS - 2, TODAYS) is None
