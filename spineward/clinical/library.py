"""Which movements are there? Each with its family, dose, range, key poses and who must not do it.

The files lie in content/movements, one per movement (spec section 4). Whatever dangles, is out of
order, or lacks a source or words, raises ContentError before anything is offered.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, Literal, get_args

from spineward.clinical.catalogue import ContentError, by_id, names, read, words

Family = Literal["ease", "extension", "tilt", "cat", "glide", "ankle", "buttock", "walk", "flexion"]
Needs = Literal["floor", "chair", "standing", "walk"]
Span = tuple[int, int]

EXCLUSIONS = frozenset(
    [
        "pregnant",
        "pregnant_20",
        "STENOSIS",
        "not_STENOSIS",
        "moved_down_7d",
        "moved_down",
        "last_down_24h",
        "CL1",
        "CL2",
        "CL3",
        "CL5",
        "CL6",
        "C5",
        "C10",
        "C12",
        "floor",
        "waking_hour_root",
        "spine_limits",
        "any_flare",
        "FLARE_SEVERE",
        "FLARE_MODERATE",
        "numb_foot",
        "no_leg_symptom",
        "gate",
        "locked_m30b",
        "foot_tingling",
        "tingling_rose",
        "not_yet",
        "m02_not_up",
        "not_only_DGS",
        "groin_or_hip",
        "worse_bending",
        "family_stopped",
        "removed_n2",
        "team_allowed",
    ]
)
"""Every reason for which a movement may be held back; words/<lang>/plan.toml says each."""

WORDS = ("name", "short", "steps", "feel", "stop", "why")


@dataclass(frozen=True, slots=True)
class Dose:
    """How much, as (low, high): `holds` instead of `reps` where the position is kept."""

    times_a_day: Span
    sets: Span = (1, 1)
    reps: Span | None = None
    holds: Span | None = None
    hold_s: Span | None = None
    minutes: Span | None = None
    seconds_each_way: Span | None = None


@dataclass(frozen=True, slots=True)
class Pose:
    """One key pose: joint angles in degrees (0 = standing straight), seconds to get there, hold."""

    name: str
    seconds: int
    hold: int
    joints: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Figure:
    """How the figure is drawn: from where it is seen, how it lies, what stands around it."""

    view: str
    lying: str
    props: tuple[str, ...]
    shown_leg: str
    poses: tuple[Pose, ...]


@dataclass(frozen=True, slots=True)
class Movement:
    """One movement of the library.

    `bed`: possible on a bed when the floor is out of reach. `one_sided`: done with the painful
    leg. `not_if`: exclusions of its own; those that hold for every movement stand in
    rules/hold_movement. `progress`, `regress`, `sibling` name other movements. `ranges` are the
    joint ranges in degrees.
    """

    id: str
    family: Family
    position: str
    needs: Needs
    bed: bool
    ease: bool
    one_sided: bool
    not_if: tuple[str, ...]
    sources: tuple[str, ...]
    progress: tuple[str, ...]
    regress: tuple[str, ...]
    sibling: str | None
    dose: Dose
    ranges: Mapping[str, Span]
    figure: Figure


@lru_cache(maxsize=1)
def movements() -> Mapping[str, Movement]:
    """Every movement by id, in the order of the library; checked as a whole."""
    files = names("movements")
    table: Mapping[str, Movement] = by_id(
        "movements", [movement(name, read(name)) for name in files]
    )
    for one in table.values():
        others = (*one.progress, *one.regress, *filter(None, [one.sibling]))
        for other in others:
            if other not in table or other == one.id:
                raise ContentError(f"movements/{one.id}.toml: there is no other movement {other}")
    return table


@lru_cache(maxsize=1)
def families() -> Mapping[str, tuple[str, ...]]:
    """The movements of each family."""
    known: dict[str, tuple[str, ...]] = {}
    for one in movements().values():
        known[one.family] = (*known.get(one.family, ()), one.id)
    return MappingProxyType(known)


@cache
def naming(exclusion: str) -> tuple[str, ...]:
    """The movements that name this exclusion in `not_if`."""
    return tuple(one.id for one in movements().values() if exclusion in one.not_if)


def movement(name: str, row: Mapping[str, Any]) -> Movement:
    """One file as a Movement; `name` is only for the message of a ContentError."""
    plain = ("id", "family", "position", "needs", "bed", "ease", "one_sided")
    lists = ("not_if", "sources", "progress", "regress")
    try:
        fields: dict[str, Any] = {key: row[key] for key in plain}
        fields |= {key: tuple(row[key]) for key in lists}
        one = Movement(
            **fields,
            sibling=row.get("sibling"),
            dose=Dose(**_spans(name, row["dose"])),
            ranges=MappingProxyType(_spans(name, row["range"])),
            figure=_figure(row["figure"]),
        )
    except (KeyError, TypeError) as error:
        raise ContentError(f"{name}: a movement is not complete: {error}") from error
    _check(name, one)
    return one


def _spans(name: str, table: Mapping[str, Any]) -> dict[str, Span]:
    spans: dict[str, Span] = {}
    for key, pair in table.items():
        low, high = pair
        if low > high:
            raise ContentError(f"{name}: {key} = {pair} is not in order; low first")
        spans[key] = (low, high)
    return spans


def _figure(table: Mapping[str, Any]) -> Figure:
    poses = tuple(
        Pose(row["name"], row["seconds"], row["hold"], MappingProxyType(row["joints"]))
        for row in table["pose"]
    )
    return Figure(table["view"], table["lying"], tuple(table["props"]), table["shown_leg"], poses)


def _check(name: str, one: Movement) -> None:
    if one.family not in get_args(Family):
        raise ContentError(f"{name}: there is no family {one.family}")
    if one.needs not in get_args(Needs):
        raise ContentError(f"{name}: a movement cannot need {one.needs}")
    if unknown := sorted(set(one.not_if) - EXCLUSIONS):
        raise ContentError(f"{name}: there is no exclusion {unknown[0]}")
    if not one.sources:
        raise ContentError(f"{name}: a movement names its sources")
    if len([part for part in (one.dose.reps, one.dose.holds, one.dose.minutes) if part]) != 1:
        raise ContentError(f"{name}: the dose counts reps, holds or minutes, one of the three")
    known = words()
    for part in WORDS:
        if f"movement.{one.id}.{part}" not in known:
            raise ContentError(f"{name}: words for movement.{one.id}.{part} are missing")
