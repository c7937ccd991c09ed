"""Which answers do many tables share? All else denied, one question in every way, one review."""

from dataclasses import replace
from typing import Any

from spineward.clinical.intake import BACKGROUND, ITEMS
from spineward.clinical.spaces.dated import EXAMINED_AGO, dates_of
from spineward.clinical.spaces.space import Axis, Value, ago, answers, chain, ordered

DENIED = {f"item.{item}": "no_change" if item == "A4" else "no" for item in sorted(ITEMS)}
"""Every question of the screen answered, and with no."""
HEALTHY = {f"background.{key}": "no" for key in sorted(BACKGROUND)}
"""Every question on health answered, and with no."""
EVERYTHING: dict[str, Any] = {**DENIED, **HEALTHY, "age": 40, "leg_now": 0, "leg_onset": "none"}
"""And no pain, no leg symptoms, and no great age."""
NOBODY = {
    **dates_of(
        *sorted(ITEMS), why="undated: what is told counts as of today, and nobody has seen it"
    ),
    "first_ever": "under 60 it is not asked",
    "chart": "unmarked, unless an axis marks it",
    "strength.*": "no strength check",
    "history.locks": "no lock",
    "history.check_ins": "no earlier check-in",
    "history.strength": "no earlier strength check",
    "strength_at": "no strength check",
    **dict.fromkeys(
        ("features.groin_pain", "features.limp", "features.stiff_socks_shoes"),
        "the pattern questions; soon.C12 varies them",
    ),
    "features.worse_cough": "C2 only asks whether B4 fires, and cancer is denied",
    "leg_onset": "no leg symptoms: C3 waits for no gain",
    "change_so_far": "no leg symptoms: C3 waits for no gain",
}
"""`held`, for rules that ask whether any other of their kind holds: what those read."""
COURSE = "the weeks before decide a gain; the person's own word stands for it here"
A_COURSE = dict.fromkeys(
    (
        "checked_in_at",
        "eased_by_position",
        "hours_at_8",
        "can_sit_10",
        "can_stand_10",
        "can_walk_10",
        "after_activity",
        "nights_broken",
    ),
    COURSE,
)
"""`held`: what the course of the weeks is read from, beside the pain."""
Base = dict[str, Any]


def all_but(base: Base, *paths: str) -> Base:
    """The same answers without those that an axis gives, or leaves open."""
    return {path: answer for path, answer in base.items() if path not in paths}


def four(path: str, *, name: str = "") -> Axis:
    """No, not sure, yes and never asked, for one question; each is no better than "no" (0.4)."""
    return answers(path, name=name, missing=True)


def of(item: str, axis: Axis) -> Axis:
    """The same axis, named after its item: for a table that has such an axis twice."""
    return replace(axis, name=f"{item} {axis.name}")


def reviewed(item: str, *days: int) -> Axis:
    """When a clinician assessed it: the longer ago, the worse, and never is the worst."""
    chosen = sorted(days or EXAMINED_AGO)
    values = [Value(f"{n} days ago", {f"reviewed.{item}": ago(n)}) for n in chosen]
    return ordered("reviewed", *values, Value("never"))


def review(item: str) -> Axis:
    """A review of an undated finding in five steps; all its dates: tables soon.reviewed_..."""
    fine = {f"reviewed.{item}": ago(0), f"told_ok.{item}": "yes"}
    values = (
        Value("fine", fine),
        Value("not fine", fine | {f"told_ok.{item}": "no"}),
        Value("before the episode", fine | {f"reviewed.{item}": ago(61)}),
        Value("fine but it differs", fine | {f"same_as_usual.{item}": "no"}),
        Value("none"),
    )
    return Axis(f"{item} review", values, tuple(("fine", one.label) for one in values[1:]))


def pain(path: str, *levels: int) -> Axis:
    """A number told, and none told, which is no worse than none felt."""
    told = (Value(str(n), {path: n}) for n in levels)
    return ordered(path.replace("_", " "), Value("not asked"), *told)


def of_age(*ages: int) -> Axis:
    """The older, the worse; an age that is not known stands in no order."""
    values = (*(Value(str(n), {"age": n}) for n in ages), Value("not asked"))
    return Axis("age", values, chain(*(str(n) for n in ages)))


EPISODE = Axis(
    "episode began",
    (
        Value("60 days ago", {"episode_start": ago(60)}),
        Value("not known", {"episode_start": None}),
    ),
    (("60 days ago", "not known"),),
)
"""Without a start nobody knows what lies in the episode, so everything does (0.4)."""
