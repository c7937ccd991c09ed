"""Is a movement held back whenever it must be, and is nothing brought back? Enumerated.

Hazards: H-02 movement after peripheralization, H-03 movement in a severe flare, H-19 unsafe for
this body.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any, cast

import pytest

from spineward.clinical.facts import Gate, SpineProcedure
from spineward.clinical.library import EXCLUSIONS, families
from spineward.clinical.rules import hold_movement
from spineward.clinical.rules.hold_movement import OF_ALL, OF_ONE, OF_PERSON, exclusions
from spineward.clinical.spaces import (
    movements,
    movements_earned,
    movements_felt,
    movements_past,
    movements_whole,
)
from spineward.clinical.spaces.movement_day import Held, day_of, held_text, taken_by
from spineward.clinical.spaces.space import Space, Value, ago, cases, with_value
from spineward.clinical.tables import Table
from spineward.clinical.today import Today
from tests.proofs.committed import neighbours, table
from tests.proofs.counted import Count
from tests.proofs.watch import watched

FILES = (movements, movements_felt, movements_past, movements_earned)
SPACES: tuple[Space, ...] = tuple(chain.from_iterable(file.SPACES for file in FILES))
WHOLE: Space = movements_whole.SPACES[0]
every_table = pytest.mark.parametrize("space", SPACES, ids=lambda space: space.id)
NAMES = (*OF_PERSON, *OF_ONE, *OF_ALL)
STRETCHES = {*families()["glide"], *families()["buttock"], *families()["flexion"], "M60"}
EASE = {"M01", "M02", "M03", "M50"}
LIMITED = EASE | set("M10 M11 M12 M20 M21 M30a M31 M33 M40 M41 M61".split())
IN_A_MODERATE_FLARE = EASE | set("M10 M11 M12 M20 M21 M33 M61".split())


def held(today: Today) -> set[tuple[str, str]]:
    """All that is taken away today, and by which exclusion."""
    told = exclusions(today.case, today.gate, today.patterns, today.state, today.fired)
    return {(one.by, one.movement) for one in told}


def taken(text: str) -> set[tuple[str, str]]:
    """The same, read from the outcome of a table."""
    found = text.removeprefix("held_back ").split(" + ") if text.startswith("held_back") else []
    parts = (one.rstrip(")").split(" (") for one in found)
    return {(name, movement) for name, names in parts for movement in names.split()}


def open_in(text: str) -> set[str]:
    """The movements that an outcome of the whole leaves open."""
    return set(text.split()[1:]) if text.startswith("open") else set()


def rows(known: Table) -> Iterator[tuple[dict[str, str], str]]:
    """Every single case of a table: the label on each axis, and its outcome."""
    for place, code in enumerate(known.codes):
        labels, rest = {}, place
        for name, values in reversed(known.axes):
            rest, chosen = divmod(rest, len(values))
            labels[name] = values[chosen]
        yield labels, known.outcomes[code]


# --- the tables are whole --------------------------------------------------------------------


def test_every_exclusion_has_a_table_in_which_it_holds_and_one_in_which_it_does_not() -> None:
    for name in NAMES:
        texts = [text for space in SPACES for text in table(space.id).outcomes]
        assert any(f"{name} (" in text for text in texts), f"{name} never holds"
        assert any("open" in text for text in texts)
    assert set(NAMES) == EXCLUSIONS


@pytest.mark.parametrize("name", NAMES)
def test_an_exclusion_switched_off_changes_a_table(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    space = next(
        space for space in SPACES if any(f"{name} (" in text for text in table(space.id).outcomes)
    )
    off: Any = (lambda today, one: False) if name in OF_ONE else (lambda today: ())
    kind = next(kind for kind in ("OF_PERSON", "OF_ONE", "OF_ALL") if name in _of(kind))
    monkeypatch.setitem(_of(kind), name, off)

    known = table(space.id)
    decided = (held_text(taken_now(space, day)) for day in cases(space))
    pairs = zip(known.codes, decided, strict=True)
    assert any(known.outcomes[code] != now for code, now in pairs)


def taken_now(space: Space, day: Today) -> Held:
    """What the rules of a table say today."""
    assert space.decides is not None
    found: Any = space.decides(day)
    return cast("Held", found)


def _of(kind: str) -> dict[str, Any]:
    found: dict[str, Any] = getattr(hold_movement, kind)
    return found


@every_table
def test_an_exclusion_reads_nothing_that_its_table_leaves_out(space: Space) -> None:
    """Neither of the answers, nor of what other rules said of them."""
    sets = {path for axis in space.axes for value in axis.values for path in value.sets}
    varied = {path.rstrip("+") for path in (*sets, *space.base)}
    allowed = varied | space.held.keys() | {"now", "episode_start"} | _put_together(varied)
    decides = space.decides
    assert decides is not None
    for one in _some(space):
        day = WatchedDay(one)
        decides(day)
        left_out = {path for path in day.read() - allowed if not _inside(path, allowed)}
        assert not left_out, f"vary these, or say why not: {' '.join(sorted(left_out))}"


def _put_together(varied: set[str]) -> set[str]:
    """What the axes of marks and sessions make."""
    parts = {path.partition(".")[0] for path in varied}
    return ({"chart"} if "mark" in parts else set()) | (
        {"ledger", "history.sessions"} if "done" in parts else set()
    )


def _inside(path: str, allowed: set[str]) -> bool:
    return any(known.startswith(f"{path}.") for known in allowed)


def _some(space: Space, most: int = 400) -> Iterator[Today]:
    step = max(1, space.size // most) | 1
    yield from (one for place, one in enumerate(cases(space)) if place % step == 0)


SAID = ("gate", "patterns", "state", "fired", "ledger", "holding")


class WatchedDay(Today):
    """A day that notes which answers, and which words of other rules, are asked of it."""

    def __init__(self, day: Today) -> None:
        self.noted: set[str] = set()
        case, self.answers = watched(day.case)
        super().__init__(case, day.gate, day.patterns, day.state, day.fired)
        self.to_begin_with = set(self.answers)
        self.answers.clear()
        self.noted.clear()

    def __getattribute__(self, name: str) -> Any:
        if name in SAID:
            self.noted.add(name)
        return super().__getattribute__(name)

    def read(self) -> set[str]:
        """All that was asked; the red flags were read when the day was made."""
        red_flags = self.to_begin_with if "holding" in self.noted else set()
        return self.answers | red_flags | (self.noted - {"holding"})


# --- they add up -----------------------------------------------------------------------------


def test_what_is_held_back_is_what_each_exclusion_takes_and_no_more(count_cases: Count) -> None:
    """So the tables of the single exclusions say all about the whole."""
    looked_at = 0
    for day in chain(cases(WHOLE), *(_some(space, 150) for space in SPACES)):
        parts = {(name, one) for name in NAMES for one in taken_by(name, day)}
        assert held(day) == parts
        looked_at += 1
    count_cases(looked_at, "days on which the exclusions add up")


@pytest.mark.parametrize("space", [*SPACES, WHOLE], ids=lambda space: space.id)
def test_one_worse_sign_never_brings_a_movement_back(space: Space, count_cases: Count) -> None:
    """Not only is something still held back: all that was held back still is."""
    known, pairs = table(space.id), 0
    for place, axis in enumerate(space.axes):
        for milder, worse in axis.worse:
            for (a, b), number in neighbours(known, place, milder, worse).items():
                before, after = known.outcomes[a], known.outcomes[b]
                case = f"{axis.name} from {milder} to {worse}: {before} became {after}"
                if space is WHOLE:
                    assert open_in(before) >= open_in(after), case
                else:
                    assert taken(before) <= taken(after), case
                pairs += number
    if pairs:
        count_cases(pairs, f"pairs of {space.id}, nothing brought back")


# --- the invariants, read off the whole ------------------------------------------------------


def test_the_figure_four_is_only_for_the_deep_gluteal_pattern_alone() -> None:
    """Invariant 8."""
    for one in ("M40", "M41"):
        found = [labels for labels, text in rows(table(WHOLE.id)) if one in open_in(text)]
        assert {labels["patterns"] for labels in found} == {"DGS"}


def test_the_seed_glide_is_never_for_a_limited_day_nor_for_first_use() -> None:
    """Invariant 9."""
    found = [labels for labels, text in rows(table(WHOLE.id)) if "M30b" in open_in(text)]
    assert found
    assert {labels["gate"] for labels in found} == {"FULL"}
    assert {labels["done before"] for labels in found} == {"all went well"}


def test_the_seed_glide_waits_until_the_slider_went_well_twice_or_three_times() -> None:
    """4.4, by an independent reading: two good or three steady since any glide was stopped."""
    since_stop = {"never": 3, "before them all": 3, "before the last two": 2, "before the last": 1}
    for labels, text in rows(table("movements.locked_m30b")):
        three = [labels[f"{which} session"] for which in ("last", "2nd last", "3rd last")]
        left = since_stop.get(labels["a glide stopped"], 0)
        since = [row for row in three[:left] if row != "none"]
        good = len(since) >= 2 and all(row in ("row 9", "row 11") for row in since[:2])
        steady = len(since) >= 3 and all(row in ("row 9", "row 11", "row 12") for row in since)
        if not (good or steady):
            assert text.startswith("held_back"), labels


def test_a_severe_flare_leaves_no_stretch_and_no_glide() -> None:
    """Invariant 15: the exclusions shut the glides, and the gate of the flare the rest."""
    for labels, text in rows(table(WHOLE.id)):
        if labels["flare"] == "FLARE_SEVERE":
            shut = STRETCHES if labels["gate"] in ("EASE_ONLY", "BLOCK") else STRETCHES - {"M61"}
            assert not open_in(text) & shut, labels
    severe = [
        text
        for id in ("flare.day", "flare.course")
        for text in table(id).outcomes
        if "FLARE_SEVERE" in text
    ]
    assert severe
    assert all("FLARE_SEVERE SELF_CARE EASE_ONLY" in text for text in severe)


def test_a_severe_flare_leaves_no_more_than_a_moderate_one() -> None:
    """Each under the gate that it brings with it."""
    gates = {"FLARE_MODERATE": "LIMITED", "FLARE_SEVERE": "EASE_ONLY"}
    found: dict[str, dict[tuple[str, str], set[str]]] = {state: {} for state in gates}
    for labels, text in rows(table(WHOLE.id)):
        if gates.get(labels["flare"]) == labels["gate"]:
            place = labels["patterns"], labels["done before"]
            found[labels["flare"]][place] = open_in(text)
    assert found["FLARE_SEVERE"]
    for place, open_now in found["FLARE_SEVERE"].items():
        assert open_now < found["FLARE_MODERATE"][place]


def test_each_gate_leaves_open_no_more_than_the_specification_names() -> None:
    """4.2, and section 3 for a moderate flare."""
    most = {"BLOCK": set[str](), "EASE_ONLY": EASE, "LIMITED": LIMITED}
    for labels, text in rows(table(WHOLE.id)):
        assert open_in(text) <= most.get(labels["gate"], open_in(text)), labels
        if labels["flare"] == "FLARE_MODERATE":
            assert open_in(text) <= IN_A_MODERATE_FLARE, labels
        if labels["flare"] == "FLARE_MODERATE" and labels["done before"] == "nothing yet":
            assert not open_in(text) & {"M20", "M21", "M61"}, labels


@pytest.mark.parametrize("kind", ["surgery", "instrumentation"])
def test_after_an_operation_only_what_its_team_allowed_is_open(kind: Any) -> None:
    """C15: metal in the spine is put there by an operation too."""
    past = {"spine_procedure": (SpineProcedure(kind, ago(60)),), "team_allowed": ("M10",)}
    told = Value("operated", {**movements_whole.HEALTHY_DAY, **past, "gate": Gate.LIMITED})
    day = day_of(with_value({}, told))
    assert set(movements_whole.offered(day)) == {"M10"}
