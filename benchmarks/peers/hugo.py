"""Hugo, from the package that carries its program."""

from __future__ import annotations

from pathlib import Path

from benchmarks.peers.ground import lay_out
from benchmarks.peers.install import python_packages, version_said
from benchmarks.tool import NotInstalledError, Tool

PACKAGES = ("hugo",)


def setup(packages: Path, site: Path, count: int) -> Tool:
    """Hugo builds everything each time; called without the package's starter, which is in Python."""
    programs = python_packages(packages, PACKAGES)
    own = sorted(programs.parent.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    if not own:
        raise NotInstalledError("its package carries no program for this machine.")
    program = str(own[0])
    lay_out("hugo", site, count, "data")
    return Tool(
        "hugo",
        version_said([program, "version"]).removeprefix("hugo ").partition(" ")[0],
        site,
        (program, "build", "--quiet", "--cacheDir", str(site / "cache"), "--noBuildLock"),
        site / "public",
        "content/de/reports/{name}.md",
        "data/people.json",
        "layouts/_partials/contact.html",
        '<div class="contact"',
        "data/labels.json",
        "hugo.toml",
        (site / "cache", site / "resources"),
    )
