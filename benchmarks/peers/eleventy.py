"""Eleventy 3, from npm."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from benchmarks.peers.ground import lay_out
from benchmarks.peers.install import node_packages
from benchmarks.tool import NotInstalledError, Tool

PACKAGES = ("@11ty/eleventy@3", "@11ty/eleventy-plugin-rss@3")


def setup(packages: Path, site: Path, count: int) -> Tool:
    """Eleventy builds everything each time: ``--incremental`` is for one named file while it watches."""
    node = shutil.which("node")
    if not node:
        raise NotInstalledError("node is not installed: install Node.js 18 or newer.")
    modules = node_packages(packages, PACKAGES) / "node_modules"
    lay_out("eleventy", site, count, "_data")
    (site / "node_modules").symlink_to(modules, target_is_directory=True)
    (site / "package.json").write_text('{"private": true, "type": "module"}\n', encoding="utf-8")
    package = modules / "@11ty" / "eleventy"
    return Tool(
        "eleventy",
        str(json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]),
        site,
        (node, str(package / "cmd.cjs"), "--quiet"),
        site / "_site",
        "content/de/reports/{name}.md",
        "_data/people.json",
        "_includes/contact.njk",
        '<div class="contact"',
        "_data/labels.json",
        "eleventy.config.js",
    )
