"""Addresses of a session: the door, its present step, and what may happen in it."""

from django.urls import path

from spineward.web.session import asking, views

urlpatterns = [
    path("", views.door, name="session"),
    path("<uuid:id>/", views.step, name="session_step"),
    path("<uuid:id>/stop/", views.stop, name="session_stop"),
    path("<uuid:id>/go-on/", views.go_on, name="session_go_on"),
    path("<uuid:id>/swap/", views.swap, name="session_swap"),
    path("<uuid:id>/felt/", asking.felt, name="session_felt"),
    path("<uuid:id>/new/", asking.new, name="session_new"),
    path("<uuid:id>/changed/", asking.changed, name="session_changed"),
    path("<uuid:id>/strength/", asking.strength, name="session_strength"),
    path("<uuid:id>/note/", views.note, name="session_note"),
]
