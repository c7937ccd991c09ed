"""Which pages does a phone keep, so that they are there without a network? A list, in order."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.urls import reverse

from spineward.clinical import care
from spineward.clinical.assessment import assess
from spineward.clinical.body import LEGS
from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit
from spineward.clinical.check_in import Kind, due, pages_for
from spineward.clinical.facts import Situation
from spineward.clinical.library import movements
from spineward.clinical.plan import plan
from spineward.clinical.questions import items, pages
from spineward.diary import journey
from spineward.diary.journey import Person
from spineward.web.outbox import strictest
from spineward.web.shell import epoch

ON_BED = "on_bed"
"""The limit of an offer that is done on a bed, and drawn on one."""
SCREEN, SIGNS, SIGNS_FIRST = "Q1", "QS", "signs"
"""The full screen's first page, the page of the gravest signs, and the order that begins there."""
ALWAYS = (
    "/",
    "/plan/",
    "/emergency/",
    "/diary/",
    "/diary/note/",
    "/diary/note/worse/",
    "/progress/movements/",
    "/care/",
    "/care/about/",
    "/care/stretches/",
    "/care/medicines/",
    "/care/heat-and-ice/heat/",
    "/care/heat-and-ice/ice/",
    "/how/",
    "/settings/",
    "/outbox/",
    "/outbox/ahead/",
    "/outbox/away/",
    "/outbox/kept/",
)


def listed(person: Person, now: datetime) -> dict[str, Any]:
    """Everything that the worker is told (islands/worker/types.ts)."""
    known = journey.situation(person, now=now)
    orders = _orders(known)
    return {
        "diary": epoch.name_of(person),
        "day": now.date().isoformat(),
        "pages": list(dict.fromkeys([*_pages(orders), *_figures(known)])),
        "orders": orders,
        "lines": strictest.of_pages(),
        "places": strictest.of_places(known),
        "both_legs": strictest.of_both_legs(known),
        "cards": list(strictest.CARDS),
        "screen_minutes": limit("screen.session_minutes"),
    }


def _orders(known: Situation) -> dict[str, list[str]]:
    """The pages of a check-in of the day and of one before a session, and of the one that is due;
    of this also as it is asked after it got worse, the signs first (`check_in/way.py`).

    A first check-in asks too much that depends on the answers before; it waits for the network.
    """
    if (now_due := due(known)) == "first":
        return {}
    kinds: dict[Kind, None] = {"daily": None, "session": None, now_due: None}
    found: dict[str, list[str]] = {
        kind: [_address(page, kind) for page in pages_for(kind, known)] for kind in kinds
    }
    screened = SCREEN in pages_for(now_due, known)
    first = [] if screened else [f"{_address(SIGNS, now_due)}&signs=first"]
    return {**found, SIGNS_FIRST: [*first, *found[now_due]]}


def _address(page: str, kind: str) -> str:
    return f"{reverse('check_in_page', args=[page])}?kind={kind}"


def _pages(orders: dict[str, list[str]]) -> Iterator[str]:
    yield from ALWAYS
    yield from (reverse("care_topic", args=[slug]) for slug in care.pages())
    yield from (reverse("outbox_sign", args=[card]) for card in strictest.CARDS)
    for kind, order in orders.items():
        yield from order
        if kind == SIGNS_FIRST:
            continue  # the signs of its first page are those before a session
        for page in order:
            yield from (_address(f"item.{id}", kind) for id in _opened(page.split("/")[2]))


def _figures(known: Situation) -> Iterator[str]:
    """The moving pictures of all that is offered, on either leg.

    The page of a session may be one that was open already, or that a later answer led to; after a
    stop it shows how to lie at ease, and has no still of that.
    """
    for offer in plan(Case(known), assess(known)).offered:
        bed = ".bed" if ON_BED in offer.limits else ""
        address = reverse("figure_frames", args=[offer.movement + bed])
        one_sided = movements()[offer.movement].one_sided
        yield from (f"{address}?leg={leg}" for leg in LEGS) if one_sided else [address]


def _opened(page: str) -> Iterator[str]:
    """The items whose pages a tick on this page can open."""
    for line in pages()[page].lines if page in pages() else ():
        yield from (id for id in line.opens if not items()[id].derived)
