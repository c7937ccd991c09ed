"""How does the pain line run? Days and weeks by their furthest and nearest, never an average."""

from dataclasses import replace
from datetime import timedelta

import pytest

from spineward.clinical.course import Course, Point, View, course
from spineward.clinical.facts import CheckInRecord, History, Situation
from spineward.clinical.reach import Reach
from tests.cases.build import NOW, ago, days_ago, session, typical
from tests.cases.course import check_in, since

VIEWS: tuple[View, ...] = ("day", "week", "episode")


def walked(*charts: str, days: int | None = None) -> Situation:
    """Someone with these charts a day apart, the last one today; the leg pain is the chart's."""
    *earlier, today = charts
    records = tuple(
        check_in(text, hours_ago=24 * (len(earlier) - n)) for n, text in enumerate(earlier)
    )
    started = since(len(earlier) if days is None else days)
    return typical(today, history=History(check_ins=records), **started)


def ranks(seen: Course) -> list[int | None]:
    """The lowest point of each span."""
    return [point.rank for point in seen.points]


def test_each_day_of_a_short_episode_is_a_point_at_its_lowest_place() -> None:
    seen = course(walked("r8:6", "r6:5", "r5:4", ""))
    assert (seen.step, seen.first, seen.last) == ("day", days_ago(3), days_ago(0))
    assert ranks(seen) == [8, 6, 5, 0]
    assert [point.leg for point in seen.points] == [6, 5, 4, 0]
    assert seen.legs == ("right",)


def test_two_check_ins_of_a_day_are_told_by_furthest_and_nearest() -> None:
    history = History(check_ins=(check_in("r8:6", hours_ago=4),))
    seen = course(typical("r4:3", history=history))
    assert [(point.pain, point.leg) for point in seen.points] == [(Reach(8, 4), 6)]


def test_a_long_episode_is_told_week_by_week_as_a_range() -> None:
    texts = ["r8:6", "r4:2", "r6:4"] * 20
    seen = course(walked(*texts))
    assert seen.step == "week"
    assert {point.pain for point in seen.points[1:-1]} == {Reach(8, 4)}
    assert all(point.at.isoweekday() == 1 for point in seen.points[1:])


def test_the_week_view_ends_today_and_holds_seven_days() -> None:
    seen = course(walked(*["r6:4"] * 12), "week")
    assert (seen.first, seen.last, len(seen.points)) == (days_ago(6), days_ago(0), 7)


def test_the_day_view_holds_the_latest_day_and_the_start_of_its_sessions() -> None:
    person = walked("r8:6", "r6:5", "r5:4")
    over = replace(person.history, sessions=(session(ago(hours=2), ("M10", 12), t0="r7:3"),))
    seen = course(replace(person, history=over), "day")
    assert (seen.step, seen.first) == ("check_in", NOW.date())
    assert ranks(seen) == [7, 5]
    assert [mark.sets for mark in seen.sessions] == [1]


def test_days_without_a_chart_are_gaps_and_not_zeros() -> None:
    bare = CheckInRecord(at=ago(days=1), leg_now=4)
    seen = course(replace(walked("r6:4", days=3), history=History(check_ins=(bare,))))
    assert [(point.rank, point.leg) for point in seen.points] == [(None, 4), (6, 4)]


def test_what_lies_before_this_episode_is_left_out() -> None:
    assert len(course(walked(*["r6:4"] * 10, days=4)).points) == 5


def test_each_leg_is_told_by_itself_and_the_back_belongs_to_both() -> None:
    (point,) = course(walked("left/r8:3 r4:5 back:2 left/tg9:1 nb6:1")).points
    assert (point.left.pain, point.right.pain) == (Reach(8, 8), Reach(4, 4))
    assert (point.left.tingling, point.right.numbness) == (9, 6)
    assert (point.rank, point.back, point.tingling, point.numbness) == (8, 2, True, True)
    (back,) = course(walked("back:3")).points
    assert (back.left.pain, back.right.pain) == (Reach(1, 1), Reach(1, 1))
    assert course(walked("back:3")).legs == ()


def test_the_front_of_the_thigh_is_its_own_rank() -> None:
    assert ranks(course(walked("front:5"))) == [4]


def test_sessions_say_whether_anything_was_stopped() -> None:
    past = (
        session(ago(days=2), ("M10", 11), t0="r5:3"),
        session(ago(days=1), ("M10", 12), ("M33", 5), t0="r5:3"),
        session(ago(hours=3), ("M10", 12), t0="r5:3", stops=("SS5",)),
    )
    person = walked("r5:3", "r5:3", "r5:3")
    seen = course(replace(person, history=replace(person.history, sessions=past)))
    assert [(mark.sets, mark.stopped) for mark in seen.sessions] == [
        (1, False),
        (2, True),
        (1, True),
    ]


def test_every_severe_flare_is_marked_with_its_end() -> None:
    days = ["r6:9", "r5:3", "r5:3", "r5:3", "r6:9"]
    seen = course(walked(*days))
    assert [(flare.since, flare.until) for flare in seen.flares] == [
        (ago(days=4), ago(days=2)),
        (NOW, None),
    ]
    assert course(walked(*days), "week").flares == seen.flares
    assert [flare.until for flare in course(walked(*days), "day").flares] == [None]


def test_with_nothing_told_there_is_nothing_to_draw() -> None:
    nobody = Situation(now=NOW)
    for seen in (course(nobody, "day"), course(nobody, "week"), course(nobody)):
        assert (seen.points, seen.sessions, seen.flares, seen.legs) == ((), (), (), ())
        assert (seen.change.kind, seen.change_leg.kind) == ("too_early", "too_early")
        assert seen.last == NOW.date()


# --- changed by more than the scale can tell apart? ------------------------------------------


def test_a_band_kept_for_two_days_is_a_change() -> None:
    moved = course(walked("r8:4", "r8:4", "r8:4", "r8:4", "r6:4", "r5:4")).change
    assert (moved.kind, moved.was, moved.now, moved.days) == ("better", 8, 6, 5)
    back = course(walked("r5:4", "r5:4", "r5:4", "r5:4", "r6:4", "r8:4")).change
    assert (back.kind, back.was, back.now) == ("worse", 5, 6)


@pytest.mark.parametrize("last", ["r8:4", "r9:4"])
def test_one_day_nearer_or_a_step_inside_the_band_is_less_than_the_scale_tells(last: str) -> None:
    moved = course(walked("r8:4", "r8:4", "r8:4", "r5:4", last)).change
    assert (moved.kind, moved.was) == ("less_than_scale", 8)


def test_before_five_days_it_is_too_early_to_say() -> None:
    early = course(walked("r8:8", "r8:8", "r4:2", "r4:2"))
    assert (early.change.kind, early.change_leg.kind) == ("too_early", "too_early")


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        (6, 4, "better"),
        (6, 5, "less_than_scale"),
        (4, 3, "less_than_scale"),  # 1 point is enough there, but 30 percent are asked for too
        (3, 2, "better"),
        (8, 5, "better"),
        (8, 6, "less_than_scale"),
        (3, 4, "worse"),
        (5, 7, "worse"),
        (5, 6, "less_than_scale"),
        (0, 0, "less_than_scale"),
    ],
)
def test_leg_pain_changes_by_what_the_scale_can_tell_apart(was: int, now: int, kind: str) -> None:
    texts = [f"r6:{was}"] * 3 + [f"r6:{now}"] * 3
    moved = course(walked(*texts)).change_leg
    assert (moved.was, moved.now, moved.kind) == (was, now, kind)


def test_the_change_is_the_same_in_every_view() -> None:
    person = walked("r8:6", "r8:6", "r8:6", "r6:3", "r5:3", "r5:3")
    changes = {(seen.change, seen.change_leg) for seen in (course(person, view) for view in VIEWS)}
    assert len(changes) == 1


def test_a_week_never_holds_a_rank_that_no_day_had() -> None:
    texts = ["r9:6", "r3:2"] * 30
    points: tuple[Point, ...] = course(walked(*texts)).points
    for point in points:
        assert point.pain is not None
        assert {point.pain.furthest, point.pain.nearest} <= {9, 3}


def test_a_check_in_under_way_counts_as_now() -> None:
    person = replace(walked("r6:4"), checked_in_at=None, now=NOW + timedelta(hours=1))
    assert course(person).points[-1].at == person.now
