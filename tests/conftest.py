"""What holds for every test? On a shared machine the same examples each time; at home new ones.

A property that fails is a find at home, where someone looks into it; a build must not depend on luck.
"""

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    settings.load_profile("same")
