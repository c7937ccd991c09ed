"""Is a hazard log that is not whole, or not true, refused in words? Hazards: H-21."""

from copy import deepcopy
from typing import Any

import pytest

from spineward.clinical import content_check
from spineward.clinical import hazards as log
from spineward.clinical.catalogue import ContentError, read

WHOLE: dict[str, Any] = read("hazards.toml")["hazard"][0]
CONTROL: dict[str, Any] = {
    "kind": "design",
    "what": "It is built so.",
    "where": ["dev.py"],
    "tests": ["tests/conftest.py"],
}


def changed(**fields: Any) -> dict[str, Any]:
    """A whole hazard with other fields; None leaves one out."""
    row = {**deepcopy(WHOLE), **fields}
    return {name: value for name, value in row.items() if value is not None}


def test_a_whole_hazard_is_read() -> None:
    one = log.hazard(WHOLE)
    assert (one.id, one.short) == ("H-01", "missed-cauda-equina")
    assert one.risk_before == log.risk(one.severity, one.likelihood_before)
    assert one.risk_after <= log.MOST_ACCEPTED


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"harm": ""}, "H-01: harm is missing"),
        ({"harm": None}, "H-01 is not complete"),
        ({"owner": "nobody"}, "H-01 is not complete"),
        ({"causes": []}, "H-01: causes is missing"),
        ({"residual": []}, "H-01: residual is missing"),
        ({"control": []}, "H-01: control is missing"),
        ({"reader": ""}, "H-01: reader is missing"),
        ({"severity": 6}, "H-01: severity = 6 is not allowed; 1 to 5"),
        ({"severity": 0}, "H-01: severity = 0 is not allowed; 1 to 5"),
        ({"likelihood_after": 5}, "H-01: controls do not make it more likely"),
        ({"likelihood_after": 4}, "H-01: the risk left is 4; above 3 none is accepted"),
        ({"status": "forgotten"}, "H-01: a status is open or closed"),
    ],
)
def test_a_hazard_that_is_not_whole_is_refused(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(ContentError, match=said):
        log.hazard(changed(**fields))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"kind": "prayer"}, "of kind rule, design or wording"),
        ({"kind": None}, "of kind rule, design or wording"),
        ({"what": ""}, "says in a sentence what it does"),
        ({"where": []}, "does not say where it is"),
        ({"tests": []}, "names no test"),
        ({"rules": ["A1"]}, "of kind rule names rules, and no other does"),
        ({"kind": "rule"}, "of kind rule names rules, and no other does"),
        ({"test": ["tests/conftest.py"]}, "a control has no field test"),
    ],
)
def test_a_control_that_is_not_whole_is_refused(fields: dict[str, Any], said: str) -> None:
    control = {name: value for name, value in {**CONTROL, **fields}.items() if value is not None}
    with pytest.raises(ContentError, match=said):
        log.hazard(changed(control=[control]))


def test_a_hazard_that_stands_there_twice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "read", lambda name: {**read(name), "hazard": [WHOLE, WHOLE]})
    with pytest.raises(ContentError, match="H-01 stands there twice"):
        log.hazards.__wrapped__()


@pytest.mark.parametrize(
    ("matrix", "said"),
    [([[1] * 5] * 4, "5 rows of 5"), ([[1, 2, 3, 2, 5], *[[1, 2, 3, 4, 5]] * 4], "gets milder")],
)
def test_a_matrix_that_gets_milder_for_worse_is_refused(
    monkeypatch: pytest.MonkeyPatch, matrix: list[list[int]], said: str
) -> None:
    monkeypatch.setattr(log, "read", lambda name: {**read(name), "matrix": matrix})
    with pytest.raises(ContentError, match=said):
        log.matrix.__wrapped__()


def test_a_scale_with_a_step_left_out_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    scale = {**read("hazards.toml")["scale"], "severity": [{"value": 1, "name": "", "meaning": ""}]}
    monkeypatch.setattr(log, "read", lambda name: {**read(name), "scale": scale})
    with pytest.raises(ContentError, match="the scale of severity has the steps 1 to 5"):
        log.scales.__wrapped__()


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (["A1", "A2", "A3", "A4", "A5", "A6", "A99"], "H-01: the rule A99 is unknown"),
        (["A1", "A2", "A3", "A4", "A5"], "rule A6 says that it answers it, and no control names"),
        (
            ["A1", "A2", "A3", "A4", "A5", "A6", "T5"],
            "names rule T5, which does not say that it answers it",
        ),
    ],
)
def test_a_hazard_and_its_rules_name_each_other(
    monkeypatch: pytest.MonkeyPatch, rules: list[str], said: str
) -> None:
    row = deepcopy(WHOLE)
    row["control"][0]["rules"] = rules
    known = {**log.hazards(), "H-01": log.hazard(row)}
    monkeypatch.setattr(content_check, "hazards", lambda: known)
    assert [line for line in content_check._hazards() if said in line]
