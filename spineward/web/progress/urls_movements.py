"""Address of what helps me."""

from django.urls import path

from spineward.web.progress import views_movements

urlpatterns = [path("movements/", views_movements.movements, name="movements")]
