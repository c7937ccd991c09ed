"""Which tables stand on the report? Warning signs, strength, what followed each move, and dose."""

from collections.abc import Mapping
from datetime import date

from spineward.clinical.body import LEGS
from spineward.clinical.facts import StrengthAnswer, StrengthTest
from spineward.clinical.facts.answers import Leg
from spineward.clinical.facts.report import Dose, Latest, Screen, Strength
from spineward.clinical.helped import Helped
from spineward.clinical.report import Report
from spineward.web.report import said
from spineward.web.report.parts import Table
from spineward.web.report.said import word
from spineward.web.shell.reasons import of_id

MOST_MOVES = 8
SURE = "Share: 95 % interval (Wilson score). A morning is that of the whole session."
TESTS: tuple[StrengthTest, ...] = ("heel_walk", "toe_raise", "chair_rise", "big_toe")


TESTED: Mapping[StrengthAnswer, str] = {
    "same": "As before",
    "weaker": "Weaker",
    "cannot": "Cannot",
    "never_could": "Never could",
    "not_tried": "Not tried",
}


def signs(screen: Screen, report: Report) -> Table:
    """Every sign that was ever affirmed, and on which day the rest was a no."""
    rows = tuple(
        (word("rule", sign.item, "name"), said.answer(sign), said.dates(sign))
        for sign in screen.signs
    )
    below = []
    if screen.asked is None:
        below.append("The warning signs were not asked so far.")
    else:
        ago = said.ago(screen.asked, report.at.date())
        day = f"Asked on {said.short_day(screen.asked)} ({ago})"
        clear = not screen.unasked and not any(sign.now for sign in screen.signs)
        rest = f", {screen.unasked} not answered" if screen.unasked else ""
        below.append(f"{day}: all {screen.no} no." if clear else f"{day}: {screen.no} no{rest}.")
    locks = [lock for lock in report.locks if lock.until]
    if locks:
        last = locks[0]
        names = ", ".join(rule_name(rule) for rule in last.rules)
        more = f" {len(locks)} in all." if len(locks) > 1 else ""
        below.append(
            f"Moving was locked {said.short_day(last.since)} to "
            f"{said.short_day(last.until or last.since)}: {names}.{more}"
        )
    none = "" if screen.asked is None else "None was answered with yes."
    return Table(
        "Warning signs", ("Sign", "Answer", "Since, seen by a clinician"), rows, none, tuple(below)
    )


def strength(found: Strength, latest: Latest | None, today: date) -> Table:
    """Each test by leg, and what is felt as tingling or numb."""
    rows = tuple(
        (word("strength", test, "name"), *(_tested(found, leg, test) for leg in LEGS))
        for test in TESTS
        if any(found.legs.get(leg, {}).get(test) for leg in LEGS)
    )
    below = []
    if found.day:
        ago = said.ago(found.day, today)
        below.append(f"Tested by the person on {said.short_day(found.day)} ({ago}).")
    if latest is not None:
        felt = [one for one in latest.chart if one.tingling or one.numbness]
        below.append(
            "Feeling: "
            + ("; ".join(said.places(tuple(felt))) or "nothing tingles or is numb")
            + "."
        )
    return Table(
        "Strength and feeling",
        ("Test", "Left", "Right"),
        rows,
        "No strength check so far.",
        tuple(below),
    )


def _tested(found: Strength, leg: Leg, test: StrengthTest) -> str:
    told = found.legs.get(leg, {}).get(test)
    return said.NOT_ASKED if told is None else TESTED[told]


def moves(found: tuple[Helped, ...], most: int = MOST_MOVES) -> Table:
    """What followed each movement, in sessions."""
    rows = tuple(_move(one) for one in found[:most])
    below = [SURE] if rows else []
    if len(found) > most:
        below.append(f"{len(found) - most} more in the annex.")
    head = ("Move", "Times", "Better", "Same", "Worse", "Stopped", "Next day worse", "Share better")
    return Table("What followed each move", head, rows, "No session so far.", tuple(below))


def _move(one: Helped) -> tuple[str, ...]:
    half = ", half range" if one.half_range else ""
    share = f"{one.interval.low} to {one.interval.high} %" if one.interval else "too early"
    told = one.mornings_worse + one.mornings_not_worse
    return (
        word("movement", one.movement, "name") + half,
        str(one.times),
        str(one.better),
        str(one.same) + (f" (and {one.quiet} with nothing felt)" if one.quiet else ""),
        str(one.worse) + (f" ({one.further_down} further down)" if one.further_down else ""),
        str(one.stopped),
        f"{one.mornings_worse} of {told}" if told else "not told",
        share,
    )


def dose(found: tuple[Dose, ...]) -> Table:
    """Sessions and sets by week, the latest first."""
    rows = tuple(
        (
            f"{one.first.day} {one.first:%b} to {said.short_day(one.last)}",
            str(one.sessions),
            str(one.sets),
            str(one.stopped),
        )
        for one in found
    )
    head = ("Week", "Sessions", "Sets", "With a stop")
    return Table("Movement done", head, rows, "No session so far.")


def rule_name(id: str) -> str:
    """The short name of a rule as it stands in `fired`; empty for what has none."""
    name = of_id(id).name.lower()
    return f"{name} (not sure)" if name and id.endswith("?") else name
