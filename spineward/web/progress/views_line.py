"""What does the progress page show? One sentence, the line, two body maps, what can be done."""

from datetime import date
from typing import get_args

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from spineward.clinical.body import LEGS
from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit
from spineward.clinical.course import View, course_case
from spineward.clinical.facts import CareLevel
from spineward.diary import journey
from spineward.web.progress.able import able
from spineward.web.progress.maps import compared
from spineward.web.progress.tables import line_rows, week_rows
from spineward.web.shell import clock, person
from spineward.web.shell.drawing.pain_change import TOO_SMALL, headline, judged
from spineward.web.shell.drawing.pain_line import described, pain_line
from spineward.web.shell.drawing.pain_words import SPAN

VIEWS = {"day": "Day", "week": "Week", "episode": "Whole episode"}


@require_GET
def progress(request: HttpRequest) -> HttpResponse:
    """How it has gone so far."""
    own, now = person.own(), clock.now()
    case = Case(journey.situation(own, now=now))
    asked = request.GET.get("view", "episode")
    view: View = next((one for one in get_args(View) if one == asked), "episode")
    seen, check_ins = course_case(case, view), case.check_ins
    doing = able(check_ins, journey.weeks(own), now.date(), case.episode_start)
    context = {
        "course": seen,
        "held": max((one.level for one in case.history.locks if not one.released_at), default=0),
        "help": CareLevel.EMERGENCY,
        "headline": headline(seen),
        "judged": judged(seen),
        "too_small": TOO_SMALL,
        "percent": limit("t1.percent"),
        "picture": pain_line(seen),
        "described": described(seen),
        "rows": line_rows(seen),
        "legs": seen.legs or LEGS[1:],
        "span": SPAN[seen.step][0],
        "view": view,
        "views": VIEWS,
        "maps": compared(check_ins, case.episode_start, _day(request, "from"), _day(request, "to")),
        "able": doing,
        "weeks": week_rows(doing.rows),
    }
    return render(request, "progress/line.html", context)


def _day(request: HttpRequest, name: str) -> date | None:
    """A day of the address; what is no day counts as not chosen."""
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None
