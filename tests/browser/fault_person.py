"""What does a person enter while everything fails? Sessions in the player, check-ins and notes.

Chance says what is felt and which fault comes when; the same seed makes the same life, but for the
moments at which the machine lets a fault strike.
"""

from random import Random
from typing import Any

from playwright.sync_api import JSHandle

from spineward.clinical.catalogue import drawing_version
from tests.browser.fault_ledger import Ledger
from tests.browser.fault_world import World
from tests.browser.way import BACK, CALF

MINUTE = 60
MOST_STEPS = 60
FAULT_AT = 0.5
"""How often a step is met by a fault."""
FAULTS = (
    "offline",
    "server killed before",
    "server killed after",
    "answer lost",
    "doubled",
    "held up",
    "tab closed",
    "tab crashed",
    "browser closed",
    "two tabs",
    "clock moved",
)
PLAYER = "document.querySelector('session-player')"
READY = "session-player[data-page]"
OUTBOX = """async () => {
  for (const part of Object.values(await import('/static/built/outbox.js'))) {
    try { const found = await part(); if (found?.notInDiary) return found } catch { /* a class */ }
  }
}"""
SEEN = """(player) => {
  const {course} = player, now = Date.now();
  if (!course) return null;
  const {id, planned, affected} = course;
  return {session: id, planned, affected, now, count: course.events.length,
    state: course.at(now), offered: player.data.offered};
}"""
ANSWERED = """async (player, [lowest, pain, fresh]) => {
  for (const leg of player.known.legs) {
    await player.answer(`lowest.now.${leg}`, lowest);
    if (lowest === 'front' || Number(lowest) >= 3) await player.answer(`pain.now.${leg}`, pain);
  }
  await player.answer('new', fresh);
  await player.answer('check', 'yes');
}"""
BOTH = """async (player, event) => {
  try { await player.course.add(event); return true } catch { return false }
}"""


class Someone:
    """Enters what chance says, and lets the ledger see what the page shows."""

    def __init__(self, world: World, chance: Random, ledger: Ledger) -> None:
        self.world, self.chance, self.ledger = world, chance, ledger
        self.away = 0

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
            self._line_fault()
            at = self.world.now.isoformat()
            lists = {name: [value] for name, value in fields.items()}
            form = {"what": "form", "at": at, "path": path, "fields": lists}
            box.evaluate("(box, form) => box.add(form)", form)
            self.ledger.keeps(box.evaluate("(box) => box.all()"))
        self.world.mend()
        self.world.send_all(box)

    # --- a session -------------------------------------------------------------------------

    def session(self) -> bool:
        """One session to its end; False when none is to be had now."""
        self.world.visit("/session/")
        if not self.world.page.locator("session-player[data-page='start']").count():
            return False
        self._player().evaluate("(player) => player.start()")
        self._look()
        for _ in range(MOST_STEPS):
            seen = self._look()
            if not seen or seen["state"]["step"] == "finished":
                break
            fault = self.chance.choice(FAULTS) if self.chance.random() < FAULT_AT else ""
            self._meet(fault, seen)
            self._back_in_time()
        self._reopen()
        self.world.mend()
        self.world.send_all(self._box())
        self._look()
        return True

    def _runs(self) -> bool:
        """Is there a session in this tab? Once it is over, the page says so without the player."""
        return self.world.page.locator("#session-data, session-player").count() > 0

    def _player(self) -> JSHandle:
        self.world.page.wait_for_selector(READY, state="attached")
        return self.world.page.evaluate_handle(PLAYER)

    def _box(self) -> JSHandle:
        return self.world.page.evaluate_handle(OUTBOX)

    def _look(self) -> dict[str, Any] | None:
        """What the page shows, kept in the ledger; nothing when no session runs."""
        self.ledger.keeps(self._box().evaluate("(box) => box.all()"))
        seen: dict[str, Any] | None = self._player().evaluate(SEEN) if self._runs() else None
        if seen:
            self.ledger.sees(seen)
        return seen

    def _reopen(self) -> None:
        """The session again, in this tab, wherever it was."""
        self.world.visit("/session/")
        if not self._runs():
            return
        player = self._player()
        if player.evaluate("(player) => player.over") == "elsewhere":
            with self.world.page.expect_navigation():
                player.evaluate("(player) => player.continueHere()")

    # --- faults ----------------------------------------------------------------------------

    def _meet(self, fault: str, seen: dict[str, Any]) -> None:
        """One step, under this fault."""
        world = self.world
        world.faults[fault or "none"] += 1
        if fault == "offline":
            world.context.set_offline(True)
            self.away = self.chance.randint(1, 5)
        elif fault == "server killed before":
            world.kill_server()
            self.away = self.chance.randint(1, 5)
        elif fault == "clock moved":
            world.skew += self.chance.uniform(-8, 8) * MINUTE
            world.tell_time()
        elif fault in ("answer lost", "doubled", "held up"):
            world.line.fault = fault
        if fault in ("tab closed", "tab crashed", "browser closed"):
            self._do(seen, wait=False)
            if fault == "browser closed":
                world.kill_browser()
            else:
                world.kill_tab(crashed=fault == "tab crashed")
            self._reopen()
        elif fault == "two tabs":
            self._two_tabs()
        else:
            self._do(seen, wait=True)
        if fault == "server killed after":
            world.kill_server()
            self.away = self.chance.randint(1, 5)

    def _line_fault(self) -> None:
        if self.chance.random() < FAULT_AT:
            self.world.line.fault = self.chance.choice(("answer lost", "doubled", "held up"))
            self.world.faults[self.world.line.fault] += 1

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
        second = self._player()
        event = {"kind": "stopped" if self.chance.random() < 0.1 else "continued"}
        adding = first.evaluate_handle(f"(player, event) => [({BOTH})(player, event)]", event)
        later = second.evaluate(BOTH, event)
        earlier = adding.evaluate("([adding]) => adding")
        self.ledger.raced(earlier, later)
        for page in self.world.context.pages:
            if page != self.world.page:
                page.close()
        self._reopen()

    # --- what is done in a session -----------------------------------------------------------

    def _do(self, seen: dict[str, Any], wait: bool) -> None:
        """What comes next in the session; without waiting it is cut off in the middle."""
        script, argument = self._chosen(seen)
        # A button of a step is gone once the step is over, which the clock alone can bring about.
        call = f"""(player, [step, given]) => {{
          if (player.state.step !== step) return null;
          const done = ({script})(player, given).catch((error) => {{
            if (!error.message.includes('awaits no reading')) throw error;
          }});
          return {"done" if wait else "null"};
        }}"""
        self._player().evaluate(call, [seen["state"]["step"], argument])

    def _chosen(self, seen: dict[str, Any]) -> tuple[str, Any]:
        chance, step = self.chance, seen["state"]["step"]
        act = "(player, event) => player.act(event)"
        if chance.random() < 0.08:
            return "(player, text) => player.note(text)", f"note {chance.random():.12f}"
        if chance.random() < 0.01:
            return "(player) => player.stop()", None
        if step == "movement":
            kind = chance.choices(("set_done", "skipped", "swapped"), (20, 1, 2))[0]
            more = {"movement": chance.choice(seen["offered"])} if kind == "swapped" else {}
            return act, {"kind": kind, **more}
        if step == "verdict":
            self.world.later(chance.uniform(5, 90))
            return act, {"kind": "continued"}
        if step in ("settle", "re_ask"):
            self.world.later(chance.choice((2, 11, 31)) * MINUTE)
            last = chance.random() < 0.4
            return f"(player) => player.same(player.state.{'last' if last else 't0'})", None
        self.world.later(20 if step == "after_set" else chance.uniform(60, 150))
        if chance.random() < 0.7:
            return "(player) => player.same(player.base)", None
        lowest = chance.choice(("3", "4", "5", "6", "6", "8", "0", "front"))
        fresh = chance.choices(([], ["sharp"]), (9, 1))[0]
        return ANSWERED, [lowest, str(chance.randint(1, 7)), fresh]
