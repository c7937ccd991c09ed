"""Where does a server enter? The WSGI application."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spineward.web.settings")
application = get_wsgi_application()

# A page about years makes a hundred thousand objects and drops them at once. Left to itself Python
# looks through everything there is in each twentieth page, for as long as the page itself takes.
gc.set_threshold(20_000, 20, 20)
