"""Address of the plan."""

from django.urls import path

from spineward.web.plan import views

urlpatterns = [path("", views.plan, name="plan")]
