"""How do reminders become a calendar? By RFC 5545, with nothing in it that tells of health.

Times are floating: they carry no zone, for the diary knows only how far the person's clock is from
UTC, and a reminder at nine means nine wherever they are. A break is a series of its own for each
time of the day, since many calendars read no rule with several times in it.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event, vRecur

from spineward.clinical.catalogue import words
from spineward.web.reminders.schedule import Series

PRODUCT = "-//Spineward//Reminders//EN"
TYPE = "text/calendar; charset=utf-8"
AHEAD = timedelta(weeks=12)
"""A file that nobody renews goes quiet after this long."""
LASTS = timedelta(minutes=5)
LOOK_AGAIN = timedelta(hours=6)
"""How often a calendar is asked to read the feed anew: within a day it follows what changed."""
RULES: Mapping[str, Mapping[str, object]] = {
    "daily": {"FREQ": "DAILY"},
    "workdays": {"FREQ": "WEEKLY", "BYDAY": ["MO", "TU", "WE", "TH", "FR"]},
    "weekly": {"FREQ": "WEEKLY"},
}


def feed(whose: UUID, found: tuple[Series, ...], link: str, now: datetime) -> bytes:
    """The calendar of one person. `whose` keeps the ids of entries the same at each reading."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("name", "Spineward")  # RFC 7986; the next is what was used before it
    calendar.add("x-wr-calname", "Spineward")
    calendar.add("refresh-interval", LOOK_AGAIN, {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for one in found:
        calendar.add_component(_event(whose, one, link, now))
    return bytes(calendar.to_ical())


def _event(whose: UUID, one: Series, link: str, now: datetime) -> Event:
    told = words()
    title, text = str(told[f"reminder.{one.words}.title"]), str(told[f"reminder.{one.words}.text"])
    event = Event()
    event.add("uid", f"{uuid5(whose, one.key)}@spineward")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", one.first)
    event.add("duration", LASTS)
    if one.rhythm in RULES:
        until = datetime.combine(now.date() + AHEAD, time.max.replace(microsecond=0))
        event.add("rrule", vRecur(dict(RULES[one.rhythm]), UNTIL=until))
    event.add("summary", title)
    event.add("description", f"{text} {link}")
    event.add("url", link)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")  # nobody is busy at that time
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(0))
    event.add_component(alarm)
    return event
