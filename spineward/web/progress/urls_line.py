"""Address of the progress page."""

from django.urls import path

from spineward.web.progress import views_line

urlpatterns = [path("", views_line.progress, name="progress")]
