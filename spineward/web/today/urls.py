"""Addresses of the first page, and of what was read on it."""

from django.urls import path

from spineward.web.today import views

urlpatterns = [
    path("", views.today, name="today"),
    path("told/", views.told, name="told"),
]
