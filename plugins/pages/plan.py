"""Lists every output of the site, with the parts each is made of; nothing is rendered here."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Protocol

from plugins.cache.digest import digest
from plugins.newsroom.address_record import PublishedAddress
from plugins.newsroom.model import Lang, Person, Site, Topic, TranslationPolicy
from plugins.pages.entry import Body
from plugins.pages.moved import moved
from plugins.pages.outputs.context import OutputContext
from plugins.pages.outputs.context import Parts as Parts
from plugins.pages.outputs.kind import Job as Job
from plugins.pages.outputs.registry import KINDS
from plugins.pages.parts import PictureView
from plugins.pages.renderer import Renderer

Bodies = tuple[tuple[Lang, str], ...]
"""(language, digest of the converted text)."""
MOVED = "moved:"
"""The owner's name of what answers old addresses."""
PAGE = "page:"
"""How the owner's name of a static page begins; a report's is its id, which has no colon."""


class HasBodies(Protocol):
    """A report or page."""

    @property
    def bodies(self) -> tuple[Body, ...]:
        """Its converted texts."""


def bodies_of(entry: HasBodies) -> Bodies:
    """The bodies of a report or page as plans tell them apart."""
    return tuple((body.lang, body.key) for body in entry.bodies)


class Planner:
    """Plans a run; nothing is rendered here."""

    def __init__(self, renderer: Renderer) -> None:
        self.renderer = renderer
        self.index = renderer.index
        context = OutputContext(renderer)
        ahead = renderer.setting.ahead
        self._kinds = [kind(context) for kind in KINDS if kind.for_journalists or not ahead]

    @cached_property
    def base_digest(self) -> str:
        """Covers everything that any job depends on, save the bodies of reports and pages, and templates."""
        setting, index = self.renderer.setting, self.index
        facts = (self._site, self._people, self._topics)
        texts = (tuple(e.digest for e in index.entries), tuple(p.digest for p in index.pages))
        logos = (setting.logo, setting.logo_files, setting.programmes)
        marks = (setting.brand, logos, setting.socials, setting.icons, self._portraits)
        paper = setting.typesetting.mark if setting.typesetting else ""
        words = (setting.labels, setting.assets, setting.search, marks, paper)
        return digest((setting.engine, self.renderer.urls, facts, texts, words))

    @property
    def _site(self) -> Site:
        """The site without the settings that no output looks at."""
        site = self.index.site
        policy = TranslationPolicy(index_machine=site.translation.index_machine)
        return replace(site, translation=policy, default_credit="")

    @cached_property
    def _named(self) -> frozenset[str]:
        """Everybody whom an output may show."""
        reports = [entry.report for entry in self.index.entries]
        named = {ident for report in reports for ident in (*report.authors, *self.index.contacts(report))}
        photographers = {photo.credit.photographer for report in reports for photo in report.photos}
        return frozenset({*named, *photographers, *self.index.by_person, *self.index.press_contacts})

    @property
    def _people(self) -> tuple[Person, ...]:
        return tuple(person for person in self.index.people if person.id in self._named)

    @property
    def _portraits(self) -> tuple[tuple[str, PictureView], ...]:
        return tuple(pair for pair in self.renderer.setting.portraits if pair[0] in self._named)

    @property
    def _topics(self) -> tuple[Topic, ...]:
        used = {topic for entry in self.index.entries for topic in entry.report.topics}
        return tuple(topic for topic in self.index.topics if topic.id in used)

    @cached_property
    def _news(self) -> Bodies:
        """The texts that feeds carry, which belong to the newsroom as a whole."""
        index = self.index
        carried = {e.report.id: e for topic in ("", *index.by_topic) for e in index.news(topic)}
        return tuple((f"{ident}/{lang}", key) for ident, entry in carried.items() for lang, key in bodies_of(entry))

    @property
    def owners(self) -> Iterator[tuple[str, Bodies]]:
        """What outputs belong to, in a fixed order: each report and page with its bodies, and the rest, unnamed."""
        yield from ((f"{PAGE}{entry.page.id}", bodies_of(entry)) for entry in self.index.pages)
        yield from ((entry.report.id, bodies_of(entry)) for entry in self.index.entries)
        yield "", self._news

    def jobs(self, owner: str) -> Iterator[Job]:
        """The outputs of one owner: they depend on the base digest and on the owner's bodies alone."""
        for kind in self._kinds:
            if not owner:
                yield from kind.of_site()
            elif owner.startswith(PAGE):
                yield from kind.of_page(self.index.page_by_id[owner.removeprefix(PAGE)])
            else:
                yield from kind.of_report(self.index.by_id[owner])

    def moved(self, known: tuple[PublishedAddress, ...], paths: Container[str]) -> Iterator[Job]:
        """What answers addresses that were published and have no page now; ``paths`` are all other outputs."""
        urls = self.renderer.urls

        def has(address: str) -> bool:
            return urls.file(urls.at(address.lstrip("/"))) in paths

        for old in moved(known, self.index, urls, has):
            for kind in self._kinds:
                yield from kind.of_moved(old)
