"""What the benchmark needs to know of a tool: how its site is laid out, edited and built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import Facts


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator with a site of its own. ``{file}`` in ``article`` is replaced by year and name."""

    name: str
    version: str
    root: Path
    """The site: everything below it may be changed."""
    command: tuple[str, ...]
    """Builds the site; run in ``root``."""
    output: Path
    article: str
    """Path of a report's German edition below ``root``, with ``{year}`` and ``{name}``."""
    people: str
    """Path of the file with the contacts' telephone numbers."""
    partial: str
    """Path of the partial template of the contact box."""
    anchor: str
    """Text in that partial, within a tag, behind which an attribute can be put."""
    topics: str
    """Path of the file with the topics' labels."""
    config: str
    """Path of the file with the site's settings, its name among them."""
    caches: tuple[Path, ...] = ()
    """Folders and files in which it remembers."""
    environment: tuple[tuple[str, str], ...] = ()

    def article_of(self, facts: Facts) -> Path:
        """The file of a report's German edition."""
        return self.root / self.article.format(year=facts.moment.year, name=facts.name)


class NotInstalledError(Exception):
    """A peer that cannot be had here; its text is the sentence to print."""


Setup = Callable[[Path, Path, int], Tool]
"""(folder for packages, folder for the site, reports) -> the tool, installed, with its corpus written."""
