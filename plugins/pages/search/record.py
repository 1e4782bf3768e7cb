"""A report in one language as the index of the search takes it: a page of nothing but what it is found by."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from plugins.cache.digest import digest
from plugins.newsroom.model import Lang
from plugins.newsroom.record import record
from plugins.pages.entry import Entry
from plugins.pages.language import Language
from plugins.pages.outputs.context import OutputContext
from plugins.pages.parts import PictureView
from plugins.pages.search.words import words_of

HIDDEN = "0.2"
"""Weight of words by which a text is found and which it does not hold; a word of the text has 1."""


def records(context: OutputContext, lang: Lang) -> Iterator[Entry]:
    """The reports that the index of a language has: those that its lists show as its own."""
    yield from context.index.editions(lang)


def record_key(context: OutputContext, entry: Entry, lang: Lang) -> str:
    """Covers everything that the record of a report is made of."""
    body, names = entry.body(lang), tuple(_names(entry, context.renderer.languages[lang]))
    return digest((context.base(lang), lang, str(context.cards((entry,))), body.key if body else "", names))


@record
class Record:
    """A report for the index; what is shown of it stands in the metadata of its page, ready for the dialog."""

    address: str
    page: str
    year: str
    topics: tuple[str, ...]
    """Labels."""


def record_of(context: OutputContext, entry: Entry, lang: Lang) -> Record:
    """The record of a report that has an edition in that language."""
    language = context.renderer.languages[lang]
    card, body = language.card(entry), entry.body(lang)
    text = context.text(body, language, lambda _: "") if body else Markup("")
    names = "".join(f"<p>{escape(name)}</p>" for name in _names(entry, language))
    vocabulary = words_of(lang)
    plain = " ".join((card.title.text, card.teaser.text, card.kicker.text, text.striptags(), *_names(entry, language)))
    hidden = vocabulary.hidden(plain) if vocabulary else ""
    meta = {
        "title": card.title.text,
        "teaser": card.teaser.text,
        "date": card.published.text,
        "image": _smallest(card.picture),
        "statement": " · ".join(one.statement.text for one in card.funding),
        "emblem": next((one.emblem or one.logo for one in card.funding), ""),
    }
    marks = (
        *(f'<meta data-pagefind-meta="{key}[content]" content="{escape(value)}">' for key, value in meta.items()),
        f'<meta data-pagefind-sort="date[content]" content="{escape(card.published.iso)}">',
    )
    page = (
        f'<html lang="{escape(lang)}"><head></head><body><main data-pagefind-body>{"".join(marks)}'
        f"<h1>{escape(card.title.text)}</h1><h2>{escape(card.kicker.text)}</h2><p>{escape(card.teaser.text)}</p>"
        f'{text}{names}<p data-pagefind-weight="{HIDDEN}">{escape(hidden)}</p></main></body></html>'
    )
    return Record(card.url, page, card.published.iso[:4], tuple(topic.label for topic in card.topics))


def _smallest(picture: PictureView | None) -> str:
    """The rendition that a list of results loads."""
    if picture is None:
        return ""
    return picture.srcset_jpeg.partition(",")[0].partition(" ")[0] or picture.src


def _names(entry: Entry, language: Language) -> Iterator[str]:
    """Who and where: names that stand beside the text, and captions."""
    report = entry.report
    people = (language.person(ident).name for ident in (*report.authors, *language.index.contacts(report)))
    event = (report.event.venue, report.event.city, report.event.name.get(language.lang)) if report.event else ()
    captions = (language.words(report, shot.file)[1].text for shot in entry.shots)
    yield from (name for name in (*people, *(o.name for o in report.organisers), *event, *captions) if name)
