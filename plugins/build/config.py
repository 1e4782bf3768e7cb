"""The typed configuration of a run: where everything is and what is asked for."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path

WORKERS = ("plugins.build.bundle", "plugins.build.workers", "plugins.pages.templates")
"""What every worker imports, once for all of them."""


@dataclass(frozen=True, slots=True)
class Config:
    """One run. Folders are absolute; ``now`` is the only clock a build reads."""

    content: Path
    translations: Path
    theme: Path
    output: Path
    cache: Path
    now: dt.datetime
    jobs: int = 1
    publish: bool = False
    """Absolute addresses, warnings fatal, drafts' leniency off."""
    fresh: bool = False
    lenient: bool = False
    drafts: bool = False
    """Also what nobody may see yet, drafts and embargoed reports: for the preview alone."""
    ahead: str = ""
    """A folder that nobody can guess, at the site's address: nothing but reports under embargo, each marked as such."""
    executor: str = ""
    """Dotted path of a factory of a ``concurrent.futures.Executor``; empty: processes of our own."""
    verify: bool = False
    """Prove afterwards that the output is what a build without memory makes."""
    timings: bool = False
    """Say afterwards how long each stage took."""
    awaited: frozenset[str] = frozenset()
    """Outputs that somebody has open in the preview: they are made before all others."""
    settings: tuple[Path, ...] = ()
    """The files these settings come from, if they come from nothing else; a later build then need not read them."""

    @property
    def store(self) -> Path:
        """The file in which work is remembered."""
        return self.cache / "dreiklang.sqlite"

    @property
    def code(self) -> Path:
        """The folder in which compiled templates are kept."""
        return self.cache / "templates"

    @property
    def marks(self) -> Path:
        """The folder in which pictures made of the newsroom's name and colours are kept."""
        return self.cache / "marks"

    @property
    def renditions(self) -> Path:
        """The folder in which renditions of pictures are kept."""
        return self.cache / "renditions"

    @property
    def documents(self) -> Path:
        """The folder in which PDFs are kept."""
        return self.cache / "documents"


def read_clock() -> dt.datetime:
    """Now, or ``SOURCE_DATE_EPOCH`` (reproducible-builds.org) where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    return dt.datetime.now(dt.UTC)


def cores() -> int:
    """Cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(len(os.sched_getaffinity(0)), 1)
    return os.cpu_count() or 1
