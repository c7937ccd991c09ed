"""Where is it felt? The body map, front and back, with pain, tingling and numbness laid over it.

Each layer has a hue and a pattern: pain is a filled area, tingling dots, numbness hatching.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import NamedTuple
from zlib import crc32

from spineward.clinical.catalogue import zones
from spineward.clinical.facts.chart import Mark
from spineward.diary.memory import kept
from spineward.web.shell.drawing.body_shape import (
    View,
    details,
    feet,
    silhouette,
    zone_path,
)
from spineward.web.shell.drawing.paint import CARD, INK, LINE, PAIN, QUIET, TINGLING

MIDDLE_OF: dict[View, int] = {"front": 80, "back": 240}
SIZE = (320, 512)
SEAM = f'fill="{LINE}" stroke="{QUIET}" stroke-opacity=".45" stroke-width=".6"'
LIVE = "map"
"""What the patterns of a map that is marked by script are named after: map-t1, map-n3."""
CLOSE: tuple[tuple[int, int, int], ...] = (
    (88, 178, 46), (168, 226, 46), (212, 290, 46), (282, 366, 46), (354, 406, 46), (424, 514, 46),
)  # fmt: skip
"""The parts of a view seen from close by, from the spine to the toes: top, bottom, half width."""
Place = tuple[str, str]
"""A zone and its side."""


class ChartWords(NamedTuple):
    """The few words on the map itself."""

    front: str = "Front"
    back: str = "Back"
    left: str = "Left"
    right: str = "Right"


ENGLISH = ChartWords()


def body_chart_svg(
    marks: Iterable[Mark], title: str, desc: str, words: ChartWords = ENGLISH
) -> str:
    """The map with these marks; an unknown zone raises KeyError."""
    return _drawn(tuple(marks), title, desc, words)


def live_chart_svg(title: str, desc: str, words: ChartWords = ENGLISH) -> str:
    """The map without marks, with every pattern in it, for a page that marks it by script."""
    return _drawn((), title, desc, words, LIVE)


def shade(pain: int) -> float:
    """How strongly an area of this much pain is filled, 0 to 1."""
    return round(0.2 + 0.07 * pain, 2)


def zones_svg(version: str) -> str:
    """The bare zones with their ids, for programs that draw the marks themselves."""
    shared = _shared("body")
    views = "".join(
        f'<g id="{view}" transform="translate({at})">\n{_skin(view, "body")}\n'
        f"<g {SEAM}>\n{''.join(_areas(view, _names(view)))}</g>\n{_lines(view)}\n</g>\n"
        for view, at in MIDDLE_OF.items()
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE[0]} {SIZE[1]}" '
        f'data-version="{version}">\n<defs>{shared}</defs>\n{views}</svg>\n'
    )


def _names(view: View) -> dict[Place, str]:
    return {
        (zone.id, side): f"{view}-{zone.id}-{side}"
        for zone in zones().values()
        for side in zone.sides
    }


@kept(64)
def _drawn(
    marks: tuple[Mark, ...], title: str, desc: str, words: ChartWords, live: str = ""
) -> str:
    key = live or f"m{crc32(repr((marks, title)).encode()) % 0xFFFFF:x}"
    grades = range(1, 4) if live else ()
    dots = sorted({*grades, *(mark.tingling for mark in marks)} - {0})
    lines = sorted({*grades, *(mark.numbness for mark in marks)} - {0})
    views = "".join(_view(view, marks, key, words) for view in MIDDLE_OF)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="body-chart" role="img" '
        f'viewBox="0 0 {SIZE[0]} {SIZE[1]}" aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">{escape(title)}</title><desc id="{key}-d">{escape(desc)}</desc>'
        f"<defs>{_shared(key)}{_patterns(dots, lines, key)}</defs>{views}</svg>"
    )


def _view(view: View, marks: tuple[Mark, ...], key: str, words: ChartWords) -> str:
    sides = (words.right, words.left) if view == "front" else (words.left, words.right)
    name = words.front if view == "front" else words.back
    low = SIZE[1] - 40
    names: dict[Place, str] = {
        (mark.zone, mark.side): f"{key}{view[0]}{n}" for n, mark in enumerate(marks)
    }
    return (
        f'<g transform="translate({MIDDLE_OF[view]})" data-view="{view}">{_skin(view, key)}'
        f"<g {SEAM}>{''.join(_areas(view, names))}</g>{_lines(view)}"
        f"{_layers(view, marks, key, names)}"
        f'<g font-size="12" fill="{QUIET}" text-anchor="middle">'
        f'<text x="-50" y="18" font-size="14" font-weight="700" fill="{INK}">{escape(name)}</text>'
        f'<text x="-60" y="{low}">{escape(sides[0])}</text>'
        f'<text x="60" y="{low}">{escape(sides[1])}</text></g></g>'
    )


def _shared(key: str) -> str:
    """The shapes of the neutral body that both views have in common."""
    shapes = "".join(f'<path d="{shape}"/>' for shape in silhouette())
    return f'<g id="{key}-skin">{shapes}</g>'


def _skin(view: View, key: str) -> str:
    """The neutral body: its outline as a line under the shapes, so that only the rim shows."""
    low = f'<path d="{feet(view)}"/>'
    return (
        f'<g fill="{LINE}" stroke="{QUIET}" stroke-width="2"><use href="#{key}-skin"/>{low}</g>'
        f'<g fill="{LINE}"><use href="#{key}-skin"/>{low}</g>'
    )


def _lines(view: View) -> str:
    """What tells front from back, over the zones; no finger meets it."""
    return (
        f'<path d="{details(view)}" fill="none" stroke="{QUIET}" stroke-opacity=".8" '
        f'stroke-width=".8" stroke-linecap="round" pointer-events="none"/>'
    )


def _areas(view: View, names: Mapping[Place, str]) -> Iterator[str]:
    """Every zone this view shows, without marks; those named carry their name as id."""
    for zone in zones().values():
        for side in zone.sides:
            if shape := zone_path(zone.id, side, view):
                name = names.get((zone.id, side))
                label = f'id="{name}" ' if name else ""
                yield f'<path {label}data-zone="{zone.id}" data-side="{side}" d="{shape}"/>\n'


def _layers(view: View, marks: tuple[Mark, ...], key: str, names: Mapping[Place, str]) -> str:
    """The marks over the zones: pain as a fill by intensity, then hatching, then dots."""
    parts = []
    for mark in marks:
        if not zone_path(mark.zone, mark.side, view):
            continue
        place = f'<use href="#{names[mark.zone, mark.side]}"'
        fill = f'"{PAIN}" fill-opacity="{shade(mark.pain):.2f}"' if mark.pain else '"none"'
        parts.append(f"{place} fill={fill}/>")
        for layer, grade in (("n", mark.numbness), ("t", mark.tingling)):
            if grade:
                parts.append(f'{place} fill="url(#{key}-{layer}{grade})"/>')
    return f'<g stroke="{INK}" stroke-width=".8">{"".join(parts)}</g>'


def _patterns(dots: Iterable[int], lines: Iterable[int], key: str) -> str:
    """Dots for tingling and hatching for numbness, denser by grade 1-3; a rim keeps them apart."""
    parts = []
    for grade in dots:
        gap, radius = 7.5 - grade, 0.8 + 0.25 * grade
        parts.append(
            f'<pattern id="{key}-t{grade}" width="{gap}" height="{gap}" '
            f'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            f'<circle cx="3" cy="3" r="{radius + 0.5:.2f}" fill="{CARD}"/>'
            f'<circle cx="3" cy="3" r="{radius:.2f}" fill="{TINGLING}"/></pattern>'
        )
    for grade in lines:
        gap, width = 6.5 - grade, 0.8 + 0.35 * grade
        parts.append(
            f'<pattern id="{key}-n{grade}" width="{gap}" height="{gap}" '
            f'patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">'
            f'<path d="M0 1.5H{gap}" stroke="{INK}" stroke-opacity=".7" '
            f'stroke-width="{width:.2f}"/></pattern>'
        )
    return "".join(parts)
