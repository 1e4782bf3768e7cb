"""Pelican with i18n_subsites, a site for each language."""

from __future__ import annotations

from pathlib import Path

from benchmarks.peers import pelican
from benchmarks.tool import Tool

PACKAGES = (*pelican.PACKAGES, "pelican-i18n-subsites==1.0.0")


def setup(packages: Path, site: Path, count: int) -> Tool:
    """As core Pelican; each site reads every report in every language, and writes those of its own."""
    return pelican.tool("pelican_i18n_subsites", PACKAGES, packages, site, count)
