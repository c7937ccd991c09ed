"""Addresses of the reminders, and of the calendar that needs no cookie."""

from django.urls import path

from spineward.web.reminders import calendars, views

urlpatterns = [
    path("calendar/<str:secret>.ics", calendars.subscribed, name="calendar"),
    path("settings/reminders/", views.reminders, name="reminders"),
    path("settings/reminders/spineward.ics", calendars.download, name="reminders_file"),
    path("settings/reminders/address/", calendars.address, name="reminders_address"),
    path("settings/reminders/due/", views.due, name="reminders_due"),
    path("settings/reminders/<slug:kind>/", views.choose, name="reminder"),
    path("settings/reminders/<slug:kind>/off/", views.off, name="reminder_off"),
]
