"""Which address leads where? All routes, in the order of the way through."""

from django.urls import include, path

from spineward.web.outbox.offline import worker

urlpatterns = [
    path("worker.js", worker, name="worker"),
    path("", include("spineward.web.today.urls")),
    path("check-in/", include("spineward.web.check_in.urls")),
    path("plan/", include("spineward.web.plan.urls")),
    path("session/", include("spineward.web.session.urls")),
    path("diary/", include("spineward.web.progress.urls")),
    path("progress/", include("spineward.web.progress.urls_line")),
    path("progress/", include("spineward.web.progress.urls_movements")),
    path("report/", include("spineward.web.report.urls")),
    path("figures/", include("spineward.web.figures.urls")),
    path("how/", include("spineward.web.how.urls")),
    path("", include("spineward.web.care.urls")),
    path("outbox/", include("spineward.web.outbox.urls")),
    path("", include("spineward.web.reminders.urls")),
    path("settings/", include("spineward.web.account.urls")),
    path("api/v1/", include("spineward.web.api.urls")),
]
handler404 = "spineward.web.shell.errors.not_found"
handler500 = "spineward.web.shell.errors.broken"
