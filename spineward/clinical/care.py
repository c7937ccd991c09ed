"""What helps beside movement? The care pages, cards and stretches of content/care.toml, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from spineward.clinical.catalogue import ContentError, by_id, read, words
from spineward.clinical.facts import Assessment

FILE = "care.toml"
ADVICE = ("avoid", "seated", "gentle", "only_if_up", "neutral")
Kind = Literal["care", "explain", "prognosis"]


@dataclass(frozen=True, slots=True)
class CarePage:
    """One page: its address, its icon and the topics on it in order."""

    id: str
    icon: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One topic, explanation or outlook line with its sources; words under <kind>.<id>."""

    id: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch that is never offered, and what is said of it per pattern (4.1)."""

    id: str
    advice: Mapping[str, str]
    sources: tuple[str, ...]

    def for_pattern(self, pattern: str) -> str:
        """UNCLEAR and HIP_SI_OTHER use the ROOT column."""
        return self.advice.get(pattern, self.advice["ROOT"])


@lru_cache(maxsize=1)
def pages() -> Mapping[str, CarePage]:
    """The care pages by address, in order."""
    rows = [CarePage(row["slug"], row["icon"], tuple(row["topics"])) for row in read(FILE)["page"]]
    known = cards("care")
    for page in rows:
        for topic in page.topics:
            if topic not in known:
                raise ContentError(f"{FILE}: the page {page.id} names an unknown topic {topic}")
    return by_id(FILE, rows)


@cache
def cards(kind: Kind) -> Mapping[str, Card]:
    """Topics, explanation cards or outlook lines; one without source or words is refused."""
    table = {"care": "topic", "explain": "card", "prognosis": "prognosis"}[kind]
    rows = [Card(row["id"], tuple(row["sources"])) for row in read(FILE)[table]]
    for card in rows:
        if not card.sources:
            raise ContentError(f"{FILE}: {card.id} names no source")
        if f"{kind}.{card.id}.text" not in words():
            raise ContentError(f"words: {kind}.{card.id}.text is missing")
    return by_id(FILE, rows)


@lru_cache(maxsize=1)
def stretches() -> Mapping[str, Stretch]:
    """Every stretch of table 4.1."""
    rows = []
    for row in read(FILE)["stretch"]:
        advice = {pattern: row[pattern] for pattern in ("ROOT", "STENOSIS", "DGS")}
        if not set(advice.values()) <= set(ADVICE):
            raise ContentError(f"{FILE}: {row['id']}: the advice is one of {', '.join(ADVICE)}")
        rows.append(Stretch(row["id"], advice, tuple(row["sources"])))
    return by_id(FILE, rows)


def strictest(stretch: Stretch, patterns: tuple[str, ...]) -> str:
    """Of several patterns the strictest advice counts."""
    return min((stretch.for_pattern(pattern) for pattern in patterns), key=ADVICE.index)


def ice_first(assessment: Assessment, days: int | None, first_days: int) -> bool:
    """Ice is listed first in the first days or in a flare, heat first later (CC2)."""
    return assessment.state != "CALM" or (days is not None and days < first_days)
