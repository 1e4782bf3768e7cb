"""What the tests need of the machine beside Python packages: installed where that is allowed, else named."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """A program, and the Debian package that brings it."""

    programs: tuple[str, ...]
    package: str
    purpose: str

    @property
    def met(self) -> bool:
        """Whether one of the programs is there."""
        return any(shutil.which(program) for program in self.programs)


NEEDS = (
    Need(("chromium", "chromium-browser", "google-chrome"), "chromium", "the pages are tested in a real browser"),
    Need(("msgfmt",), "gettext", "catalogues are checked with msgfmt"),
    Need(("git",), "git", "deploying to a branch is tested with git"),
    Need(("rsync",), "rsync", "deploying to a web server is tested with rsync"),
    Need(("npm",), "npm", "the Nu HTML checker and other judges come from its registry"),
    Need(("perl",), "perl", "ExifTool, which reads what pictures say, is written in it"),
    Need(("java",), "default-jre-headless", "the pages are checked with the Nu HTML checker"),
)


def meet() -> bool:
    """Installs what is missing with apt where this user may; else says what to install. True if all is there."""
    missing = [need for need in NEEDS if not need.met]
    if not missing:
        return True
    packages = [need.package for need in missing]
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print(f"Installing {', '.join(packages)} for the tests …", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", *packages]):
            subprocess.run([*command, "--quiet"], env=environment, check=False, stdout=subprocess.DEVNULL)
        missing = [need for need in missing if not need.met]
    for need in missing:
        print(
            f"{' or '.join(need.programs)} is missing ({need.purpose}):"
            f" install it, on Debian and Ubuntu with `sudo apt install {need.package}`.",
            file=sys.stderr,
        )
    return not missing
