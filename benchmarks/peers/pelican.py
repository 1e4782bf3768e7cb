"""Pelican with its own generators, all languages in one site."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.peers.ground import lay_out
from benchmarks.peers.install import python_packages, version_said
from benchmarks.tool import Tool

PACKAGES = ("pelican==4.12.0", "Markdown")


def setup(packages: Path, site: Path, count: int) -> Tool:
    """Pelican builds everything each time: its content cache ignores settings, and is off as it comes."""
    return tool("pelican", PACKAGES, packages, site, count)


def tool(name: str, wanted: Sequence[str], packages: Path, site: Path, count: int) -> Tool:
    """Pelican with some packages, building the site of that name."""
    program = str(python_packages(packages, wanted) / "pelican")
    lay_out(name, site, count, "data", base="pelican")
    return Tool(
        name,
        version_said([program, "--version"]),
        site,
        (program, "content", "--settings", "pelicanconf.py", "--quiet", "--ignore-cache"),
        site / "output",
        "content/reports/{name}.de.md",
        "data/people.json",
        "theme/templates/contact.html",
        '<div class="contact"',
        "data/labels.json",
        "pelicanconf.py",
        (site / "cache",),
    )
