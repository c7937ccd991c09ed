"""Does a lock ever go by itself, or a weakness slip by, however some weeks are lived? H-06."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import (
    Assessment,
    CareLevel,
    CheckInRecord,
    Gate,
    History,
    LockRecord,
    StrengthRecord,
)
from spineward.clinical.facts.answers import Leg, StrengthAnswer, StrengthTest
from spineward.clinical.lock import UNHEEDING, examined_before
from tests.cases.build import ITEMS, NOW, ago, chart, days_ago, typical

LEGS: tuple[Leg, Leg] = ("left", "right")
TESTS: tuple[StrengthTest, ...] = ("heel_walk", "toe_raise", "chair_rise", "big_toe")
BAD: dict[str, int] = {"same": 0, "weaker": 1, "cannot": 2}
OF_A_LEG = ("A6", "A7", "B1")
NO = dict.fromkeys(ITEMS, "no") | {"A4": "no_change"}

legs = st.sampled_from(LEGS)
tests = st.sampled_from(TESTS)
answers = st.sampled_from(("same", "weaker", "cannot"))


class Visit(NamedTuple):
    """A clinician tested what this rule is about; told of at that moment."""

    rule: str
    day: date
    told_ok: str
    at: datetime


class Life(RuleBasedStateMachine):
    """Someone whose right calf hurts; each step is told, and its locks are kept as in a diary."""

    def __init__(self) -> None:
        super().__init__()
        first = CheckInRecord(at=ago(days=1), leg_now=3, back_now=0, chart=chart("r6:3"))
        self.now = NOW
        self.told: dict[str, Any] = {"item": NO, "since": {}, "worsened": {}, "detail": {}}
        self.told |= {"examined": {}, "told_ok": {}, "strength": {}, "strength_at": None}
        self.told |= {"screened_at": NOW, "episode_start": days_ago(60), "leg_onset": days_ago(60)}
        self.history = History(check_ins=(first,))
        self.visits: list[Visit] = []
        self.named: set[Leg] = set()
        self.found = self.look()

    # --- what the diary does ----------------------------------------------------------------

    def assessed(self) -> Assessment:
        """What the engine makes of it now."""
        return assess(typical("r6:3", now=self.now, history=self.history, **self.told))

    def look(self) -> Assessment:
        """Assess and keep what opens and what is released, as spineward.diary.deciding does."""
        found = self.assessed()
        locks = self.history.locks
        if found.releases_lock:
            self.goes_in_order()
            locks = tuple(replace(k, released_at=k.released_at or self.now) for k in locks)
        if found.opens_lock:
            case = Case(typical("r6:3", now=self.now, history=self.history, **self.told))
            known = examined_before(case, found.opens_lock)
            level = found.locked.level if found.locked else found.care_level
            locks += (LockRecord(self.now, found.opens_lock, level, examined=known),)
        self.history = replace(self.history, locks=locks)
        return self.assessed()

    def later(self, **amount: float) -> None:
        """Time goes on between any two answers."""
        self.now += timedelta(minutes=10, **amount)

    def tell(self, **parts: dict[str, Any]) -> None:
        """More answers of these fields."""
        self.told |= {name: {**self.told[name], **new} for name, new in parts.items()}

    # --- what can happen --------------------------------------------------------------------

    @rule(days=st.integers(1, 16))
    def days_pass(self, days: int) -> None:
        """Nothing is answered."""
        self.later(days=days)
        self.found = self.look()

    @rule()
    def screen(self) -> None:
        """The full screen with "None of these"."""
        self.later()
        self.told |= {"item": NO, "screened_at": self.now}
        self.found = self.look()

    @rule(item=st.sampled_from((*OF_A_LEG, "B3", "A9")), leg=legs)
    def say(self, item: str, leg: Leg) -> None:
        """It began today, or got worse today."""
        self.later()
        dates = "worsened" if item in self.told["since"] else "since"
        self.tell(item={item: "yes"}, **{dates: {item: self.now.date()}})
        if item in OF_A_LEG:
            other: Leg = "left" if leg == "right" else "right"
            self.tell(detail={item: {leg: "yes", other: "no"}})
            self.named.add(leg)
        self.found = self.look()
        # Dates do not tell what came first on the day of an examination.
        if self.told["examined"].get(item) != self.now.date():
            assert self.found.care_level >= CareLevel.SAME_DAY

    @rule(
        days=st.integers(0, 2),
        told_ok=st.sampled_from(("yes", "no", "not_discussed")),
        back=st.data(),
    )
    def visit(self, days: int, told_ok: str, back: st.DataObject) -> None:
        """Examined: after a lock for all its rules, else for a weakness as an item page asks it."""
        self.later()
        lock = self.found.locked
        rules = (
            [r.rstrip("?") for r in lock.rules] if lock else [back.draw(st.sampled_from(OF_A_LEG))]
        )
        day = self.now.date() - timedelta(days=days)
        self.visits += [Visit(one, day, told_ok, self.now) for one in rules]
        self.tell(examined=dict.fromkeys(rules, day), told_ok=dict.fromkeys(rules, told_ok))
        self.found = self.look()

    @rule(item=st.sampled_from(OF_A_LEG), leg=legs)
    def say_with_a_visit(self, item: str, leg: Leg) -> None:
        """It began today and was examined today, told in one: that visit was not after the lock."""
        self.later()
        first = not any(item in lock.rules for lock in self.history.locks)
        self.visits.append(Visit(item, self.now.date(), "yes", self.now))
        self.tell(examined={item: self.now.date()}, told_ok={item: "yes"})
        self.say(item, leg)
        if first and item != "B1":
            assert self.found.care_level == CareLevel.EMERGENCY

    @rule()
    def both_steps(self) -> None:
        """The next day: examined, told that exercise is fine, and a clean screen."""
        lock = self.found.locked
        if lock is None:
            return
        self.later(days=1)
        rules = [one.rstrip("?") for one in lock.rules]
        self.visits += [Visit(one, self.now.date(), "yes", self.now) for one in rules]
        self.tell(
            examined=dict.fromkeys(rules, self.now.date()), told_ok=dict.fromkeys(rules, "yes")
        )
        self.screen()

    @rule(item=st.sampled_from(OF_A_LEG), leg=legs)
    def known_from_then_on(self, item: str, leg: Leg) -> None:
        """A weakness of this leg is told, examined the next day and released."""
        self.say(item, leg)
        self.both_steps()

    @rule(leg=legs, test=tests, answer=answers)
    def check_strength(self, leg: Leg, test: StrengthTest, answer: StrengthAnswer) -> None:
        """One test of one leg; what is new must be heard, whatever was known of the other leg."""
        self.later()
        before = self.told["strength"]
        tested_at: datetime | None = self.told["strength_at"]
        earlier_day = tested_at is not None and tested_at.date() < self.now.date()
        if tested_at is not None:
            record = StrengthRecord(tested_at, before)
            self.history = replace(self.history, strength=(*self.history.strength, record))
        last = before.get(leg, {}).get(test)
        weak_before = leg in self.named or any(BAD[x] for x in before.get(leg, {}).values())
        tests_now = {**before, leg: {**before.get(leg, {}), test: answer}}
        self.told |= {"strength": tests_now, "strength_at": self.now}
        self.found = self.look()
        worse = last is not None and earlier_day and BAD[answer] > BAD[last]
        if BAD[answer]:
            self.named.add(leg)
            if worse or not weak_before:
                assert self.found.care_level >= CareLevel.SAME_DAY
            if worse and answer == "cannot" and test in ("heel_walk", "toe_raise"):
                assert self.found.care_level == CareLevel.EMERGENCY

    # --- what always holds ------------------------------------------------------------------

    def goes_in_order(self) -> None:
        """Each open lock: examined after it, told that exercise is fine, then a fresh screen."""
        locks = [lock for lock in self.history.locks if lock.released_at is None]
        screened = self.told["screened_at"]
        for lock in locks:
            assert screened > lock.fired_at
            for one in lock.rules:
                same = [k for k in locks if one in k.rules] if one in UNHEEDING else [lock]
                fired = min(k.fired_at for k in same)
                after = [v for v in self.visits if v.rule == one and v.at > fired]
                assert after
                assert after[-1].told_ok == "yes"
                assert fired.date() <= after[-1].day <= screened.date()

    @invariant()
    def an_open_lock_blocks(self) -> None:
        """Until it is released."""
        still = [lock for lock in self.history.locks if lock.released_at is None]
        assert bool(still) == (self.found.locked is not None)
        assert not still or self.found.movement_gate == Gate.BLOCK

    @invariant()
    def seen_needs_a_visit_told_after_the_lock(self) -> None:
        """The emergency card goes no sooner, and no rule is both seen and firing."""
        for id in self.found.fired:
            name, _, mark = id.partition(" ")
            if mark != "seen":
                continue
            fired = max(k.fired_at for k in self.history.locks if name in k.rules)
            assert any(v.rule == name and v.at > fired for v in self.visits)
            assert name not in self.found.fired


TestLife = pytest.mark.slow(Life.TestCase)
TestLife.settings = settings(max_examples=150, stateful_step_count=15, deadline=None)
