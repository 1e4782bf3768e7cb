"""Atom (RFC 4287) and JSON Feed 1.1 of the newest reports in one language."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar
from xml.etree import ElementTree as Xml

from plugins.newsroom.model import Edition, Lang, State
from plugins.pages.entry import Entry
from plugins.pages.language import Language
from plugins.pages.moved import Moved
from plugins.pages.outputs.kind import Job, Kind

NEWEST = 20
"""Reports a feed carries."""
ATOM = "http://www.w3.org/2005/Atom"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Without the characters that XML 1.0 does not admit (section 2.2)."""
    return _FORBIDDEN.sub("", text)


def notice_line(edition: Edition, language: Language) -> str:
    """What the page says above a translation, for readers of the feed; empty where nothing is due."""
    machine = edition.state in (State.MACHINE, State.STALE)
    due = (
        (machine, "This text was translated by machine and has not been checked by a person."),
        (edition.stale, "The original has been updated since this translation was made."),
    )
    return " ".join(language.labels.text(words) for told, words in due if told)


def _summary(edition: Edition, language: Language) -> str:
    notice = notice_line(edition, language)
    return clean(f"{edition.teaser}\n\n[{notice}]" if notice else edition.teaser)


def _changed(entry: Entry, edition: Edition) -> dt.datetime:
    published = entry.report.published
    corrected = [dt.datetime.combine(c.date, dt.time(), tzinfo=published.tzinfo) for c in edition.corrections]
    return max([published, *corrected])


def _own(entries: Sequence[Entry], language: Language) -> list[tuple[Entry, Edition]]:
    pairs = ((e, e.report.edition(language.lang)) for e in entries)
    return [(entry, edition) for entry, edition in pairs if edition][:NEWEST]


def _node(parent: Xml.Element, name: str, text: str = "", **attributes: str) -> Xml.Element:
    node = Xml.SubElement(parent, f"{{{ATOM}}}{name}", {k.rstrip("_"): clean(v) for k, v in attributes.items()})
    node.text = clean(text) or None
    return node


def atom(entries: Sequence[Entry], language: Language, title: str, base: str, address: str) -> bytes:
    """An Atom feed of those reports that have an edition in this language."""
    Xml.register_namespace("", ATOM)
    urls = language.urls
    chosen = _own(entries, language)
    feed = Xml.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": language.lang})
    _node(feed, "id", urls.absolute(address))
    _node(feed, "title", title)
    _node(
        feed,
        "updated",
        max((_changed(*pair) for pair in chosen), default=dt.datetime(1970, 1, 1, tzinfo=dt.UTC)).isoformat(),
    )
    _node(feed, "link", rel="self", type="application/atom+xml", href=urls.absolute(address))
    _node(feed, "link", rel="alternate", type="text/html", hreflang=language.lang, href=urls.absolute(base))
    _node(_node(feed, "author"), "name", language.site.publisher.name)
    for entry, edition in chosen:
        report = entry.report
        item = _node(feed, "entry")
        link = urls.absolute(urls.report(report, language.lang))
        _node(item, "id", link)
        _node(item, "title", edition.title)
        _node(item, "link", rel="alternate", type="text/html", hreflang=language.lang, href=link)
        _node(item, "published", report.published.isoformat())
        _node(item, "updated", _changed(entry, edition).isoformat())
        for author in report.authors:
            _node(_node(item, "author"), "name", language.person(author).name)
        for topic in report.topics:
            _node(item, "category", term=topic, label=language.topic_label(topic))
        _node(item, "summary", _summary(edition, language))
    Xml.indent(feed, " ")
    return bytes(Xml.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def json_feed(entries: Sequence[Entry], language: Language, title: str, base: str, address: str) -> bytes:
    """The same as JSON Feed."""
    urls = language.urls

    def item(entry: Entry, edition: Edition) -> dict[str, Any]:
        link = urls.absolute(urls.report(entry.report, language.lang))
        shot = entry.lead
        found = {
            "id": link,
            "url": link,
            "title": edition.title,
            "summary": _summary(edition, language),
            "content_text": _summary(edition, language),
            "date_published": entry.report.published.isoformat(),
            "date_modified": _changed(entry, edition).isoformat(),
            "language": language.lang,
            "authors": [{"name": language.person(a).name} for a in entry.report.authors],
            "tags": [language.topic_label(t) for t in entry.report.topics],
        }
        if shot:
            found["image"] = urls.absolute(shot.social or shot.view.src)
        return found

    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": urls.absolute(base),
        "feed_url": urls.absolute(address),
        "language": language.lang,
        "authors": [{"name": language.site.publisher.name}],
        "items": [item(entry, edition) for entry, edition in _own(entries, language)],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode() + b"\n"


class Feed(Kind):
    """A feed of a language, and one of each topic in it."""

    file: ClassVar[str]

    def of_site(self) -> Iterator[Job]:
        """The feeds of every language."""
        context, index = self.context, self.context.index
        for lang in context.renderer.languages:
            yield self._feed(lang, "", index.editions(lang)[:NEWEST], context.urls.home(lang))
            for topic, entries in index.by_topic.items():
                newest = tuple(e for e in entries if e.report.edition(lang))[:NEWEST]
                yield self._feed(lang, topic, newest, context.urls.topic(lang, topic))

    def of_moved(self, old: Moved) -> Iterator[Job]:
        """Whoever follows a list that is no more gets the news of the whole newsroom."""
        if old.is_list and "/page/" not in old.address:
            entries = self.context.index.editions(old.lang)[:NEWEST]
            yield self._feed(old.lang, "", entries, self.context.urls.at(old.address.lstrip("/")))

    def _feed(self, lang: Lang, topic: str, entries: tuple[Entry, ...], base: str) -> Job:
        authors = self.context.people(dict.fromkeys(a for e in entries for a in e.report.authors))
        named = ("topic", self.context.topic(topic) if topic else "")
        parts = (*self.context.base(lang), ("reports", self.context.cards(entries)), ("people", authors), named)
        return self.job(base + self.file, (lang, topic), parts)

    def _content(self, lang: Lang, topic: str) -> tuple[tuple[Entry, ...], Language, str, str]:
        """(reports, language, title, address of the list that it follows)."""
        index, urls, language = self.context.index, self.context.urls, self.context.renderer.languages[lang]
        name = language.site.name.nearest(lang, language.order)[1]
        if topic:
            return index.by_topic[topic], language, f"{name}: {language.topic_label(topic)}", urls.topic(lang, topic)
        return index.listed, language, name, urls.home(lang)


class AtomFeed(Feed):
    """``feed.xml``."""

    name, file = "atom", "feed.xml"

    def make(self, lang: Lang, topic: str) -> bytes:
        """The feed."""
        entries, language, title, base = self._content(lang, topic)
        return atom(entries, language, title, base, base + self.file)


class JsonFeed(Feed):
    """``feed.json``."""

    name, file = "jsonfeed", "feed.json"

    def make(self, lang: Lang, topic: str) -> bytes:
        """The feed."""
        entries, language, title, base = self._content(lang, topic)
        return json_feed(entries, language, title, base, base + self.file)
