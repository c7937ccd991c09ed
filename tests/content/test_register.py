"""Does anything clinical change silently? The register says what stood, and names what differs.

Hazards: H-05, H-08, H-21.
"""

import subprocess
import sys
import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from spineward.clinical.catalogue import ContentError, limits, words
from spineward.clinical.library import movements
from spineward.clinical.register import Change, entries, last_change
from spineward.clinical.register.differences import compare, differences
from spineward.clinical.register.entries import Key, Register, register
from spineward.clinical.register.recording import as_toml, chosen, recorded, signed
from spineward.clinical.register.standing import standing
from spineward.clinical.rulebook import rulebook

DAY = date(2026, 12, 1)
CHANGE = Change(DAY, "Sudden is within three days", "who lost strength three days ago", "")
READ = "A clinician must read it."
Now = dict[Key, dict[str, Any]]
STANDING = standing()


@pytest.fixture
def now() -> Now:
    """What stands, to be changed at will."""
    return {key: dict(parts) for key, parts in STANDING.items()}


def said(now: Now, known: Register | None = None) -> list[str]:
    """What is said of a changed content beside the register as it lies."""
    return list(compare(known or agreeing(), now))


def agreeing() -> Register:
    """A register that agrees with all that stands."""
    first = Change(date(2026, 11, 22), "First written", "everyone", "")
    return recorded(Register({}, {}, {}), STANDING, list(STANDING), first)


def test_everything_clinical_stands_as_it_was_recorded() -> None:
    assert not differences(), "\n".join(differences())


def test_the_register_looks_at_every_rule_number_movement_and_sentence() -> None:
    assert {id for kind, id in STANDING if kind == "rule"} == set(rulebook())
    assert {id for kind, id in STANDING if kind == "number"} == set(limits())
    assert {id for kind, id in STANDING if kind == "movement"} == set(movements())
    parts = [part for entry in STANDING.values() for part in entry.values()]
    said = [list(text) if isinstance(text, tuple) else text for text in words().values()]
    assert [text for text in said if text not in parts] == []


def test_whatever_decides_beside_the_rules_is_a_step() -> None:
    found = {id for kind, id in STANDING if kind == "step"}
    assert {"assessment", "lock", "verdict", "missing", "rules.hold_movement", "plan"} <= found
    assert {"session", "response", "set_verdict", "dose", "progress", "library"} <= found
    assert not [one for one in found if one.startswith(("register", "spaces", "catalogue"))]


# --- What is said when something changed ------------------------------------------------------


def test_a_changed_number_names_each_rule_that_reads_it(now: Now) -> None:
    now["number", "a7.sudden_days"]["value"] = 3
    now["rule", "A7"]["numbers"] = now["rule", "A7"]["numbers"] | {"a7.sudden_days": 3}
    rule, number = said(now)
    assert rule == (
        "Rule A7 (A foot will not lift or push) changed: its number a7.sudden_days was 2, now 3. "
        "Say what changed and who is affected: spineward rules record A7 --what '...' "
        f"--affects '...'. {READ}"
    )
    assert number.startswith("Number a7.sudden_days changed: its value: was 2, now 3.")


def test_a_rule_that_is_gone_is_named(now: Now) -> None:
    del now["rule", "C9"]
    (line,) = said(now)
    assert line.startswith(
        "Rule C9 (Periods or bleeding) is gone. Nothing is deleted silently. Say what changed"
    )


def test_a_changed_sentence_shows_what_it_was(now: Now) -> None:
    was = now["rule", "A1"]["do"]
    now["rule", "A1"]["do"] = "Ring your doctor some day."
    (line,) = said(now)
    assert line.startswith(
        "Rule A1 (Peeing has changed) changed: the words for what to do: "
        f"was '{was}', now 'Ring your doctor some day.'"
    )


def test_of_a_list_only_the_changed_line_is_shown(now: Now) -> None:
    signs = now["words", "emergency.signs"]["text"]
    now["words", "emergency.signs"]["text"] = signs[1:]
    (line,) = said(now)
    assert line.startswith(
        f"Sentence emergency.signs changed: its text: was '{signs[0]}', now nothing."
    )


PLANTED = [
    (("rule", "A1"), "says", "Nothing.", "its statement: was"),
    (("rule", "A1"), "sources", "J", "its sources: was 'BMJBP LOTH BACKES GRE16', now 'J'"),
    (("rule", "A1"), "hazards", "H-07", "its hazards: was 'H-01 H-07', now 'H-07'"),
    (("rule", "A1"), "code", "0", "the way it decides changed (`spineward rules diff`"),
    (("rule", "A1"), "numbers", {}, "it no longer reads the number new.days (it was 14)"),
    (("step", "lock"), "code", "0", "the way it decides changed"),
    (("number", "new.days"), "high", 365, "its high: was 90, now 365"),
    (("movement", "M30a"), "not_if", ["numb_foot"], "its not_if: was 'any_flare / no_leg_symptom"),
    (("movement", "M30a"), "dose", "reps 5 to 90", "its dose: was 'reps 5 to 10"),
    (("movement", "M30a"), "figure", "0", "the way its figure moves changed"),
    (("zone", "buttock"), "rank", 1, "its rank: was 3, now 1"),
    (("ask", "page.Q1"), "lines", ["A1"], "its lines: was 'A2 / A3 / A4', now nothing"),
    (("ask", "item.A1"), "usual", False, "its usual: was yes, now no"),
    (("care", "stretch.hamstring"), "ROOT", "gentle", "its ROOT: was 'avoid', now 'gentle'"),
    (("hazard", "H-01"), "likelihood_after", 1, "its likelihood_after: was 2, now 1"),
    (("hazard", "H-01"), "controls", [], "its controls: was 'rule A1 A2 A3 A4 A5 A6: Each early"),
    (("source", "K"), "strength", "verified", "its strength: was 'unverified', now 'verified'"),
]


@pytest.mark.parametrize(("key", "part", "value", "message"), PLANTED, ids=str)
def test_whatever_is_loosened_is_said(
    key: Key, part: str, value: object, message: str, now: Now
) -> None:
    now[key][part] = value
    (line,) = said(now)
    assert message in line
    assert line.endswith(READ)


def test_what_is_new_is_said_and_an_id_is_not_used_twice(now: Now) -> None:
    now["rule", "A99"] = dict(now["rule", "A1"])
    assert said(now)[0].startswith("Rule A99 (Peeing has changed) is new.")
    closed = recorded(agreeing(), {k: p for k, p in now.items() if k[1] != "C9"}, KEY_C9, CHANGE)
    assert any(
        line.startswith("Rule C9 (Periods or bleeding) was closed, and is back.")
        for line in said(now, closed)
    )


# --- Recording --------------------------------------------------------------------------------

KEY_C9: list[Key] = [("rule", "C9")]


def test_a_recorded_change_is_said_no_more_and_tells_when_and_why(now: Now) -> None:
    now["rule", "A1"]["do"] = "Call now."
    known = agreeing()
    after = recorded(known, now, chosen(known, now, ["a1"]), CHANGE)
    assert said(now, after) == []
    assert after.changes[after.entries["rule", "A1"].change] == CHANGE
    assert after.changes[after.entries["rule", "A2"].change].what == "First written"


def test_a_rule_that_went_stays_as_closed_with_what_it_said(now: Now) -> None:
    statement = now["rule", "C9"]["says"]
    del now["rule", "C9"]
    known = agreeing()
    after = recorded(known, now, chosen(known, now, []), CHANGE)
    assert said(now, after) == []
    assert after.gone["rule", "C9"].parts["says"] == statement
    assert after.changes[after.gone["rule", "C9"].change] == CHANGE


@pytest.mark.parametrize("id", ["A7", "a7.sudden_days"])
def test_a_number_and_the_rule_that_reads_it_are_recorded_together(id: str, now: Now) -> None:
    now["number", "a7.sudden_days"]["value"] = 3
    now["rule", "A7"]["numbers"] = now["rule", "A7"]["numbers"] | {"a7.sudden_days": 3}
    now["rule", "A1"]["do"] = "Call now."
    assert chosen(agreeing(), now, [id]) == [("rule", "A7"), ("number", "a7.sudden_days")]


def test_an_id_that_is_none_is_refused(now: Now) -> None:
    with pytest.raises(ContentError, match="nothing called a99"):
        chosen(agreeing(), now, ["A99"])


def test_a_new_change_never_takes_the_number_of_one_that_stands(now: Now) -> None:
    """Numbers in between are free once nothing points to their change any more."""
    known = agreeing()
    day = CHANGE.on.isoformat()
    kept = {**known.changes, f"{day}.3": replace(CHANGE, what="An earlier one.")}
    now["rule", "A1"]["do"] = "Call now."
    after = recorded(replace(known, changes=kept), now, [("rule", "A1")], CHANGE)
    assert after.entries["rule", "A1"].change == f"{day}.4"
    assert after.changes[f"{day}.3"].what == "An earlier one."


def test_a_signature_names_the_reader_of_that_entry_alone() -> None:
    after = signed(agreeing(), [("rule", "A1")], "Dr. A. Reader")
    one = after.changes[after.entries["rule", "A1"].change]
    assert (one.what, one.reader) == ("First written", "Dr. A. Reader")
    assert after.changes[after.entries["rule", "A2"].change].reader == ""


def test_the_file_reads_back_as_it_was_written(now: Now, monkeypatch: pytest.MonkeyPatch) -> None:
    del now["rule", "C9"]
    now["words", "emergency.signs"]["text"] = ['Say "now".', "Größer ü\\n."]
    known = agreeing()
    after = recorded(known, now, chosen(known, now, []), CHANGE)
    assert read_back(as_toml(after), monkeypatch) == after


def test_the_committed_file_is_as_the_command_writes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_back(as_toml(register()), monkeypatch) == register()


def read_back(text: str, monkeypatch: pytest.MonkeyPatch) -> Register:
    """A register from its file."""
    table = tomllib.loads(text)
    monkeypatch.setattr(entries, "read", lambda name: table)
    return register.__wrapped__()


# --- Reading ----------------------------------------------------------------------------------


def test_every_rule_tells_its_last_change() -> None:
    for id in rulebook():
        change = last_change(id)
        assert change.on <= datetime.now(UTC).date()
        assert change.what
        assert change.affects
    assert last_change("row 5") == last_change("row5")


def test_a_rule_that_is_none_has_no_last_change() -> None:
    with pytest.raises(ContentError, match="there is no rule A99"):
        last_change("A99")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"what": "x", "affects": "y", "reader": ""}, "does not say 'on'"),
        ({"on": DAY, "what": " ", "affects": "y", "reader": ""}, "neither what changed nor"),
        ({"on": DAY, "what": "x", "affects": "", "reader": ""}, "neither what changed nor"),
    ],
)
def test_a_change_that_is_not_whole_is_refused(
    row: dict[str, Any], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entries, "read", lambda name: {"change": {"x": row}})
    with pytest.raises(ContentError, match=message):
        register.__wrapped__()


def test_an_entry_without_a_known_change_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"rule": {"A1": {"change": "never", "says": "x"}}}
    monkeypatch.setattr(entries, "read", lambda name: table)
    with pytest.raises(ContentError, match="rule A1 names an unknown change, never"):
        register.__wrapped__()


def test_asking_for_a_last_change_reads_no_program_text() -> None:
    script = (
        "import sys, spineward.clinical.register as r; r.last_change('A1'); "
        "sys.exit('spineward.clinical.program' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
