"""Makes the project's own environment from the lock file, with nothing but Python at hand.

Standard library only, and readable by old Pythons up to the check of the version.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST = (3, 11)
USE_CURRENT = "DREIKLANG_ENVIRONMENT"
"""``current``: run with the packages that are installed already (in a container, say)."""
NEEDS_DEVELOPMENT = frozenset({"test", "lint", "bench"})


def stop(sentence: str) -> NoReturn:
    """Ends with one sentence for the person at the keyboard, exit code 1."""
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
    locks = ["requirements-dev.lock"] if NEEDS_DEVELOPMENT.intersection(arguments) else ["requirements.lock"]
    if not _is_fresh(locks[0]):
        _install(locks[0])
    python = _python()
    if Path(sys.prefix).resolve() != VENV.resolve():
        sys.stdout.flush()
        _become([str(python), str(ROOT / "tasks.py"), *arguments])


def _become(command: "list[str]") -> NoReturn:
    if os.name == "nt":
        raise SystemExit(subprocess.call(command))
    os.execv(command[0], command)  # noqa: S606 (our own interpreter)


def _python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _stamp(lock: str) -> str:
    """What an environment must have been made from to be good for this lock file."""
    digest = hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()
    return f"{digest} {sys.version_info[0]}.{sys.version_info[1]}"


def _stamps() -> "list[str]":
    try:
        return (VENV / "installed-from").read_text().splitlines()
    except OSError:
        return []


def _is_fresh(lock: str) -> bool:
    return _stamp(lock) in _stamps() and _python().exists()


def _install(lock: str) -> None:
    print("Installing what Dreiklang needs into .venv (once; this can take a minute) …", flush=True)
    kept = [stamp for stamp in _stamps() if lock != "requirements.lock" and stamp == _stamp("requirements.lock")]
    if not kept:
        _make_venv()
    (VENV / "installed-from").unlink(missing_ok=True)
    command = [str(_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    found = subprocess.run(
        [*command, "--require-hashes", "--requirement", str(ROOT / lock)],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if found.returncode:
        _explain(found.stderr, lock)
    stamps = [_stamp(lock)] + ([] if lock == "requirements.lock" else [_stamp("requirements.lock")])
    (VENV / "installed-from").write_text("\n".join(stamps) + "\n")


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
    except (OSError, subprocess.CalledProcessError) as error:
        stop(
            f"The environment could not be made in {VENV} ({error}): make that folder writable and run this again."
        )


def _explain(output: str, lock: str) -> NoReturn:
    last = next((line for line in reversed(output.strip().splitlines()) if line.strip()), "no message")
    if "THESE PACKAGES DO NOT MATCH THE HASHES" in output:
        stop(f"A package does not match its hash in {lock}, so nothing was installed: the index serves other files.")
    unreachable = (
        "NewConnectionError",
        "Temporary failure",
        "ConnectTimeout",
        "ProxyError",
        "Name or service",
        "No matching",
    )
    if any(sign in output for sign in unreachable):
        stop(
            "The package index could not be reached, or lacks a package: check the network, or set PIP_INDEX_URL (and"
            f" HTTPS_PROXY) to the index of your organisation, then run this again. pip says: {last}"
        )
    stop(f"The packages could not be installed, pip says: {last}")
