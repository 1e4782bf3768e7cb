"""What stays of a replaced site for a day: files that pages in somebody's cache still ask for.

Style sheets, scripts and marks stay. A picture stays where it is still published, of the same file, under another name
(another crop, another encoder). One that is gone from the site, since its consent or licence has ended or its report
was withdrawn, goes at once, and so does one whose file has been exchanged.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from plugins.cache.faults import faults_at
from plugins.cache.retry import retry

DAY = 86_400
"""Seconds for which browsers and proxies may show a page of before, with what belongs to it."""
MARKS = ("assets/", "brand/")
Sources = Mapping[str, tuple[int, int]]
"""Picture as its renditions begin (``media/<report>/<name>``) -> size and time of its file."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What the last publication left: its pictures, and since when each file has been gone from the site."""

    pictures: Sources
    since: Mapping[str, int]

    def is_over(self, now: int) -> bool:
        """Whether a file has stayed for long enough."""
        return any(now - moment >= DAY for moment in self.since.values())


def sources(content: Path) -> Sources:
    """The pictures of all reports, as they lie in the content folder."""
    found: dict[str, tuple[int, int]] = {}
    for file in sorted(content.glob("reports/*/*/photos/*")):
        status = file.stat()
        found[f"media/{file.parents[1].name}/{file.stem}"] = (status.st_size, status.st_mtime_ns)
    return found


def retained(before: Memory, live: Iterable[str], staged: Iterable[str], pictures: Sources, now: int) -> Memory:
    """What to remember of this publication; the keys of ``since`` are the files that stay."""
    ours = frozenset(staged)
    same = {name for name, stamp in before.pictures.items() if pictures.get(name) == stamp}
    published = {_picture(path, pictures) for path in ours if path.startswith("media/")}
    since: dict[str, int] = {}
    for path in live:
        picture = _picture(path, pictures)
        if path not in ours and (path.startswith(MARKS) or picture in same & published):
            moment = before.since.get(path, now)
            if now - moment < DAY:
                since[path] = moment
    return Memory(pictures, since)


def _picture(path: str, pictures: Sources) -> str:
    """The picture that a rendition is of, by its name; nothing where none is."""
    at = path.rfind("-")
    while at > 0 and path[:at] not in pictures:
        at = path.rfind("-", 0, at)
    return path[:at] if at > 0 else ""


def read(cache: Path, live: Path) -> Memory:
    """What the last publication remembered; nothing where that cannot be read."""
    try:
        found = json.loads(_file_of(cache, live).read_bytes())
        pictures = {str(name): (int(size), int(time)) for name, (size, time) in found["pictures"].items()}
        return Memory(pictures, {str(path): int(moment) for path, moment in found["since"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Memory({}, {})


def write(cache: Path, live: Path, memory: Memory) -> None:
    """Raises ``NotWritable``, ``NoSpace``."""
    file = _file_of(cache, live)
    fresh = file.with_name(f"{file.name}.{os.getpid()}.part")
    with faults_at(file):
        try:
            fresh.write_text(json.dumps({"pictures": dict(memory.pictures), "since": dict(memory.since)}), "utf-8")
            retry(fresh.replace, file)
        finally:
            fresh.unlink(missing_ok=True)


def _file_of(cache: Path, live: Path) -> Path:
    name = blake2b(os.fsencode(live), digest_size=6).hexdigest()
    return cache / f"dreiklang.{name}.retained"
