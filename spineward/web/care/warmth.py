"""May heat or ice be used now, and for how long? Bars are asked first; a yes or a doubt ends it.

CC1 and CC2. Nothing answered here is kept: it is about this time and this place on the skin.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from spineward.clinical.catalogue import limit
from spineward.web.shell.fields import Choice
from spineward.web.shell.reasons import text

BARS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "heat": ("numb", "swollen", "infected", "clot", "patch", "bruise", "belly"),
        "ice": ("numb", "flow", "white", "rash"),
    }
)
"""What keeps each of them off, in the order of the questions."""
ANSWERS = ("no", "not_sure", "yes")


class BarsForm(forms.Form):
    """One question for each bar; none is answered beforehand."""

    def __init__(self, way: str, data: Any = None) -> None:
        super().__init__(data)
        answers = [(one, text(f"choice.{one}")) for one in ANSWERS]
        for bar in BARS[way]:
            self.fields[bar] = Choice(text(f"warmth.{bar}.question"), answers, inline=True)

    def standing(self) -> list[str]:
        """The bars that are there, or may be."""
        return [bar for bar, answer in self.cleaned_data.items() if answer != "no"]


@require_GET
def warmth(request: HttpRequest, way: str) -> HttpResponse:
    """The questions; then the reasons to leave it, or how long and what to look at.

    All three stand in the page and one is shown, so that a script can go on without a network.
    """
    if way not in BARS:
        raise Http404
    form = BarsForm(way, request.GET or None)
    answered = form.is_bound and form.is_valid()
    held = form.standing() if answered else []
    minutes = {"heat": limit("warmth.heat_minutes"), "ice": limit("warmth.ice_minutes")}
    context = {
        "way": way,
        "topic": {"heat": "CC1", "ice": "CC2"}[way],
        "form": form,
        "bars": BARS[way],
        "held": held,
        "shown": "held" if held else "go" if answered else "form",
        "minutes": minutes[way],
        "skin": limit("warmth.skin_minutes"),
    }
    return render(request, "care/warmth.html", context)
