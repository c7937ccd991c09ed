"""Addresses of the report."""

from django.urls import path

from spineward.web.report import views

urlpatterns = [
    path("", views.report, name="report"),
    path("page.pdf", views.page, name="report_page"),
    path("annex.pdf", views.annex, name="report_annex"),
    path("exercises.pdf", views.exercises, name="report_exercises"),
    path("words/<str:kind>/", views.own_words, name="report_words"),
]
