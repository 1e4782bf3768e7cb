"""Proves that an output is what its content makes: builds once more with nothing remembered, and compares bytes."""

from __future__ import annotations

import filecmp
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from plugins.build.build import build
from plugins.build.catalogues import LAST_GOOD
from plugins.build.config import Config
from plugins.build.console import Console
from plugins.cache.faults import faults_at
from plugins.cache.stamp import FileStatus, Sort, walk
from plugins.cache.store import Store, reader
from plugins.newsroom.command import command
from plugins.newsroom.problem import ContentError, Problem


class NotVerifiedError(ContentError):
    """The output differs from one that was made anew; ``problems`` name every file."""


def verify(config: Config) -> int:
    """The number of files in ``config.output``, each of which is what a build without memory makes.

    Takes the time, and the space in the system's temporary folder, of a whole build. Files and folders whose
    names start with a dot belong to others (.git) and are not looked at, unless the build makes them. Raises
    ``NotVerifiedError``, ``ContentError``, ``MemoError``.
    """
    with faults_at(tempfile.gettempdir()):
        holder = tempfile.TemporaryDirectory(prefix="dreiklang-verify-")
    with holder as folder:
        anew = replace(config, output=Path(folder, "output"), cache=Path(folder, "cache"))
        _bring_catalogues(config, anew)
        build(anew, Console(quiet=True))
        with faults_at(config.output):
            found = tuple(compare(config.output, anew.output))
            made = _files(anew.output)
    if found:
        raise NotVerifiedError(found)
    return len(made)


def compare(output: Path, anew: Path) -> Iterator[Problem]:
    """One problem for each file in which two output folders differ, sorted by path."""
    there, wanted = _files(output), _files(anew)
    for path in sorted({*there, *wanted}):
        file = str(output / path)
        if path not in wanted:
            if not _is_hidden(path):
                yield _problem(file, "too-many", "a file that this content does not make", "no file of that name")
        elif path not in there:
            yield _problem(file, "output-missing", "no file", "a file, as a build without memory makes it")
        elif there[path].sort is not Sort.FILE or not filecmp.cmp(output / path, anew / path, shallow=False):
            yield _problem(file, "output-differs", "other bytes", "those that a build without memory makes")


def _problem(file: str, code: str, found: str, expected: str) -> Problem:
    if code == "too-many":
        fix = "Remove it, or keep it outside the output folder; if Dreiklang made it, say so to its developers."
    else:
        fix = f"Run `{command('build --fresh')}`, and say so to the developers: a change was not noticed."
    return Problem(file, 0, 0, code, found, expected, fix)


def _files(root: Path) -> dict[str, FileStatus]:
    """What stands below a folder and is no folder."""
    hidden = frozenset(p.relative_to(root).as_posix() for p in root.rglob(".*"))
    return {path: seen for path, seen in walk(root, hidden).items() if seen.sort is not Sort.FOLDER}


def _is_hidden(path: str) -> bool:
    return any(name.startswith(".") for name in path.split("/"))


def _bring_catalogues(config: Config, anew: Config) -> None:
    """The last good state of a broken catalogue is no memory of work: it is in no other place (``on_broken: keep``)."""
    paths = [path.relative_to(config.translations).as_posix() for path in config.translations.rglob("*.po")]
    known = list(reader(config.store).get_many(LAST_GOOD, paths))
    with Store(anew.store) as store:
        store.values.put_many(LAST_GOOD, known)
        store.flush()
