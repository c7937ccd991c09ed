"""Every case of B9: numbness that spreads, or a foot dead to touch, with and without weakness."""

from datetime import timedelta

from spineward.clinical.facts import CheckInRecord, Mark
from spineward.clinical.spaces.dated import changed, examined, not_grown, of_weakness, usual
from spineward.clinical.spaces.space import NOW, Axis, Space, Value, answers, ordered

CALF = (Mark("calf_upper", "left", numbness=1),)
USUAL = Mark("ankle", "left", numbness=1, usual=True)


def _charted(days: int, *marks: Mark) -> CheckInRecord:
    return CheckInRecord(at=NOW - timedelta(days=days), chart=marks)


NUMBNESS = Space(
    id="strength.B9",
    about="Spreading numbness or a foot dead to touch, with and without weakness",
    rules=("A6", "A7", "B1", "B9"),
    axes=(
        ordered(
            "weakness",
            Value("none", {f"item.{item}": "no" for item in ("A6", "A7", "B1")}),
            Value("B1", {"item.A6": "no", "item.A7": "no", "item.B1": "yes"}),
            Value("A6", {"item.A6": "yes", "item.A7": "no", "item.B1": "no"}),
            Value("A7", {"item.A6": "no", "item.A7": "yes", "item.B1": "no"}),
        ),
        answers("item.B9", name="answer", missing=True),
        usual("B9"),
        changed("B9", 61, 60, 15, 14, 0),
        examined("B9", 0, 14, 60),
        Axis(
            "numb today",
            (
                Value("nowhere", {"chart": ()}),
                Value("calf", {"chart": CALF}),
                Value(
                    "calf and usual ankle",
                    {"chart": (*CALF, Mark("ankle", "left", numbness=1, usual=True))},
                ),
                Value("calf and ankle", {"chart": (*CALF, Mark("ankle", "left", numbness=1))}),
                Value("ankle dense", {"chart": (Mark("ankle", "left", numbness=3),)}),
                Value("foot clear", {"chart": (Mark("sole", "left", numbness=2),)}),
                Value("foot dense", {"chart": (Mark("sole", "left", numbness=3),)}),
            ),
            (
                ("nowhere", "calf"),
                ("calf", "calf and ankle"),
                ("calf and usual ankle", "calf and ankle"),
                ("foot clear", "foot dense"),
            ),
        ),
        Axis(
            "numb before",
            (
                Value("no chart"),
                Value("calf, 15 days ago", {"history.check_ins+": (_charted(15, *CALF),)}),
                Value("calf, 14 days ago", {"history.check_ins+": (_charted(14, *CALF),)}),
                Value("calf, yesterday", {"history.check_ins+": (_charted(1, *CALF),)}),
                Value(
                    "foot dense, 20 days ago",
                    {"history.check_ins+": (_charted(20, Mark("sole", "left", numbness=3)),)},
                ),
                Value("nowhere, yesterday", {"history.check_ins+": (_charted(1),)}),
            ),
            why_unordered="what was numb before makes today less new",
        ),
    ),
    held=of_weakness()
    | not_grown("B9")
    | {
        "leg_now": "read of weakness without pain only",
        "history.locks": "read of a weakness that was seen; a lock is varied for each in strength",
    },
)

SPACES = (NUMBNESS,)
