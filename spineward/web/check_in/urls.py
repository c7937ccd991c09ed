"""Addresses of the check-in: one a page."""

from django.urls import path

from spineward.web.check_in import charting, correct, examined, views

urlpatterns = [
    path("", views.start, name="check_in"),
    path("chart/", charting.chart, name="chart"),
    path("examined/", examined.examined, name="examined"),
    path("correct/<int:id>/", correct.correct, name="correct_check_in"),
    path("<str:page>/", views.page, name="check_in_page"),
]
