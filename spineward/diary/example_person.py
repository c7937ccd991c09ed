"""What does the example person feel, answer and write? Believable, and the same each time.

Made up, of nobody: how far the pain reaches on which day, and what each movement does to it. What
follows from it nobody wrote down: the rules say it, and the ledger counts it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from spineward.clinical.facts import Mark, Reading, Side
from spineward.clinical.intake import BACKGROUND, FEATURES, MEDICINES

LEG: Side = "right"
SCREEN: Mapping[str, Mapping[str, Any]] = {
    "Q1": {"item": {"A1": "no", "A2": "no", "A3": "no", "A4": "no_change"}},
    "Q2": {"item": dict.fromkeys(("A5", "A6", "A7", "A8", "B1", "B9", "C10", "C11", "C13"), "no")},
    "Q3": {"item": dict.fromkeys(("A10", "A11", "A12", "A13", "B3", "B5", "B6"), "no")},
    "Q4": {"item": dict.fromkeys(("A9", "A15", "A16", "B2", "B7", "C1", "C4"), "no")},
    "Q5": {
        "item": dict.fromkeys(("A14", "B4", "B8", "B10", "C2", "C15"), "no"),
        "background": dict.fromkeys(BACKGROUND, "no"),
        "pregnant": "no",
        "spine_procedure": [],
    },
    "Q6": {"item": dict.fromkeys(("C3", "C5", "C6", "C7", "C8", "C9", "C12", "C16"), "no")},
    "Q7": {"clearance": {f"CL{n}": "no" for n in range(1, 7)}, "item": {"C14": "no"}},
}
"""The whole screen with "None of these" on every page."""
SHORT_SCREEN = {"item": dict.fromkeys(("A1", "A2", "A3", "A5", "A6", "A7"), "no")}
COURSE = (
    (0, "calf_lower", 6),
    (8, "calf_upper", 5),
    (17, "thigh_back_lower", 4),
    (25, "calf_lower", 8),
    (29, "calf_upper", 6),
    (34, "thigh_back_lower", 4),
    (46, "thigh_back_upper", 3),
    (58, "buttock", 3),
    (68, "buttock", 2),
    (77, "buttock", 1),
)
"""From which day on it reaches how far, and how strong it is: better, a flare, better again."""
UP = {
    "calf_lower": "thigh_back_lower",
    "calf_upper": "thigh_back_lower",
    "thigh_back_lower": "buttock",
    "thigh_back_upper": "buttock",
    "buttock": "",
}
"""Where it draws up to; from the buttock it leaves the leg."""
FLARE = range(25, 29)
STOP = 8
"""The day on which a movement sends the pain down the leg."""
SENDS_DOWN = "M20"
HELPS = {"M10": 4, "M30a": 3}
"""Which movements do good, but for every so many times."""
LESS = 2
"""By how much the first that does good eases it: less than this the scale cannot tell apart."""
HIP, SEEN = 37, 41
HIP_SIGNS = ("groin_pain", "limp", "stiff_socks_shoes")
"""The day on which a stiff hip is told, and the day on which somebody has looked at it."""


class Words(NamedTuple):
    """What is written down: a plain note, or one of a kind. What made it worse was so many days
    `ago`, and may be a movement."""

    text: str
    kind: str = ""
    movement: str = ""
    ago: int | None = None


NOTES: Mapping[int, Words] = {
    1: Words("Long drive yesterday."),
    9: Words("Cat-cow sent it down into my foot.", "worse", SENDS_DOWN, 1),
    10: Words("Want to lift my daughter again.", "goal"),
    25: Words("Moved heavy boxes.", "worse", ago=1),
    42: Words("The physiotherapist looked at my hip and my back. The hip moves fine."),
    60: Words("Walked round the lake."),
    80: Words("Can I go back to the garden now?", "question"),
}
TASKS = ("Sit at my desk", "Walk the dog")


def about(now: datetime) -> dict[str, Any]:
    """Who it is, and since when."""
    began = (now - timedelta(days=9)).date().isoformat()
    return {
        "age": 43,
        "episode_start": began,
        "leg_onset": began,
        "first_ever": "no",
        "change_so_far": 0,
        "floor_ok": "yes",
        "features": dict.fromkeys(FEATURES, "no"),
        "worse_bending": "no",
        "medicines": dict.fromkeys(MEDICINES, "no"),
    }


@dataclass(frozen=True, slots=True)
class Felt:
    """What is felt at one moment of a day. No `zone`: nothing in the leg."""

    day: int
    zone: str
    pain: int

    @classmethod
    def on(cls, day: int) -> "Felt":
        """How a day begins; every fifth is a little easier than those around it."""
        zone, pain = next((z, p) for begins, z, p in reversed(COURSE) if begins <= day)
        return cls(day, zone, max(1, pain - (day % 5 == 3)))

    def after(self, movement: str, times: int) -> "Felt":
        """How it is after a set of a movement that was done so many times before."""
        if movement == SENDS_DOWN and self.day == STOP:
            return replace(self, zone="sole")
        every = HELPS.get(movement)
        if every is None or not self.zone or times % every == every - 1:
            return self
        if self.pain > LESS and self.pain == Felt.on(self.day).pain:
            return replace(self, pain=self.pain - LESS)
        return replace(self, zone=UP[self.zone])

    @property
    def back(self) -> int:
        """How strong it is in the back."""
        return 3 if self.day < 40 else 2 if self.day < 70 else 1

    @property
    def reading(self) -> Reading:
        """The body chart; in the first weeks it tingles where it hurts most."""
        tingling = 2 if self.day < 20 and self.zone == Felt.on(self.day).zone else 0
        leg = (Mark(self.zone, LEG, self.pain, tingling),) if self.zone else ()
        return Reading((*leg, Mark("low_back_midline", "middle", self.back)), "no", "none")

    def asked(self, now: datetime) -> dict[str, Any]:
        """What a check-in asks of the day."""
        able = "yes" if self.pain < 6 else "no"
        return {
            "leg_now": self.pain,
            "back_now": self.back,
            "worst_24h": min(10, self.pain + 1),
            "eased_by_position": "yes",
            "can_sit_10": able,
            "can_stand_10": "yes",
            "can_walk_10": able,
            "after_activity": "none",
            "nights_broken": 2 if self.day in FLARE else 1 if self.pain > 4 else 0,
            "woke_at": (now - timedelta(minutes=75)).isoformat(),
            "chart": [
                {"zone": m.zone, "side": m.side, "pain": m.pain, "tingling": m.tingling}
                for m in self.reading.chart
            ],
        }

    def week(self) -> dict[str, Any]:
        """What a weekly entry asks."""
        better = max(0, 6 - self.pain)
        return {
            "global_change": min(3, better - 1),
            "psfs": [3 + better, 4 + better],
            "tasks": list(TASKS),
            "mood_low": "no",
            "fear_moving": 6 - better,
            "weeks_off_work": 0,
            "sit_minutes": 20 + 15 * better,
            "stand_minutes": 15 + 10 * better,
            "walk_minutes": 10 + 10 * better,
        }
