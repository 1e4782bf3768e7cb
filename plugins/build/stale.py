"""An output that must be made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from plugins.cache.fingerprint import Fingerprint
from plugins.pages.plan import Job

DIGEST = 40
"""Characters of a digest."""


@dataclass(frozen=True, slots=True)
class StaleOutput:
    """An output that must be made, with its fingerprint; ``steps`` owners are done with it."""

    job: Job
    mark: str
    steps: int = 0

    @property
    def fingerprint(self) -> Fingerprint:
        """With its parts, for ``why``."""
        return Fingerprint(self.mark, tuple((name, part_label(value)) for name, value in self.job.parts))


@lru_cache(maxsize=1024)
def part_label(value: str) -> str:
    """A part as it is kept for people: digests, one or several, only tell that something differs."""
    return f"#{crc32(value.encode()):08x}" if len(value) >= DIGEST and " " not in value else value
