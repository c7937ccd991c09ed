"""Which rules look over-sensitive to us? Each with its figure, for the clinical reviewer to judge.

No rule is changed here: loosening one is a clinician's decision, recorded in the open points.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spineward.clinical.catalogue import limit
from spineward.clinical.facts import CareLevel
from tools.triage.run import Outcome, by_rule
from tools.triage.sketch import TODAY


@dataclass(frozen=True, slots=True)
class Question:
    """A rule, what we saw, and what we ask. `point` is the open point it belongs to, 0 for none."""

    rules: tuple[str, ...]
    saw: str
    ask: str
    point: int = 0


def questions(seen: Sequence[Outcome]) -> list[Question]:
    """Every question with its figures."""
    return [ask(seen) for ask in ASKED]


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "none"


def _count(seen: Sequence[Outcome], holds: Callable[[Outcome], bool]) -> int:
    return sum(map(holds, seen))


def _sent(one: Outcome, rule: str, least: CareLevel = CareLevel.ROUTINE) -> bool:
    return any(f.rule == rule and f.level >= least for f in one.findings)


def _trend_at_first_use(seen: Sequence[Outcome]) -> Question:
    by_length = ("T5", "T6", "T7")
    any_of = _count(seen, lambda one: any(_sent(one, rule) for rule in by_length))
    t6 = _count(seen, lambda one: _sent(one, "T6"))
    told = [
        one for one in seen if any(_sent(one, rule) for rule in by_length) and one.person.visit_fine
    ]
    return Question(
        by_length,
        f"The length of the trouble alone is enough to send {_percent(any_of, len(seen))} of first "
        f"users on, and {_percent(t6, len(seen))} of all within two weeks (T6), before Spineward "
        f"has seen one day of theirs. {_percent(len(told), any_of)} of those sent on had been seen "
        "in this bout and told that exercise is fine; the first check-in does not ask that for "
        "these rules.",
        "Is routine enough for T6 at first use? Should the first check-in ask whether this length "
        "has been looked at?",
        10,
    )


def _severe_at_first_use(seen: Sequence[Outcome]) -> Question:
    t4 = _count(seen, lambda one: _sent(one, "T4"))
    return Question(
        ("T4",),
        f"Pain of {limit('t4.leg')} or more on most days from day {limit('t4.day')} sends "
        f"{_percent(t4, len(seen))} on within two weeks. Mean and spread of pain are those of "
        "people who went to a doctor, so first users may be fewer.",
        "Is two weeks right at first use, or four?",
    )


def _second_leg(seen: Sequence[Outcome]) -> Question:
    fired = [one for one in seen if _sent(one, "A5", CareLevel.EMERGENCY)]
    told = [one for one in fired if "A5" in one.person.situation.since]
    months = limit("a5.unchanged_days")
    old = _count(told, lambda one: (TODAY - one.person.situation.since["A5"]).days > months)
    return Question(
        ("A5",),
        f"{_percent(len(fired), len(seen))} of first users get the emergency card for two legs; "
        f"{_percent(old, len(told))} of them have had it for over {months} days, unexamined.",
        "Is the emergency department right for two legs that have been so for months, with no "
        "other sign, or is the same day enough?",
        2,
    )


def _untold(seen: Sequence[Outcome]) -> Question:
    untold = [
        one for one in seen if one.person.situation.item["A4"] in ("prefer_not_to_say", "not_sure")
    ]
    alone = _count(untold, lambda one: one.alone == "A4")
    return Question(
        ("A4",),
        f"{_percent(alone, len(untold))} of those who would rather not say, or are not sure, are "
        "sent the same day for that alone.",
        "Is silence on this one question, with every other sign denied, a reason to be seen today?",
        1,
    )


def _cancer(seen: Sequence[Outcome]) -> Question:
    known = [one for one in seen if one.person.situation.background["cancer"] == "yes"]
    today = [one for one in known if _sent(one, "B4", CareLevel.SAME_DAY)]
    denied = [one for one in today if one.person.situation.item["B4"] == "no"]
    examined = _count(denied, lambda one: "C2" in one.person.situation.examined)
    return Question(
        ("B4",),
        f"{_percent(len(today), len(known))} of those with a cancer history are sent the same day, "
        f"{_percent(len(denied), len(today))} of these although they said no to growing, constant "
        "and all-night pain: strong pain, or pain on coughing, is enough. "
        f"{_percent(examined, len(denied))} of the latter had been examined for it (C2), which B4 "
        "cannot learn, since its page asks for an examination only after a yes.",
        "May worse on coughing alone count less? May an examination told on the page of C2 count "
        "for B4?",
    )


def _fever(seen: Sequence[Outcome]) -> Question:
    hot = [
        one
        for one in seen
        if one.person.situation.item["B2"] == "yes" and one.person.situation.item["A9"] == "no"
    ]
    called = [one for one in hot if _sent(one, "A9", CareLevel.EMERGENCY)]
    days = limit("new.days")
    old = _count(called, lambda one: (one.person.onset_days or 0) > days)
    return Question(
        ("A9", "B2"),
        f"{_percent(len(called), len(hot))} of those with a fever are made an emergency by "
        f"tingling or numbness on their first chart; {_percent(old, len(called))} of these have "
        f"had leg symptoms for more than {days} days. There is no earlier chart, so any counts as "
        "new.",
        "At first use, may the tingling be asked for its age before a cold becomes an emergency?",
        4,
    )


def _mid_back(seen: Sequence[Outcome]) -> Question:
    fired = [one for one in seen if _sent(one, "C5")]
    bones = [
        one
        for one in fired
        if one.person.situation.item["C5"] == "no"
        and all(mark.zone != "mid_back" for mark in one.person.situation.chart or ())
    ]
    soon = _count(fired, lambda one: _sent(one, "C5", CareLevel.SOON))
    return Question(
        ("C5",),
        f"{_percent(len(fired), len(seen))} of first users, {_percent(soon, len(fired))} of them "
        f"within two weeks; {_percent(len(bones), len(fired))} for steroids, weak immunity or an "
        "old injury alone.",
        "Is pain between the shoulder blades a reason to be seen within two weeks, without age, "
        "fall, steroids or cancer?",
        7,
    )


def _flare(seen: Sequence[Outcome]) -> Question:
    fired = _count(seen, lambda one: any(f.rule == "FLARE_SEVERE" for f in one.findings))
    slow = _count(
        seen,
        lambda one: (
            one.person.situation.after_activity == "over_60"
            and (one.person.situation.leg_now or 0) < limit("flare.moderate_leg")
            and (one.person.situation.back_now or 0) < limit("flare.uneased")
        ),
    )
    return Question(
        ("FLARE_SEVERE",),
        f"{_percent(fired, len(seen))} of first users meet a criterion of a severe flare and see "
        f"ease positions at most. {_percent(slow, fired)} of them have pain below "
        f"{limit('flare.moderate_leg')} and take over an hour to settle after activity.",
        "Is over an hour to settle, with moderate pain, a severe flare or a moderate one?",
        9,
    )


def _many(seen: Sequence[Outcome]) -> Question:
    called = [one for one in seen if one.level == CareLevel.EMERGENCY]
    rows = by_rule(seen, CareLevel.EMERGENCY)
    alone = _count(called, lambda one: bool(one.alone))
    return Question(
        tuple(row.rule for row in rows[:3]),
        f"No emergency rule by itself sends many, but {len(rows)} of them together send "
        f"{_percent(len(called), len(seen))} to emergency care, {_percent(alone, len(called))} of "
        "these for one rule only. Each rests on a share of harmless yes answers that nobody has "
        "measured.",
        "Which of these questions would you word more narrowly, so that fewer say yes by habit?",
    )


ASKED: tuple[Callable[[Sequence[Outcome]], Question], ...] = (
    _trend_at_first_use,
    _severe_at_first_use,
    _second_leg,
    _untold,
    _cancer,
    _fever,
    _mid_back,
    _flare,
    _many,
)
