"""On which day does a worsening begin, go on and end, and which days make a relapse? (section 7)

Each test stands for a small change of the engine that no other test noticed.
Hazards: H-02, H-20.
"""

from typing import Any

import pytest

from spineward.clinical.case import Case
from spineward.clinical.facts import CheckInRecord, History
from spineward.clinical.rules.course import (
    Worsening,
    first_day,
    gain,
    improving,
    relapse,
    worse_since,
    worsening,
)
from spineward.clinical.rules.trends import RULES
from tests.cases.build import TODAY, ago, chart, days_ago, session, typical
from tests.cases.course import fires, reviewed, since, went

TODAYS = TODAY.toordinal()
NEAR, FAR = "r4:3", "r7:3"


def seen(days: float, leg: int | None, text: str | None = None) -> CheckInRecord:
    """A check-in so many days ago: leg pain and chart, each None where it was not told."""
    marks = None if text is None else chart(text)
    return CheckInRecord(at=ago(days=days), leg_now=leg, chart=marks)


def each(first: int, last: int, leg: int, text: str | None = None) -> list[CheckInRecord]:
    """The same on each of these days."""
    return [seen(days, leg, text) for days in range(first, last - 1, -1)]


def lived(*records: CheckInRecord, **changes: Any) -> Case:
    """Someone after these check-ins who has told nothing of the leg today."""
    unsaid: dict[str, Any] = {"leg_now": None, "chart": None, **since(60)}
    return Case(typical("", history=History(check_ins=records), **(unsaid | changes)))


def spell(case: Case) -> tuple[int, int, bool] | None:
    """First and last day of the latest worsening in days ago, and whether it holds."""
    found: Worsening | None = worsening(case)
    return None if found is None else (TODAYS - found.first, TODAYS - found.last, found.holds)


# --- the first day, and gain -----------------------------------------------------------------


def test_the_first_day_is_that_of_the_first_check_in_since_the_onset() -> None:
    """Also when that is the onset itself; a check-in of an earlier bout does not count."""
    case = lived(seen(20, 3), seen(10, 3), seen(5, 3), **since(10))
    assert first_day(case) == TODAYS - 10


def test_nothing_told_is_no_gain() -> None:
    assert not gain(lived())


def test_before_the_first_check_in_nothing_was_better() -> None:
    """What the person says of the change so far counts from the first day on."""
    case = Case(typical(change_so_far=5))
    assert improving(case, TODAYS)
    assert not improving(case, TODAYS - 1)


@pytest.mark.parametrize(("day", "over"), [(77, True), (76, False)])
def test_a_gain_in_the_last_seven_days_of_week_12_ends_t6(day: int, over: bool) -> None:
    """Day 83 is the last of week 12; the median is down on the day of the second 2 and the next."""
    values = [4] * 100
    values[day - 2] = values[day - 1] = 2
    assert ("T6" not in fires(RULES, went("r5:4", *values, **since(100)))) is over


# --- worsening -------------------------------------------------------------------------------


def test_a_rise_goes_on_over_days_without_a_value_for_14_days_at_most() -> None:
    """Two rises 14 days apart are one, if the first was never seen to be over."""
    case = lived(*each(30, 24, 3), *each(21, 20, 6), seen(15, 3), seen(12, 3), *each(7, 6, 6))
    assert spell(case) == (20, 6, False)


def test_after_a_review_a_rise_counts_again_once_it_had_stopped() -> None:
    """The same rise does not start anew, another one does."""
    values = [*each(30, 21, 3), *each(20, 18, 6), *each(17, 7, 3), *each(6, 0, 6)]
    assert worse_since(lived(*values, **reviewed("T2", 19))) == days_ago(5)


def test_a_review_between_two_check_ins_ends_the_rise() -> None:
    """The next check-in reads it, although it is of a later day."""
    values = [*each(30, 12, 3), *each(11, 8, 6), *each(6, 0, 6)]
    assert worse_since(lived(*values)) == days_ago(10)
    assert worse_since(lived(*values, **reviewed("T2", 7))) is None


@pytest.mark.parametrize(
    ("later", "found"), [(FAR, (6, 0, True)), (NEAR, (6, 6, False))], ids=["stays", "returns"]
)
def test_pain_further_down_goes_on_while_it_is_there(
    later: str, found: tuple[int, int, bool]
) -> None:
    """By the band alone, with the leg pain as it was."""
    case = lived(*each(20, 8, 3, NEAR), *each(7, 6, 3, FAR), *each(5, 0, 3, later))
    assert spell(case) == found


def test_what_was_last_known_of_the_leg_and_of_the_band_is_kept_apart() -> None:
    """One of them is over and then not told, the other is over later: then the worsening is."""
    before = [*each(30, 13, 3, NEAR), *each(12, 11, 6, FAR)]
    leg_first = lived(*before, *each(10, 9, 3, FAR), seen(4, None, NEAR))
    assert spell(leg_first) == (11, 9, False)
    band_first = lived(*before, *each(10, 9, 6, NEAR), *each(5, 4, 3))
    assert spell(band_first) == (11, 5, False)


def after_mornings(*hours: float, also: tuple[int, ...] = ()) -> Case:
    """Worse mornings so many hours ago, each after a session; leg pain the same on all days."""
    sessions = tuple(session(ago(hours=h + 16, minutes=20), ("M10", 11), t0="r5:1") for h in hours)
    moments = sorted([*hours, *(24 * days for days in also)], reverse=True)
    records = tuple(seen(h / 24, 3, "r5:3") for h in moments)
    history = History(check_ins=records, sessions=sessions)
    return Case(typical("r5:3", history=history, **since(60)))


def test_two_worse_mornings_are_a_worsening_of_two_days_more() -> None:
    """N2 on day 8 holds to day 6, and on day 5, when it fires anew, to day 3: one worsening."""
    case = after_mornings(216, 192, 120, also=(7, 6, 4, 3, 2, 1))
    assert spell(case) == (8, 3, False)


@pytest.mark.parametrize(("hours", "found"), [(48, (3, 0, True)), (48.1, (3, 2, False))])
def test_today_the_two_days_are_counted_to_the_hour(
    hours: float, found: tuple[int, int, bool]
) -> None:
    """N2 of three days ago is over, the last one counts."""
    assert spell(after_mornings(96, 72, hours)) == found


# --- relapse ---------------------------------------------------------------------------------


def told(days: int, leg: int | None, back: int | None) -> CheckInRecord:
    """Leg and back so many days ago."""
    return CheckInRecord(at=ago(days=days), leg_now=leg, back_now=back)


@pytest.mark.parametrize(
    ("between", "back_again"),
    [
        ([told(40, 0, 0)], True),
        ([told(40, 0, 0), told(30, None, None), told(20, 0, 0)], True),
        ([told(40, 3, 3), told(35, None, None), told(20, 0, 0)], False),
        ([told(40, 0, 0), told(20, None, 5)], False),
        ([told(40, 0, 0), told(20, 5, None)], False),
    ],
    ids=["quiet", "once unanswered", "quiet too late", "back in between", "leg in between"],
)
def test_four_quiet_weeks_are_days_on_which_someone_said_so(
    between: list[CheckInRecord], back_again: bool
) -> None:
    """An unanswered check-in neither begins nor breaks them; one half answered may break them."""
    case = Case(typical("r5:3", history=History(check_ins=tuple(between)), **since(70)))
    assert (relapse(case) is not None) is back_again
