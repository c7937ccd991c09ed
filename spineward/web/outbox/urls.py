"""Addresses of the outbox."""

from django.urls import path

from spineward.web.outbox import views

urlpatterns = [
    path("", views.outbox, name="outbox"),
    path("file/", views.file, name="outbox_file"),
    path("<uuid:id>/", views.entry, name="outbox_entry"),
]
