"""What does a clinician read and sign? Each open point, rule, hazard, number, movement, sentence.

The same document is a page of the app and a file of the command; nothing in it is written twice.
"""

from collections.abc import Iterator
from functools import lru_cache

from spineward.clinical.catalogue import Limit, Source, limits, read, sources, words
from spineward.clinical.explain import Explanation, Number, amount, overview, sure
from spineward.clinical.explain_movement import explain_movement
from spineward.clinical.hazards import Grade, Hazard, hazards, scales
from spineward.clinical.library import WORDS, movements
from spineward.clinical.open_points import OpenPoint, open_points
from spineward.clinical.review.comes_to import comes_to
from spineward.clinical.review.entry import FILE, Entry, Part, Section, given
from spineward.clinical.review.sentences import lines, sentences

__all__ = ["FILE", "Entry", "Part", "parts"]


@lru_cache(maxsize=1)
def parts() -> tuple[Part, ...]:
    """The parts in reading order."""
    of = {
        "points": _points,
        "rules": _rules,
        "hazards": _hazards,
        "numbers": _numbers,
        "movements": _movements,
        "words": sentences,
    }
    return tuple(
        Part(row["id"], row["title"], row["lead"], tuple(of[row["id"]]()))
        for row in read(FILE)["part"]
    )


def _points() -> Iterator[Section]:
    yield Section("open-points", "", "", tuple(map(_point, open_points().values())))


def _point(one: OpenPoint) -> Entry:
    resting = [f"{id} {words()[f'rule.{id}.name']}" for id in one.rules]
    facts = [("Now", one.now), ("Rules", "; ".join(resting))]
    facts += [("Number", _said(limits()[id])) for id in one.numbers]
    if one.answer:
        facts.append(("Answered", f"{one.answer} ({one.reader}, {one.on})"))
    return Entry(str(one.id), one.question, facts=given(facts))


def _rules() -> Iterator[Section]:
    for outcome, rules in overview():
        known = words()
        title, lead = known[f"how.outcome.{outcome}.name"], known[f"how.outcome.{outcome}.lead"]
        yield Section(outcome, str(title), str(lead), tuple(map(_rule, rules)))


def _rule(one: Explanation) -> Entry:
    says = [
        ("Why", one.why),
        ("What to do", one.do),
        ("Not sure", f"{one.why_unsure} {one.do_unsure}".strip()),
    ]
    reader = f"read by {one.change.reader}" if one.change.reader else "read by no clinician yet"
    facts = [
        ("The rule", one.statement),
        ("Comes to", comes_to()[one.id]),
        ("Numbers", "; ".join(map(_short, one.numbers))),
        ("Sources", "; ".join(map(_cited, one.sources))),
        ("Hazards", "; ".join(hazard.title for hazard in one.hazards)),
        ("Open point", "; ".join(f"{point.id} {point.question}" for point in one.points)),
        ("Last change", f"{one.change.on}: {one.change.what}, {reader}"),
    ]
    return Entry(one.rule, one.name, given(says), given(facts))


def _hazards() -> Iterator[Section]:
    yield Section("all-hazards", "", "", tuple(map(_hazard, hazards().values())))


def _hazard(one: Hazard) -> Entry:
    before = _graded("likelihood", one.likelihood_before)
    after = _graded("likelihood", one.likelihood_after)
    facts = [
        ("Harm", one.harm),
        ("Causes", " ".join(one.causes)),
        ("Kept away by", " ".join(control.what for control in one.controls)),
        ("Not controlled", " ".join(one.residual)),
        ("Severity", _graded("severity", one.severity)),
        ("Likelihood", f"{before} without controls, {after} with them"),
        ("Risk left", f"{_graded('risk', one.risk_after)}. {one.accepted}"),
    ]
    return Entry(one.id, one.title, facts=tuple(facts))


def _graded(scale: str, value: int) -> str:
    """A grade with its name: 4 major."""
    grade: Grade = scales()[scale][value - 1]
    return f"{grade.value} {grade.name}"


def _short(one: Number) -> str:
    return f"{one.limit.id} {one.value}"


def _cited(one: Source) -> str:
    """A text by its title; what has none by how sure we are."""
    return sure(one) if one.id in ("J", "K") else f"{one.title} ({sure(one)})"


def _said(one: Limit) -> str:
    bounds = "fixed" if one.low == one.high else f"{one.low} to {one.high}"
    known = ", ".join(f"{id}: {sure(sources()[id])}" for id in one.source.split())
    return f"{amount(one.value, one.unit)} ({bounds}). {one.text} {known}."


def _numbers() -> Iterator[Section]:
    groups: dict[str, list[Limit]] = {}
    for one in limits().values():
        groups.setdefault(one.id.partition(".")[0], []).append(one)
    entries = (
        Entry(group, "", facts=tuple((_own_name(one), _said(one)) for one in members))
        for group, members in groups.items()
    )
    yield Section("all-numbers", "", "", tuple(entries))


def _own_name(one: Limit) -> str:
    return one.id.partition(".")[2].replace("_", " ")


def _movements() -> Iterator[Section]:
    yield Section("all-movements", "", "", tuple(map(_movement, movements())))


def _movement(id: str) -> Entry:
    one = explain_movement(id)
    says = [(part, line) for part in WORDS[1:] for line in lines(f"movement.{id}.{part}")]
    facts = [
        ("Dose", one.dose),
        ("Joint ranges", one.ranges),
        ("Held back by", ", ".join(key for key, _ in one.held_back)),
        ("Sources", "; ".join(map(_cited, one.sources))),
    ]
    return Entry(id, one.name, tuple(says), given(facts))
