"""Where in the session is the person? A replay of what happened, set by set.

A session is its events and nothing else: the same events give the same state, before and after
the program was stopped. A set is done, then read at once, then after a minute or two upright.
Over 300 lines: one replay, which a reader follows best in one place.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from spineward.clinical.catalogue import limit
from spineward.clinical.facts import ExerciseSession, Reading, SetOutcome, SetRecord, SetVerdict
from spineward.clinical.facts.answers import Leg
from spineward.clinical.facts.session import Point, SessionEvent, SessionState, Step, Symptom
from spineward.clinical.library import movements
from spineward.clinical.open_set import OpenSet, answer_time, longest_pause


def state(
    events: Iterable[SessionEvent],
    planned: tuple[str, ...],
    affected: tuple[Leg, ...],
    now: datetime,
) -> SessionState:
    """The state after these events, at this time. `planned` names one movement per set, in order.

    Raises ValueError when the first event is not `started` with a reading.
    """
    replay: _Replay | None = None
    for event in events:
        if replay is None:
            replay = _Replay(event, planned, affected)
        else:
            replay.take(event)
    if replay is None:
        raise ValueError("events: empty; the first one is started")
    return replay.at(now)


OVER: tuple[Step, ...] = ("finished", "re_ask")
"""From here no movement is shown again in this session, whatever is still told."""


class _Replay:
    def __init__(
        self, start: SessionEvent, planned: tuple[str, ...], affected: tuple[Leg, ...]
    ) -> None:
        if start.kind != "started" or start.reading is None:
            raise ValueError(f"events: {start.kind} comes first; started with a reading does")
        self.started = self.seen = start.at
        self.first = start.reading
        self.affected = affected
        self.queue = planned
        self.halved: frozenset[str] = frozenset()
        self.past: tuple[SetRecord, ...] = ()
        self.stops: frozenset[str] = frozenset()
        self.step: Step = "movement"
        self.outcome: SetOutcome | None = None
        self.decided_at: datetime | None = None
        self.ended: datetime | None = None
        self._open(start.reading, start.at)

    def _open(self, t0: Reading, at: datetime) -> None:
        """The next set of the queue begins, or there is none left."""
        movement = self.queue[0] if self.queue else ""
        half = movement in self.halved
        self.set = OpenSet(movement, t0, self.first.chart, self.affected, self.past, half)
        self.step = "movement" if self.queue else "finished"
        self.outcome = self.outcome if not self.queue else None
        self.decided_at = None
        if not self.queue:
            self.ended = at

    # --- events ----------------------------------------------------------------------------

    def take(self, event: SessionEvent) -> None:
        """One event after the other; what no longer fits changes nothing."""
        self._expire(event.at)
        self.seen = event.at
        if event.kind == "reading":
            self._read(event)
        elif event.kind == "symptoms":
            self._notice(event.symptoms, event)
        elif self.step in OVER:
            return
        elif event.kind in ("stopped", "ended"):
            self._leave(event)
        else:
            self._walk(event)

    def _walk(self, event: SessionEvent) -> None:
        """The person goes on: does the set, leaves a page, skips or swaps a movement."""
        if self.step == "upright" and event.kind in ("continued", "set_done"):
            self._decide(event.at)
            if event.kind == "continued":
                return
        if self.step == "verdict":
            self._advance(event.at)
            if event.kind == "continued":
                return
        if self.step != "movement":
            return
        current = self.set.movement
        if event.kind == "set_done":
            self.set.over = event.at
            self.step = "after_set"
        elif event.kind == "skipped":
            self._requeue(tuple(name for name in self.queue if name != current), event.at)
        elif event.kind == "swapped" and event.movement and self._open_to(event.movement):
            new = event.movement
            queue = tuple(new if name == current else name for name in self.queue)
            self._requeue(queue, event.at)

    def _open_to(self, movement: str) -> bool:
        """No movement of this session has closed its family."""
        stopped = [one for one in self.past if one.verdict == SetVerdict.STOP_MOVEMENT]
        return not any(_same_family(movement, one.movement) for one in stopped)

    def _requeue(self, queue: tuple[str, ...], at: datetime) -> None:
        self.queue = queue
        self._open(self.set.t0, at)

    def _read(self, event: SessionEvent) -> None:
        if event.point is None or event.reading is None or not self._awaited(event.point):
            return
        self.set.add(event.point, event.reading, event.at)
        self._judge(event.at)

    def _awaited(self, point: Point) -> bool:
        """Does this reading fit here? A late t1 still does, for it may call for help."""
        late = point == "t1" and "t1" not in self.set.given and self.set.over is not None
        return (
            late
            or self.step
            in {
                "t0": ("movement",),
                "tdur": ("movement", "after_set"),
                "t1": ("after_set",),
                "t2": ("upright",),
                "at_10": ("settle",),
                "at_30": ("re_ask",),
            }[point]
        )

    def _notice(self, symptoms: tuple[Symptom, ...], event: SessionEvent) -> None:
        """A symptom or red flag counts at any time, also on the last page."""
        if not self.set.movement:
            return
        self.set.symptoms = tuple(dict.fromkeys((*self.set.symptoms, *symptoms)))
        self.set.red_flags = tuple(dict.fromkeys((*self.set.red_flags, *event.red_flags)))
        self._judge(event.at)

    def _leave(self, event: SessionEvent) -> None:
        """The person stops or ends the session; what was still open is not taken as good.

        Ending with the answer after a set still open is a wish to stop (SS5).
        """
        stops = event.kind == "stopped" or self.step == "after_set"
        if self.step in ("verdict", "settle"):
            self.ended = event.at
            if self.step == "settle":
                self._decide((self.decided_at or event.at) + answer_time())
        elif stops:
            self._notice(("stop_asked",), event)
        elif self.step == "upright":
            self._decide(event.at)
        if self.step != "re_ask":
            self._finish(event.at, *(("SS5",) if stops else ()))

    # --- verdicts --------------------------------------------------------------------------

    def _judge(self, at: datetime) -> None:
        """Decide as soon as it can be decided; a stop never waits for the next question."""
        found = self.set.outcome(at)
        given = self.set.given
        known = found.row > 0 or any(id.startswith("SS") for id in found.fired)
        stops = found.verdict >= SetVerdict.STOP_MOVEMENT and known
        if stops or self.set.late or "t2" in given:
            self._decide(at)
        elif "t1" in given and self.step not in OVER:
            self.step = "upright"

    def _decide(self, at: datetime) -> None:
        found = self.set.outcome(at)
        if self._too_early(found, at) or self._over_and_milder(found):
            return
        self.outcome = found
        self.set.over = self.set.over or at
        self.decided_at = self.decided_at or at
        record = self.set.record(at)
        self.past = (*self.set.past, record) if record else self.set.past
        self.stops |= {id for id in found.fired if id.startswith("SS")}
        if found.verdict >= SetVerdict.STOP_SESSION:
            self.ended = self.ended or at
            awaited = found.re_ask_minutes == limit("set.re_ask_minutes")
            self.step = "re_ask" if awaited else "finished"
        elif found.verdict == SetVerdict.STOP_MOVEMENT and not self.set.settled(at):
            self._unsettled(at)
        else:
            self.step = "verdict"

    def _unsettled(self, at: datetime) -> None:
        """Other movements only once back to t0; still not after the wait, the session is over."""
        asked = "at_10" in self.set.given and at >= self._settled_by()
        if asked:
            self._finish(at)
        else:
            self.step = "settle"

    def _settled_by(self) -> datetime:
        return (self.decided_at or self.started) + timedelta(minutes=limit("set.settle_minutes"))

    def _re_ask_at(self) -> datetime:
        since = self.set.over or self.decided_at or self.started
        return since + timedelta(minutes=limit("set.re_ask_minutes"))

    def _too_early(self, found: SetOutcome, at: datetime) -> bool:
        """A re-ask that is answered before its time waits, unless it is settled or needs help."""
        given = self.set.given
        if self.step == "settle" and "at_10" in given and at < self._settled_by():
            waits = found.row == 5 and "SS4" not in found.fired and not self.set.settled(at)
            if waits and found.verdict == SetVerdict.STOP_SESSION:
                del given["at_10"]
                return True
        early = self.step == "re_ask" and "at_30" in given and at < self._re_ask_at()
        if early and found.verdict < SetVerdict.STOP_AND_ESCALATE:
            del given["at_30"]
            return True
        return False

    def _over_and_milder(self, found: SetOutcome) -> bool:
        """What is told after the end can only add a stop; it never opens the session again."""
        known = SetVerdict.STOP_SESSION if self.outcome is None else self.outcome.verdict
        return self.step in OVER and found.verdict < max(known, SetVerdict.STOP_SESSION)

    def _expire(self, now: datetime) -> None:
        """Answers that did not come in time: the session is over, and stays so."""
        if self.step == "after_set" and self.set.over and now - self.set.over >= answer_time():
            self._decide(self.set.over + answer_time())
        if self.step == "upright" and now - self.set.given_at["t1"] >= answer_time():
            self._decide(self.set.given_at["t1"] + answer_time())
        if self.step == "settle" and self.decided_at and now - self.decided_at >= answer_time():
            over = self.decided_at + answer_time()
            self._decide(over)
            self._finish(over)
        if self.step in ("movement", "verdict") and now - self.seen >= longest_pause():
            self._finish(self.seen + longest_pause())

    def _finish(self, at: datetime, *stops: str) -> None:
        self.stops |= set(stops)
        self.ended = self.ended or at
        self.step = "finished"

    def _advance(self, at: datetime) -> None:
        """The next set: a stopped family is left out, a back that ached gets half the range."""
        found, movement, rest = self.outcome, self.set.movement, self.queue[1:]
        if found is not None and found.verdict == SetVerdict.STOP_MOVEMENT:
            rest = tuple(name for name in rest if not _same_family(name, movement))
        elif found is not None and found.verdict == SetVerdict.REGRESS:
            rest = tuple(name for name in rest if name != movement)
            if movement not in self.halved:
                self.halved |= {movement}
                rest = (movement, *rest)
        self.queue = rest
        self._open(self.set.last, at)

    # --- state -----------------------------------------------------------------------------

    def at(self, now: datetime) -> SessionState:
        """What to show at this time."""
        self._expire(now)
        over = self.step in OVER
        stops = tuple(sorted(self.stops))
        done = ExerciseSession(self.started, self.ended, self.first.chart, self.past, stops)
        before = [one for one in self.set.past if one.movement == self.set.movement]
        return SessionState(
            step=self.step,
            movement=None if over else self.set.movement,
            set_number=len(before) + 1,
            half_range=self.set.half_range,
            outcome=self.outcome,
            done=done,
            waits_until=self._waits_until(),
            awaits_re_ask=self.step == "re_ask",
            remaining=() if over else self.queue[1:],
            t0=self.set.t0,
            last=self.set.last,
        )

    def _waits_until(self) -> datetime | None:
        if self.step == "upright":
            wait = timedelta(minutes=limit("set.upright_minutes"))
            return self.set.given_at["t1"] + wait
        if self.step == "settle":
            return self._settled_by()
        rests = self.outcome is not None and self.outcome.verdict == SetVerdict.REGRESS
        if self.step == "verdict" and rests and self.decided_at:
            return self.decided_at + timedelta(minutes=limit("set.regress_rest_minutes"))
        return self._re_ask_at() if self.step == "re_ask" else None


def _same_family(name: str, stopped: str) -> bool:
    """A stop takes the whole family; on an ease item only that item (4.2)."""
    if name == stopped:
        return True
    known = movements()
    return known[stopped].family != "ease" and known[name].family == known[stopped].family
