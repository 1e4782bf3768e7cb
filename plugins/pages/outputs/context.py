"""What all kinds of outputs share: digests of parts, and the way from a view to HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from plugins.cache.digest import digest
from plugins.markup.resolve import resolve
from plugins.newsroom.model import Lang
from plugins.pages.entry import Body, Entry
from plugins.pages.language import Language
from plugins.pages.outputs.part import HEAD, PERSON, TEXT, Part
from plugins.pages.outputs.part import Parts as Parts
from plugins.pages.renderer import Renderer
from plugins.pages.views import PageView

if TYPE_CHECKING:
    from plugins.pages.press.typesetter import Typesetter

SETTINGS = ("languages", "name", "claim", "publisher", "url", "identity", "timezone", "press")
"""Keys of site.yaml that outputs look at themselves, beside what the site view shows of it."""


class OutputContext:
    """A run as the kinds of outputs see it; what many outputs share is digested once."""

    def __init__(self, renderer: Renderer) -> None:
        self.renderer = renderer
        self.index = renderer.index
        self.urls = renderer.urls
        self._people: dict[str, str] = {}
        self._topics: dict[str, str] = {}
        self._funding: dict[tuple[str, ...], str] = {}
        self._names: dict[str, str] = {}

    @cached_property
    def _sites(self) -> dict[Lang, str]:
        return {lang: self._site(lang) for lang in self.index.site.languages}

    @cached_property
    def _all_sites(self) -> str:
        return digest(tuple(self._sites.values()))

    @cached_property
    def _templates(self) -> dict[str, str]:
        return dict(self.renderer.setting.templates)

    @cached_property
    def typesetter(self) -> Typesetter | None:
        """What sets PDFs; ``None`` where none are made."""
        from plugins.pages.press.typesetter import Typesetter  # which knows this module

        setting = self.renderer.setting.typesetting
        return Typesetter(setting) if setting else None

    def _site(self, lang: Lang) -> str:
        """Covers site view, labels and settings: whatever every page of a language may look at."""
        language, view, site = self.renderer.languages[lang], self.renderer.sites[lang], self.index.site
        plain = tuple((name, getattr(view, name)) for name in view.__slots__ if name != "t")
        settings = tuple(getattr(site, name) for name in SETTINGS), site.translation.index_machine
        return digest((plain, language.labels.po, settings, self.urls, language.social))

    @cached_property
    def _data(self) -> dict[Lang, str]:
        site = self.index.site
        facts = digest((site.languages, site.identity, site.timezone, self.urls))
        return {lang: digest((facts, language.labels.po)) for lang, language in self.renderer.languages.items()}

    def base(self, lang: Lang = "", template: str = "") -> Parts:
        """The parts of every output of a language, or of all, made with a template or none."""
        site = self._sites[lang] if lang else self._all_sites
        parts: Parts = (("engine", self.renderer.setting.engine), ("site", site))
        return (*parts, ("template", self._templates[template])) if template else parts

    def data(self, lang: Lang) -> Parts:
        """The parts of every output of a language that is no page and names neither the newsroom nor its publisher."""
        return ("engine", self.renderer.setting.engine), ("site", self._data[lang])

    def person(self, ident: str) -> str:
        """Digest of a person as pages show them."""
        known = self._people.get(ident)
        if known is None:
            person = self.index.person_by_id.get(ident)
            portrait = dict(self.renderer.setting.portraits).get(ident)
            successors = self.index.successors(person) if person else ()
            others = tuple((p.id, p.name, p.id in self.index.by_person) for p in successors)
            known = self._people[ident] = digest((person, portrait, ident in self.index.by_person, others))
        return known

    def people(self, idents: Iterable[str]) -> Part:
        """The same of several, in their order."""
        chosen = tuple(idents)
        return Part.of(",".join(map(self.person, chosen)), (self._named(PERSON, ident) for ident in chosen))

    def topic(self, ident: str) -> str:
        """Digest of a topic as pages show it: its label, and whether there is a list to lead to."""
        known = self._topics.get(ident)
        if known is None:
            shown = self.index.topic_by_id.get(ident), ident in self.index.by_topic
            known = self._topics[ident] = digest(shown)
        return known

    def topics(self, idents: Iterable[str]) -> str:
        """The same of several, in their order."""
        return ",".join(self.topic(ident) for ident in idents)

    def funding(self, idents: tuple[str, ...]) -> str:
        """Digest of projects with funding as pages show them; empty for none."""
        if not idents:
            return ""
        known = self._funding.get(idents)
        if known is None:
            logos = dict(self.renderer.setting.programmes)
            shown = tuple((one, logos.get(one.id)) for one in self.index.site.funding if one.id in idents)
            known = self._funding[idents] = digest((idents, shown))
        return known

    def series(self, ident: str) -> str:
        """Digest of a series as pages show it; empty for none, or where it has no page."""
        if ident not in self.index.by_series:
            return ""
        return digest(next(one for one in self.index.site.series if one.id == ident))

    def cards(self, *groups: Iterable[Entry]) -> Part:
        """Digest of reports, in groups, as lists show them: without texts, with topics’ labels and funding."""
        chosen = tuple(tuple(group) for group in groups)
        found = digest(tuple(tuple(map(self._card, group)) for group in chosen))
        return Part.of(found, (self._named(HEAD, e.report.id) for group in chosen for e in group))

    def _card(self, entry: Entry) -> tuple[str, str, str]:
        return entry.digest, self.topics(entry.report.topics), self.funding(entry.report.funding)

    def _named(self, prefix: str, ident: str) -> str:
        """The name of what a part covers: one string for all parts, since there are many."""
        name = prefix + ident
        return self._names.setdefault(name, name)

    def targets(self, body: Body, lang: Lang) -> str:
        """Digest of where the links of a text lead."""
        language = self.renderer.languages[lang]
        return digest(tuple(language.target(reference) for reference in body.links)) if body.links else ""

    def html(self, page: PageView, lang: Lang) -> bytes:
        """A page rendered by its template."""
        return self.renderer.theme.render(page, self.renderer.sites[lang])

    def body(self, body: Body, lang: Lang, entry: Entry | None) -> Markup:
        """A converted text with its links and pictures in the reader's language."""
        language = self.renderer.languages[lang]

        def figure(file: str) -> str:
            shot = entry.shot(file) if entry else None
            if entry is None or shot is None:
                return ""
            macro = self.renderer.theme.macro("partials/figure.html", "figure")
            return str(macro(language.figure(entry.report, shot), self.renderer.sites[lang]))

        return self.text(body, language, figure)

    def text(self, body: Body, language: Language, figure: Callable[[str], str], *, absolute: bool = False) -> Markup:
        """The same with figures as they are given; ``absolute`` where it is read elsewhere than on the site."""

        def link(reference: str) -> str | None:
            target = language.target(reference)
            if target is None:
                return None
            address, tag = target
            address = self.urls.absolute(address) if absolute else address
            is_other = tag not in ("", language.lang)
            return f'href="{escape(address)}"' + (f' hreflang="{escape(tag)}"' if is_other else "")

        document = self.renderer.documents(body.key)
        back = language.labels.text("Back to the text")
        return Markup(resolve(document, link, figure, back))  # noqa: S704 (sanitised on conversion)

    def texts(self, entries: Iterable[Entry], lang: Lang) -> Part:
        """Digest of the texts of reports, in a language or else in the original's, and of where their links lead."""
        found, names = [], []
        for entry in entries:
            source = entry.report.source_language
            tag = lang if lang in self.renderer.languages else source
            body = entry.body(tag) or entry.body(source)
            found.append((body.key, self.targets(body, tag)) if body else ("", ""))
            names += [self._named(TEXT, f"{entry.report.id}/{body.lang}")] if body else []
        return Part.of(digest(tuple(found)), names)
