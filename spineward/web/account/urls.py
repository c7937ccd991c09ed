"""Addresses of the settings."""

from django.urls import path

from spineward.web.account import views

urlpatterns = [
    path("", views.settings_page, name="settings"),
    path("number/", views.number, name="number"),
    path("forget/", views.forget, name="forget"),
]
