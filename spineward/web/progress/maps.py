"""What changed on the body map between two days? Both maps, and the marks that differ."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from spineward.clinical.catalogue import words
from spineward.clinical.facts import Chart, CheckInRecord, Mark
from spineward.web.shell.drawing.body_chart import body_chart_svg
from spineward.web.shell.fields import day_text

Layer = Literal["pain", "tingling", "numbness"]
LAYERS: tuple[Layer, ...] = ("pain", "tingling", "numbness")


@dataclass(frozen=True, slots=True)
class Difference:
    """One layer of one place that is not as it was: 0 where it was not marked."""

    zone: str
    side: str
    layer: Layer
    was: int
    now: int

    @property
    def said(self) -> str:
        """What it was and what it is, as it was marked."""
        was, now = (_grade(self.layer, grade) for grade in (self.was, self.now))
        if not self.was:
            return f"{self.layer} {now}, not marked before"
        return f"{self.layer} {was}, now {now if self.now else 'gone'}"


@dataclass(frozen=True, slots=True)
class Map:
    """The body map of one day."""

    day: date
    chart: Chart
    picture: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Two days beside each other, and between which days there is a choice."""

    first: Map
    last: Map
    differences: tuple[Difference, ...]
    earliest: date
    latest: date

    @property
    def pair(self) -> tuple[Map, Map]:
        """Both maps, the earlier one first."""
        return self.first, self.last


def compared(
    check_ins: Iterable[CheckInRecord], since: date, first: date | None, last: date | None
) -> Compared | None:
    """The chosen days, or the nearest before them that have a map; None without two such days.

    Where none is chosen, the first of this episode, which began `since`, and the last of all.
    """
    charts = {r.at.date(): r.chart for r in check_ins if r.chart is not None}
    days = sorted(charts)
    if len(days) < 2:
        return None
    begun = next((day for day in days[:-1] if day >= since), days[-2])
    ends = sorted((_near(days, first, begun), _near(days, last, days[-1])))
    before, after = (charts[day] for day in ends)
    return Compared(
        first=_map(ends[0], before),
        last=_map(ends[1], after),
        differences=tuple(differences(before, after)),
        earliest=days[0],
        latest=days[-1],
    )


def _near(days: Sequence[date], wanted: date | None, otherwise: date) -> date:
    """The last day with a map up to the wanted one; the first of all if there is none."""
    if wanted is None:
        return otherwise
    return max((day for day in days if day <= wanted), default=days[0])


def differences(before: Chart, after: Chart) -> Iterable[Difference]:
    """Every layer of every place that came, went, or has another number."""
    old, new = _grades(before), _grades(after)
    for place in dict.fromkeys((*old, *new)):
        was, now = old.get(place, 0), new.get(place, 0)
        if was != now:
            yield Difference(*place, was, now)


def _grades(chart: Chart) -> Mapping[tuple[str, str, Layer], int]:
    """How strong each layer is at each place, where it is felt at all."""
    found: dict[tuple[str, str, Layer], int] = {}
    for mark in chart:
        for layer in LAYERS:
            place, grade = (mark.zone, mark.side, layer), getattr(mark, layer)
            if grade:
                found[place] = max(grade, found.get(place, 0))
    return found


def _map(day: date, chart: Chart) -> Map:
    told = "; ".join(f"{_name(mark)}: {_layers(mark)}" for mark in chart)
    title = f"Body map of {day_text(day)}"
    return Map(day, chart, body_chart_svg(chart, title, told or "Nothing is marked."))


def _name(mark: Mark) -> str:
    side = "" if mark.side == "middle" else f", {mark.side}"
    return f"{words()[f'zone.{mark.zone}']}{side}"


def _layers(mark: Mark) -> str:
    told = ((layer, getattr(mark, layer)) for layer in LAYERS)
    return ", ".join(f"{layer} {_grade(layer, grade)}" for layer, grade in told if grade)


def _grade(layer: Layer, grade: int) -> str:
    """Pain has a number of 0 to 10; tingling and numbness are slight, clear or strong."""
    return str(grade) if layer == "pain" else str(words().get(f"grade.{grade}", "")).lower()
