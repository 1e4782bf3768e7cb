"""Makes the project's own environment from the lock file, with nothing but Python at hand.

Standard library only, and readable by old Pythons up to the check of the version.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from tools.locking import InUseError, alone, share, unshared

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / ".venv.lock"
"""Held while packages are installed, so that two commands started at once do not spoil each other's work."""
USED = ROOT / ".venv.used"
"""Shared by all that run with the packages: they are not taken away under them."""
RECORD = VENV / "installed-from"
"""Names what the environment was made from; written last, so that an install that was cut off is begun anew."""
OLDEST = (3, 11)
USE_CURRENT = "DREIKLANG_ENVIRONMENT"
"""``current``: run with the packages that are installed already (in a container, say)."""
USE = "requirements.lock"
DEVELOP = "requirements-dev.lock"
"""Holds everything of the other one, and what tests and style checks need."""
DEVELOPMENT = frozenset({"test", "lint", "bench"})


def stop(sentence: str) -> NoReturn:
    """Ends with one sentence for the person at the keyboard, exit code 1."""
    sys.stdout.flush()
    sys.stderr.write(sentence + "\n")
    raise SystemExit(1)


def ensure(arguments: "list[str]") -> None:
    """Returns if the right packages are here; otherwise installs them and starts the task anew in ``.venv``."""
    if sys.version_info < OLDEST:
        wanted, have = ("{}.{}".format(*version) for version in (OLDEST, sys.version_info))
        stop(
            f"Dreiklang needs Python {wanted} or newer, and this is {have}: install a newer Python"
            " and run this command with it, for example `python3.12 tasks.py build`."
        )
    if os.environ.get(USE_CURRENT) == "current":
        return
    task = next((word for word in arguments if not word.startswith("-")), "")
    lock = DEVELOP if task in DEVELOPMENT else USE
    is_inside = Path(sys.prefix).resolve() == VENV.resolve()
    if is_inside and not _is_fresh(lock) and not _is_fresh(USE):  # no program can clear what it runs in
        _become([getattr(sys, "_base_executable", sys.executable), str(ROOT / "tasks.py"), *arguments])
    need(lock)
    if not is_inside:
        _become([str(_python()), str(ROOT / "tasks.py"), *arguments])
    share(USED)


def ensure_development() -> None:
    """For a task that comes second on the line: adds what tests and style checks need."""
    if os.environ.get(USE_CURRENT) != "current":
        need(DEVELOP)


def need(lock: str) -> None:
    """Installs what a lock file names, unless that was done. Ends the program where it cannot be."""
    if _is_fresh(lock):
        return
    try:
        with alone(
            LOCK, lambda: print("Another command is installing what Dreiklang needs; waiting for it …", flush=True)
        ):
            if not _is_fresh(lock):
                _install(lock)
    except InUseError:
        stop(
            f"Other packages are needed now, and a task is still running with those in {VENV}: end it"
            f" (`serve`, `publish --watch`), then run this again."
        )
    except KeyboardInterrupt:
        stop("Installing was interrupted: run the command again, and it is begun anew.")
    except OSError as error:
        stop(
            f"The environment could not be made in {VENV} ({error.strerror or error}):"
            " make that folder writable and run this again."
        )


def _become(words: "list[str]") -> None:
    """Goes on as another program. A ``PYTHONHOME`` would lead it away from its own packages."""
    sys.stdout.flush()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONHOME"}
    if os.name == "nt":
        raise SystemExit(_outlast(subprocess.Popen(words, env=environment)))
    os.execve(words[0], words, environment)  # noqa: S606 (our own interpreter)


def _python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _stamp(lock: str) -> str:
    """What an environment must have been made from to be good for this lock file."""
    digest = hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()
    return "{} {}.{}".format(digest, *sys.version_info)


def _is_fresh(lock: str) -> bool:
    try:
        stamps = RECORD.read_text().splitlines()
    except OSError:
        return False
    return _stamp(lock) in stamps and _python().exists()


def _outlast(process: "subprocess.Popen[bytes]") -> int:
    """The exit code of a process that gets every Ctrl+C of the console itself, and ends as it sees fit."""
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue


def _install(lock: str) -> None:
    print("Installing what Dreiklang needs into .venv (once; this can take a minute) …", flush=True)
    stamps = [_stamp(USE), _stamp(DEVELOP)] if lock == DEVELOP else [_stamp(USE)]
    if not (lock == DEVELOP and _is_fresh(USE)):
        with unshared(USED):
            _make_venv()
    RECORD.unlink(missing_ok=True)
    # -I: packages that happen to lie on PYTHONPATH are not taken for installed ones. --no-deps: the lock is
    # complete. --no-compile: only what is used is compiled, on first use.
    command = [str(_python()), "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    found = subprocess.run(
        [*command, "--no-deps", "--no-compile", "--require-hashes", "--requirement", str(ROOT / lock)],
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if found.returncode:
        stop(_explain(found.stderr, lock))
    RECORD.write_text("\n".join(stamps) + "\n")


def _make_venv() -> None:
    try:
        import ensurepip  # noqa: F401
        import venv
    except ImportError:
        stop(
            "This Python comes without the module venv: on Debian and Ubuntu run `sudo apt install python3-venv`,"
            " then run this command again."
        )
    try:
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(VENV)
    except subprocess.CalledProcessError as error:
        raise OSError(f"pip could not be put there, exit code {error.returncode}") from None


def _explain(output: str, lock: str) -> str:
    """What pip's words mean for the person at the keyboard."""
    last = next((line for line in reversed(output.strip().splitlines()) if line.strip()), "no message")
    if "DO NOT MATCH THE HASHES" in output:
        return f"A package does not match its hash in {lock}, so nothing was installed: its index serves another file."
    signs = ("NewConnectionError", "Temporary failure", "Timeout", "ProxyError", "Name or service", "SSLError")
    if any(sign in output for sign in signs):
        return (
            "The package index could not be reached: check the network, or set PIP_INDEX_URL (and HTTPS_PROXY)"
            f" to the index of your organisation, then run this again. pip says: {last}"
        )
    if "No matching distribution" in output:
        return (
            f"The package index lacks a package for Python {sys.version_info[0]}.{sys.version_info[1]} on this system:"
            f" use another index (PIP_INDEX_URL) or another version of Python. pip says: {last}"
        )
    return f"The packages could not be installed, pip says: {last}"
