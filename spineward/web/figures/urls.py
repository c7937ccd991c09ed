"""Addresses of the moving pictures."""

from django.urls import path

from spineward.web.figures import views

urlpatterns = [path("<str:id>.json", views.frames, name="figure_frames")]
