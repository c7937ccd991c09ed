"""What holds for every test? On a shared machine the same examples each time; at home new ones.

A property that fails at home is a find that someone looks into; a build must not depend on luck.
"""

import os
import sys

from hypothesis import settings

# Images for containers like to forbid compiled files. Each of the many programs that the tests
# start would then compile all it imports; here, as on any other machine, the first one keeps them.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    sys.dont_write_bytecode = False

settings.register_profile("same", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    settings.load_profile("same")
