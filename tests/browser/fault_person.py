"""What does a person enter while everything fails? Sessions in the player, check-ins and notes.

Chance says what is felt and which fault comes when; the same seed makes the same life, but for the
moments at which the machine lets a fault strike.
"""

import json
from collections import Counter
from random import Random
from typing import Any

from playwright.sync_api import ConsoleMessage, JSHandle
from playwright.sync_api import TimeoutError as BrowserTimeout

from spineward.clinical.catalogue import drawing_version
from tests.browser import fault_taps as taps
from tests.browser.fault_ledger import Ledger
from tests.browser.fault_world import World
from tests.browser.way import BACK, CALF

MINUTE = 60
SOON = 5_000
"""Milliseconds in which a page is what it will be."""
MOST_STEPS = 60
FAULT_AT = 0.5
"""How often a step is met by a fault."""
ON_THE_LINE = ("answer lost", "doubled", "held up")
AWAY = ("offline", "server killed before")
FAULTS = (
    *AWAY,
    *ON_THE_LINE,
    "server killed after",
    "tab closed",
    "tab crashed",
    "browser killed",
    "two tabs",
    "clock moved",
)
CLOCK = (8, 8, 8, 8, 200)
"""By how many minutes at most the clock of the phone is moved."""


class Someone:
    """Enters what chance says, and lets the ledger see what the page shows."""

    def __init__(self, world: World, chance: Random, ledger: Ledger) -> None:
        self.world, self.chance, self.ledger = world, chance, ledger
        self.away = 0
        self.to_come: dict[tuple[str, ...], list[str]] = {}
        self.steps: Counter[str] = Counter()
        """All steps that were taken, and those of them that were taken offline."""
        self.offline: Counter[str] = Counter()
        world.listen(self._heard)

    def _heard(self, message: ConsoleMessage) -> None:
        what, _, told = message.text.partition(" ")
        if message.type == "debug" and what == "kept":
            self.ledger.told(*json.loads(told))

    def _at(self, step: str) -> None:
        """This step is taken now, with a network or without."""
        self.steps[step] += 1
        self.offline[step] += self.world.offline

    # --- a day -----------------------------------------------------------------------------

    def check_in(self) -> None:
        """Three pages of a daily check-in."""
        query = f"kind=daily&place={BACK}&place={CALF}"
        chart = {"drawing": drawing_version()}
        for place, pain in ((BACK, "2"), (CALF, "4")):
            chart |= {f"{place}.pain": pain, f"{place}.tingling": "0", f"{place}.numbness": "0"}
        able = dict.fromkeys(("can_sit_10", "can_stand_10", "can_walk_10"), "yes")
        day = {**able, "after_activity": "none", "nights_broken": "0", "woke_at": "over"}
        self._forms(
            (f"/check-in/chart/?{query}", chart),
            ("/check-in/now/?kind=daily", {"worst_24h": "5", "eased_by_position": "yes"}),
            ("/check-in/day/?kind=daily", day),
        )

    def screen(self) -> None:
        """The page before a session."""
        self._forms(("/check-in/QS/?kind=session", {"answer": "none"}))

    def _forms(self, *forms: tuple[str, dict[str, str]]) -> None:
        self.world.visit("/outbox/")
        box = self._box()
        for path, fields in forms:
            step = path.strip("/").partition("?")[0].rstrip("/")
            self._cut(self._chance_of((*AWAY, *ON_THE_LINE), step))
            self._at(step)
            at = self.world.now.isoformat()
            lists = {name: [value] for name, value in fields.items()}
            form = {"what": "form", "at": at, "path": path, "fields": lists}
            box.evaluate("(box, form) => box.add(form)", form)
            self.ledger.keeps(box.evaluate("(box) => box.all()"))
        self.world.mend()
        self.world.send_all(self._box)

    # --- a session -------------------------------------------------------------------------

    def session(self) -> bool:
        """One session to its end; False when none is to be had now."""
        self.world.visit("/session/")
        # What arrived a moment ago is not in this page yet; then it loads itself anew.
        try:
            self.world.page.wait_for_selector("session-player[data-page='start']", timeout=SOON)
        except BrowserTimeout:
            return False
        player = self._player()
        self._cut(self._chance_of((*AWAY, *ON_THE_LINE), "start"))
        self._at("start")
        player.evaluate(taps.START)
        self._look()
        for _ in range(MOST_STEPS):
            seen = self._look()
            if seen and seen["over"] == "elsewhere":
                self._reopen()
                seen = self._look()
            if not seen or seen["over"] or seen["state"]["step"] == "finished":
                break
            self._meet(self._chance_of(FAULTS, seen["state"]["step"]), seen)
            self._back_in_time()
        self._reopen()
        self.world.mend()
        self.world.send_all(self._box)
        self._look()
        return True

    def _player(self) -> JSHandle:
        player = self._found()
        assert player, f"no session runs at {self.world.page.url}"
        return player

    def _found(self) -> JSHandle | None:
        """The session in this tab; once it is over, the page may say so without the player."""
        self.world.page.wait_for_function(taps.SETTLED)
        player = self.world.page.evaluate_handle(taps.PLAYER).as_element()
        if player:
            player.evaluate(f"(player) => ({taps.TELLS})(player.outbox)")
        return player

    def _box(self) -> JSHandle:
        box = self.world.page.evaluate_handle(taps.OUTBOX)
        box.evaluate(taps.TELLS)
        return box

    def _look(self) -> dict[str, Any] | None:
        """What the page shows, kept in the ledger; nothing when no session runs."""
        kept, seen = self.world.steady(self._read)
        self.ledger.keeps(kept)
        if seen:
            self.ledger.sees(seen)
        return seen

    def _read(self) -> tuple[list[Any], dict[str, Any] | None]:
        kept = self._box().evaluate("(box) => box.all()")
        player = self._found()
        return kept, player.evaluate(taps.SEEN) if player else None

    def _reopen(self) -> None:
        """The session again, in this tab, wherever it was."""
        self.world.visit("/session/")
        self.world.steady(self._take_up)

    def _take_up(self) -> None:
        player = self._found()
        if player and player.evaluate("(player) => player.over") == "elsewhere":
            with self.world.page.expect_navigation():
                player.evaluate(taps.HERE)

    # --- faults ----------------------------------------------------------------------------

    def _chance_of(self, faults: tuple[str, ...], step: str) -> str:
        """Which fault meets this step; each kind of step is taken offline at least once, and no
        fault comes again before all others have come."""
        if not self.offline[step]:
            return "offline"
        if self.chance.random() > FAULT_AT:
            return ""
        to_come = self.to_come.setdefault(faults, [])
        if not to_come:
            to_come += self.chance.sample(faults, len(faults))
        return to_come.pop()

    def _cut(self, fault: str) -> None:
        """What stands between the phone and the diary fails, for this entry or for some steps."""
        if fault in ON_THE_LINE:
            self.world.line.fault = fault
        elif fault in AWAY:
            self.away = self.chance.randint(1, 5)
            if fault == "offline":
                self.world.cut_off()
            else:
                self.world.kill_server()

    def _meet(self, fault: str, seen: dict[str, Any]) -> None:
        """One step, under this fault."""
        world = self.world
        self._cut(fault)
        if fault == "clock moved":
            most = self.chance.choice(CLOCK) * MINUTE
            world.move_clock(self.chance.uniform(-most, most))
        self._at(seen["state"]["step"])
        if fault == "two tabs":
            self._two_tabs()
        elif fault in ("tab closed", "tab crashed", "browser killed"):
            self._cut_short(fault, seen)
        else:
            self._do(seen, wait=True)
        if fault == "server killed after":
            world.kill_server()
            self.away = self.chance.randint(1, 5)

    def _cut_short(self, fault: str, seen: dict[str, Any]) -> None:
        """The page ends in the middle of what was tapped; then the session is opened again."""
        world = self.world
        other = world.context.new_page() if fault == "tab closed" else None
        self._do(seen, wait=False)
        if other:
            world.close_tab(other)
        elif fault == "tab crashed":
            world.crash_tab()
        else:
            world.kill_browser()
        self._reopen()

    def _back_in_time(self) -> None:
        """What was cut off comes back after some steps."""
        self.away -= 1
        if self.away == 0:
            self.world.mend()

    def _two_tabs(self) -> None:
        """Both add to the session at the same moment: one of them is told that it is behind."""
        first = self._player()
        self.world.page = self.world.context.new_page()
        self.world.visit("/session/")
        if not self.world.steady(lambda: self._player().evaluate("(player) => player.stale")):
            self._race(first, self._player())
        for page in self.world.context.pages:
            if page != self.world.page:
                page.close()
        self._reopen()

    def _race(self, first: JSHandle, second: JSHandle) -> None:
        event = {"kind": "stopped" if self.chance.random() < 0.1 else "continued"}
        adding = first.evaluate_handle(f"(player, event) => [({taps.BOTH})(player, event)]", event)
        later = second.evaluate(taps.BOTH, event)
        earlier = adding.evaluate("([adding]) => adding")
        self.ledger.raced(earlier, later)

    # --- what is done in a session -----------------------------------------------------------

    def _do(self, seen: dict[str, Any], wait: bool) -> None:
        """What comes next in the session; without waiting it is cut off in the middle."""
        meant, what, given = self._chosen(seen)
        asked = [seen["state"]["step"], given, wait]
        if told := self._player().evaluate(taps.tap(what), asked):
            self.ledger.tapped(meant, **told)

    def _chosen(self, seen: dict[str, Any]) -> tuple[str, str, Any]:
        """The entry that is meant, the tap that makes it, and what is given to it."""
        chance, step = self.chance, seen["state"]["step"]
        if step in ("movement", "verdict") and chance.random() < 0.15:
            return "diary/note", taps.NOTE, f"note {chance.random():.12f}"
        if chance.random() < 0.01:
            return "session stopped", taps.STOP, None
        if step == "movement":
            kind = chance.choices(("set_done", "skipped", "swapped"), (20, 1, 2))[0]
            if kind == "swapped" and seen["swaps"]:
                return "session swapped", taps.SWAP, chance.random()
            kind = "skipped" if kind == "skipped" else "set_done"
            return f"session {kind}", taps.ACT, {"kind": kind}
        if step == "verdict":
            self.world.later(chance.uniform(5, 90))
            return "session continued", taps.ACT, {"kind": "continued"}
        if step in ("settle", "re_ask"):
            self.world.later(chance.choice((2, 11, 31)) * MINUTE)
            return "session reading", taps.SAME, chance.random() < 0.4
        self.world.later(20 if step == "after_set" else chance.uniform(60, 150))
        if chance.random() < 0.7:
            return "session reading", taps.SAME, False
        lowest = chance.choice(("3", "4", "5", "6", "6", "8", "0", "front"))
        fresh = chance.choices(([], ["sharp"]), (9, 1))[0]
        return "session reading", taps.ANSWERED, [lowest, str(chance.randint(1, 7)), fresh]
