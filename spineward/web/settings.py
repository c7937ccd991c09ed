"""How is the app set up? One file, read from the environment; odd values are refused by name.

SPINEWARD_DATA_DIR      folder of the diary, its key and its token (default: the user's data folder)
SPINEWARD_DATABASE_URL  postgresql://user:password@host:port/name instead of the SQLite diary
SPINEWARD_SECRET_KEY    key that signs cookies (default: made once and kept in the data folder)
SPINEWARD_HOSTS         comma-separated host names that may be asked for (default: this machine)
SPINEWARD_TOKEN_GATE    on (default) or off: is the one-time token of the start address needed?
SPINEWARD_EXAMPLE       on or off (default): is this the example person, not somebody's diary?
"""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import platformdirs
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

from spineward.clinical.catalogue import ENGLISH, offered_languages

PACKAGE = Path(__file__).resolve().parent


def _switch(name: str, default: str) -> bool:
    value = os.environ.get(name, default)
    if value not in ("on", "off"):
        raise ImproperlyConfigured(f"{name}: {value!r} is not allowed; on or off")
    return value == "on"


def _kept_secret(folder: Path) -> str:
    """The signing key of this installation: made once, readable by its owner only."""
    path = folder / "secret-key"
    if not path.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(get_random_secret_key())
    return path.read_text("ascii")


def _database(url: str, folder: Path) -> dict[str, Any]:
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": folder / "diary.sqlite3",
            # IMMEDIATE takes the write lock at once, so two tabs wait instead of failing half-way.
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 10,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
                "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres"):
        raise ImproperlyConfigured(
            f"SPINEWARD_DATABASE_URL: {parts.scheme!r} is not allowed; postgresql://..."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        # A socket folder goes in the query, as libpq has it: ?host=/run/postgresql
        "OPTIONS": dict(pair.split("=", 1) for pair in unquote(parts.query).split("&") if pair),
    }


DATA_DIR = Path(os.environ.get("SPINEWARD_DATA_DIR") or platformdirs.user_data_dir("spineward"))
SECRET_KEY = os.environ.get("SPINEWARD_SECRET_KEY") or _kept_secret(DATA_DIR)
TOKEN_GATE = _switch("SPINEWARD_TOKEN_GATE", "on")
EXAMPLE = _switch("SPINEWARD_EXAMPLE", "off")
# Cookies do not tell ports apart: an example beside a diary needs names of its own.
COOKIE_FAMILY = "spineward-example" if EXAMPLE else "spineward"
DEBUG = False
ALLOWED_HOSTS = (os.environ.get("SPINEWARD_HOSTS") or "127.0.0.1,localhost").split(",")

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
INSTALLED_APPS = [
    "django.forms",
    "spineward.diary",
    "spineward.web.shell",
    "spineward.web.today",
    "spineward.web.check_in",
    "spineward.web.plan",
    "spineward.web.session",
    "spineward.web.progress",
    "spineward.web.report",
    "spineward.web.care",
    "spineward.web.how",
    "spineward.web.account",
    "spineward.web.reminders",
    "spineward.web.outbox",
    "spineward.web.api",
]
MIDDLEWARE = [
    "spineward.web.shell.middleware.HeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pages too: a chart or a session is mostly words and paths. Django masks its form token anew
    # in each page and pads what it packs, so that lengths tell nothing (the BREACH attack).
    "django.middleware.gzip.GZipMiddleware",
    "spineward.web.shell.middleware.HostMiddleware",
    "spineward.web.shell.middleware.TokenMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "spineward.web.shell.middleware.UnsavedMiddleware",
]
ROOT_URLCONF = "spineward.web.urls"
WSGI_APPLICATION = "spineward.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "spineward.web.shell.context.shell",
            ],
            "builtins": ["spineward.web.shell.templatetags.shell"],
        },
    }
]

DATABASES = {"default": _database(os.environ.get("SPINEWARD_DATABASE_URL", ""), DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEST_RUNNER = "django.test.runner.DiscoverRunner"

LANGUAGE_CODE = ENGLISH
# Only languages that lack no advising sentence; Django activates no other (decision 0017).
LANGUAGES = [(language, language) for language in offered_languages()]
USE_I18N = False
# Rows hold moments in UTC with the person's own offset beside them; pages show the latter.
USE_TZ = True
TIME_ZONE = "UTC"
# Django makes that the zone of its whole process; the shell sets back what the machine had.
MACHINE_ZONE = os.environ.get("TZ")

STATIC_URL = "/static/"
# Built by `dev.py islands`, carried by the wheel, served straight from the package by WhiteNoise.
STATIC_ROOT = PACKAGE / "static"
# Names stay the same when their content changes, so a browser asks each time (and gets a 304).
WHITENOISE_MAX_AGE = 0

CSRF_COOKIE_NAME = "spineward-example-form" if EXAMPLE else "csrftoken"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "spineward.web.shell.errors.stale_form"
DATA_UPLOAD_MAX_MEMORY_SIZE = 200_000
# A diary that is brought back is read in memory: a copy on the disk would outlive the erasing.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 64_000_000
SECURE_CONTENT_TYPE_NOSNIFF = True
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django": {"handlers": ["console"], "level": "ERROR"}},
}
