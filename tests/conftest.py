"""What holds for every test? On a shared machine the same examples each time; at home new ones.

A property that fails at home is a find that someone looks into; a build must not depend on luck.
"""

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    settings.load_profile("same")
