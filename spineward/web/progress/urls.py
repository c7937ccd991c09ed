"""Addresses of the diary."""

from django.urls import path

from spineward.web.progress import views, worse

urlpatterns = [
    path("", views.diary, name="diary"),
    path("note/", views.note, name="diary_note"),
    path("note/worse/", worse.worse, name="worse"),
    path("note/<int:id>/", views.correct_note, name="correct_note"),
]
