"""Every report as it now stands on the disk, read anew only where a file has changed."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from plugins.build.embedded_metadata import embedded
from plugins.newsroom.bundle import Bundle, load_bundle
from plugins.newsroom.context import Context
from plugins.newsroom.load import load_shared, make_context
from plugins.newsroom.model import Newsroom, Person, Report, Site, Topic
from plugins.newsroom.problem import Problem
from plugins.newsroom.several import shared_problems
from plugins.newsroom.text_page import LoadedPage, load_page
from plugins.newsroom.tree import find_bundles
from plugins.translation.catalogue import Catalogue
from plugins.translation.fill import fill
from plugins.translation.po_read import read_catalogue
from plugins.translation.run.keep import data_of
from plugins.translation.states import Coverage, coverage, with_release

Stamp = tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Languages:
    """How the languages of a report stand."""

    filled: Report | None = None
    coverage: tuple[Coverage, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Of its catalogues."""


@dataclass(frozen=True, slots=True)
class Item:
    """One report's folder: what it holds, and what is wrong with it."""

    folder: Path
    bundle: Bundle
    problems: tuple[Problem, ...]
    """Of its own files."""
    languages: Callable[[], Languages]
    """Worked out when it is first asked for: measured at 80 ms a report with two catalogues."""

    @property
    def filled(self) -> Report | None:
        """The report with the languages that catalogues fill, as readers will see it."""
        return self.languages().filled

    @property
    def coverage(self) -> tuple[Coverage, ...]:
        """How each language stands."""
        return self.languages().coverage

    @property
    def every_problem(self) -> tuple[Problem, ...]:
        """Of its files, and of its catalogues."""
        return (*self.problems, *self.languages().problems)

    @property
    def id(self) -> str:
        """The folder's name."""
        return self.folder.name


@dataclass(frozen=True, slots=True)
class Stock:
    """Everything at one moment."""

    site: Site
    people: tuple[Person, ...]
    topics: tuple[Topic, ...]
    items: tuple[Item, ...]
    pages: tuple[LoadedPage, ...]
    others: tuple[Problem, ...]
    """What is wrong outside the folders of reports."""

    def item(self, ident: str) -> Item | None:
        """The report of that name."""
        return next((item for item in self.items if item.id == ident), None)

    @property
    def newsroom(self) -> Newsroom:
        """What could be read without an error."""
        pages = tuple(loaded.page for loaded in self.pages if loaded.page is not None)
        reports = tuple(item.bundle.report for item in self.items if item.bundle.report is not None)
        return Newsroom(self.site, self.people, self.topics, pages, reports)


class Inventory:
    """Reads the newsroom, and remembers by the stamps of files what it has read. One owner, the desk."""

    def __init__(self, content: Path, translations: Path) -> None:
        self._content, self._translations = content, translations
        self._lock = threading.Lock()
        self._known: dict[Path, tuple[Stamp, Item]] = {}
        self._shared: Stamp = ()

    def now(self) -> Stock:
        """Everything as it stands at this moment."""
        with self._lock:
            return self._read()

    def _read(self) -> Stock:
        content = self._content
        stamp = tuple(_stamps([content / n for n in ("site.yaml", "people.yaml", "topics.yaml")]))
        if stamp != self._shared:
            self._known, self._shared = {}, stamp
        site, people, topics = load_shared(content)
        context = make_context(content, site, people, topics, lenient=True, embedded=embedded)
        tree = find_bundles(content)
        known = {folder: self._item(folder, context) for folder in tree.reports}
        self._known = known
        pages = tuple(load_page(folder, context) for folder in tree.pages)
        items = [item for _, item in known.values()]
        heads = [page.head for page in pages] + [item.bundle.head for item in items]
        loose = [*site.problems, *people.problems, *topics.problems, *tree.problems]
        loose += [problem for page in pages for problem in page.problems]
        loose += shared_problems(heads, site, people, self._translations)
        by_folder: dict[str, list[Problem]] = {}
        for problem in loose:
            place = problem.file.removeprefix(f"{content}/").split("/")
            by_folder.setdefault("/".join(place[:3]), []).append(problem)
        placed = [_with_problems(item, by_folder.get(item.bundle.head.path, [])) for item in items]
        taken = {problem for item in placed for problem in item.problems}
        others = tuple(sorted(set(loose) - taken))
        return Stock(site.stand_in, people.people, topics.topics, tuple(placed), pages, others)

    def _item(self, folder: Path, context: Context) -> tuple[Stamp, Item]:
        stamp = tuple(_files_of(folder, self._translations))
        before = self._known.get(folder)
        if before is not None and before[0] == stamp:
            return before
        bundle = load_bundle(folder, context)
        languages = cache(partial(self._languages, bundle.report, context.site))
        return stamp, Item(folder, bundle, bundle.problems, languages)

    def warm(self) -> None:
        """Works out in advance what pages will ask for, newest reports first."""
        for item in reversed(self.now().items):
            item.languages()

    def _languages(self, report: Report | None, site: Site) -> Languages:
        if report is None:
            return Languages()
        catalogues: list[Catalogue] = []
        problems: list[Problem] = []
        for lang in site.languages:
            path = self._translations / "reports" / report.id / f"{lang}.po"
            data = data_of(path)
            if data is not None:
                reading = read_catalogue(data, str(path), lang)
                problems += reading.problems
                catalogues += [reading.catalogue] if reading.catalogue else []
        filled = fill(report, catalogues, site.languages, site.translation)
        states = with_release(coverage(report, catalogues, site.languages), filled)
        return Languages(filled, states, tuple(problems))


def _with_problems(item: Item, loose: list[Problem]) -> Item:
    """The item with what was found when all were looked at together."""
    return replace(item, problems=tuple(sorted({*item.problems, *loose}))) if loose else item


def _files_of(folder: Path, translations: Path) -> Iterator[tuple[str, int, int, int]]:
    yield from _stamps([folder, folder / "photos", translations / "reports" / folder.name], inside=True)


def _stamps(paths: list[Path], *, inside: bool = False) -> Iterator[tuple[str, int, int, int]]:
    """(path, time, size, number) of files, or of the files in folders; what is not there has none."""
    for path in paths:
        try:
            if not inside:
                about = path.stat()
                yield str(path), about.st_mtime_ns, about.st_size, about.st_ino
                continue
            with os.scandir(path) as entries:
                found = [(entry.path, entry.stat()) for entry in entries]
            yield from sorted((name, about.st_mtime_ns, about.st_size, about.st_ino) for name, about in found)
        except OSError:
            continue
