"""What does the session player need? All of a session as one piece of data, so it runs offline.

The player holds no words and no rules: both stand here, and the verdicts come from the table.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from django.templatetags.static import static

from spineward.clinical.body import LEGS, leg_state
from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit, words, zones
from spineward.clinical.facts import Chart, Offer, Plan, Situation
from spineward.clinical.facts.answers import Leg
from spineward.clinical.legs import affected_legs
from spineward.clinical.library import Movement, movements
from spineward.clinical.wire.world import world
from spineward.diary import journey
from spineward.diary.journey import Person
from spineward.web.session.figures import frames, pictures
from spineward.web.session.forms import NEW, SYMPTOMS, TOILET
from spineward.web.session.running import Running
from spineward.web.session.showing import ON_BED
from spineward.web.session.strength_table import strength_table
from spineward.web.shell import clock, epoch
from spineward.web.shell.dose import dose, minutes
from spineward.web.shell.drawing.leg import Step, shape
from spineward.web.shell.person import emergency_number
from spineward.web.shell.reasons import of_id, text

SPOKEN = (
    "session.", "player.", "after_set.", "unsure.", "rank", "grade.", "step.", "scale.", "verdict.",
    "label.", "care_level.SOON.", "care_level.SAME_DAY.", "care_level.EMERGENCY.",
    "zone.", "page.after_set.", "page.upright.", "page.settle.",
    "page.re_ask.", "page.strength.", "emergency.say", "emergency.until", "strength.",
    "field.back_pain.", "field.tingling.", "field.numbness.", "field.weakness.",
    "field.not_sure.", "field.chart.help", "item.A1.question", "item.A2.question",
    "item.A3.question",
)  # fmt: skip
"""Where the words of a session stand: all ids that begin like this go into the page."""
CHOICES = ("left", "right", "yes", "no", "not_sure", "new_or_more", "none")
"""The choices of a session, beside those of the strength check: of all others there are many."""
STEPS: tuple[Step, ...] = (*range(1, 10), "front")
"""The parts of the drawn leg."""
HIGHER = frozenset(["more_reps", "more_sets"])
"""Reasons under which the words say that the higher number is open (offer_reason)."""


def player_data(
    person: Person, plan: Plan, sets: tuple[str, ...] = (), here: Running | None = None
) -> dict[str, Any]:
    """All that the page hands to the player; `here` is the open session, where there is one."""
    now = clock.now()
    known = journey.situation(person, now=now, for_session=True)
    chart: Chart = (here.state.done.t0 if here else known.chart) or ()
    leg = legs_of(chart)[0]
    strength = strength_table(known)
    answers = {one for test in strength["tests"] for one in test["answers"]}
    shown = {*sets, *(offer.movement for offer in plan.offered)}
    if here is not None:
        shown |= {*here.state.remaining, *filter(None, [here.state.movement])}
        shown |= {done.movement for done in here.state.done.sets}
    return {
        "diary": epoch.name_of(person),
        "day": now.date().isoformat(),
        "made": now.isoformat(),
        "until": _valid_until(known, now).isoformat(),
        "world": world(),
        "affected": list(affected_legs(Case(known))),
        "legs": list(legs_of(chart)),
        "chart": [_mark(mark) for mark in chart],
        "planned": list(sets),
        "minutes": minutes(tuple(offer for offer in plan.offered if offer.in_plan)),
        "offered": [offer.movement for offer in plan.offered],
        "movements": {id: movement_data(movements()[id], plan, leg) for id in sorted(shown)},
        "open": _open(person, here),
        "asks": here.asks() if here else "",
        "new": {"ticks": list(NEW), "symptoms": list(SYMPTOMS), "toilet": list(TOILET)},
        "places": zone_choices(),
        "strength": strength,
        "words": _words(shown, {*CHOICES, *answers}),
        "reasons": _reasons(),
        "stills": {id: still(id, leg) for id in _next_sets(sets, here)},
        "leg": {str(step): shape(step) for step in STEPS},
        "icons": static("built/icons.svg"),
        "emergency": emergency_number(),
    }


def legs_of(chart: Chart) -> tuple[Leg, ...]:
    """The legs that are asked about: those that the chart marks, else the right one."""
    felt = tuple(leg for leg in LEGS if leg_state(chart, leg).symptomatic)
    return felt or ("right",)


def _valid_until(known: Situation, now: datetime) -> datetime:
    """A session may start from this page until the day ends or its screen grows old (missing)."""
    midnight = datetime.combine(now.date() + timedelta(days=1), time.min, now.tzinfo)
    if known.session_screen_at is None:
        return midnight
    lasts = timedelta(minutes=limit("screen.session_minutes"))
    return min(midnight, known.session_screen_at + lasts)


def _mark(mark: Any) -> dict[str, Any]:
    names = ("pain", "tingling", "numbness", "usual")
    felt = {name: value for name in names if (value := getattr(mark, name))}
    return {"zone": mark.zone, "side": mark.side, **felt}


def movement_data(one: Movement, plan: Plan, leg: Leg) -> dict[str, Any]:
    """One movement: its words, how much of it today, and the poses that pace it."""
    found = next((offer for offer in plan.offered if offer.movement == one.id), None)
    offer = _paced(found) if found else None
    known = words()
    return {
        "name": text(f"movement.{one.id}.name"),
        "short": text(f"movement.{one.id}.short"),
        "steps": list(known[f"movement.{one.id}.steps"]),
        "feel": text(f"movement.{one.id}.feel"),
        "stop": text(f"movement.{one.id}.stop"),
        "family": one.family,
        "one_sided": one.one_sided,
        "position": one.position,
        "ease": one.ease,
        "dose": _dose(one, offer),
        "doseText": dose(offer) if offer else "",
        "limits": _limits(offer),
        "half": offer is not None and "half_range" in offer.limits,
        "poses": [{"name": p.name, "seconds": p.seconds, "hold": p.hold} for p in one.figure.poses],
        "figure": frames(one.id, leg, offer is not None and ON_BED in offer.limits),
    }


def _next_sets(sets: tuple[str, ...], here: Running | None) -> list[str]:
    """The movements that are still to be done; only they carry a picture, for it is heavy."""
    to_come = (here.state.movement, *here.state.remaining) if here else sets
    return sorted({one for one in to_come if one})


def still(movement: str, leg: Leg) -> str:
    """One picture of a movement, for when the moving figure cannot be had: what is done in it."""
    return pictures(movement, leg)[1]


def _limits(offer: Offer | None) -> list[str]:
    return [text(f"limit.{one}") for one in offer.limits] if offer else []


def _paced(offer: Offer) -> Offer:
    """One number of each, for it is counted and said alike: the lower one, unless the words to this
    offer say that more is open."""
    at = 1 if HIGHER & set(offer.reasons) else 0
    return replace(
        offer,
        reps=_one(offer.reps, at),
        hold_s=_one(offer.hold_s),
        minutes=_one(offer.minutes),
    )


def _one(span: tuple[int, int] | None, at: int = 0) -> tuple[int, int] | None:
    return (span[at], span[at]) if span else None


def _dose(one: Movement, offer: Offer | None) -> dict[str, Any]:
    """What is paced: the numbers of its offer, else the lower ones of the movement."""
    spans = one.dose
    reps = offer.reps if offer else spans.reps or spans.holds
    hold = offer.hold_s if offer else spans.hold_s
    minutes = offer.minutes if offer else spans.minutes
    return {
        "reps": reps[0] if reps else None,
        "holds": spans.holds is not None,
        "hold": hold[0] if hold else None,
        "minutes": minutes[0] if minutes else None,
        "each": list(spans.seconds_each_way) if spans.seconds_each_way else None,
    }


def _open(person: Person, here: Running | None) -> dict[str, Any] | None:
    """The open session as the diary has it, each event with its id."""
    if here is None:
        return None
    kept = journey.session_events(person, here.id)
    return {
        "id": str(here.id),
        "planned": list(kept.planned),
        "affected": list(kept.affected),
        "events": [{"id": str(id), "event": facts} for id, facts in kept.events],
    }


def _words(shown: Iterable[str], chosen: Iterable[str]) -> dict[str, Any]:
    """Every word of a session by its id, with these choices; lists stay lists."""
    begins = (*SPOKEN, *(f"pace.{id}." for id in shown), "pace.common.")
    choices = {f"choice.{one}" for one in chosen}
    found = {id: said for id, said in words().items() if id.startswith(begins) or id in choices}
    return {id: said if isinstance(said, str) else list(said) for id, said in found.items()}


def _reasons() -> dict[str, dict[str, str]]:
    """Why a set was judged so, by what can fire: rows, session stops, red flags."""
    ids = [f"row {row}" for row in range(1, 13)] + [f"SS{n}" for n in range(1, 7)]
    ids += ["A13", "A5", "A5?", "B1", "B1?", "B3", "B9", "B9?", "FLARE_SEVERE"]
    ids += [item + mark for item in TOILET for mark in ("", "?")]
    found = {id: of_id(id) for id in ids}
    return {id: {"why": one.why, "name": one.name, "slug": one.slug} for id, one in found.items()}


def zone_choices() -> list[tuple[str, str]]:
    """Every place of the body map with its side, as the pages name it."""
    return [
        (f"{zone.id}-{side}", f"{text(f'zone.{zone.id}')}{'' if side == 'middle' else f', {side}'}")
        for zone in zones().values()
        for side in zone.sides
    ]
