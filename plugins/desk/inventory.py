"""Every report as it now stands on the disk, read anew only where a file has changed."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from plugins.build.embedded_metadata import embedded
from plugins.build.text import Texts
from plugins.newsroom.bundle import Bundle, load_bundle
from plugins.newsroom.context import Context
from plugins.newsroom.model import Newsroom, Person, Report, Site, Status, Topic
from plugins.newsroom.problem import Problem
from plugins.newsroom.several import shared_problems
from plugins.newsroom.shared import load_shared, make_context
from plugins.newsroom.text_page import PageReading, load_page
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


@dataclass(frozen=True, slots=True)
class Catalogues:
    """The catalogues of a report."""

    read: tuple[Catalogue, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One report's folder: what it holds, and what is wrong with it."""

    folder: Path
    bundle: Bundle
    problems: tuple[Problem, ...]
    """Of its own files."""
    catalogues: Callable[[], Catalogues]
    """Read when they are first asked for."""
    languages: Callable[[], Languages]
    """Worked out when it is first asked for: measured at 80 ms a report with two catalogues."""
    text_problems: Callable[[], tuple[Problem, ...]] = tuple
    """What is wrong in the words of its texts, which have to be converted for it: asked for where they are edited."""

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
        return (*self.problems, *self.catalogues().problems)

    @property
    def is_draft(self) -> bool:
        """Whether it is a draft, whose problems stop nobody else."""
        return self.bundle.head.status is Status.DRAFT

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
    pages: tuple[PageReading, ...]
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


@dataclass(frozen=True, slots=True)
class _CachedItem:
    """What was read of one report, and how its files stood then: of its folder, and of its catalogues."""

    folder: Stamp
    catalogues: Stamp
    item: Item


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """The last look at everything."""

    shared: Stamp
    """How the files stood that all reports share."""
    context: Context
    stock: Stock
    loose: Mapping[str, tuple[Problem, ...]]
    """Folder -> what was found when all were looked at together."""


class Inventory:
    """Reads the newsroom, and remembers by the stamps of files what it has read. One owner, the desk."""

    def __init__(self, content: Path, translations: Path) -> None:
        self._content, self._translations = content, translations
        self._lock = threading.Lock()
        self._cached: dict[Path, _CachedItem] = {}
        self._last: _Snapshot | None = None

    def now(self) -> Stock:
        """Everything as it stands at this moment."""
        with self._lock:
            return self._read()

    def around(self, ident: str) -> Stock:
        """One report as it stands at this moment, all others as they stood when everything was last looked at.

        What a save costs must not grow with the number of reports. Where the words that other files refer to have
        changed (an address, a title, a date), everything is looked at.
        """
        with self._lock:
            last = self._last
            before = last.stock.item(ident) if last else None
            if last is None or before is None or self._shared() != last.shared or not before.folder.is_dir():
                return self._read()
            known = self._cached[before.folder]
            fresh = self._renewed(before.folder, last.context)
            if fresh.item.bundle.head != known.item.bundle.head:
                return self._read()
            if fresh is known:
                return last.stock
            self._cached[before.folder] = fresh
            item = _with_problems(fresh.item, last.loose.get(fresh.item.bundle.head.path, ()))
            stock = replace(last.stock, items=tuple(item if one is before else one for one in last.stock.items))
            self._last = replace(last, stock=stock)
            return stock

    def _shared(self) -> Stamp:
        return tuple(_stamps([self._content / name for name in ("site.yaml", "people.yaml", "topics.yaml")]))

    def _read(self) -> Stock:
        content, stamp = self._content, self._shared()
        if self._last is None or stamp != self._last.shared:
            self._cached = {}
        site, people, topics = load_shared(content)
        context = make_context(content, site, people, topics, lenient=True, embedded=embedded)
        tree = find_bundles(content)
        self._cached = {folder: self._renewed(folder, context) for folder in tree.reports}
        pages = tuple(load_page(folder, context) for folder in tree.pages)
        items = [known.item for known in self._cached.values()]
        heads = [page.head for page in pages] + [item.bundle.head for item in items]
        loose = [*site.problems, *people.problems, *topics.problems, *tree.problems]
        loose += [problem for page in pages for problem in page.problems]
        loose += shared_problems(heads, site, people, self._translations)
        by_folder: dict[str, tuple[Problem, ...]] = {}
        for problem in loose:
            place = "/".join(problem.file.removeprefix(f"{content}/").split("/")[:3])
            by_folder[place] = (*by_folder.get(place, ()), problem)
        placed = [_with_problems(item, by_folder.get(item.bundle.head.path, ())) for item in items]
        taken = {problem for item in placed for problem in item.problems}
        others = tuple(sorted(set(loose) - taken))
        stock = Stock(site.stand_in, people.people, topics.topics, tuple(placed), pages, others)
        self._last = _Snapshot(stamp, context, stock, by_folder)
        return stock

    def _renewed(self, folder: Path, context: Context) -> _CachedItem:
        """What is known of a report; read anew only where its files stand otherwise."""
        place = self._translations / "reports" / folder.name
        own, others = tuple(_stamps([folder, folder / "photos"], inside=True)), tuple(_stamps([place], inside=True))
        before = self._cached.get(folder)
        if before is not None and (before.folder, before.catalogues) == (own, others):
            return before
        if before is not None and before.catalogues == others:
            catalogues = before.item.catalogues
        else:
            catalogues = cache(partial(_catalogues, place, context.site))
        bundle = load_bundle(folder, context)
        languages = cache(partial(_languages, bundle.report, context.site, catalogues))
        texts = cache(partial(_text_problems, bundle, context))
        return _CachedItem(own, others, Item(folder, bundle, bundle.problems, catalogues, languages, texts))

    def warm(self) -> None:
        """Works out in advance what pages will ask for, newest reports first; leaves half of the time to others."""
        for item in reversed(self.now().items):
            start = time.perf_counter()
            item.languages()
            time.sleep(time.perf_counter() - start)


def _catalogues(place: Path, site: Site) -> Catalogues:
    """The catalogues in a folder."""
    found = Catalogues()
    for lang in site.languages:
        path = place / f"{lang}.po"
        data = data_of(path)
        if data is not None:
            reading = read_catalogue(data, str(path), lang)
            read = (*found.read, reading.catalogue) if reading.catalogue else found.read
            found = Catalogues(read, (*found.problems, *reading.problems))
    return found


def _text_problems(bundle: Bundle, context: Context) -> tuple[Problem, ...]:
    """What a build says of the texts that somebody wrote."""
    texts = Texts("", None)
    editions = bundle.report.editions if bundle.report is not None else bundle.texts
    return tuple(problem for e in editions for problem in texts.read(e, context.display_path(e.path))[1])


def _languages(report: Report | None, site: Site, catalogues: Callable[[], Catalogues]) -> Languages:
    if report is None:
        return Languages()
    read = catalogues().read
    filled = fill(report, read, site.languages, site.translation)
    return Languages(filled, with_release(coverage(report, read, site.languages), filled))


def _with_problems(item: Item, loose: Sequence[Problem]) -> Item:
    """The item with what was found when all were looked at together."""
    return replace(item, problems=tuple(sorted({*item.problems, *loose}))) if loose else item


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
