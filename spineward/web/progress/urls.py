"""Addresses of the diary."""

from django.urls import path

from spineward.web.progress import views

urlpatterns = [
    path("", views.diary, name="diary"),
    path("note/", views.note, name="diary_note"),
    path("note/<int:id>/", views.correct_note, name="correct_note"),
]
