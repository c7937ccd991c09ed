"""Every case of the emergency rules that also follow from other answers: A9, A11, A14.

What they read of another rule enters as that rule's plainest answer: A9 asks whether A1-A3 are new,
which their own tables decide; A14 whether there is a new weakness, which `strength` decides. That
other ways to the same finding lead to the same outcome is proved in tests/proofs/test_factoring.py.
"""

from datetime import timedelta

from spineward.clinical.facts import CheckInRecord, Mark, SpineProcedure
from spineward.clinical.spaces.dated import (
    changed,
    dates_of,
    examined,
    lock_of,
    not_grown,
    not_said_fine,
    of_weakness,
    seen_ends,
    told,
    usual,
)
from spineward.clinical.spaces.space import (
    NOW,
    Axis,
    Space,
    Value,
    ago,
    answers,
    numbers,
    ordered,
)

TINGLES = (Mark("calf_upper", "left", tingling=1),)
USUAL = (Mark("calf_upper", "left", tingling=1, usual=True),)
TOILET = "whether it is new is decided by its own table; here it began today"


def _charted(days: int, *marks: Mark) -> CheckInRecord:
    return CheckInRecord(at=NOW - timedelta(days=days), chart=marks)


A9 = Space(
    id="emergency.A9",
    about="Fever with new nerve signs or a toilet or saddle change; or very unwell",
    rules=("A9",),
    axes=(
        answers("item.A9", name="answer", missing=True),
        answers("item.B2", name="fever", missing=True),
        ordered(
            "toilet or saddle",
            Value("none"),
            Value("bladder", {"item.A1": "yes"}),
            Value("bowel", {"item.A2": "yes"}),
            Value("saddle", {"item.A3": "yes"}),
        ),
        ordered("weak leg", Value("no"), Value("yes", {"item.B1": "yes"})),
        ordered(
            "tingling or numbness",
            Value("none", {"chart": ()}),
            Value("usual", {"chart": USUAL}),
            Value(
                "as 15 days ago",
                {"chart": TINGLES, "history.check_ins+": (_charted(15, *TINGLES),)},
            ),
            Value(
                "more than 15 days ago",
                {
                    "chart": (Mark("calf_upper", "left", tingling=2),),
                    "history.check_ins+": (_charted(15, *TINGLES),),
                },
            ),
            Value(
                "as 14 days ago, none known before",
                {"chart": TINGLES, "history.check_ins+": (_charted(14, *TINGLES),)},
            ),
            Value("never charted before", {"chart": TINGLES}),
        ),
        changed("A9", 15, 14, 0),
        examined("A9", 0, 14),
        lock_of("A9"),
    ),
    held=dates_of("A1", "A2", "A3", "B2", why=TOILET)
    | of_weakness()
    | not_grown("A9")
    | {
        "told_ok.A9": "A9 holds as long as it is told, whatever was said of exercise",
        "same_as_usual.A9": "read only to tell whether it is still shown as seen: varied for A12",
    },
    exceptions=(seen_ends("A9", 981),),
)

A11 = Space(
    id="emergency.A11",
    about="Throbbing belly, sudden pain with faintness, or a known aneurysm with new back pain",
    rules=("A11",),
    axes=(
        answers("item.A11", name="answer", missing=True),
        answers("background.aneurysm", name="aneurysm", missing=True),
        Axis(
            "trouble began",
            tuple(Value(f"{n} days ago", {"episode_start": ago(n)}) for n in (60, 15, 14)),
            why_unordered="a later start makes pain newer, and what was there before it older",
        ),
        numbers("back_now", 0, 1, name="back pain"),
        usual("A11"),
        changed("A11", 61, 15, 14, 0),
        examined("A11", 0, 14, 15, 61),
        told("A11"),
        lock_of("A11"),
    ),
    base={"chart": ()},
    held=not_grown("A11"),
    exceptions=(
        not_said_fine("A11", 416),
        not_said_fine("A11", 80, axis="since"),
    ),
)

A14 = Space(
    id="emergency.A14",
    about="Bleeding risk with spine pain after a fall; a spine procedure with a nerve change",
    rules=("A14",),
    axes=(
        answers("item.A14", name="answer"),
        ordered(
            "blood thinner or bleeding disorder",
            Value("no", {"background.anticoagulant": "no", "background.bleeding_disorder": "no"}),
            Value("not asked", {"background.bleeding_disorder": "no"}),
            Value(
                "bleeding disorder not sure",
                {"background.anticoagulant": "no", "background.bleeding_disorder": "not_sure"},
            ),
            Value(
                "blood thinner",
                {"background.anticoagulant": "yes", "background.bleeding_disorder": "no"},
            ),
        ),
        ordered(
            "hurt",
            Value("no", {"item.A10": "no", "item.B5": "no"}),
            Value("a fall, back pain 0", {"item.A10": "yes", "back_now": 0}),
            Value("a fall, back pain 1", {"item.A10": "yes", "back_now": 1}),
            Value("a small bump", {"item.B5": "yes", "back_now": 0}),
        ),
        ordered(
            "procedure",
            Value("not asked"),
            Value("15 days ago", {"spine_procedure": (SpineProcedure("surgery", ago(15)),)}),
            Value(
                "14 days ago",
                {"spine_procedure": (SpineProcedure("injection_or_epidural", ago(14)),)},
            ),
        ),
        ordered(
            "leg since then",
            Value("nothing", {"chart": ()}),
            Value(
                "as on a chart before it",
                {"chart": TINGLES, "history.check_ins+": (_charted(16, *TINGLES),)},
            ),
            Value("began before it", {"chart": TINGLES, "leg_onset": ago(40)}),
            Value("began after it", {"chart": TINGLES, "leg_onset": ago(3)}),
            Value(
                "more than on a chart before it",
                {
                    "chart": (Mark("calf_upper", "left", tingling=2),),
                    "history.check_ins+": (_charted(16, *TINGLES),),
                },
            ),
            Value("weak", {"chart": (), "item.B1": "yes"}),
        ),
        usual("A14"),
        changed("A14", 61, 15, 14),
        examined("A14", 0, 14),
        lock_of("A14"),
    ),
    held=of_weakness()
    | not_grown("A14")
    | dates_of("A10", "B5", why="the injury was today")
    | {"told_ok.A14": "read only once it is old and examined, as in A12"},
    exceptions=(seen_ends("A14", 2484),),
)

SPACES = (A9, A11, A14)
