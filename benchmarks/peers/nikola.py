"""Nikola, which remembers what it built (doit)."""

from __future__ import annotations

from pathlib import Path

from benchmarks.peers.ground import lay_out
from benchmarks.peers.install import python_packages, version_said
from benchmarks.tool import Tool

PACKAGES = ("nikola==8.3.3", "jinja2")


def setup(packages: Path, site: Path, count: int) -> Tool:
    """Nikola decides by itself what to make again. Its first language has no folder of its own."""
    program = str(python_packages(packages, PACKAGES) / "nikola")
    lay_out("nikola", site, count, "data")
    return Tool(
        "nikola",
        version_said([program, "version"]).removeprefix("Nikola v"),
        site,
        (program, "build", "-q"),
        site / "output",
        "posts/{name}.md",
        "data/people.json",
        "themes/plain/templates/contact.tmpl",
        '<div class="contact"',
        "data/labels.json",
        "conf.py",
        (site / "cache", site / ".doit.db", site / ".doit.db.db", site / "__pycache__"),
    )
