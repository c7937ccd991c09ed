"""Addresses of the outbox."""

from django.urls import path

from spineward.web.outbox import offline, views

urlpatterns = [
    path("", views.outbox, name="outbox"),
    path("pages.json", offline.pages_list, name="outbox_pages"),
    path("ahead/", offline.ahead, name="outbox_ahead"),
    path("away/", offline.away, name="outbox_away"),
    path("kept/", offline.kept, name="outbox_kept"),
    path("sign/<slug:card>/", offline.sign, name="outbox_sign"),
    path("file/", views.file, name="outbox_file"),
    path("<uuid:id>/", views.entry, name="outbox_entry"),
]
