"""How is the body chart filled in without a picture? First the places, then how strong each is."""

from typing import Any

from django import forms

from spineward.clinical.body import LEGS, back_state, leg_state
from spineward.clinical.catalogue import zones
from spineward.clinical.facts import Mark
from spineward.clinical.facts.answers import Leg, Side
from spineward.web.check_in.forms import say
from spineward.web.shell.fields import Choice, Scale, Ticks
from spineward.web.shell.places import Place, key, places

GROUPS = (
    ("middle", ("middle",), "Back and middle"),
    ("left", ("left",), "Left side"),
    ("right", ("right",), "Right side"),
)


class PlacesForm(forms.Form):
    """Where is it felt? Three short lists, spine to toes; no tick at all is not an answer."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for name, sides, label in GROUPS:
            options = [
                (key((zone.id, side)), say(f"zone.{zone.id}"))
                for zone in zones().values()
                for side in zone.sides
                if side in sides
            ]
            self.fields[name] = Ticks(label, options, none="", required=False)

    def both_sides(self) -> list[dict[str, Any]]:
        """The places that lie on both sides: name, and one box a side."""
        ticked = {side: self[side].value() or [] for side in LEGS}
        return [
            {"name": say(f"zone.{zone.id}"), "boxes": [_box(zone.id, s, ticked[s]) for s in LEGS]}
            for zone in zones().values()
            if set(LEGS) <= set(zone.sides)
        ]

    def clean(self) -> dict[str, Any]:
        """At least one place; feeling nothing has its own button."""
        data: dict[str, Any] = super().clean() or {}
        if not any(data.get(name) for name, _, _ in GROUPS):
            raise forms.ValidationError(
                "Tick each place where you feel it, or 'I feel nothing now'."
            )
        return data

    def chosen(self) -> tuple[Place, ...]:
        """The ticked places."""
        return places(text for name, _, _ in GROUPS for text in self.cleaned_data[name])


def _box(zone: str, side: Leg, ticked: list[str]) -> dict[str, Any]:
    """One tick box of the list."""
    value = key((zone, side))
    return {"id": f"id_{value}", "side": side, "value": value, "ticked": value in ticked}


class GradesForm(forms.Form):
    """How strong is it in each place? Pain 0-10, tingling and numbness 0-3, and is it the usual?"""

    def __init__(
        self, chosen: tuple[Place, ...], data: Any = None, *, may_clear: bool = False
    ) -> None:
        super().__init__(data)
        self.chosen, self.may_clear = chosen, may_clear
        grades = [(str(n), say(f"grade.{n}")) for n in range(4)]
        for one in chosen:
            name = key(one)
            self.fields[f"{name}.pain"] = Scale(
                say("field.pain.label"), ends=(say("scale.none"), say("scale.worst"))
            )
            self.fields[f"{name}.tingling"] = Choice(
                say("field.tingling.label"), grades, inline=True
            )
            self.fields[f"{name}.numbness"] = Choice(
                say("field.numbness.label"), grades, inline=True
            )
            self.fields[f"{name}.usual"] = forms.BooleanField(
                required=False, label=say("field.usual.label")
            )

    def groups(self) -> list[tuple[str, Side, list[forms.BoundField], forms.BoundField]]:
        """Per place: its name, its side, its three scales, and the "usual" box."""
        found = []
        for one in self.chosen:
            name = key(one)
            scales = [self[f"{name}.{kind}"] for kind in ("pain", "tingling", "numbness")]
            found.append((say(f"zone.{one[0]}"), one[1], scales, self[f"{name}.usual"]))
        return found

    def clean(self) -> dict[str, Any]:
        """A place where nothing is felt does not belong on the chart."""
        data: dict[str, Any] = super().clean() or {}
        for one in () if self.may_clear else self.chosen:
            name = key(one)
            values = [str(data.get(f"{name}.{kind}")) for kind in ("pain", "tingling", "numbness")]
            if values == ["0", "0", "0"]:
                self.add_error(
                    f"{name}.pain",
                    f"Nothing is felt at {say(f'zone.{one[0]}')}: tap 'Change the places'.",
                )
        return data

    def marks(self) -> tuple[Mark, ...]:
        """The chart."""
        data = self.cleaned_data
        marks = (
            Mark(
                zone,
                side,
                pain=int(data[f"{zone}-{side}.pain"]),
                tingling=int(data[f"{zone}-{side}.tingling"]),
                numbness=int(data[f"{zone}-{side}.numbness"]),
                usual=data[f"{zone}-{side}.usual"],
            )
            for zone, side in self.chosen
        )
        return tuple(mark for mark in marks if mark.pain or mark.tingling or mark.numbness)


def chart_answers(marks: tuple[Mark, ...]) -> dict[str, Any]:
    """The chart and the two numbers that follow from it by definition (spec 0.2)."""
    return {
        "chart": [
            {
                "zone": m.zone,
                "side": m.side,
                "pain": m.pain,
                "tingling": m.tingling,
                "numbness": m.numbness,
                "usual": m.usual,
            }
            for m in marks
        ],
        "leg_now": max(leg_state(marks, leg).intensity for leg in LEGS),
        "back_now": back_state(marks).intensity,
    }
