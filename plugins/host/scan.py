"""Looks once at every source file: what there is, and the digest of each."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.memo.stamp import Seen, Sort, look, walk
from plugins.memo.store import Store

Files = dict[str, str]
"""Path with slashes, relative to its root -> digest of its bytes."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A folder of content with the catalogues that fill it."""

    kind: str
    """``reports`` or ``pages``."""
    id: str
    folder: str
    """Relative to the content folder."""
    files: tuple[tuple[str, str], ...]
    """(path relative to the content folder, digest), with the folders among them."""
    catalogues: tuple[tuple[str, str], ...]
    """(path relative to the translations folder, digest)."""


@dataclass(frozen=True, slots=True)
class Walk:
    """What stood below one root."""

    name: str
    root: Path
    top: Seen | None
    seen: Mapping[str, Seen]


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything the build reads."""

    content: Files
    """Folders are in it, too, with a slash at their end and no digest."""
    translations: Files
    theme: Files
    walks: tuple[Walk, ...]
    now_ns: int
    """A moment before the first of them."""

    def under(self, root: str, prefix: str) -> tuple[tuple[str, str], ...]:
        """(path, digest) of the files of a root whose path starts with ``prefix``, sorted."""
        files: Files = getattr(self, root)
        return tuple(sorted(item for item in files.items() if item[0].startswith(prefix)))


def scan(store: Store, content: Path, translations: Path, theme: Path) -> Sources:
    """Walks the three roots; reads only files that may have changed. Raises ``OSError``."""
    now = time.time_ns()
    named = (("content", content), ("translations", translations), ("theme", theme))
    walks = tuple(walked(name, root) for name, root in named)
    found = [store.inputs.digests(walk.root, walk.seen, now) for walk in walks]
    folders = {f"{path}/": "" for path, (sort, _) in walks[0].seen.items() if sort is Sort.FOLDER}
    return Sources({**found[0], **folders}, found[1], found[2], walks, now)


def scan_some(store: Store, content: Path, translations: Path, bundles: Iterable[str]) -> Sources:
    """The same of some bundles alone, given by their folders below ``content``; nothing else is looked at."""
    now = time.time_ns()
    walks = [walked("content", content / bundle) for bundle in bundles]
    walks += [walked("translations", translations / _catalogues(bundle)) for bundle in bundles]
    roots = {"content": content, "translations": translations}
    found: dict[str, Files] = {"content": {}, "translations": {}}
    for walk_ in walks:
        prefix = f"{walk_.root.relative_to(roots[walk_.name]).as_posix()}/"
        digests = store.inputs.digests(walk_.root, walk_.seen, now)
        found[walk_.name] |= {prefix + path: digest for path, digest in digests.items()}
        if walk_.name == "content":
            folders = (path for path, (sort, _) in walk_.seen.items() if sort is Sort.FOLDER)
            found["content"] |= {prefix: "", **{f"{prefix}{path}/": "" for path in folders}}
    return Sources(found["content"], found["translations"], {}, tuple(walks), now)


def _catalogues(bundle: str) -> str:
    """The folder of a bundle's catalogues below the translations: they know no year."""
    kind, _, rest = bundle.partition("/")
    return f"{kind}/{rest.rpartition('/')[2]}"


def walked(name: str, root: Path) -> Walk:
    """Everything below a root. Raises ``OSError``."""
    return Walk(name, root, look(root), walk(root, folders=True))


def bundles(sources: Sources) -> tuple[Bundle, ...]:
    """The folders under ``reports/<year>/`` and ``pages/``, sorted."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for path, digest in sources.content.items():
        parts = path.split("/")
        if parts[0] == "reports" and len(parts) > 3:
            found["reports", "/".join(parts[:3])].append((path, digest))
        elif parts[0] == "pages" and len(parts) > 2:
            found["pages", "/".join(parts[:2])].append((path, digest))
    catalogues: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for path, digest in sources.translations.items():
        parts = path.split("/")
        if parts[0] in ("reports", "pages") and len(parts) == 3 and path.endswith(".po"):
            catalogues[parts[0], parts[1]].append((path, digest))
    return tuple(
        Bundle(
            kind,
            folder.rsplit("/", 1)[1],
            folder,
            tuple(sorted(files)),
            tuple(sorted(catalogues.get((kind, folder.rsplit("/", 1)[1]), ()))),
        )
        for (kind, folder), files in sorted(found.items())
    )
