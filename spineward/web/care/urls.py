"""Addresses of help, care and reasons."""

from django.urls import path

from spineward.web.care import medicines, views, warmth

urlpatterns = [
    path("emergency/", views.emergency, name="emergency"),
    path("care/", views.index, name="care"),
    path("care/about/", views.about, name="about"),
    path("care/stretches/", views.stretches, name="stretches"),
    path("care/medicines/", medicines.medicines, name="medicines"),
    path("care/heat-and-ice/<slug:way>/", warmth.warmth, name="warmth"),
    path("care/<slug:slug>/", views.topic, name="care_topic"),
    path("why/<str:id>/", views.why, name="why"),
]
