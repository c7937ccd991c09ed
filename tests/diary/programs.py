"""How does a test run a program of its own on a diary? In another process, as after a crash."""

import os
import subprocess
import sys
from pathlib import Path

from django.db import connection


def environment(folder: Path) -> dict[str, str]:
    """A diary in this folder; on PostgreSQL the database of the running test."""
    url = ""
    if connection.vendor == "postgresql":
        known = connection.settings_dict
        host = known["HOST"] or known["OPTIONS"]["host"]
        url = f"postgresql://{known['USER']}@/{known['NAME']}?host={host}"
    return {
        **os.environ,
        "SPINEWARD_DATA_DIR": str(folder),
        "SPINEWARD_DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "spineward.web.settings",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }


def start(code: str, folder: Path) -> subprocess.Popen[str]:
    """Begin a program that has Django set up, and do not wait for it."""
    return subprocess.Popen(
        [sys.executable, "-c", f"import django\ndjango.setup()\n{code}"],
        env=environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run such a program to its end; its code, output and errors."""
    program = start(code, folder)
    out, error = program.communicate()
    return subprocess.CompletedProcess(program.args, program.returncode, out, error)
