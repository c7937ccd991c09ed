"""Addresses of the rules."""

from django.urls import path

from spineward.web.how import views

urlpatterns = [
    path("", views.index, name="how"),
    path("review/", views.review, name="how_review"),
    path("<str:id>/", views.rule, name="how_rule"),
]
