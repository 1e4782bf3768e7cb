"""A generator small enough for the harness's own tests."""

import sys
from pathlib import Path

import pytest

from benchmarks.layouts import write_corpus
from benchmarks.tool import Setup, Tool

BUILD = """
import sys
from pathlib import Path

root, counted = Path.cwd(), Path("cache/builds")
seen = int(counted.read_text()) + 1 if counted.exists() else 1
counted.parent.mkdir(exist_ok=True)
counted.write_text(str(seen))
parts = [Path(p).read_text() for p in sys.argv[1:]]
for report in root.glob("content/reports/*/*"):
    for edition in report.glob("*.md"):
        folder = root / "out" / edition.stem / report.name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text("".join([edition.read_text(), *parts]))
(root / "out" / "builds.txt").write_text(str(seen))
"""
PEOPLE, PARTIAL, CONFIG = "content/people.yaml", "contact.html", "content/site.yaml"


def small(name: str, *shown: str) -> Setup:
    """A tool whose pages show the edition and these files."""

    def setup(packages: Path, site: Path, count: int) -> Tool:
        write_corpus(site, "dreiklang", count)
        (site / "contact.html").write_text("<p class='contact'></p>")
        packages.mkdir(parents=True, exist_ok=True)
        (packages / "build.py").write_text(BUILD)
        return Tool(
            name,
            "1.0",
            site,
            (sys.executable, str(packages / "build.py"), *shown),
            site / "out",
            "content/reports/{year}/{name}/de.md",
            PEOPLE,
            PARTIAL,
            "<p class='contact'",
            "content/topics.yaml",
            CONFIG,
            (site / "cache",),
        )

    return setup


@pytest.fixture
def whole() -> Setup:
    """A tool that shows every edit, as Dreiklang."""
    return small("dreiklang", PEOPLE, PARTIAL, CONFIG)


@pytest.fixture
def peer() -> Setup:
    """The same, as a peer."""
    return small("peer", PEOPLE, PARTIAL)


@pytest.fixture
def forgetful() -> Setup:
    """A tool whose pages do not show people."""
    return small("forgetful", PARTIAL)
