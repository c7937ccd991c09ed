"""How is one fact of the report said? Days, places, answers and shares in a few words each."""

from datetime import date, datetime

from spineward.clinical.catalogue import words
from spineward.clinical.facts import Chart, Mark
from spineward.clinical.facts.report import Said, Screened, Sign
from spineward.web.shell.fields import day_text

LONGEST = 280
"""So many letters of a note stand on the one page; the annex has the whole of it."""
LAYERS = ("pain", "tingling", "numbness")
DEEP = {1: "slight", 2: "clear", 3: "strong"}
NOT_ASKED = "not asked"


def word(*parts: str) -> str:
    """The sentence of that id."""
    found = words()[".".join(parts)]
    return found if isinstance(found, str) else " ".join(found)


def listed(*parts: str) -> tuple[str, ...]:
    """The sentences of that id."""
    found = words()[".".join(parts)]
    return (found,) if isinstance(found, str) else tuple(found)


def short_day(day: date) -> str:
    """A day in a table: "5 Mar 2026"."""
    return f"{day.day} {day:%b %Y}"


def short_time(at: datetime) -> str:
    """A moment in a table: "5 Mar 2026, 08:10"."""
    return f"{short_day(at.date())}, {at:%H:%M}"


def clock_text(at: datetime) -> str:
    """A day and the time of day."""
    return f"{day_text(at.date())}, {at:%H:%M}"


def ago(day: date, today: date) -> str:
    """How long ago that was, in the largest unit that fits twice."""
    days = (today - day).days
    for size, name in ((365, "years"), (30, "months"), (7, "weeks")):
        if days >= 2 * size:
            return f"about {round(days / size)} {name} ago"
    return ("today", "yesterday")[days] if days in (0, 1) else f"{days} days ago"


def number(value: int | None) -> str:
    """A number of 0 to 10, or that nobody asked."""
    return NOT_ASKED if value is None else f"{value} of 10"


def places(chart: Chart) -> list[str]:
    """Every mark of a chart, the strongest first."""
    ordered = sorted(chart, key=lambda mark: (-mark.pain, -mark.numbness, -mark.tingling))
    return [f"{_place(mark)}: {_felt(mark)}" for mark in ordered]


def _place(mark: Mark) -> str:
    name = word("zone", mark.zone)
    return name if mark.side == "middle" else f"{name}, {mark.side}"


def _felt(mark: Mark) -> str:
    grades = [(layer, getattr(mark, layer)) for layer in LAYERS]
    told = [
        f"pain {grade}" if layer == "pain" else f"{DEEP[grade]} {layer}"
        for layer, grade in grades
        if grade
    ]
    return ", ".join(told) + (" (as before this bout)" if mark.usual else "")


def answer(sign: Sign) -> str:
    """What was said to one sign, and what stands now."""
    if sign.rule:
        return "Follows from other answers"
    if sign.now:
        return {"yes": "Yes", "changed": "Yes", "not_sure": "Not sure"}.get(
            str(sign.stands), "Prefers not to say"
        )
    return "Not now" if sign.stands else "Not answered since"


def dates(sign: Sign) -> str:
    """Since when, and what came of it."""
    told = [
        ("since", sign.since),
        ("worse", sign.worsened),
        ("" if sign.now else "said", sign.affirmed),
        ("seen", sign.examined),
    ]
    parts = [f"{name} {short_day(day)}" for name, day in told if name and day]
    if sign.told_ok in ("yes", "no"):
        parts.append("told that exercise is " + ("fine" if sign.told_ok == "yes" else "not fine"))
    if sign.now and not sign.rule and not sign.examined:
        parts.append("not seen")
    return ", ".join(parts)


def screened(title: str, found: Screened, head: str) -> str:
    """One list of questions in a line: what was yes, what unsure, how many a no or unasked."""
    told = []
    for name, ids in (("yes to", found.yes), ("not sure about", found.unsure)):
        if ids:
            told.append(f"{name} {', '.join(word(head, id).lower() for id in ids)}")
    if not told and not found.no:
        return f"{title}: not asked."
    if found.no:
        told.append(f"{found.no} no" if told or found.unasked else f"all {found.no} no")
    if found.unasked:
        told.append(f"{found.unasked} not asked")
    return f"{title}: {'; '.join(told)}."


def cut(text: str) -> str:
    """A note on the one page: its beginning, where it is long; on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else flat[:LONGEST].rsplit(" ", 1)[0] + " ..."


def noted(said: Said) -> str:
    """A note of what made it worse: the day, the movement, the words."""
    name = word("movement", said.movement, "name") + ": " if said.movement else ""
    return f"{short_day(said.day)}. {name}{cut(said.text)}".rstrip(": ")
