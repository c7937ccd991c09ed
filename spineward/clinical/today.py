"""Which bounds hold for this person today? What exclusions and the plan both ask of a case.

Unknown and missing answers count as the worse here (0.4): they can only hold more back.
"""

from collections.abc import Collection
from datetime import timedelta
from functools import cached_property

from spineward.clinical.body import FOOT_BAND
from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit, zones
from spineward.clinical.facts import Gate
from spineward.clinical.ledger import Ledger, ledger, stopped
from spineward.clinical.library import families, movements
from spineward.clinical.rules import soon
from spineward.clinical.rules.bounds import OPERATIONS


class Today:
    """What the exclusions ask: the case, and what the other rules said of it."""

    def __init__(
        self, case: Case, gate: Gate, patterns: Collection[str], state: str, fired: Collection[str]
    ) -> None:
        self.case = case
        self.gate = gate
        self.patterns = patterns
        self.state = state
        self.fired = frozenset(fired)
        self.holding = soon.holding(case)
        """The rules that take movements away, reviewed or not (1.5)."""
        self.ledger: Ledger = ledger(case)

    def has_clearance_item(self, item: str) -> bool:
        """CL1-CL5 holds or is unknown."""
        return self.case.situation.clearance.get(item) != "no"

    @property
    def hip_uncleared(self) -> bool:
        """CL3: hip surgery, and the surgeon has not said that it is fine."""
        cleared = self.case.situation.cleared.get("CL3") == "yes"
        return self.has_clearance_item("CL3") and not cleared

    @cached_property
    def operated(self) -> bool:
        """Spinal surgery within the days in which the operating team decides (C15)."""
        return any(
            past.kind in OPERATIONS and self.case.days_ago(past.on) <= limit("c15.surgery_days")
            for past in self.case.situation.spine_procedure or ()
        )

    @property
    def brittle(self) -> bool:
        """CL6: osteoporosis without a fracture, from the background or the list itself."""
        listed = self.case.situation.clearance.get("CL6") in ("yes", "not_sure")
        return listed or self.case.background("osteoporosis")

    @property
    def late_pregnancy(self) -> bool:
        """From week 20 on, or not known to be earlier; not asked counts as not sure."""
        return self.case.pregnant_late or self.case.situation.pregnant is None

    @property
    def floor(self) -> bool:
        """Known to get down to the floor and up again."""
        return self.case.situation.floor_ok == "yes"

    @property
    def bending_worsens(self) -> bool:
        """Bending makes it worse, or it is not known."""
        return self.case.situation.worse_bending != "no"

    @property
    def no_hollowing(self) -> bool:
        """The low back is not to hollow (STENOSIS, CL2)."""
        return "STENOSIS" in self.patterns or self.has_clearance_item("CL2")

    @property
    def no_rounding(self) -> bool:
        """The low back is not to round (ROOT made worse by bending)."""
        return "ROOT" in self.patterns and self.bending_worsens

    @cached_property
    def resting(self) -> frozenset[str]:
        """Movements stopped in the last 24 h, with their families; an ease item rests alone."""
        off = timedelta(hours=limit("set.family_off_hours"))
        known = movements()
        rest: set[str] = set()
        for stop in self.ledger.stops:
            if stopped(stop) and self.case.now - stop.at <= off:
                cause = known.get(stop.movement)
                rest |= {stop.movement}
                if cause is not None and not cause.ease:
                    rest |= set(families()[cause.family])
        return frozenset(rest)

    @cached_property
    def feet(self) -> dict[str, int]:
        """The highest grade of tingling and of numbness in either foot, usual marks included."""
        known = zones()
        marks = [mark for mark in self.case.chart if known[mark.zone].band == FOOT_BAND]
        return {
            "tingling": max((mark.tingling for mark in marks), default=0),
            "numbness": max((mark.numbness for mark in marks), default=0),
        }
