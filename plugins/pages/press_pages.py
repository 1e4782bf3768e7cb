"""Projects the pages for journalists: what they need, and all pictures that they may use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from plugins.newsroom.model import Lang
from plugins.pages import structured
from plugins.pages.entry import Entry, Shot
from plugins.pages.funding import funded
from plugins.pages.heads import alternates, make_head, switch
from plugins.pages.index import Slice
from plugins.pages.language import Language
from plugins.pages.lists import page_address, pager
from plugins.pages.marks import LogoFile
from plugins.pages.report import trail_of
from plugins.pages.sizes import size_words
from plugins.pages.views import Anchor, DownloadView, Head, MediaItem, MediaPage, PressPage, Subscription, Text

PICTURES = 24
"""Pictures on one page of the media library."""


def terms(language: Language) -> Text:
    """How pictures may be used: what site.yaml says, else that it stands beside each of them."""
    own = language.nearest(language.site.picture_terms)
    otherwise = "What a picture may be used for stands beside it; its credit always goes with it."
    return own or Text(language.labels.text(otherwise))


def _head(
    language: Language, title: str, address: Callable[[Lang], str], trail: tuple[Anchor, ...]
) -> tuple[Head, dict[Lang, str]]:
    addresses = {lang: address(lang) for lang in language.site.languages}
    here, default = addresses[language.lang], addresses[language.site.languages[0]]
    others = alternates(language, addresses, default)
    data = lambda: structured.listing(title, language, here, trail)
    return make_head(language, title, "", here, others=others, data=data), addresses


def _logo(language: Language, file: LogoFile) -> DownloadView:
    """The logo as a file of some kind."""
    return DownloadView(
        label=language.labels.text("Download logo"),
        url=file.url,
        kind=file.kind,
        size=size_words(file.size, language.lang),
        file_name=f"logo{PurePath(file.url).suffix}",
        note="{} × {} px".format(*file.pixels) if file.pixels else "",
    )


def press_page(language: Language) -> PressPage:
    """What journalists need, on one page."""
    t, urls, lang, index = language.labels.text, language.urls, language.lang, language.index
    heading = t("Press")
    trail = trail_of(language, Anchor(heading, urls.press(lang), current=True))
    head, addresses = _head(language, heading, urls.press, trail)
    topics = tuple((language.topic_label(topic), urls.topic(lang, topic)) for topic in index.by_topic)
    return PressPage(
        lang=lang,
        head=head,
        switch=switch(language, addresses),
        breadcrumb=trail,
        heading=heading,
        terms=terms(language),
        media=Anchor(t("All pictures"), urls.media(lang)) if index.pictures else None,
        logos=tuple(_logo(language, one) for one in language.marks.logo_files),
        subscriptions=tuple(
            Subscription(label, base + "feed.xml", base + "feed.json", base + "calendar.ics")
            for label, base in ((t("All reports"), urls.home(lang)), *topics)
            if not language.ahead
        ),
        series=tuple(link for ident in index.by_series if (link := language.series(ident))),
        projects=tuple(
            Anchor(language.nearest(one.project).text, urls.project(lang, one.id)) for one in language.site.funding
        ),
    )


def media_page(language: Language, part: Slice[tuple[Entry, int]]) -> MediaPage:
    """One page of all pictures that may be used."""
    t, urls, lang = language.labels.text, language.urls, language.lang
    heading = t("All pictures")

    def address(tag: Lang) -> str:
        return page_address(urls.media(tag), part.number)

    trail = trail_of(language, Anchor(t("Press"), urls.press(lang)), Anchor(heading, address(lang), current=True))
    title = f"{heading} – {t('Page {number}', number=part.number)}" if part.number else heading
    head, addresses = _head(language, title, address, trail)
    return MediaPage(
        lang=lang,
        head=head,
        switch=switch(language, addresses),
        breadcrumb=trail,
        heading=heading,
        terms=terms(language),
        items=tuple(media_item(language, entry, entry.shots[place]) for entry, place in part.entries),
        pager=pager(urls.media(lang), part),
        count=len(language.index.pictures),
    )


def media_item(language: Language, entry: Entry, shot: Shot) -> MediaItem:
    """A picture, and the report that it belongs to."""
    edition = language.edition(entry.report)
    return MediaItem(
        language.figure(entry.report, shot),
        language.text(edition.title, edition.lang),
        language.urls.report(entry.report, edition.lang),
        funded(language, entry.report),
    )
