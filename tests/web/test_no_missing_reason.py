"""Could a page lack the reason of what was decided? Every outcome and limit there can be has words.

Hazards: H-08, H-24.
"""

import ast
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

import spineward
from spineward.clinical import dose, plan
from spineward.clinical.catalogue import words
from spineward.clinical.facts import CareLevel
from spineward.clinical.facts.answers import Pattern
from spineward.clinical.library import EXCLUSIONS
from spineward.clinical.rulebook import rulebook
from spineward.clinical.rules import hold_movement
from spineward.clinical.rules.rests import REST_IDS
from spineward.web.shell import reasons

PACKAGE = Path(spineward.__path__[0])
GATE_REASONS = {"first_sessions", "incomplete", "lock", *REST_IDS}
OUTSIDE_RULES = GATE_REASONS | {"row 1"}


def decided() -> set[str]:
    """Every outcome of the committed tables, as it stands in `fired`: "A1", "A4?", "A7 seen"."""
    found = set()
    for table in (PACKAGE / "content" / "tables").glob("*.txt"):
        for line in table.read_text("utf-8").splitlines():
            if line.startswith("== "):
                found |= set(FIRED.findall(line))
    return found


FIRED = re.compile(
    rf"\b(?:{'|'.join(sorted(rulebook(), key=len, reverse=True))})\b\??(?: seen| muted| not_fine)?"
)
MARKED = [f"{rule} {mark}" for rule, mark in product(rulebook(), ("seen", "muted", "not_fine"))]
UNSURE = [f"{id}?" for id in rulebook() if f"rule.{id}.why_unsure" in words()]


def test_the_tables_name_no_unsure_rule_without_words_for_it() -> None:
    unsure = {id for id in decided() if id.endswith("?")}
    assert unsure
    assert unsure <= set(UNSURE)


def test_a_rule_says_it_is_unsure_only_where_it_has_words_for_it() -> None:
    said = {rule for rule, mark in findings() if mark == "?"}
    assert said
    assert {f"{rule}?" for rule in said} <= set(UNSURE)


def findings() -> Iterator[tuple[str, str]]:
    """(rule, mark) of each finding that the text of the engine makes."""
    makers = {"Finding", "emergency", "same_day", "soon", "soon_few", "routine"}
    for path in (PACKAGE / "clinical").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                given = [*node.args, *(keyword.value for keyword in node.keywords)]
                texts = [
                    one.value
                    for one in given
                    if isinstance(one, ast.Constant) and isinstance(one.value, str)
                ]
                if node.func.id in makers and texts and node.args[0] in given:
                    first = node.args[0]
                    if isinstance(first, ast.Constant) and isinstance(first.value, str):
                        yield first.value, "?" if "?" in texts else ""


def test_every_finding_is_of_a_rule_or_has_a_reason_of_its_own() -> None:
    made = {rule for rule, _ in findings()}
    assert made
    assert {rule for rule in made if rule not in rulebook()} <= OUTSIDE_RULES


@pytest.mark.parametrize("level", [level for level in CareLevel if level >= CareLevel.SOON])
def test_every_reason_has_a_sentence(level: CareLevel) -> None:
    for id in (*rulebook(), *UNSURE, *MARKED, *OUTSIDE_RULES):
        found = reasons.of_id(id, level)
        assert found.why, id
        if id not in GATE_REASONS:
            assert found.name, id
            assert found.do or " " in id.replace("row ", "row"), id


def test_every_unsure_answer_of_a_mild_level_says_what_to_do() -> None:
    mild = [id for id in UNSURE if id.startswith("CL")]
    assert [id for id in mild if not reasons.of_id(id, CareLevel.SELF_CARE).do] == []
    assert [id for id in mild if not reasons.of_id(id, CareLevel.ROUTINE).do] == []


def test_what_is_not_known_is_not_said_to_have_been_told() -> None:
    found = {id: words()[f"rule.{id.removesuffix('?')}.why_unsure"] for id in UNSURE}
    assert [id for id, why in found.items() if "You said" in why] == []


@pytest.mark.parametrize("id", sorted(EXCLUSIONS))
def test_every_reason_to_hold_a_movement_back_has_a_sentence(id: str) -> None:
    assert reasons.of([id], ("exclusion.{}",))[0].why


def test_every_hold_is_an_exclusion_with_words() -> None:
    assert {*hold_movement.OF_ONE, *hold_movement.OF_ALL, *hold_movement.OF_PERSON} <= EXCLUSIONS


def named_in(module: object, inside: tuple[str, ...]) -> set[str]:
    """The short texts that named functions of a module yield, return or put in a pair."""
    path = Path(str(getattr(module, "__file__", "")))
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name in inside:
            for one in ast.walk(node):
                if isinstance(one, ast.Yield | ast.Return) and one.value is not None:
                    found |= {
                        part.value
                        for part in ast.walk(one.value)
                        if isinstance(part, ast.Constant)
                        and isinstance(part.value, str)
                        and re.fullmatch(r"[a-z_0-9]{3,}[a-z0-9]", part.value)
                    }
    return found


def test_every_limit_of_an_offer_has_a_sentence() -> None:
    limits = named_in(dose, ("_limits", "_place", "_spine", "_walk"))
    assert {"half_range", "with_aid", "hip_max_80", "breathing", "no_rounding"} <= limits
    assert [one for one in sorted(limits) if f"limit.{one}" not in words()] == []


def test_every_reason_for_an_offer_has_a_sentence() -> None:
    said = named_in(plan, ("_did_good", "_wanted")) | named_in(dose, ("_pace",))
    said |= {f"order_{pattern}" for pattern in get_args(Pattern)}
    said |= {"swap", "no_change", "ease", "nothing_left"}
    assert {"drew_up", "eased", "instead", "next_step", "start_low", "more_sets"} <= said
    assert [one for one in sorted(said) if f"offer_reason.{one}" not in words()] == []
