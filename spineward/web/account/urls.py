"""Addresses of the settings."""

from django.urls import path

from spineward.web.account import data, example, health_records, key, views

urlpatterns = [
    path("", views.settings_page, name="settings"),
    path("number/", views.number, name="number"),
    path("data/", data.overview, name="data"),
    path("data/diary.zip", data.diary, name="data_archive"),
    path("data/tables.zip", data.tables, name="data_tables"),
    path("data/back/", data.back, name="data_back"),
    path("data/records/", health_records.page, name="health_records"),
    path("data/records/diary.json", health_records.out, name="health_records_out"),
    path("data/key/", key.script_key, name="script_key"),
    path("example/", example.show, name="example"),
    path("forget/", views.forget, name="forget"),
]
