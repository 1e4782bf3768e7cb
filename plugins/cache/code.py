"""Digests of files, source code and library versions: the part of a key that names the engine."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from importlib import util
from pathlib import Path

from plugins.cache.digest import SIZE, digest, digest_bytes

_CHUNK = 1 << 20


def digest_file(path: str | os.PathLike[str]) -> str:
    """The digest of a file's bytes, read a mebibyte at a time. Raises ``OSError``."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        data = os.read(descriptor, _CHUNK)
        if len(data) < _CHUNK and not os.read(descriptor, 1):
            return digest_bytes(data)
        os.lseek(descriptor, 0, os.SEEK_SET)
        state = blake2b(digest_size=SIZE)
        while data := os.read(descriptor, _CHUNK):
            state.update(data)
        return state.hexdigest()
    finally:
        os.close(descriptor)


def code_digest(modules: Iterable[str], distributions: Iterable[str] = ()) -> str:
    """The digest of the files of modules and packages, of versions, and of the Python that runs.

    ``modules`` are dotted names; of a package every file counts, also data and templates, save
    what Python compiles by itself. ``distributions`` are names as pip knows them; one that is not
    installed counts as absent. Raises ``ModuleNotFoundError`` for an unknown module.
    """
    sources = _sources(modules)
    versions = tuple((name, _version(name)) for name in sorted(set(distributions)))
    return digest((sources, versions, (sys.implementation.name, *sys.version_info[:3])))


def source_digest(modules: Iterable[str]) -> str:
    """The digest of the files of modules and packages alone: for what ends in names that readers see.

    Raises ``ModuleNotFoundError``.
    """
    return digest(_sources(modules))


def _sources(modules: Iterable[str]) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (module, name, digest_file(path)) for module in sorted(set(modules)) for name, path in _files_of(module)
    )


def _files_of(module: str) -> Iterator[tuple[str, Path]]:
    """(name, path) of each file of a module, in a fixed order."""
    spec = util.find_spec(module)
    if spec is None:
        raise ModuleNotFoundError(f"No module named {module!r}", name=module)
    if spec.submodule_search_locations is None:
        if spec.has_location and spec.origin:
            yield Path(spec.origin).name, Path(spec.origin)
        return
    for folder in spec.submodule_search_locations:
        root = Path(folder)
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.suffix != ".pyc" and "__pycache__" not in path.parts:
                yield path.relative_to(root).as_posix(), path


def _version(distribution: str) -> str | None:
    from importlib import metadata  # brings what reads e-mail along, and most builds compare stamps alone

    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None
