"""What does a clinician need to know in one minute? One person, put together and nothing added.

A pure stage over the others: a situation and what the diary tells beside it go in, a Report comes
out. It decides nothing and names no cause; every number in it is counted or was told.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from spineward.clinical.assessment import assess_case
from spineward.clinical.case import Case
from spineward.clinical.course import WEEK, Course, course_case
from spineward.clinical.facts import (
    Answer,
    CareLevel,
    CheckInRecord,
    ExerciseSession,
    SetVerdict,
    Situation,
    StrengthRecord,
    YesNo,
)
from spineward.clinical.facts.report import (
    AFFIRMED,
    Able,
    Affirmed,
    Beside,
    Dose,
    Latest,
    Locked,
    Said,
    Screen,
    Screened,
    Sign,
    Strength,
)
from spineward.clinical.helped import Helped, helped_case
from spineward.clinical.intake import ITEMS
from spineward.clinical.questions import items, medicines

WEEKS_OF_DOSE = 4


@dataclass(frozen=True, slots=True)
class Report:
    """Everything on the page, in the order in which it is read.

    `level` is what the answers of now ask for, `because` the rules that say so.
    """

    at: datetime
    age: int | None
    since: date | None
    leg_since: date | Literal["none"] | None
    first_ever: YesNo | None
    course: Course
    latest: Latest | None
    screen: Screen
    locks: tuple[Locked, ...]
    level: CareLevel
    within_days: int | None
    because: tuple[str, ...]
    strength: Strength
    helped: tuple[Helped, ...]
    dose: tuple[Dose, ...]
    medicines: Screened
    nsaid: str
    background: Screened
    worse: tuple[Said, ...]
    goals: tuple[Said, ...]
    questions: tuple[Said, ...]
    able: Able | None

    @property
    def empty(self) -> bool:
        """Has nothing been told so far?"""
        return self.latest is None and not self.screen.signs and not self.screen.no


def report(situation: Situation, beside: Beside | None = None) -> Report:
    """The report up to now; every part of it is there, also when it is empty."""
    case, beside = Case(situation), beside or Beside()
    found = assess_case(case)
    return Report(
        at=situation.now,
        age=situation.age,
        since=situation.episode_start,
        leg_since=situation.leg_onset,
        first_ever=situation.first_ever,
        course=course_case(case),
        latest=_latest(situation),
        screen=_screen(situation, beside.affirmed, found.fired),
        locks=tuple(_locks(situation)),
        level=found.care_level,
        within_days=found.within_days,
        because=tuple(sorted({one.id for one in found.findings if one.level == found.care_level})),
        strength=_strength(situation),
        helped=helped_case(case),
        dose=tuple(_dose(situation.history.sessions, situation.now.date())),
        medicines=_screened(situation.medicines, _medicines()),
        nsaid=found.nsaid,
        background=_screened(situation.background, sorted(situation.background)),
        worse=tuple(_of_kind(beside.said, "worse")),
        goals=tuple(_of_kind(beside.said, "goal")),
        questions=tuple(_of_kind(beside.said, "question")),
        able=beside.able,
    )


def _of_kind(said: Iterable[Said], kind: str) -> Iterator[Said]:
    return (one for one in said if one.kind == kind)


def _latest(situation: Situation) -> Latest | None:
    """The check-in of now, or else the last one that has a chart."""
    if situation.chart is not None:
        return _where(situation, situation.checked_in_at or situation.now)
    charted = (one for one in reversed(situation.history.check_ins) if one.chart is not None)
    last = next(charted, None)
    return None if last is None else _where(last, last.at)


def _where(told: Situation | CheckInRecord, at: datetime) -> Latest:
    return Latest(
        at=at,
        chart=told.chart or (),
        leg=told.leg_now,
        back=told.back_now,
        worst=told.worst_24h,
        nights_broken=told.nights_broken,
        can={
            "sit": told.can_sit_10,
            "stand": told.can_stand_10,
            "walk": told.can_walk_10,
        },
    )


def _screen(situation: Situation, affirmed: Sequence[Affirmed], fired: Sequence[str]) -> Screen:
    """Nothing that was ever affirmed is left out: a sign that went away says so."""
    last = {one.item: one for one in sorted(affirmed, key=lambda one: one.at)}
    stands = situation.item
    shown = {id for id, answer in stands.items() if answer in AFFIRMED} | last.keys()
    # What was not asked counts as a yes for the rules; here it is said to be not asked.
    follows = (set(fired) & ITEMS) - shown if stands and situation.background else set()
    signs = [_sign(situation, id, last.get(id), id in follows) for id in shown | follows]
    asked = [id for id, item in items().items() if not item.derived]
    return Screen(
        signs=tuple(sorted(signs, key=_severity)),
        no=sum(1 for id in asked if stands.get(id) is not None and stands[id] not in AFFIRMED),
        unasked=sum(1 for id in asked if stands.get(id) is None),
        asked=_asked(situation),
    )


def _sign(situation: Situation, id: str, last: Affirmed | None, rule: bool) -> Sign:
    return Sign(
        item=id,
        stands=situation.item.get(id),
        affirmed=last.at.date() if last else None,
        since=situation.since.get(id),
        worsened=situation.worsened.get(id),
        examined=situation.examined.get(id) or situation.reviewed.get(id),
        told_ok=situation.told_ok.get(id),
        rule=rule,
    )


def _severity(sign: Sign) -> tuple[bool, str, int]:
    """What stands now first, then A before B before C."""
    return not sign.now, sign.item[0], int(sign.item[1:])


def _asked(situation: Situation) -> date | None:
    """The day of the last full screen: its oldest page."""
    if not situation.item:
        return None
    return (situation.screened_at or situation.now).date()


def _locks(situation: Situation) -> Iterator[Locked]:
    """Newest first."""
    for lock in reversed(situation.history.locks):
        until = lock.released_at.date() if lock.released_at else None
        yield Locked(lock.fired_at.date(), lock.rules, until)


def _strength(situation: Situation) -> Strength:
    if any(situation.strength.values()):
        return Strength((situation.strength_at or situation.now).date(), situation.strength)
    checks: tuple[CheckInRecord | StrengthRecord, ...] = (
        *situation.history.check_ins,
        *situation.history.strength,
    )
    told = [one for one in checks if any(one.strength.values())]
    last = max(told, key=lambda one: one.at, default=None)
    return Strength(last.at.date(), last.strength) if last else Strength(None, {})


def _dose(sessions: Sequence[ExerciseSession], today: date) -> Iterator[Dose]:
    """The last weeks, the latest first; none before the first session."""
    if not sessions:
        return
    began = sessions[0].started.date()
    for count in range(WEEKS_OF_DOSE):
        last = today - timedelta(days=count * WEEK)
        first = last - timedelta(days=WEEK - 1)
        if last < began:
            return
        inside = [one for one in sessions if first <= one.started.date() <= last]
        yield Dose(
            first=first,
            last=last,
            sessions=len(inside),
            sets=sum(len(one.sets) for one in inside),
            stopped=sum(one.verdict >= SetVerdict.STOP_MOVEMENT for one in inside),
        )


def _medicines() -> tuple[str, ...]:
    """Every question of the medicine screen, in the order in which they are asked."""
    return tuple(id for group in medicines().values() for id in group)


def _screened(answers: Mapping[str, Answer], asked: Iterable[str]) -> Screened:
    asked = tuple(asked)
    return Screened(
        yes=tuple(id for id in asked if answers.get(id) == "yes"),
        unsure=tuple(id for id in asked if answers.get(id) == "not_sure"),
        no=sum(1 for id in asked if answers.get(id) == "no"),
        unasked=sum(1 for id in asked if answers.get(id) is None),
    )
