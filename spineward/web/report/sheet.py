"""What stands on the report? Every part in words and rows, the same for the page and for print."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from spineward.clinical.facts import CareLevel
from spineward.clinical.facts.report import Able, Latest
from spineward.clinical.report import Report
from spineward.web.report import said
from spineward.web.report.parts import Part, Picture, Table
from spineward.web.report.said import word
from spineward.web.report.tables import dose, moves, rule_name, signs, strength
from spineward.web.shell.drawing.body_chart import body_chart_svg
from spineward.web.shell.drawing.pain_change import headline, judged
from spineward.web.shell.drawing.pain_line import described, pain_line
from spineward.web.shell.drawing.paint import printed
from spineward.web.shell.fields import day_text

MOST_NOTES, MOST_PLACES = 2, 8
TITLE = "For your clinician"
NO_AGE = "Age not told."
OF = "Told by the person, counted by Spineward by fixed rules. It names no cause."
EDUCATION = "For education. It does not stand in for a doctor or physiotherapist."


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole report, in the order in which it is read."""

    title: str
    day: str
    who: tuple[str, ...]
    urgent: str
    emergency: bool
    question: Part
    goal: Part
    line_title: str
    line: Picture
    change: tuple[str, ...]
    now: Part
    chart: Picture | None
    signs: Table
    strength: Table
    moves: Table
    dose: Table
    health: Part
    worse: Part
    able: Part
    foot: tuple[str, ...]


def sheet(report: Report) -> Sheet:
    """The report in words."""
    today = report.at.date()
    return Sheet(
        title=TITLE,
        day=said.clock_text(report.at),
        who=tuple(_who(report, today)),
        urgent=_urgent(report),
        emergency=_emergency(report),
        question=Part(
            "What I want answered",
            tuple(said.cut(one.text) for one in report.questions[:MOST_NOTES]),
            "Not said so far.",
        ),
        goal=Part(
            "What I want to do again",
            tuple(said.cut(one.text) for one in report.goals[:MOST_NOTES]),
            "Not said so far.",
        ),
        line_title="How far down the leg (up is better)",
        line=Picture(pain_line(report.course, "print"), " ".join(described(report.course))),
        change=(headline(report.course), *judged(report.course)),
        now=_now(report.latest, today),
        chart=_chart(report.latest),
        signs=signs(report.screen, report),
        strength=strength(report.strength, report.latest, today),
        moves=moves(report.helped),
        dose=dose(report.dose),
        health=_health(report),
        worse=Part(
            "What made it worse",
            _some([said.noted(one) for one in report.worse], MOST_NOTES),
            "Nothing noted.",
        ),
        able=_able(report.able),
        foot=(OF, EDUCATION),
    )


def _some(lines: list[str], most: int) -> tuple[str, ...]:
    """The first few, and how many more there are."""
    more = len(lines) - most
    return (*lines[:most], *([f"{more} more in the annex."] if more > 0 else []))


def _who(report: Report, today: date) -> Iterable[str]:
    """Who, and since when."""
    yield NO_AGE if report.age is None else f"{report.age} years old."
    if report.since:
        first = {"yes": "The first bout. ", "no": "Not the first bout. "}
        began = f"{day_text(report.since)} ({said.ago(report.since, today)})"
        yield f"{first.get(report.first_ever or '', '')}It began {began}."
    if report.leg_since == "none":
        yield "Not felt in a leg so far."
    elif report.leg_since and report.leg_since != report.since:
        yield f"In the leg since {day_text(report.leg_since)}."


def _urgent(report: Report) -> str:
    """What the answers of now ask for, where that is a check; and whether movement is locked."""
    open_lock = next((lock for lock in report.locks if lock.until is None), None)
    level = report.level
    parts = []
    if level >= CareLevel.SOON and not report.empty:
        within = (
            f" ({word('within', str(report.within_days)).lower()})" if report.within_days else ""
        )
        parts.append(
            f"The answers now ask for: {word('care_level', level.name, 'title').lower()}{within}."
        )
        parts += _named("Why", report.because)
    if open_lock:
        parts += _named(
            f"Moving is locked since {said.short_day(open_lock.since)}", open_lock.rules
        )
    return " ".join(parts)


def _emergency(report: Report) -> bool:
    """Is it help now that the answers ask for? Red is for that alone."""
    return not report.empty and report.level is CareLevel.EMERGENCY


def _named(what: str, rules: Iterable[str]) -> Iterable[str]:
    names = dict.fromkeys(name for rule in rules if (name := rule_name(rule)))
    yield f"{what}: {', '.join(names)}." if names else f"{what}."


def _now(latest: Latest | None, today: date) -> Part:
    """Where it is felt, and how strongly."""
    lines: list[str] = []
    if latest is not None:
        lines = [
            f"{said.clock_text(latest.at)} ({said.ago(latest.at.date(), today)}).",
            f"Leg {said.number(latest.leg)}, back {said.number(latest.back)}.",
        ]
        if latest.worst is not None:
            lines.append(f"Worst in 24 hours: {said.number(latest.worst)}.")
        if latest.nights_broken is not None:
            lines.append(f"Woken by pain: {latest.nights_broken} of 3 nights.")
        not_able = [name for name, can in latest.can.items() if can == "no"]
        able = [name for name, can in latest.can.items() if can == "yes"]
        if able or not_able:
            lines.append(_ten_minutes(able, not_able))
        lines += _some(said.places(latest.chart), MOST_PLACES) or ("Felt nowhere.",)
    return Part("Where it is now", tuple(lines), "No body map so far.")


def _ten_minutes(able: list[str], not_able: list[str]) -> str:
    if not not_able:
        return f"Can {_joined(able, 'and')} for 10 minutes."
    if not able:
        return f"Cannot {_joined(not_able, 'or')} for 10 minutes."
    return f"10 minutes: can {_joined(able, 'and')}, cannot {_joined(not_able, 'or')}."


def _joined(names: list[str], last: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"


def chart_of(latest: Latest) -> str:
    """The body map with the colours of the page."""
    title = f"Body map of {day_text(latest.at.date())}"
    return body_chart_svg(latest.chart, title, _marked(latest))


def _marked(latest: Latest) -> str:
    return ("; ".join(said.places(latest.chart)) or "Nothing is marked") + "."


def _chart(latest: Latest | None) -> Picture | None:
    if latest is None:
        return None
    words = f"Body map of {day_text(latest.at.date())}. {_marked(latest)}"
    return Picture(printed(chart_of(latest)), words)


def _health(report: Report) -> Part:
    """What bears on the choice of medicines and on the signs, as it was answered."""
    pills = report.medicines
    lines = [
        said.screened("Health", report.background, "background"),
        said.screened("Medicine questions", pills, "medicine"),
    ]
    if pills.yes or pills.unsure or pills.no:
        verdict = "no" if report.nsaid == "NO" else "ask first"
        lines.append(f"Anti-inflammatory pills, by these answers: {verdict}.")
    return Part("Health and medicines", tuple(lines), "")


def _able(able: Able | None) -> Part:
    """Own tasks and minutes of the last week that named them."""
    lines = []
    if able is not None:
        minutes = {
            "Sits": able.sit_minutes,
            "Stands": able.stand_minutes,
            "Walks": able.walk_minutes,
        }
        told = [
            f"{name.lower()} {value} minutes"
            for name, value in minutes.items()
            if value is not None
        ]
        if told:
            lines.append(f"{', '.join(told)}.".capitalize())
        lines += [f"{said.cut(name)}: {score} of 10." for name, score in able.tasks]
        lines.append(f"Told on {said.short_day(able.day)}. 10 is as well as before.")
    return Part("What I can do", tuple(lines), "No own tasks or minutes so far.")
