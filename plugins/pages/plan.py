"""Lists every output of the site, with the parts each is made of; nothing is rendered here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from plugins.cache.digest import digest
from plugins.newsroom.model import Lang, Report
from plugins.pages.entry import Body, Entry, PageEntry
from plugins.pages.index import cut, slice_numbers
from plugins.pages.language import Language
from plugins.pages.lists import page_address
from plugins.pages.renderer import Renderer
from plugins.pages.sitemap_parts import blocks, is_small, oldest_first

Parts = tuple[tuple[str, str], ...]
Bodies = tuple[tuple[Lang, str], ...]
"""(language, digest of the converted text)."""


class HasBodies(Protocol):
    """A report or page."""

    @property
    def bodies(self) -> tuple[Body, ...]:
        """Its converted texts."""


PAGE = "page:"
"""How the owner's name of a static page begins; a report's is its id, which has no colon."""


def bodies_of(entry: HasBodies) -> Bodies:
    """The bodies of a report or page as plans tell them apart."""
    return tuple((body.lang, body.key) for body in entry.bodies)


@dataclass(frozen=True, slots=True)
class Job:
    """One output: where it goes, how it is made, and what it is made of.

    ``parts`` are (name, digest) pairs that cover everything the maker looks at.
    """

    path: str
    kind: str
    args: tuple[str, ...]
    parts: Parts


class Planner:
    """Plans a run; parts that many pages share are digested once."""

    def __init__(self, renderer: Renderer) -> None:
        self.renderer = renderer
        self.index = renderer.index
        self.urls = renderer.urls
        self._people: dict[str, str] = {}
        self._ground = {lang: self._lang_ground(lang) for lang in self.index.site.languages}
        self._all = digest(tuple(self._ground.values()))
        self._templates = dict(renderer.setting.templates)

    def _lang_ground(self, lang: Lang) -> str:
        """Covers site view, labels and topics: whatever every page of a language may look at."""
        language, view = self.renderer.languages[lang], self.renderer.sites[lang]
        plain = tuple((name, getattr(view, name)) for name in view.__slots__ if name != "t")
        topics = self.index.topics, tuple(self.index.by_topic)
        return digest((plain, language.labels.po, topics, self.index.site, self.urls))

    def _base(self, lang: Lang, template: str = "") -> Parts:
        parts: Parts = (("engine", self.renderer.setting.engine), ("site", self._ground[lang] if lang else self._all))
        return (*parts, ("template", self._templates[template])) if template else parts

    def _person(self, ident: str) -> str:
        found = self._people.get(ident)
        if found is None:
            person = self.index.person_by_id.get(ident)
            portrait = dict(self.renderer.setting.portraits).get(ident)
            found = self._people[ident] = digest((person, portrait, ident in self.index.by_person))
        return found

    def _crowd(self, idents: Iterable[str]) -> str:
        return ",".join(self._person(i) for i in idents)

    @cached_property
    def ground(self) -> str:
        """Covers everything that any job depends on, save the bodies of reports and pages, and templates."""
        setting, index = self.renderer.setting, self.index
        facts = (index.site, index.people, index.topics)
        texts = (tuple(e.digest for e in index.entries), tuple(p.digest for p in index.pages))
        words = (setting.labels, setting.assets, setting.brand, setting.logo, setting.portraits)
        return digest((setting.engine, self.urls, facts, texts, words))

    @property
    def owners(self) -> Iterator[tuple[str, Bodies]]:
        """What outputs belong to, in a fixed order: each report and page with its bodies, and the rest, unnamed."""
        yield from ((f"{PAGE}{entry.page.id}", bodies_of(entry)) for entry in self.index.pages)
        yield from ((entry.report.id, bodies_of(entry)) for entry in self.index.entries)
        yield "", ()

    def jobs(self, owner: str) -> Iterator[Job]:
        """The outputs of one owner: they depend on the ground and on the owner's bodies alone."""
        if not owner:
            yield from self._common()
        elif owner.startswith(PAGE):
            for language in self.renderer.languages.values():
                yield from self._text(self.index.page_by_id[owner.removeprefix(PAGE)], language)
        else:
            yield from self._report(self.index.by_id[owner])

    def _common(self) -> Iterator[Job]:
        yield from self._whole_site()
        for language in self.renderer.languages.values():
            yield from self._lists(language)
            yield from self._people_pages(language)
            yield from self._feeds(language)
        yield from self._contacts()

    def _whole_site(self) -> Iterator[Job]:
        yield Job("index.html", "chooser", (), self._base("", "chooser.html"))
        yield Job("404.html", "notfound", (), self._base("", "notfound.html"))
        yield from self._sitemaps()
        yield Job("robots.txt", "robots", (), self._base(""))

    def _sitemaps(self) -> Iterator[Job]:
        pages = digest(tuple(p.digest for p in self.index.pages))
        lists = (("pages", pages), ("people", digest((tuple(self.index.by_person), tuple(self.index.by_year)))))
        if is_small(self.index):
            parts = (*self._base(""), ("reports", self._cards(self.index.entries)), *lists)
            yield Job("sitemap.xml", "sitemap", (), parts)
            return
        paths = []
        for lang, language in self.renderer.languages.items():
            paths.append(f"sitemap-{lang}.xml")
            yield Job(paths[-1], "sitemap", (lang,), (*self._base(lang), *lists))
            for number, (first, last) in enumerate(blocks(language), 1):
                paths.append(f"sitemap-{lang}-{number}.xml")
                reports = ("reports", self._cards(oldest_first(language)[first:last]))
                yield Job(paths[-1], "sitemap", (lang, str(first), str(last)), (*self._base(lang), reports))
        yield Job("sitemap.xml", "sitemapindex", tuple(paths), (*self._base(""), ("sitemaps", digest(tuple(paths)))))

    def _cards(self, entries: Iterable[Entry]) -> str:
        return digest(tuple(e.digest for e in entries))

    def _sliced(
        self, language: Language, listing: str, ident: str, entries: tuple[Entry, ...], base: str
    ) -> Iterator[Job]:
        years = ",".join(map(str, self.index.by_year)) if listing == "archive" else ""
        for number in slice_numbers(len(entries), self.index.site.per_page):
            part = cut(entries, self.index.site.per_page, number)
            parts = (
                *self._base(language.lang, "list.html"),
                ("reports", self._cards(part.entries)),
                ("pages of the list", f"{number} of {part.total}"),
                ("years", years),
            )
            path = self.urls.file(page_address(base, number))
            yield Job(path, "list", (language.lang, listing, ident, str(number)), parts)

    def _overview(self, language: Language, name: str, address: str, content: object) -> Job:
        parts = (*self._base(language.lang, "overview.html"), ("entries", digest(content)))
        return Job(self.urls.file(address), "overview", (language.lang, name), parts)

    def _lists(self, language: Language) -> Iterator[Job]:
        index, urls, lang = self.index, self.urls, language.lang
        yield from self._sliced(language, "home", "", index.listed, urls.home(lang))
        for topic, entries in index.by_topic.items():
            yield from self._sliced(language, "topic", topic, entries, urls.topic(lang, topic))
        for year, entries in index.by_year.items():
            yield from self._sliced(language, "archive", str(year), entries, urls.year(lang, year))
        sizes = tuple((topic, len(entries)) for topic, entries in index.by_topic.items())
        yield self._overview(language, "topics", urls.topics(lang), sizes)
        years = tuple((year, len(entries)) for year, entries in index.by_year.items())
        yield self._overview(language, "archive", urls.archive(lang), years)

    def _people_pages(self, language: Language) -> Iterator[Job]:
        index, lang = self.index, language.lang
        sizes = []
        for ident, groups in index.by_person.items():
            parts = (
                *self._base(lang, "list.html"),
                ("person", self._person(ident)),
                ("reports", digest(tuple(tuple(e.digest for e in group) for group in groups))),
            )
            path = self.urls.file(self.urls.author(lang, ident))
            yield Job(path, "author", (lang, ident), parts)
            sizes.append((ident, self._person(ident), len({e.report.id for group in groups for e in group})))
        yield self._overview(language, "authors", self.urls.authors(lang), tuple(sizes))

    def _feeds(self, language: Language) -> Iterator[Job]:
        lang, index = language.lang, self.index
        own = index.editions(lang)[:20]
        yield from self._feed(language, "", own, self.urls.home(lang))
        for topic, entries in index.by_topic.items():
            newest = tuple(e for e in entries if e.report.edition(lang))[:20]
            yield from self._feed(language, topic, newest, self.urls.topic(lang, topic))
        parts = (*self._base(lang), ("reports", self._cards(index.events(lang))))
        yield Job(self.urls.file(self.urls.home(lang) + "calendar.ics"), "calendar", (lang,), parts)

    def _feed(self, language: Language, topic: str, entries: tuple[Entry, ...], base: str) -> Iterator[Job]:
        authors = self._crowd(dict.fromkeys(a for e in entries for a in e.report.authors))
        parts = (*self._base(language.lang), ("reports", self._cards(entries)), ("people", authors))
        yield Job(self.urls.file(base + "feed.xml"), "atom", (language.lang, topic), parts)
        yield Job(self.urls.file(base + "feed.json"), "jsonfeed", (language.lang, topic), parts)

    def _text(self, entry: PageEntry, language: Language) -> Iterator[Job]:
        body = entry.body(language.lang)
        if body is None:
            return
        parts = (
            *self._base(language.lang, "page.html"),
            ("page", entry.digest),
            ("text", body.key),
            ("links", self._targets(body, language)),
        )
        yield Job(
            self.urls.file(self.urls.page(entry.page, language.lang)), "page", (language.lang, entry.page.id), parts
        )

    def _targets(self, body: Body, language: Language) -> str:
        return digest(tuple(language.target(reference) for reference in body.links)) if body.links else ""

    def _report(self, entry: Entry) -> Iterator[Job]:
        report = entry.report
        people = self._crowd((*report.authors, *report.contacts))
        related = self._cards(self.index.related(entry))
        for body in entry.bodies:
            language = self.renderer.languages[body.lang]
            around = self._cards(e for e in self.index.neighbours(entry, body.lang) if e)
            parts = (
                *self._base(body.lang, "report.html"),
                ("report", entry.digest),
                ("text", body.key),
                ("people", people),
                ("newer and older", around),
                ("related", related),
                ("links", self._targets(body, language)),
            )
            address = self.urls.report(report, body.lang)
            yield Job(self.urls.file(address), "report", (body.lang, report.id), parts)
            if report.event:
                plain = (*self._base(body.lang), ("report", entry.digest))
                yield Job(self.urls.file(address + "event.ics"), "event", (body.lang, report.id), plain)
        yield from self._aliases(report)

    def _aliases(self, report: Report) -> Iterator[Job]:
        for alias in report.aliases:
            lang = next((tag for tag in self.index.site.languages if alias.startswith(f"/{tag}/")), "")
            edition = report.edition(lang) or report.original
            address = self.urls.at(alias.lstrip("/"))
            target = self.urls.report(report, edition.lang)
            parts = (*self._base(edition.lang, "redirect.html"), ("target", f"{target} {edition.title}"))
            path = self.urls.file(
                address if address.endswith("/") or "." in alias.rsplit("/", 1)[-1] else address + "/"
            )
            yield Job(path, "redirect", (edition.lang, report.id, address), parts)

    def _contacts(self) -> Iterator[Job]:
        named = {c for e in self.index.entries for c in (*e.report.contacts, *e.report.authors)}
        named.update(self.index.site.press_contacts, self.index.by_person)
        for person in self.index.people:
            if person.id in named and (person.phone or person.email):
                parts = (*self._base(self.renderer.first), ("person", self._person(person.id)))
                yield Job(self.urls.file(self.urls.vcard(person.id)), "vcard", (person.id,), parts)
