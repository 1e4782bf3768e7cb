"""Dreiklang itself, as a user runs it: with the plain theme of the comparison, and with its own."""

from __future__ import annotations

import compileall
import shutil
import sys
from pathlib import Path

from benchmarks.layouts import write_corpus
from benchmarks.peers.ground import SITES
from benchmarks.tool import Tool

ROOT = Path(__file__).parents[2]
PRODUCT = ("plugins", "tools", "theme")
FILES = ("tasks.py", "pelicanconf.py", "publishconf.py", "requirements.lock", "requirements-dev.lock")


def plain(packages: Path, site: Path, count: int) -> Tool:
    """With a theme equal to the peers'."""
    tool = _tool("dreiklang", packages, site, count, '<div class="contact"')
    shutil.rmtree(packages / "theme")
    shutil.copytree(SITES / "dreiklang", packages / "theme")
    return tool


def themed(packages: Path, site: Path, count: int) -> Tool:
    """With its own theme, which says far more on every page."""
    return _tool("dreiklang_theme", packages, site, count, "<section")


def _tool(name: str, packages: Path, site: Path, count: int, anchor: str) -> Tool:
    """The product is copied, so that its templates can be edited; the packages are those of this interpreter."""
    shutil.rmtree(packages, ignore_errors=True)
    for folder in PRODUCT:
        shutil.copytree(ROOT / folder, packages / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in FILES:
        shutil.copy(ROOT / file, packages / file)
    compileall.compile_dir(packages, quiet=1)  # as a user's second run finds it
    shutil.copytree(ROOT / "translations" / "ui", packages / "translations" / "ui")
    shutil.rmtree(site, ignore_errors=True)
    write_corpus(site, "dreiklang", count)
    where = {"content": site / "content", "translations": packages / "translations"}
    where |= {"output": site / "output", "cache": site / "cache"}
    options = [word for option, path in where.items() for word in (f"--{option}", str(path))]
    return Tool(
        name,
        "",
        packages,
        (sys.executable, "tasks.py", "build", *options),
        site / "output",
        str(site / "content" / "reports" / "{year}" / "{name}" / "de.md"),
        str(site / "content" / "people.yaml"),
        "theme/templates/partials/contact.html",
        anchor,
        str(site / "content" / "topics.yaml"),
        str(site / "content" / "site.yaml"),
        (site / "cache",),
        (("DREIKLANG_ENVIRONMENT", "current"),),
    )
