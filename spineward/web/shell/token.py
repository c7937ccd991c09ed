"""Who may come in? Whoever holds the one-time token of the start address, and then its cookie.

`spineward up` writes the token's hash into the data folder and shows the address that carries the
token. The first browser that brings it gets a signed cookie, and the file is removed: the
address is worth nothing after that, to another user of the machine or to a page that saw it.
"""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from django.conf import settings
from django.core import signing

COOKIE = settings.COOKIE_FAMILY
_SALT = "spineward.door"
AGE = 400 * 24 * 3600  # seconds; the longest that browsers keep a cookie


def _file() -> Path:
    return Path(settings.DATA_DIR) / "token"


def issue() -> str:
    """Make a new token, valid once; it replaces an earlier one that nobody used."""
    token = secrets.token_urlsafe(32)
    handle = os.open(_file(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(hashlib.sha256(token.encode()).hexdigest())
    return token


def redeem(token: str) -> bool:
    """Is this the token, used for the first time? Removing the file is what decides a race."""
    try:
        wanted = _file().read_text("ascii")
    except (OSError, UnicodeError):
        return False
    if not hmac.compare_digest(wanted, hashlib.sha256(token.encode()).hexdigest()):
        return False
    try:
        _file().unlink()
    except FileNotFoundError:
        return False
    return True


def cookie() -> str:
    """A signed cookie value for a browser that brought the token."""
    return signing.dumps("in", salt=_SALT)


def holds(value: str) -> bool:
    """Did this installation sign that cookie?"""
    try:
        return bool(signing.loads(value, salt=_SALT, max_age=AGE) == "in")
    except signing.BadSignature:
        return False
