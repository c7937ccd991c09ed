"""What does one drawn person look like? A few lines of text, to read and to doubt."""

from collections.abc import Iterator
from datetime import date

from spineward.clinical.facts import Mark
from tools.triage.run import Outcome
from tools.triage.sketch import TODAY

QUIET = ("no", "no_change", "does_not_apply")
DAY = ("sit", "stand", "walk")


def show(one: Outcome) -> str:
    """The person and what the rules said."""
    return "\n".join(_lines(one))


def _lines(one: Outcome) -> Iterator[str]:
    who, now = one.person, one.person.situation
    onset = now.leg_onset
    since = f"leg for {_days(onset)} days" if isinstance(onset, date) else "not in the leg"
    yield f"#{who.number} {'woman' if who.woman else 'man'} {now.age}, {since}"
    yield (
        f"  pain leg {now.leg_now} back {now.back_now}, change {now.change_so_far}, "
        f"first ever {now.first_ever}, eased {now.eased_by_position}, "
        f"cannot {[what for what in DAY if getattr(now, f'can_{what}_10') == 'no']}, "
        f"settles {now.after_activity}, nights {now.nights_broken}"
    )
    yield f"  chart: {', '.join(map(_mark, now.chart or ()))}"
    for item, answer in sorted(now.item.items()):
        if answer not in QUIET:
            yield f"  {item} {answer} {_dates(one, item)} {dict(now.detail.get(item, {}))}"
    for name in ("background", "clearance", "features"):
        held = [f"{k}={v}" for k, v in getattr(now, name).items() if v != "no"]
        if held:
            yield f"  {name}: {', '.join(held)}"
    if who.condition:
        yield f"  CONDITION {who.condition}, tells {sorted(who.signs)}"
    if who.due:
        yield f"  due anyway: {sorted(who.due)}"
    fired = ", ".join(f"{f.id}:{f.level.name}/{f.gate.name}" for f in one.findings)
    yield f"  => {one.level.name} {one.gate.name} by {one.reasons} [{fired}]"


def _days(day: date) -> int:
    return (TODAY - day).days


def _dates(one: Outcome, item: str) -> str:
    now = one.person.situation
    parts = []
    for name in ("since", "worsened", "examined", "reviewed"):
        if day := getattr(now, name).get(item):
            parts.append(f"{name} {_days(day)}d")
    if item in now.told_ok:
        parts.append(f"told {now.told_ok[item]}")
    return " ".join(parts)


def _mark(mark: Mark) -> str:
    grades = "".join(
        f" {name}{grade}"
        for name, grade in (("p", mark.pain), ("t", mark.tingling), ("n", mark.numbness))
        if grade
    )
    return f"{mark.side} {mark.zone}{grades}{' usual' if mark.usual else ''}"
