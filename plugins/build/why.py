"""Tells why an output would be made again, or not, and what would then be different in it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from plugins.build import state
from plugins.build.config import Config
from plugins.build.console import Console
from plugins.build.layout import Layout, lay_out
from plugins.build.stale import StaleOutput
from plugins.build.workers import DocumentReader
from plugins.cache import snapshot
from plugins.cache.fingerprint import Fingerprint, fingerprint
from plugins.cache.output import Output
from plugins.cache.pool import Pool
from plugins.cache.store import Store, with_store
from plugins.newsroom.counting import count
from plugins.pages.make import Maker
from plugins.pages.plan import Job
from plugins.pages.renderer import Renderer

LINES = 60
"""Lines of a difference that are shown at most."""
SOURCES = 12
"""Changed source files that are named at most."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is to be said of one address."""

    known: bool
    """Whether the newsroom gives such an output."""
    lines: tuple[str, ...]


def why(config: Config, address: str) -> Answer:
    """Why the output at an address (or path) would be made again. Makes nothing.

    Raises ``ContentError`` where the content has an error, ``MemoError``.
    """
    quiet = Console(quiet=True)

    def answer(store: Store) -> Answer:
        with Pool(1) as pool:
            site = lay_out(config, store, pool, quiet)
        return Answer(*_answer(config, site, store, path_of(address, site.setting.urls.prefix)))

    return with_store(config.store, answer)


def path_of(address: str, prefix: str) -> str:
    """Path of the file that answers an address: with or without scheme and host, or a path in the output folder."""
    path = unquote(urlsplit(address).path)
    path = path.removeprefix(prefix).lstrip("/")
    if not path or path.endswith("/"):
        return f"{path}index.html"
    return path if "." in path.rsplit("/", 1)[-1] else f"{path}/index.html"


def _answer(config: Config, site: Layout, store: Store, path: str) -> tuple[bool, tuple[str, ...]]:
    found = _wanted(site, path)
    if found is None:
        return False, (f"Nothing of this newsroom stands at {path}.", *_nearest(site, path))
    if not config.output.is_dir():
        return True, (f"{path} would be made: there is no output folder {config.output}.",)
    job, wanted = found
    reason = Output(config.output, store).explain(path, wanted)
    if reason is None:
        return True, (f"{path} stands as it should: nothing that it is made of has changed.",)
    told = (f"{path} would be made again: {reason.sentence}.", *_changed_sources(config))
    return True, (*told, *(_difference(config, site, store, job) if job else ()))


def _wanted(site: Layout, path: str) -> tuple[Job | None, Fingerprint] | None:
    """The job of an output, if it is made of texts, and its fingerprint; ``None`` where there is no such output."""
    for owner, rows in site.plan.outputs():
        mark = dict(rows).get(path)
        if mark is not None:
            due = StaleOutput(next(site.plan.jobs(owner, (path,))), mark)
            return due.job, due.fingerprint
    for copy in site.copies:
        if copy.path == path:
            return None, fingerprint((("file", copy.digest),))
    for folder, work in site.pictures:
        for item in work.renditions.items:
            if f"{folder}/{item.name}" == path:
                return None, Fingerprint(item.key)
    return None


def _nearest(site: Layout, path: str) -> Iterator[str]:
    paths = [row[0] for _, rows in site.plan.outputs() for row in rows]
    near = difflib.get_close_matches(path, paths, n=3, cutoff=0.75)
    if near:
        yield f"Did you mean {' or '.join(near)}?"


def _changed_sources(config: Config) -> Iterator[str]:
    """The source files that are not as the last build read them."""
    last = state.read(config.cache, config.output)
    if last is None:
        return
    paths = [
        f"{group.name}/{path}" for group in last.groups if group.name in _SOURCES for path in snapshot.changed(group)
    ]
    files = [path for path in dict.fromkeys(paths) if re.search(r"\.\w+$", path)]
    if files:
        more = f" and {len(files) - SOURCES} more" if len(files) > SOURCES else ""
        yield f"Changed since the last build: {', '.join(files[:SOURCES])}{more}."


_SOURCES = ("content", "translations", "theme", "code")


def _difference(config: Config, site: Layout, store: Store, job: Job) -> Iterator[str]:
    """What would be different in the file, as a unified difference."""
    made = Maker(Renderer(site.setting, DocumentReader(store.values))).make(job).decode("utf-8", "replace")
    try:
        there = (config.output / job.path).read_text("utf-8", "replace")
    except OSError:
        return
    if made == there:
        yield "It would come out as it is."
        return
    names = ("as it is", "as it would be")
    lines = list(difflib.unified_diff(there.splitlines(), made.splitlines(), *names, n=1, lineterm=""))
    yield from lines[:LINES]
    if len(lines) > LINES:
        yield f"… and {count(len(lines) - LINES, 'line')} more."
