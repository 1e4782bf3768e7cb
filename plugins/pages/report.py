"""Projects one edition of a report into the view of its page."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from markupsafe import Markup

from plugins.newsroom.model import Edition, Lang, Organisation, Report, Status
from plugins.pages import structured
from plugins.pages.changes import updated
from plugins.pages.dates import date_view, timed_view
from plugins.pages.disclosure import disclosure, is_synthetic, is_unread, noindex
from plugins.pages.entry import SOCIAL, Entry
from plugins.pages.event_views import event_view
from plugins.pages.funding import funded
from plugins.pages.heads import alternates, make_head, switch
from plugins.pages.language import KIND_LABELS, Language
from plugins.pages.typography import spaced
from plugins.pages.video_views import video_view
from plugins.pages.views import (
    Alternate,
    Anchor,
    CorrectionView,
    DownloadView,
    FigureView,
    Head,
    ReportPage,
    SocialPicture,
    SourceView,
    WithdrawalView,
)


def _figures(entry: Entry, edition: Edition, language: Language) -> tuple[FigureView | None, tuple[FigureView, ...]]:
    report = entry.report
    body = entry.body(edition.lang)
    in_text = set(body.pictures) if body else set()
    hero = entry.shot(report.hero) if report.hero else None
    poster = entry.shot(report.video.poster) if report.video else None
    shown = [s for s in entry.shots if s.file not in in_text and s is not hero and s is not poster]
    return (language.figure(report, hero) if hero else None), tuple(language.figure(report, s) for s in shown)


def _head(
    entry: Entry, edition: Edition, language: Language, trail: tuple[Anchor, ...], addresses: Mapping[Lang, str]
) -> Head:
    report = entry.report
    published, modified = (
        report.public_from.astimezone(ZoneInfo(language.site.timezone)),
        updated(report, edition, language.site.timezone),
    )
    authors = (language.index.person_by_id[ident] for ident in report.authors)
    hidden = noindex(edition, language.site, report)
    return make_head(
        language,
        edition.title,
        edition.teaser,
        addresses[edition.lang],
        others=() if hidden else _alternates(report, language, addresses),
        image=_social(entry, language),
        times=(published.isoformat(), modified.isoformat()),
        fediverse=tuple(person.fediverse for person in authors if person.fediverse),
        og_type="article",
        noindex=hidden,
        machine=is_unread(edition),
        synthetic=is_synthetic(edition),
        disclosure=disclosure(edition),
        frames=_frames(report),
        data=lambda: structured.article(entry, edition, language, trail),
    )


def _social(entry: Entry, language: Language) -> SocialPicture | None:
    """The lead picture as previews of links show it."""
    shot = entry.lead
    if shot is None:
        return None
    alt = language.words(entry.report, shot.file)[0].text
    if shot.social:
        return SocialPicture(shot.social, *SOCIAL, alt)
    return SocialPicture(shot.view.src, shot.view.width, shot.view.height, alt)


def _frames(report: Report) -> str:
    """The origin of the player that a page may show once its reader wants it."""
    if report.video is None or not report.video.embed or report.video.file or report.status is Status.WITHDRAWN:
        return ""
    parts = urlsplit(report.video.embed)
    return f"{parts.scheme}://{parts.netloc}"


def _alternates(report: Report, language: Language, addresses: Mapping[Lang, str]) -> tuple[Alternate, ...]:
    """The other languages for search engines: none that they are asked to stay away from."""
    hidden = _hidden(report, language)
    found = {lang: address for lang, address in addresses.items() if lang not in hidden}
    return alternates(language, found, addresses[report.source_language])


def _hidden(report: Report, language: Language) -> frozenset[Lang]:
    """The languages that search engines are asked to stay away from."""
    return frozenset(e.lang for e in report.editions if noindex(e, language.site, report))


def trail_of(language: Language, *steps: Anchor) -> tuple[Anchor, ...]:
    """A breadcrumb trail from the front page."""
    return (Anchor(language.labels.text("Home"), language.urls.home(language.lang)), *steps)


def _organisers(organisers: tuple[Organisation, ...]) -> tuple[Anchor, ...]:
    return tuple(Anchor(o.name, o.url) for o in organisers)


def report_page(
    entry: Entry, language: Language, body: Markup, downloads: tuple[DownloadView, ...], calendar: str
) -> ReportPage:
    """The page of the edition in the language's language (there must be one)."""
    report = entry.report
    edition = report.edition(language.lang)
    if edition is None:
        raise LookupError(f"{report.id} has no edition in {language.lang}")
    addresses = {e.lang: language.urls.report(report, e.lang) for e in report.editions}
    withdrawn = report.status is Status.WITHDRAWN
    topics = () if withdrawn else language.topics(report)
    trail = trail_of(language, *topics[:1], Anchor(edition.title, addresses[language.lang], current=True))
    hero, gallery = _figures(entry, edition, language)
    newer, older = language.index.neighbours(entry, language.lang)
    original = addresses[report.source_language]
    return ReportPage(
        lang=language.lang,
        head=_head(entry, edition, language, trail, addresses),
        switch=switch(language, addresses, original, _hidden(report, language)),
        breadcrumb=trail,
        report_kind=language.labels.text(KIND_LABELS[report.kind]),
        kicker=spaced(edition.kicker, language.lang),
        title=spaced(edition.title, language.lang),
        teaser=spaced(edition.teaser, language.lang),
        body=body,
        published=language.published(report),
        topics=topics,
        authors=tuple(language.person(a) for a in report.authors),
        contacts=tuple(language.person(c) for c in language.index.contacts(report)),
        organisers=_organisers(report.organisers),
        sources=tuple(
            SourceView(s.name, s.url, date_view(s.date, language.lang) if s.date else None) for s in report.sources
        ),
        links=tuple(Anchor(spaced(link.label, language.lang), link.url) for link in edition.links),
        corrections=tuple(
            CorrectionView(timed_view(c.date, language.lang), spaced(c.text, language.lang))
            for c in edition.corrections
            if c.text
        ),
        photographers=_credits(entry, language),
        event=event_view(report, report.event, language, calendar) if report.event and not withdrawn else None,
        hero=hero,
        gallery=gallery,
        notice=language.notice(edition, report.source_language, original),
        near=lambda: tuple(language.card(e) for e in language.index.related(entry)),
        newer=language.card(newer) if newer else None,
        older=language.card(older) if older else None,
        downloads=downloads,
        video=None if withdrawn else video_view(entry, language),
        embargo=language.embargo(report),
        withdrawal=withdrawal_view(report, language) if withdrawn else None,
        funding=funded(language, report),
        series=language.series(report.series),
    )


def withdrawal_view(report: Report, language: Language) -> WithdrawalView:
    """The day, the reason and what stands in its place."""
    told = report.withdrawal
    tag, reason = told.reason.nearest(language.lang, language.order)
    successor = None
    if told.successor in language.index.by_id:
        other = language.index.by_id[told.successor].report
        edition = language.edition(other)
        tag = "" if noindex(edition, language.site, other) else edition.lang
        successor = Anchor(edition.title, language.urls.report(other, edition.lang), tag)
    common = reason == told.reason.common
    return WithdrawalView(
        timed_view(told.date, language.lang) if told.date else None,
        language.text(reason, language.lang if common else tag),
        successor,
    )


def _credits(entry: Entry, language: Language) -> tuple[str, ...]:
    shown = {s.file for s in entry.shots}
    return tuple(dict.fromkeys(language.credit_line(p.credit) for p in entry.report.photos if p.file in shown))
