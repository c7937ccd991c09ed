"""Addresses of the API; what is none of them is said in JSON too."""

from django.urls import path, re_path

from spineward.web.api import check_ins, looking_back, now, sessions
from spineward.web.api.document import Api
from spineward.web.api.door import DOOR
from spineward.web.api.problems import nothing_here, told_by

ABOUT = """The diary of this installation for scripts: the same doors as its pages. Every entry is
sent under an id of your own (a UUID), so sending it again adds nothing. A moment is text with its
offset, never a number. Nothing here is a diagnosis; the stop rules are those of the pages."""

# No page of ninja's own: its documentation loads script from elsewhere.
api = Api(title="Spineward", version="1", description=ABOUT, docs_url=None, auth=DOOR)
for part in (now, check_ins, sessions, looking_back):
    api.add_router("", part.router)
told_by(api)

urlpatterns = [
    path("", api.urls),
    re_path("^(?P<rest>.*)$", nothing_here, name="api_nowhere"),
]
