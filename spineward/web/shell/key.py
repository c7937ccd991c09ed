"""Which scripts may use the diary? Those that hold the key, made and withdrawn in the settings.

Only its hash is kept, in the data folder beside the token of the start address, and it is shown
once. A new key takes the place of the one before.
"""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from django.conf import settings


def _file() -> Path:
    return Path(settings.DATA_DIR) / "api-key"


def _hash(key: str) -> str:
    # The key is 256 random bits: no slow hash makes it harder to guess.
    return hashlib.sha256(key.encode()).hexdigest()


def issue() -> str:
    """Make the key; one that was there no longer opens anything."""
    key = secrets.token_urlsafe(32)
    handle = os.open(_file(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(_hash(key))
    return key


def is_there() -> bool:
    """Does a key open the diary now?"""
    return _file().exists()


def holds(key: str) -> bool:
    """Is this the key?"""
    try:
        wanted = _file().read_text("ascii")
    except (OSError, UnicodeError):
        return False
    return hmac.compare_digest(wanted, _hash(key))


def withdraw() -> None:
    """From now on no key opens anything."""
    _file().unlink(missing_ok=True)
