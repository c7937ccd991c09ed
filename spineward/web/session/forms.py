"""What is asked around a set? Where the lowest point is, what is new, and the details of that."""

from collections.abc import Sequence
from typing import Any, Literal, cast

from django import forms

from spineward.clinical.body import LEGS
from spineward.clinical.catalogue import zones
from spineward.clinical.facts import StrengthAnswer, StrengthTest
from spineward.clinical.facts.answers import Leg
from spineward.clinical.questions import forms as pages
from spineward.clinical.response import AfterSet, Felt, LowestPoint
from spineward.web.shell.fields import Choice, Pick, Scale, Ticks
from spineward.web.shell.reasons import text

FRONT = "front"
RANKS = tuple(range(0, 10))
SYMPTOMS = ("dizzy", "chest", "swelling")
TOILET = ("A1", "A2", "A3")
NEW = (
    "back",
    "sharp",
    "tingling",
    "numbness",
    "weakness",
    "other_leg",
    "moved_and_back",
    "toilet",
    *SYMPTOMS,
    "cannot_tell",
)
"""What can be new after a set; words under after_set.<id>."""
UNKNOWN = ("yes", "no", "not_sure")
GRADED: tuple[Literal["tingling", "numbness"], ...] = ("tingling", "numbness")


def lowest_choices() -> list[tuple[str, str]]:
    """The steps of the leg from the spine down, the front of the thigh, and "nowhere"."""
    steps = [(str(rank), text(f"rank.{rank}")) for rank in RANKS if rank]
    return [*steps, (FRONT, text("rank_front")), ("0", text("rank.0"))]


def point(value: str) -> LowestPoint:
    """A chosen step as the engine names it."""
    return "front" if value == FRONT else int(value)


class LowestForm(forms.Form):
    """Where is the lowest point now, how strong is the leg, and is anything new?"""

    def __init__(self, affected: Sequence[Leg], data: Any = None) -> None:
        super().__init__(data)
        self.affected = affected
        for leg in affected:
            side = text(f"choice.{leg}")
            label = (
                text("page.after_set.title") if len(affected) == 1 else f"{side} leg: lowest point"
            )
            self.fields[f"lowest_{leg}"] = Choice(label, lowest_choices())
            strong = "Leg pain now" if len(affected) == 1 else f"{side} leg: pain now"
            self.fields[f"pain_{leg}"] = Scale(
                strong, ends=(text("scale.none"), text("scale.worst"))
            )
        self.fields["new"] = Ticks(
            "Anything new?", [(one, text(f"after_set.{one}")) for one in NEW], none="Nothing new"
        )

    def clean(self) -> dict[str, Any]:
        """Pain in the leg and "not in the leg" cannot both be true."""
        data: dict[str, Any] = super().clean() or {}
        for leg in self.affected:
            lowest, pain = data.get(f"lowest_{leg}"), data.get(f"pain_{leg}")
            in_leg = lowest == FRONT or ((lowest or "0").isdigit() and int(lowest or 0) > 2)
            if lowest and pain and not in_leg:
                self.add_error(
                    f"pain_{leg}", f"{pain} is not allowed; 0 when nothing is in the leg"
                )
        return data

    def short(self) -> dict[str, str]:
        """The answers so far, as they travel to the page that asks for details."""
        names = [f"{kind}_{leg}" for leg in self.affected for kind in ("lowest", "pain")]
        return {name: str(self.cleaned_data[name]) for name in names}


class StrengthForm(forms.Form):
    """Four small tests in each leg."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.asked = pages()["strength"].fields
        for test in self.asked:
            answers = [(one, text(f"choice.{one}")) for one in test.answers]
            for leg in LEGS:
                self.fields[f"{test.name}_{leg}"] = Choice(text(f"choice.{leg}"), answers)

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Each test with its question for either leg."""
        return [(one.name, [self[f"{one.name}_{leg}"] for leg in LEGS]) for one in self.asked]

    def tests(self) -> dict[Leg, dict[StrengthTest, StrengthAnswer]]:
        """The answers, leg by leg."""
        data = self.cleaned_data
        return {
            leg: {
                cast(StrengthTest, one.name): cast(StrengthAnswer, data[f"{one.name}_{leg}"])
                for one in self.asked
            }
            for leg in LEGS
        }


class DetailsForm(forms.Form):
    """The details of what is new, and nothing else."""

    def __init__(self, ticked: frozenset[str], affected: Sequence[Leg], data: Any = None) -> None:
        super().__init__(data)
        self.ticked, self.affected = ticked, affected
        self.other: Leg | None = next((leg for leg in LEGS if leg not in affected), None)
        for name in (one for one in NEW if one in ticked):
            for key, control in getattr(self, f"_{name}", dict)().items():
                self.fields[key] = control

    def _back(self) -> dict[str, forms.Field]:
        return {"back_pain": Scale(text("field.back_pain.label"))}

    def _graded(self, what: str) -> dict[str, forms.Field]:
        places = [
            (
                f"{zone.id}-{side}",
                f"{text(f'zone.{zone.id}')}{'' if side == 'middle' else f', {side}'}",
            )
            for zone in zones().values()
            for side in zone.sides
        ]
        grades = [(str(n), text(f"grade.{n}")) for n in range(4)]
        label = text(f"field.{what}.label")
        return {
            f"{what}_where": Pick(f"{label}: where is it new or changed?", places),
            f"{what}_grade": Choice(f"{label}: how strong is it there now?", grades, inline=True),
        }

    def _tingling(self) -> dict[str, forms.Field]:
        return self._graded("tingling")

    def _numbness(self) -> dict[str, forms.Field]:
        return self._graded("numbness")

    def _weakness(self) -> dict[str, forms.Field]:
        answers = [(one, text(f"choice.{one}")) for one in ("new_or_more", "none", "not_sure")]
        return {"weakness": Choice(text("field.weakness.label"), answers)}

    def _other_leg(self) -> dict[str, forms.Field]:
        return {
            "lowest_other": Choice("The other leg: its lowest point", lowest_choices()),
            "pain_other": Scale("The other leg: pain now"),
        }

    def _moved_and_back(self) -> dict[str, forms.Field]:
        return {"lowest_during": Choice("Its lowest point while you moved", lowest_choices())}

    def _toilet(self) -> dict[str, forms.Field]:
        answers = [(one, text(f"choice.{one}")) for one in UNKNOWN]
        return {item: Choice(text(f"item.{item}.question"), answers) for item in TOILET}

    def _cannot_tell(self) -> dict[str, forms.Field]:
        options = [(one, text(f"unsure.{one}")) for one in ("place", "tingling", "numbness")]
        return {"unsure": Ticks(text("field.not_sure.label"), options, none="")}

    def red_flags(self) -> tuple[str, ...]:
        """A items that were affirmed, or left unsure (A1?)."""
        answers = {item: self.cleaned_data.get(item) for item in TOILET}
        marks = {"yes": "", "not_sure": "?"}
        return tuple(item + marks[a] for item, a in answers.items() if a in marks)

    def symptoms(self) -> tuple[Any, ...]:
        """Symptoms that end a session by themselves."""
        return tuple(one for one in SYMPTOMS if one in self.ticked)

    def after_set(self, short: dict[str, str]) -> AfterSet:
        """The whole answer: the short page, and these details."""
        data = self.cleaned_data
        lowest: dict[Leg, LowestPoint] = {}
        pain: dict[Leg, int] = {}
        for leg in self.affected:
            if f"lowest_{leg}" in short:
                lowest[leg] = point(short[f"lowest_{leg}"])
                pain[leg] = int(short[f"pain_{leg}"])
        if self.other and "lowest_other" in data:
            lowest[self.other] = point(data["lowest_other"])
            pain[self.other] = data["pain_other"]
        return AfterSet(
            lowest=lowest,
            leg_pain=pain,
            back_pain=data.get("back_pain"),
            felt=tuple(self._felt()),
            sharp_shooting="yes" if "sharp" in self.ticked else None,
            weakness=data.get("weakness"),
            not_sure=tuple(data.get("unsure", ())),
        )

    def _felt(self) -> list[Felt]:
        found = []
        for what in GRADED:
            if where := self.cleaned_data.get(f"{what}_where"):
                zone, _, said = where.rpartition("-")
                side = next(side for side in zones()[zone].sides if side == said)
                found.append(Felt(zone, side, what, int(self.cleaned_data[f"{what}_grade"])))
        return found

    def during(self) -> LowestPoint | None:
        """The lowest point while moving, when it has gone back since."""
        found = self.cleaned_data.get("lowest_during")
        return point(found) if found else None
