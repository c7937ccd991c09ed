"""Which page comes next? The order of the questions, and when they stop for something urgent.

Spec section 11. Pages are Q1-Q7, QS, the pages of content/questions/check_in.toml, and for a
touched line: `health.<line>` (which of several), `item.<X>` (the full question), `clarify.<X>`
(once, if still unsure). Instead of a page, `stop.emergency` shows the emergency card at once and
`stop.result` the result; None means that all is asked.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit
from spineward.clinical.conditions import holds
from spineward.clinical.facts import CareLevel, Finding, Situation
from spineward.clinical.missing import screen_stale, stale
from spineward.clinical.questions import FULL_SCREEN, items, pages
from spineward.clinical.rules import emergency, same_day, strength

Kind = Literal["first", "daily", "weekly", "session"]
WEEKLY_SCREEN = ("Q1", "Q2", "Q3", "Q4", "Q6", "changes")
NEW_EPISODE = ("about",)
"""Asked at first use, and when pain is back after quiet weeks: since when it is there."""
HEALTH = ("Q5", "Q7")
"""What `changes` stands in for, and opens when something has changed."""
TOILET_AND_LEGS = ("Q1", "Q2")
BEFORE_A_RESULT = ("Q1", "Q2", "Q3", "Q4")
"""A confirmed B item waits for these pages only; at first use for the person's health too."""
HEALTH_FIRST = "Q5"
"""Not asked yet, it counts as yes to all (0.4), and a B item would look like an emergency."""
PATTERNS = ("patterns", "patterns_2")
MARKS_ASK = ("A3", "A5")
"""Items whose rule also reads the chart: a mark counts once it is confirmed (section 11)."""
CHART_OPENS = {"trunk": "A8", "mid_back": "C5", "groin": "C12"}
"""Off-path zones whose new marks open an item page (2.2)."""
STOP_EMERGENCY, STOP_RESULT = "stop.emergency", "stop.result"


@dataclass(frozen=True, slots=True)
class Draft:
    """A check-in under way.

    `answered` says when each of its pages was answered (patterns: when ever last). `ticked` holds
    per page the lines that were ticked or picked as "not sure"; anything at all under `changes`
    means that health has changed. `asks` are pages or items that the last assessment wants asked;
    what belongs to a session (re_ask) is left to it.
    """

    kind: Kind
    answered: Mapping[str, datetime]
    ticked: Mapping[str, frozenset[str]] = field(default_factory=dict)
    asks: tuple[str, ...] = ()

    def done(self, now: datetime) -> frozenset[str]:
        """The pages whose answers still hold."""
        return frozenset(p for p, at in self.answered.items() if not stale(at, now, self._lasts(p)))

    def _lasts(self, page: str) -> timedelta:
        if page in PATTERNS:
            return timedelta(days=limit("check_in.patterns_days"))
        if self.kind == "session":
            return timedelta(minutes=limit("screen.session_minutes"))
        return timedelta(hours=limit("check_in.draft_hours"))


def due(situation: Situation) -> Kind:
    """Which check-in a person is due for when they come back."""
    if situation.age is None or not situation.item:
        return "first"
    return "weekly" if screen_stale(situation) else "daily"


def again_within(state: str, fired: tuple[str, ...]) -> int | None:
    """Within how many hours the next check-in is asked for: a strong flare (section 3), a turn for
    the worse (T2); otherwise whenever the person likes."""
    if state == "FLARE_SEVERE":
        return limit("flare.check_in_hours")
    return limit("t2.ask_hours") if "T2" in fired else None


def pages_for(kind: Kind, situation: Situation, asks: Collection[str] = ()) -> tuple[str, ...]:
    """The pages that will be asked if nothing is touched, in order: for "3 of 12".

    `asks` as in Draft: where it holds the page `about`, a new episode begins (T8).
    """
    case = Case(situation)
    severe = ("now_severe",) if _severe(situation) else ()
    today = ("chart", "now", *severe, "day")
    if kind == "session":
        return ("QS",)
    if kind == "first":
        return (*FULL_SCREEN, *NEW_EPISODE, *today, *PATTERNS)
    anew = NEW_EPISODE if set(NEW_EPISODE) <= set(asks) else ()
    full = bool(case.open_lock or anew)
    screen = FULL_SCREEN if full else WEEKLY_SCREEN if kind == "weekly" else ()
    weekly = ("weekly", "strength", *PATTERNS) if kind == "weekly" else ()
    return (*screen, *anew, *today, *weekly)


def next_page(draft: Draft, situation: Situation) -> str | None:
    """The page to show now."""
    done = draft.done(situation.now)
    case = Case(situation)
    worst = _confirmed(case, done)
    if worst == CareLevel.EMERGENCY:
        return STOP_EMERGENCY
    if (page := _disputed(case, draft, done)) is not None:
        return page
    early = _early(case, draft, done)
    if (page := next((page for page in early if page not in done), None)) is not None:
        return page
    if worst == CareLevel.SAME_DAY:
        return STOP_RESULT
    return next((page for page in _late(case, draft, done) if page not in done), None)


def _severe(situation: Situation) -> bool:
    return holds("now_8", situation) or holds("first_leg_7", situation)


# --- What was confirmed --------------------------------------------------------------------


def _findings(case: Case) -> list[Finding]:
    asked = (emergency.RULES, strength.RULES, same_day.RULES)
    return [found for rules in asked for found in rules.fire(case)]


def _confirmed(case: Case, done: frozenset[str]) -> CareLevel:
    """The worst level of a rule whose item page was answered to the end, and not with a no."""
    asked = [page.removeprefix("item.") for page in done if page.startswith("item.")]
    settled = {
        item for item in asked if not case.clear(item) and _follow_up(case, item, done) is None
    }
    if not settled:
        return CareLevel.SELF_CARE
    return max(
        (found.level for found in _findings(case) if found.rule in settled),
        default=CareLevel.SELF_CARE,
    )


def _follow_up(case: Case, item: str, done: frozenset[str]) -> str | None:
    """What an answered item page still asks: strength or the clarifier, once; for A5, C7."""
    if case.situation.item.get(item) == "not_sure":
        page = "strength" if items()[item].strength else f"clarify.{item}"
        return page if page not in done else None
    if item == "A5" and case.yes("A5") and not case.within("A5", "a5.unchanged_days"):
        # Both legs for over 3 months may be rule C7 instead, which cannot be told unasked.
        return "item.C7" if "item.C7" not in done else None
    return None


# --- The order -----------------------------------------------------------------------------


def _early(case: Case, draft: Draft, done: frozenset[str]) -> Iterator[str]:
    """What comes before a result: whatever was left open, then Q1-Q4 as far as they are due."""
    if draft.kind in ("daily", "weekly"):
        for item, answer in sorted(case.situation.item.items()):
            if answer == "not_sure":
                yield from _item_pages(case, item, done)
    due_now = pages_for(draft.kind, case.situation, draft.asks)
    yield from _asked(case, draft, done, due_now)
    for page in (*BEFORE_A_RESULT, "QS"):
        if page in due_now:
            yield from _with_items(case, page, draft, done)
    if draft.kind == "first":
        yield HEALTH_FIRST
    if "chart" in done:
        yield from _after_chart(case, draft, done)


def _asked(
    case: Case, draft: Draft, done: frozenset[str], due_now: tuple[str, ...]
) -> Iterator[str]:
    """What the last assessment wants asked, unless the check-in asks it anyway."""
    for ask in draft.asks:
        if ask in items():
            yield from _item_pages(case, ask, done)
        elif ask not in due_now and (ask in pages() or ask == "strength"):
            yield from _with_items(case, ask, draft, done)


def _late(case: Case, draft: Draft, done: frozenset[str]) -> Iterator[str]:
    """The rest, each page followed by what its touched lines open."""
    for page in pages_for(draft.kind, case.situation, draft.asks):
        yield from _with_items(case, page, draft, done)
        if page == "changes" and draft.ticked.get(page):
            for health in HEALTH:
                yield from _with_items(case, health, draft, done)


def _with_items(case: Case, page: str, draft: Draft, done: frozenset[str]) -> Iterator[str]:
    """A page, and directly after it the pages of the lines that were touched on it."""
    yield page
    touched = draft.ticked.get(page, frozenset())
    for line in pages()[page].lines if page in pages() else ():
        if line.id not in touched:
            continue
        if line.asks:
            yield f"health.{line.id}"
        for item in line.opens:
            yield from _item_pages(case, item, done)


def _item_pages(case: Case, item: str, done: frozenset[str]) -> Iterator[str]:
    if items()[item].derived or not holds(items()[item].when, case.situation):
        return
    yield f"item.{item}"
    if (more := _follow_up(case, item, done)) is not None:
        yield more


def _disputed(case: Case, draft: Draft, done: frozenset[str]) -> str | None:
    """Marks that meet A3 or A5 against a "no": ask; said to be wrong, the chart is open again."""
    if "chart" not in done:
        return None
    marked = {found.rule for found in emergency.RULES.fire(case)} & set(MARKS_ASK)
    for item in sorted(marked):
        page = f"item.{item}"
        if case.clear(item):
            asked = page in done and draft.answered[page] > draft.answered["chart"]
            return "chart" if asked else page
    return None


def _after_chart(case: Case, draft: Draft, done: frozenset[str]) -> Iterator[str]:
    """New off-path marks open their item; a new zone or quality opens Q1 and Q2."""
    fresh = _new_qualities(case)
    for zone, item in CHART_OPENS.items():
        if any(place == zone for place, _, _ in fresh):
            yield from _item_pages(case, item, done)
    if fresh and _last_qualities(case) is not None:
        for page in TOILET_AND_LEGS:
            yield from _with_items(case, page, draft, done)


Quality = tuple[str, str, str]
"""Zone, side, and pain, tingling or numbness."""


def _new_qualities(case: Case) -> frozenset[Quality]:
    """What today's chart shows that the last one did not, usual marks aside."""
    today = frozenset(
        (mark.zone, mark.side, quality)
        for mark in case.chart
        for quality in ("pain", "tingling", "numbness")
        if getattr(mark, quality) and not mark.usual
    )
    return today - (_last_qualities(case) or frozenset())


def _last_qualities(case: Case) -> frozenset[Quality] | None:
    """What the last check-in's chart showed; None without one."""
    charts = [record.chart for record in case.history.check_ins if record.chart is not None]
    if not charts:
        return None
    return frozenset(
        (mark.zone, mark.side, quality)
        for mark in charts[-1]
        for quality in ("pain", "tingling", "numbness")
        if getattr(mark, quality)
    )
