"""Links that lead out of the translations, or out of a newsroom's own theme: told, and followed by nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.build.own_theme import OWN
from plugins.build.sources import Sources
from plugins.cache.stamp import FileStatus
from plugins.newsroom.places import escape_problem, outside
from plugins.newsroom.problem import Problem


def links_out(sources: Sources) -> Iterator[Problem]:
    """A problem for each."""
    for walk in sources.walks:
        if walk.name == "translations":
            yield from _told(walk.root, walk.root, walk.seen)
        elif walk.name == "content":
            own = {path: seen for path, seen in walk.seen.items() if path.startswith(f"{OWN}/")}
            yield from _told(walk.root, walk.root / OWN, own)


def _told(root: Path, home: Path, seen: Mapping[str, FileStatus]) -> Iterator[Problem]:
    links = (path for path, one in seen.items() if one.sort == "link")
    yield from (escape_problem(f"{root}/{path}") for path in links if outside(root / path, home))
