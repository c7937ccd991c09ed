"""What has been said of one person so far? The answers on their way to a whole Situation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from spineward.clinical.catalogue import zones
from spineward.clinical.facts import Mark, Situation
from spineward.clinical.facts.answers import Answer, Examined, Leg, SexualAnswer, Side, YesNo
from spineward.clinical.intake import BACKGROUND, FEATURES, ITEMS
from spineward.clinical.missing import CLEARANCES
from tools.triage.draw import Draw

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
"""One fixed noon for everybody: nothing here depends on the day it is run."""
TODAY = NOW.date()
DERIVED = ("C3", "C11", "C13", "C14", "C15", "C16")
"""Items that the pages never ask as a line of their own, or only as part of another."""


def _no(keys: frozenset[str]) -> dict[str, Answer]:
    return dict.fromkeys(sorted(keys), "no")


def _every_item() -> dict[str, Answer | SexualAnswer]:
    """ "None of these" on every page: an explicit no for each item."""
    answers: dict[str, Answer | SexualAnswer] = dict.fromkeys(sorted(ITEMS - set(DERIVED)), "no")
    return answers | {"A4": "no_change", "C11": "no"}


@dataclass(slots=True)
class Sketch:
    """One person being drawn. Everything begins at an answered "no"; the parts change that.

    `visit` is the day a clinician saw them in this bout, `told` what was said of exercise then.
    `condition` is the serious condition behind it ("" for none), `signs` what they tell of it,
    `due` other reasons for which a clinician is due whatever the cause.
    """

    draw: Draw
    age: int = 50
    woman: bool = False
    visit: date | None = None
    told: Examined = "not_discussed"
    episode_start: date = TODAY
    onset_days: int | None = 0
    leg: Leg = "right"
    leg_now: int = 0
    back_now: int = 0
    condition: str = ""
    signs: set[str] = field(default_factory=set)
    due: set[str] = field(default_factory=set)
    marks: dict[tuple[str, Side], dict[str, Any]] = field(default_factory=dict)
    background: dict[str, Answer] = field(default_factory=lambda: _no(BACKGROUND))
    clearance: dict[str, Answer] = field(default_factory=lambda: dict.fromkeys(CLEARANCES, "no"))
    cleared: dict[str, YesNo] = field(default_factory=dict)
    item: dict[str, Answer | SexualAnswer] = field(default_factory=_every_item)
    features: dict[str, Answer] = field(default_factory=lambda: _no(FEATURES))
    detail: dict[str, Mapping[str, Answer]] = field(default_factory=dict)
    since: dict[str, date] = field(default_factory=dict)
    worsened: dict[str, date] = field(default_factory=dict)
    examined: dict[str, date] = field(default_factory=dict)
    reviewed: dict[str, date] = field(default_factory=dict)
    told_ok: dict[str, Examined] = field(default_factory=dict)
    before_episode: dict[str, YesNo] = field(default_factory=dict)
    same_as_usual: dict[str, YesNo] = field(default_factory=dict)
    rest: dict[str, Any] = field(default_factory=dict)
    """The other fields of the Situation, by name."""

    @property
    def other_leg(self) -> Leg:
        """The leg that is not the sore one."""
        return "left" if self.leg == "right" else "right"

    @property
    def bout_days(self) -> int:
        """For how long this bout has lasted."""
        return (TODAY - self.episode_start).days

    def mark(self, zone: str, side: Leg, *, usual: bool = False, **grades: int) -> None:
        """Pain, tingling or numbness in a zone; the stronger of two marks stays."""
        where: Side = "middle" if "middle" in zones()[zone].sides else side
        known = self.marks.setdefault((zone, where), {})
        for name, grade in grades.items():
            known[name] = max(grade, known.get(name, 0))
        known["usual"] = usual

    def say(self, item: str, days: int, **follow_ups: Answer) -> None:
        """Tick an item that began so many days ago, and answer its own page to the end.

        A clinician seen since then has tested it, or looked into it, if that visit was about it.
        """
        began = TODAY - timedelta(days=days)
        self.item[item] = "changed" if item == "A4" else "yes"
        self.since[item] = began
        if follow_ups:
            self.detail[item] = follow_ups
        if self.visit and self.visit >= began and self.draw.has("visit.tested"):
            (self.reviewed if item[0] == "C" else self.examined)[item] = self.visit
            if item in ("C2", "C5", "C10", "C11"):
                self.examined[item] = self.visit
            self.told_ok[item] = self.told

    def situation(self) -> Situation:
        """The whole set of answers."""
        chart = tuple(
            Mark(zone, side, **grades) for (zone, side), grades in sorted(self.marks.items())
        )
        return Situation(
            now=NOW,
            age=self.age,
            episode_start=self.episode_start,
            background=self.background,
            clearance=self.clearance,
            cleared=self.cleared,
            item=self.item,
            features=self.features,
            detail=self.detail,
            since=self.since,
            worsened=self.worsened,
            examined=self.examined,
            reviewed=self.reviewed,
            told_ok=self.told_ok,
            before_episode=self.before_episode,
            same_as_usual=self.same_as_usual,
            chart=chart,
            leg_now=self.leg_now,
            back_now=self.back_now,
            **self.rest,
        )
