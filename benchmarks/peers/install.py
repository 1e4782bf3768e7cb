"""Installs packages into a folder of their own, once."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.tool import NotInstalledError


def python_packages(folder: Path, packages: Sequence[str]) -> Path:
    """A virtual environment with packages; gives its folder of programs. Raises ``NotInstalledError``."""
    programs = folder / "venv" / "bin"
    if _is_made(folder, packages):
        return programs
    _run([sys.executable, "-m", "venv", "--clear", str(folder / "venv")])
    _run([str(programs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages])
    _note(folder, packages)
    return programs


def node_packages(folder: Path, packages: Sequence[str]) -> Path:
    """A folder with ``node_modules``. Raises ``NotInstalledError``."""
    if not shutil.which("npm"):
        raise NotInstalledError("npm is not installed: install Node.js 18 or newer.")
    if not _is_made(folder, packages):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true, "type": "module"}\n', encoding="utf-8")
        _run(["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(folder), *packages])
        _note(folder, packages)
    return folder


def version_said(command: Sequence[str]) -> str:
    """The first line a program says of its version, or an empty text."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return (done.stdout.strip() or done.stderr.strip()).partition("\n")[0]


def _is_made(folder: Path, packages: Sequence[str]) -> bool:
    record = folder / "installed"
    return record.is_file() and record.read_text(encoding="utf-8") == "\n".join(packages)


def _note(folder: Path, packages: Sequence[str]) -> None:
    (folder / "installed").write_text("\n".join(packages), encoding="utf-8")


def _run(command: Sequence[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    except OSError as error:
        raise NotInstalledError(f"{command[0]} cannot be started ({error.strerror}).") from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or [f"code {done.returncode}"]
        raise NotInstalledError(f"its packages could not be installed ({said[-1]}).")
