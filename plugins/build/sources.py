"""Looks once at every source file: what there is, and the digest of each."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.cache.stamp import FileStatus, Sort, look, walk
from plugins.cache.store import Store
from plugins.newsroom.places import outside

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
    top: FileStatus | None
    seen: Mapping[str, FileStatus]


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything the build reads."""

    content: Files
    """What has been read so far. Folders are in it, too, with a slash at their end and no digest."""
    translations: Files
    theme: Files
    walks: tuple[Walk, ...]
    now_ns: int
    """A moment before the first of them."""
    later: Mapping[str, FileStatus] = field(default_factory=dict)
    """Files of bundles that are still to be read: ``content`` has them once their bundles have been asked for."""

    def under(self, root: str, prefix: str) -> tuple[tuple[str, str], ...]:
        """(path, digest) of the files of a root whose path starts with ``prefix``, sorted."""
        files: Files = getattr(self, root)
        return tuple(sorted(item for item in files.items() if item[0].startswith(prefix)))


def scan(store: Store, content: Path, translations: Path, theme: Path, *, put_off: bool = False) -> Sources:
    """Walks the three roots; reads only files that may have changed. Raises ``OSError``.

    ``put_off``: files of bundles are read when their bundles are asked for, so that work on the first
    can begin before the last is read. For a store that knows none of them.
    """
    now = time.time_ns()
    named = (("content", content), ("translations", translations), ("theme", theme))
    walks = tuple(walked(name, root) for name, root in named)
    later = {path: seen for path, seen in walks[0].seen.items() if put_off and _folder_of(path)}
    first = {path: seen for path, seen in walks[0].seen.items() if path not in later} if later else walks[0].seen
    found = [store.inputs.digests(walk.root, _within(walk, walk.root), now) for walk in walks[1:]]
    own = store.inputs.digests(content, first, now)
    folders = {f"{path}/": "" for path, (sort, _) in walks[0].seen.items() if sort is Sort.FOLDER}
    return Sources({**own, **folders}, found[0], found[1], walks, now, later)


def scan_some(store: Store, content: Path, translations: Path, bundles: Iterable[str]) -> Sources:
    """The same of some bundles alone, given by their folders below ``content``; nothing else is looked at."""
    now = time.time_ns()
    walks = [walked("content", content / bundle) for bundle in bundles]
    walks += [walked("translations", translations / _catalogues(bundle)) for bundle in bundles]
    roots = {"content": content, "translations": translations}
    found: dict[str, Files] = {"content": {}, "translations": {}}
    for walk_ in walks:
        prefix = f"{walk_.root.relative_to(roots[walk_.name]).as_posix()}/"
        digests = store.inputs.digests(walk_.root, _within(walk_, roots[walk_.name]), now)
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


def _within(walk: Walk, home: Path) -> Mapping[str, FileStatus]:
    """What stood there; of the translations without links that lead out of them, which nobody reads."""
    if walk.name != "translations" or not any(seen.sort is Sort.LINK for seen in walk.seen.values()):
        return walk.seen
    return {path: seen for path, seen in walk.seen.items() if not outside(walk.root / path, home)}


def _folder_of(path: str) -> str:
    """The folder of the bundle that a path of the content lies in, or is with a slash at its end; else nothing."""
    parts = path.split("/")
    depth = {"reports": 3, "pages": 2}.get(parts[0], 0)
    return "/".join(parts[:depth]) if depth and len(parts) > depth else ""


class Bundles:
    """The bundles in the order of their folders, as they are asked for."""

    def __init__(self, sources: Sources, store: Store) -> None:
        self._sources = sources
        self._inputs = store.inputs
        self._files: dict[str, list[str]] = defaultdict(list)
        for path in (*sources.content, *sources.later):
            if folder := _folder_of(path):
                self._files[folder].append(path)
        self._catalogues: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for path, digest in sources.translations.items():
            parts = path.split("/")
            if parts[0] in ("reports", "pages") and len(parts) == 3 and path.endswith(".po"):
                self._catalogues[parts[0], parts[1]].append((path, digest))

    def __len__(self) -> int:
        return len(self._files)

    def __iter__(self) -> Iterator[Bundle]:
        for folder in sorted(self._files):
            kind, ident = folder.split("/", 1)[0], folder.rsplit("/", 1)[1]
            self._read(folder)
            content = self._sources.content
            files = tuple(sorted((path, content[path]) for path in self._files[folder] if path in content))
            yield Bundle(kind, ident, folder, files, tuple(sorted(self._catalogues.get((kind, ident), ()))))

    def _read(self, folder: str) -> None:
        """Reads the files of a bundle that were put off. Raises ``OSError``."""
        later, sources = self._sources.later, self._sources
        root = sources.walks[0].root.absolute().as_posix() if later else ""
        for path in self._files[folder] if later else ():
            if path in later and path not in sources.content:
                found = self._inputs.digest_anew(f"{root}/{path}", later[path], sources.now_ns)
                if found is not None:
                    sources.content[path] = found
