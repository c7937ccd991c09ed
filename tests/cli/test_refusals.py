"""Is what cannot be refused in one line that names the field, the value and what is allowed?"""

import json
from typing import Any

import pytest

from spineward.cli import assess, respond
from tests.cli.contract import refusal

NOW = "2026-11-22T09:30:00+01:00"
DAY = "2026-11-20T09:00:00+01:00"
WHOLE = "a whole number from 0 to 10"
A_DAY = "a day like 2026-11-22"
AGO = 'or "about 3 days ago" (hours, days, weeks, months)'
MOMENT = "a moment like 2026-11-22T09:30:00+01:00"
RULES = "A1-A16, B1-B10, C1-C16, CL1-CL6, FLARE_LONG, N3, NC1, NC2 or T1-T9"
MOVEMENTS = "M01-M03, M10-M12, M20, M21, M30a, M30b, M31-M33, M40, M41, M50, M60 or M61"
SET = {"movement": "M10", "at": DAY, "row": 11, "label": "REDUCED", "set_verdict": "CONTINUE"}


@pytest.mark.parametrize(
    "number", ["11", "-1", "3.5", "3.0", "true", '"4"', "NaN", "Infinity", "[4]"]
)
def test_only_a_whole_number_in_range_is_a_number(number: str) -> None:
    shown = f"leg_now: {number} is not allowed; {WHOLE}"
    assert refusal(assess.answer, f'{{"leg_now": {number}}}') == shown


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"age": 121}, "age: 121 is not allowed; a whole number from 0 to 120"),
        ({"change_so_far": -4}, "change_so_far: -4 is not allowed; a whole number from -3 to 3"),
        ({"hours_at_8": 73}, "hours_at_8: 73 is not allowed; a whole number from 0 to 72"),
        (
            {"pregnant": {"week": 43}},
            "pregnant.week: 43 is not allowed; a whole number from 1 to 42",
        ),
        (
            {"pregnant": "no", "pregnant_week": 9},
            "pregnant_week: 9 is not allowed; only together with pregnant = yes",
        ),
        (
            {"pregnant": {"week": 20}, "pregnant_week": 21},
            "pregnant_week: 21 is not allowed; 20, as pregnant says",
        ),
        (
            {"pregnant": "perhaps"},
            'pregnant: "perhaps" is not allowed; no, does_not_apply, yes, not_sure or an object '
            'like {"week": 22}',
        ),
        ({"floor_ok": "not_sure"}, 'floor_ok: "not_sure" is not allowed; no or yes'),
        ({"items": {}}, "items: {} is not allowed; there is no such field"),
        ({"item": []}, "item: [] is not allowed; an object"),
        ({"item": {"A99": "no"}}, 'item: "A99" is not allowed; A1-A16, B1-B10 or C1-C16'),
        ({"item": {"A1": "changed"}}, 'item.A1: "changed" is not allowed; no, yes or not_sure'),
        (
            {"item": {"A4": "no"}},
            'item.A4: "no" is not allowed; no_change, does_not_apply, changed, '
            "prefer_not_to_say or not_sure",
        ),
        (
            {"detail": {"A1": {}}},
            'detail: "A1" is not allowed; A6-A8, A10, B1, B2, B4 or C5-C13',
        ),
        (
            {"detail": {"A8": {"wobbly": "yes"}}},
            'detail.A8: "wobbly" is not allowed; unsteady, clumsy_hands, neck_shock or trunk_band',
        ),
        ({"since": {"Z1": A_DAY}}, f'since: "Z1" is not allowed; {RULES}'),
        ({"since": {"A1": "never"}}, f'since.A1: "never" is not allowed; {A_DAY}, {AGO}'),
        (
            {"worsened": {"A1": "about 3 moons ago"}},
            f'worsened.A1: "about 3 moons ago" is not allowed; {A_DAY}, {AGO}, or never',
        ),
        (
            {"examined": {"A1": "never"}},
            f'examined.A1: "never" is not allowed; {A_DAY}, {AGO}, or none',
        ),
        (
            {"told_ok": {"A1": "sure"}},
            'told_ok.A1: "sure" is not allowed; no, yes, not_discussed or an object like '
            '{"answer": "yes", "date": "2026-11-22"}',
        ),
        ({"clearance": {"CL7": "no"}}, 'clearance: "CL7" is not allowed; CL1-CL6'),
        (
            {"before_episode": {"A5": "yes"}},
            'before_episode: "A5" is not allowed; A1-A4',
        ),
        ({"team_allowed": ["M99"]}, f'team_allowed[0]: "M99" is not allowed; {MOVEMENTS}'),
        ({"spine_procedure": "some"}, 'spine_procedure: "some" is not allowed; none or a list'),
        (
            {"spine_procedure": [{"kind": "massage", "date": "2026-01-01"}]},
            'spine_procedure[0].kind: "massage" is not allowed; surgery, injection_or_epidural or '
            "instrumentation",
        ),
        (
            {"strength": {"left": {"hop": "same"}}},
            'strength.left: "hop" is not allowed; heel_walk, toe_raise, chair_rise or big_toe',
        ),
    ],
)
def test_an_answer_outside_the_contract_is_refused(given: Any, said: str) -> None:
    assert refusal(assess.answer, json.dumps(given)) == said


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        (
            {"zone": "buttock", "side": "middle"},
            '.side: "middle" is not allowed; left or right for buttock',
        ),
        ({"zone": "saddle", "side": "left"}, '.side: "left" is not allowed; middle for saddle'),
        ({"zone": "toes", "side": "left", "pain": 11}, f".pain: 11 is not allowed; {WHOLE}"),
        (
            {"zone": "toes", "side": "left", "numbness": 4},
            ".numbness: 4 is not allowed; a whole number from 0 to 3",
        ),
        ({"zone": "toes", "side": "left", "usual": 1}, ".usual: 1 is not allowed; true or false"),
        ({"side": "left"}, ".zone: missing; this field is needed"),
        ([], ": [] is not allowed; an object"),
    ],
)
def test_a_mark_that_the_body_map_does_not_have_is_refused(mark: Any, said: str) -> None:
    assert refusal(assess.answer, json.dumps({"chart": [mark]})) == f"chart[0]{said}"


def test_an_unknown_zone_is_refused_with_the_list_of_all() -> None:
    said = refusal(assess.answer, '{"chart": [{"zone": "knee", "side": "left"}]}')
    assert said.startswith('chart[0].zone: "knee" is not allowed; low_back_midline, low_back, ')
    assert said.endswith("front_thigh, groin, saddle, trunk or mid_back")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"now": "2026-11-22"}, f'now: "2026-11-22" is not allowed; {MOMENT}'),
        ({"now": 1700000000}, f"now: 1700000000 is not allowed; {MOMENT}"),
        ({"now": "9999-12-31T23:59:59Z"}, f'now: "9999-12-31T23:59:59Z" is not allowed; {MOMENT}'),
        ({"woke_at": "07:00"}, f'woke_at: "07:00" is not allowed; {MOMENT} or unknown'),
        ({"leg_onset": "soon"}, f'leg_onset: "soon" is not allowed; {A_DAY} or none'),
        ({"episode_start": "0"}, f'episode_start: "0" is not allowed; {A_DAY}'),
        ({"episode_start": "2026-13-01"}, f'episode_start: "2026-13-01" is not allowed; {A_DAY}'),
        (
            {"episode_start": "2026-11-24"},
            "episode_start: '2026-11-24' is not allowed; a day that is not in the future",
        ),
        (
            {"episode_start": "2026-11-02", "leg_onset": "2026-11-01"},
            "leg_onset: '2026-11-01' is not allowed; episode_start (2026-11-02) or a later day",
        ),
        (
            {"since": {"B1": "2027-01-01"}},
            "since.B1: '2027-01-01' is not allowed; a day that is not in the future",
        ),
        (
            {"told_ok": {"B1": {"answer": "yes", "date": "2027-01-01"}}},
            "told_ok.B1.date: '2027-01-01' is not allowed; a day that is not in the future",
        ),
        (
            {"woke_at": "2026-11-22T09:31:00+01:00"},
            "woke_at: '2026-11-22T09:31:00+01:00' is not allowed; a moment that is not after `now`",
        ),
    ],
)
def test_a_day_or_moment_that_cannot_be_is_refused(given: Any, said: str) -> None:
    assert refusal(assess.answer, json.dumps({"now": NOW, **given})) == said


@pytest.mark.parametrize(
    ("history", "said"),
    [
        (
            {"sessions": [{"started": DAY, "sets": [SET | {"movement": "M99"}]}]},
            f'sessions[0].sets[0].movement: "M99" is not allowed; {MOVEMENTS}',
        ),
        (
            {"sessions": [{"started": DAY, "sets": [SET | {"row": 13}]}]},
            "sessions[0].sets[0].row: 13 is not allowed; at most 12",
        ),
        (
            {"sessions": [{"started": "2026-12-01T09:00:00+01:00"}]},
            "sessions[0].started: '2026-12-01T09:00:00+01:00' is not allowed; "
            "a moment that is not after `now`",
        ),
        (
            {"sessions": [{"started": DAY, "sets": [SET | {"at": "2026-11-19T09:00:00+01:00"}]}]},
            "sessions[0].sets[0].at: '2026-11-19T09:00:00+01:00' is not allowed; "
            f"a moment that is not before {DAY}",
        ),
        (
            {"sessions": [{"started": DAY, "stops": ["SS9"]}]},
            'sessions[0].stops[0]: "SS9" is not allowed; SS1-SS6',
        ),
        (
            {"check_ins": [{"at": DAY, "mood": 1}]},
            "check_ins[0].mood: 1 is not allowed; there is no such field",
        ),
        ({"check_ins": [{}]}, "check_ins[0].at: missing; this field is needed"),
        (
            {"locks": [{"fired_at": DAY, "rules": ["C1"], "level": "EMERGENCY"}]},
            'locks[0].rules[0]: "C1" is not allowed; A1-A16, A1?-A16?, B1-B10 or B1?-B10?',
        ),
        (
            {"locks": [{"fired_at": DAY, "rules": ["A1"], "level": "SOON"}]},
            'locks[0].level: "SOON" is not allowed; SAME_DAY or EMERGENCY',
        ),
        (
            {"weekly": [{"at": DAY, "psfs": [1, 2, 3, 4]}]},
            "weekly[0].psfs: [1, 2, 3, 4] is not allowed; at most 3 of them",
        ),
    ],
)
def test_a_past_that_cannot_be_is_refused(history: Any, said: str) -> None:
    given = json.dumps({"now": NOW, "history": history})
    assert refusal(assess.answer, given) == f"history.{said}"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"t0": None}, "t0: null is not allowed; an object"),
        ({"t1": {"chart": None}}, "t1.chart: null is not allowed; a list"),
        (
            {"t1": {"chart": [], "weakness": "yes"}},
            't1.weakness: "yes" is not allowed; none, new_or_more or not_sure',
        ),
        (
            {"t2": {"chart": [{"zone": "saddle", "side": "right"}]}},
            't2.chart[0].side: "right" is not allowed; middle for saddle',
        ),
        ({"t3": {}}, "t3: {} is not allowed; there is no such field"),
        (
            {"context": {"affected": ["both"]}},
            'context.affected[0]: "both" is not allowed; left or right',
        ),
        ({"context": {}}, "context.affected: missing; this field is needed"),
        (
            {"context": {"affected": [], "red_flags": ["C1"]}},
            'context.red_flags[0]: "C1" is not allowed; A1-A16, A1?-A16?, B1-B10 or B1?-B10?',
        ),
        (
            {"context": {"affected": [], "minutes_since": -1}},
            "context.minutes_since: -1 is not allowed; at least 0",
        ),
    ],
)
def test_a_set_outside_the_contract_is_refused(given: Any, said: str) -> None:
    fine = {"t0": {"chart": []}, "context": {"affected": ["right"]}}
    assert refusal(respond.answer, json.dumps(fine | given)) == said
