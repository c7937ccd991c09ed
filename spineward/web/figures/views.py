"""Which frames does a moving picture have? Drawn once, kept in memory, the same for everyone.

An answer holds nothing of a person, so a browser and its service worker may keep it; the tag tells
them when the drawing has changed.
"""

import json
from functools import lru_cache
from hashlib import sha256
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import condition, require_GET

from spineward.clinical.body import LEGS
from spineward.clinical.facts.answers import Leg
from spineward.clinical.library import movements
from spineward.web.shell.drawing.frames import movement_frames

Asked = tuple[str, Leg | None, bool, bool]
HOW = frozenset({"bed", "half"})


def _asked(request: HttpRequest, id: str) -> Asked:
    """The movement, the painful leg where it has one, whether on a bed, and at half its range."""
    name, *how = id.split(".")
    movement = movements().get(name)
    leg = next((leg for leg in LEGS if leg == request.GET.get("leg")), None)
    if movement is None or (movement.one_sided and leg is None) or not HOW.issuperset(how):
        raise Http404
    return name, leg if movement.one_sided else None, movement.bed and "bed" in how, "half" in how


@lru_cache(maxsize=256)
def _body(id: str, leg: Leg | None, bed: bool, half: bool) -> bytes:
    drawn = movement_frames(movements()[id].figure, leg, bed, half)
    return json.dumps({"movement": id, "leg": leg, **drawn}, separators=(",", ":")).encode()


def _tag(request: HttpRequest, **address: Any) -> str:
    return f'"{sha256(_body(*_asked(request, **address))).hexdigest()[:16]}"'


@require_GET
@cache_control(no_cache=True)
@gzip_page
@condition(etag_func=_tag)
def frames(request: HttpRequest, id: str) -> HttpResponse:
    """All frames of one movement; `M10.bed.half.json` is one way to do it, `?leg=left` its leg."""
    return HttpResponse(_body(*_asked(request, id)), content_type="application/json")
