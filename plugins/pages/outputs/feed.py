"""Atom (RFC 4287) and JSON Feed 1.1 of the newest reports, with their full texts."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, ClassVar

from lxml import etree

from plugins.newsroom.model import Edition, Lang, State, Status
from plugins.pages.changes import last_news
from plugins.pages.disclosure import noindex
from plugins.pages.entry import Entry
from plugins.pages.feed_content import Enclosure, content, enclosures
from plugins.pages.identity import feed_tag, report_tag
from plugins.pages.language import Language
from plugins.pages.moved import Moved
from plugins.pages.outputs.context import OutputContext
from plugins.pages.outputs.kind import Job, Kind
from plugins.pages.outputs.part import Parts

ALL = "all"
"""The feed of all languages, each report once in that of its original."""
ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_REMEMBERED = 256
"""Reports of which a kind of feed remembers what it carries: a megabyte or two."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Without the characters that XML 1.0 does not admit (section 2.2)."""
    return _FORBIDDEN.sub("", text)


def notice_line(edition: Edition, language: Language) -> str:
    """What the page says above a translation, for readers of the feed; empty where there is nothing to say."""
    machine = edition.state in (State.MACHINE, State.STALE)
    lines = (
        (machine, "This text was translated by machine and has not been checked by a person."),
        (edition.stale, "The original has been updated since this translation was made."),
    )
    return " ".join(language.labels.text(words) for applies, words in lines if applies)


@dataclass(frozen=True, slots=True)
class Item:
    """A report as a feed carries it."""

    id: str
    address: str
    lang: Lang
    title: str
    summary: str
    html: str
    published: dt.datetime
    updated: dt.datetime
    authors: tuple[str, ...]
    topics: tuple[tuple[str, str], ...]
    """(id, label)."""
    image: str
    enclosures: tuple[Enclosure, ...]
    rights: str
    indexed: bool
    """Whether search engines may be led to its page as the one in that language."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed: what it is called, where it stands, what it carries."""

    id: str
    lang: Lang
    """Empty for all languages."""
    title: str
    subtitle: str
    base: str
    """Address of the list that it follows."""
    address: str
    icon: str
    publisher: str
    rights: str
    items: tuple[Item, ...]

    @property
    def updated(self) -> dt.datetime:
        """Of the item that changed last."""
        return max((item.updated for item in self.items), default=dt.datetime(1970, 1, 1, tzinfo=dt.UTC))


def item(context: OutputContext, entry: Entry, language: Language) -> Item:
    """A report for readers of a language: in their own, else in the original's, which is said."""
    report, urls, site = entry.report, context.urls, context.index.site
    edition = language.edition(report)
    withdrawn = report.status is Status.WITHDRAWN
    foreign = "" if edition.lang == language.lang else language.only_in(edition.lang)
    lines = [language.withdrawn_line(report) if withdrawn else edition.teaser, notice_line(edition, language)]
    title = f"{language.labels.text('Withdrawn')}: {edition.title}" if withdrawn else edition.title
    shot = entry.lead
    return Item(
        id=report_tag(site, report.lasting_id, language.lang),
        address=urls.absolute(urls.report(report, edition.lang)),
        lang=edition.lang,
        title=f"{title} ({foreign})" if foreign else title,
        summary="\n\n".join(line for line in (lines[0], f"[{lines[1]}]" if lines[1] else "") if line),
        html="" if withdrawn else content(context, entry, edition, language, lines[1]),
        published=report.public_from.astimezone(report.published.tzinfo),
        updated=last_news(report, edition, site.timezone),
        authors=tuple(language.person(author).name for author in report.authors),
        topics=tuple((topic, language.topic_label(topic)) for topic in report.topics),
        image=urls.absolute(shot.social or shot.view.src) if shot else "",
        enclosures=() if withdrawn else enclosures(context, entry, language),
        rights="; ".join(dict.fromkeys(photo.credit.line for photo in report.photos if entry.shot(photo.file))),
        indexed=not noindex(edition, site, report),
    )


def _node(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    node = etree.SubElement(parent, f"{{{ATOM}}}{name}", {k.rstrip("_"): clean(v) for k, v in attributes.items()})
    node.text = clean(text) or None
    return node


def atom(channel: Channel) -> bytes:
    """The feed as Atom."""
    feed = etree.Element(f"{{{ATOM}}}feed", {XML_LANG: channel.lang} if channel.lang else {}, nsmap={None: ATOM})
    _node(feed, "id", channel.id)
    _node(feed, "title", channel.title)
    if channel.subtitle:
        _node(feed, "subtitle", channel.subtitle)
    _node(feed, "updated", channel.updated.isoformat())
    _node(feed, "link", rel="self", type="application/atom+xml", href=channel.address)
    language = {"hreflang": channel.lang} if channel.lang else {}
    _node(feed, "link", rel="alternate", type="text/html", href=channel.base, **language)
    _node(_node(feed, "author"), "name", channel.publisher)
    if channel.icon:
        _node(feed, "icon", channel.icon)
    _node(feed, "rights", channel.rights)
    for one in channel.items:
        _entry(feed, one)
    etree.indent(feed, " ")
    return bytes(etree.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(feed: etree._Element, one: Item) -> None:
    node = _node(feed, "entry")
    node.set(XML_LANG, one.lang)
    _node(node, "id", one.id)
    _node(node, "title", one.title)
    language = {"hreflang": one.lang} if one.indexed else {}
    _node(node, "link", rel="alternate", type="text/html", href=one.address, **language)
    for file in one.enclosures:
        _node(node, "link", rel="enclosure", type=file.type, title=file.title, href=file.address)
    _node(node, "published", one.published.isoformat())
    _node(node, "updated", one.updated.isoformat())
    for author in one.authors:
        _node(_node(node, "author"), "name", author)
    for topic, label in one.topics:
        _node(node, "category", term=topic, label=label)
    if one.rights:
        _node(node, "rights", one.rights)
    if one.summary:
        _node(node, "summary", one.summary)
    if one.html:
        _node(node, "content", one.html, type="html")


def json_feed(channel: Channel) -> bytes:
    """The same as JSON Feed, a line for each report."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "description": channel.subtitle,
        "home_page_url": channel.base,
        "feed_url": channel.address,
        "icon": channel.icon,
        "language": channel.lang,
        "authors": [{"name": channel.publisher}],
    }
    head = json.dumps(_filled(feed), ensure_ascii=False)[:-1]
    items = ",\n".join(json.dumps(_json_item(one), ensure_ascii=False) for one in channel.items)
    return f'{head}, "items": [\n{items}\n]}}\n'.encode()


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in ("", None, [])}


def _json_item(one: Item) -> dict[str, Any]:
    return _filled(
        {
            "id": one.id,
            "url": one.address,
            "title": one.title,
            "summary": one.summary,
            "content_html": one.html,
            "content_text": "" if one.html else one.summary or one.title,
            "date_published": one.published.isoformat(),
            "date_modified": one.updated.isoformat(),
            "language": one.lang,
            "image": one.image,
            "authors": [{"name": author} for author in one.authors],
            "tags": [label for _, label in one.topics],
            "attachments": [
                {"url": file.address, "mime_type": file.type, "title": file.title} for file in one.enclosures
            ],
        }
    )


class Feed(Kind):
    """A feed of a language, one of each topic in it, and one of all languages."""

    for_journalists = False
    file: ClassVar[str]
    reads_texts = True

    def __init__(self, context: OutputContext) -> None:
        super().__init__(context)
        self._item = lru_cache(_REMEMBERED)(self._make_item)  # the feeds of its topics have most reports in common

    def of_site(self) -> Iterator[Job]:
        """The feeds of every language, and that of all."""
        context, index = self.context, self.context.index
        for lang in context.renderer.languages:
            yield self._feed(lang, "", context.urls.home(lang))
            for topic in index.by_topic:
                yield self._feed(lang, topic, context.urls.topic(lang, topic))
        yield self._feed(ALL, "", context.urls.at(""))

    def _feed(self, lang: Lang, topic: str, base: str) -> Job:
        return self.job(base + self.file, (lang, topic), partial(self._parts, lang, topic))

    def _parts(self, lang: Lang, topic: str) -> Parts:
        context, entries = self.context, self.context.index.news(topic)
        named = (p.credit.photographer for e in entries for p in e.report.photos if p.credit.photographer)
        people = context.people(dict.fromkeys((*(a for e in entries for a in e.report.authors), *named)))
        return (
            *context.base("" if lang == ALL else lang),
            ("reports", context.cards(entries)),
            ("people", people),
            ("topic", context.topic(topic) if topic else ""),
            ("texts", context.texts(entries, lang)),
        )

    def of_moved(self, old: Moved) -> Iterator[Job]:
        """Whoever follows a list that is no more gets the news of the whole newsroom."""
        if old.is_list and "/page/" not in old.address:
            yield self._feed(old.lang, "", self.context.urls.at(old.address.lstrip("/")))

    def channel(self, lang: Lang, topic: str) -> Channel:
        """The feed of a language, of a topic in it, or of all languages."""
        context, site, urls = self.context, self.context.index.site, self.context.urls
        first = context.renderer.first
        language = context.renderer.languages[first if lang == ALL else lang]
        name = language.site.name.nearest(language.lang, language.order)[1]
        base = urls.at("") if lang == ALL else urls.topic(lang, topic) if topic else urls.home(lang)
        return Channel(
            id=feed_tag(site, lang, topic),
            lang="" if lang == ALL else lang,
            title=f"{name}: {language.topic_label(topic)}" if topic else name,
            subtitle=language.site.claim.nearest(language.lang, language.order)[1],
            base=urls.absolute(base),
            address=urls.absolute(base + self.file),
            icon=urls.absolute(language.logo) if language.logo else "",
            publisher=site.publisher.name,
            rights=f"© {site.publisher.name}",
            items=tuple(self._items(lang, topic, language)),
        )

    def _items(self, lang: Lang, topic: str, language: Language) -> Iterator[Item]:
        for entry in self.context.index.news(topic):
            own = self.context.renderer.languages[entry.report.source_language] if lang == ALL else language
            yield self._item(entry.report.id, own.lang)

    def _make_item(self, ident: str, lang: Lang) -> Item:
        return item(self.context, self.context.index.by_id[ident], self.context.renderer.languages[lang])


class AtomFeed(Feed):
    """``feed.xml``."""

    name, file = "atom", "feed.xml"

    def make(self, lang: Lang, topic: str) -> bytes:
        """The feed."""
        return atom(self.channel(lang, topic))


class JsonFeed(Feed):
    """``feed.json``."""

    name, file = "jsonfeed", "feed.json"

    def make(self, lang: Lang, topic: str) -> bytes:
        """The feed."""
        return json_feed(self.channel(lang, topic))
