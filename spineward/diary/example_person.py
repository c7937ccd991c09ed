"""What does the example person feel, answer and write? Believable, and the same each time.

Made up, of nobody: how far the pain reaches on which day, and what each movement does to it. What
follows from it nobody wrote down: the rules say it, and the ledger counts it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from spineward.clinical.facts import Mark, Reading, Side
from spineward.diary.example_answers import CALM

LEG: Side = "right"
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
"""Which movements do good, but for the first time and every so many after it."""
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
        if every is None or not self.zone or times % every == 0:
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
            **CALM,
            "leg_now": self.pain,
            "back_now": self.back,
            "worst_24h": min(10, self.pain + 1),
            "can_sit_10": able,
            "can_walk_10": able,
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
