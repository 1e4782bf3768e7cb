"""Makes the bytes of one planned output."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

from plugins.markup.resolve import resolve
from plugins.newsroom.model import Edition, Lang, Status
from plugins.pages import feeds, lists, sitemap, texts
from plugins.pages.entry import Body, Entry
from plugins.pages.index import cut
from plugins.pages.outputs.calendar import Appointment, calendar
from plugins.pages.plan import Job
from plugins.pages.renderer import Renderer
from plugins.pages.report import report_page
from plugins.pages.views import Anchor, PageView


class Maker:
    """Turns jobs into bytes. Pure: the same job on the same ground gives the same bytes."""

    def __init__(self, renderer: Renderer) -> None:
        self.renderer = renderer
        self.index = renderer.index
        self.urls = renderer.urls
        self._makers: dict[str, Callable[..., bytes]] = {
            "chooser": self._chooser,
            "notfound": self._notfound,
            "list": self._list,
            "author": self._author,
            "overview": self._overview,
            "report": self._report,
            "page": self._page,
            "redirect": self._redirect,
            "atom": self._atom,
            "jsonfeed": self._jsonfeed,
            "sitemap": self._sitemap,
            "sitemapindex": self._sitemapindex,
            "robots": self._robots,
            "calendar": self._calendar,
            "event": self._event,
            "vcard": self._vcard,
        }

    def make(self, job: Job) -> bytes:
        """The bytes of one output."""
        return self.made(job.kind, job.args)

    def made(self, kind: str, args: tuple[str, ...]) -> bytes:
        """The same, by what is needed of the job for it."""
        return self._makers[kind](*args)

    def _html(self, page: PageView, lang: Lang) -> bytes:
        return self.renderer.theme.render(page, self.renderer.sites[lang])

    def _chooser(self) -> bytes:
        return self._html(texts.chooser_page(self.renderer.languages), self.renderer.first)

    def _notfound(self) -> bytes:
        return self._html(texts.notfound_page(self.renderer.languages), self.renderer.first)

    def _list(self, lang: Lang, listing: str, ident: str, number: str) -> bytes:
        language, size = self.renderer.languages[lang], self.index.site.per_page
        if listing == "topic":
            page = lists.topic_page(language, cut(self.index.by_topic[ident], size, int(number)), ident)
        elif listing == "archive":
            page = lists.year_page(language, cut(self.index.by_year[int(ident)], size, int(number)), int(ident))
        else:
            page = lists.home_page(language, cut(self.index.listed, size, int(number)))
        return self._html(page, lang)

    def _author(self, lang: Lang, ident: str) -> bytes:
        return self._html(lists.author_page(self.renderer.languages[lang], ident), lang)

    def _overview(self, lang: Lang, name: str) -> bytes:
        return self._html(lists.overview_page(self.renderer.languages[lang], name), lang)

    def _body(self, body: Body, lang: Lang, entry: Entry | None) -> Markup:
        language = self.renderer.languages[lang]

        def figure(file: str) -> str:
            shot = entry.shot(file) if entry else None
            if entry is None or shot is None:
                return ""
            macro = self.renderer.theme.macro("partials/figure.html", "figure")
            return str(macro(language.figure(entry.report, shot), self.renderer.sites[lang]))

        def link(reference: str) -> str | None:
            found = language.target(reference)
            if found is None:
                return None
            address, tag = found
            return f'href="{escape(address)}"' + (f' hreflang="{escape(tag)}"' if tag != lang else "")

        document = self.renderer.documents(body.key)
        return Markup(resolve(document, link, figure, language.labels.text("Back to the text")))  # noqa: S704 (sanitised on conversion)

    def _report(self, lang: Lang, ident: str) -> bytes:
        entry, language = self.index.by_id[ident], self.renderer.languages[lang]
        body = entry.body(lang)
        if body is None:
            raise LookupError(f"{ident} has no text in {lang}")
        hidden = entry.report.status is Status.WITHDRAWN
        html = Markup("") if hidden else self._body(body, lang, entry)
        address = self.urls.report(entry.report, lang)
        event = address + "event.ics" if entry.report.event else ""
        return self._html(report_page(entry, language, html, self._downloads(), event), lang)

    def _downloads(self) -> tuple[Anchor, ...]:
        return ()

    def _page(self, lang: Lang, ident: str) -> bytes:
        entry = self.index.page_by_id[ident]
        body = entry.body(lang)
        if body is None:
            raise LookupError(f"{ident} has no text in {lang}")
        return self._html(texts.text_page(entry, self.renderer.languages[lang], self._body(body, lang, None)), lang)

    def _redirect(self, lang: Lang, ident: str, address: str) -> bytes:
        report = self.index.by_id[ident].report
        edition = report.edition(lang) or report.original
        target = self.urls.report(report, edition.lang)
        return self._html(texts.redirect_page(self.renderer.languages[lang], address, target, edition.title), lang)

    def _feed(self, lang: Lang, topic: str) -> tuple[tuple[Entry, ...], str, str]:
        language = self.renderer.languages[lang]
        name = language.site.name.nearest(lang, language.order)[1]
        if topic:
            return self.index.by_topic[topic], f"{name}: {language.topic_label(topic)}", self.urls.topic(lang, topic)
        return self.index.listed, name, self.urls.home(lang)

    def _atom(self, lang: Lang, topic: str) -> bytes:
        entries, title, base = self._feed(lang, topic)
        return feeds.atom(entries, self.renderer.languages[lang], title, base, base + "feed.xml")

    def _jsonfeed(self, lang: Lang, topic: str) -> bytes:
        entries, title, base = self._feed(lang, topic)
        return feeds.json_feed(entries, self.renderer.languages[lang], title, base, base + "feed.json")

    def _sitemap(self, lang: Lang = "", first: str = "", last: str = "") -> bytes:
        """The whole newsroom; or a language's lists; or a block of its reports."""
        if first:
            return sitemap.sitemap(sitemap.part(self.renderer.languages[lang], int(first), int(last)), self.urls)
        languages = [self.renderer.languages[lang]] if lang else self.renderer.languages.values()
        rows = [
            row for language in languages for row in (sitemap.lists(language) if lang else sitemap.everything(language))
        ]
        return sitemap.sitemap(rows, self.urls)

    def _sitemapindex(self, *paths: str) -> bytes:
        return sitemap.sitemap_index(paths, self.urls)

    def _robots(self) -> bytes:
        return sitemap.robots(self.urls)

    def _appointment(self, entry: Entry, edition: Edition) -> Appointment:
        report = entry.report
        if report.event is None:
            raise LookupError(f"{report.id} has no event")
        return Appointment(
            uid=f"{report.id}@{self.index.site.url.partition('://')[2].partition('/')[0]}",
            event=report.event,
            title=edition.title,
            summary=edition.teaser,
            address=self.urls.absolute(self.urls.report(report, edition.lang)),
            stamp=report.published,
        )

    def _calendar(self, lang: Lang) -> bytes:
        language = self.renderer.languages[lang]
        pairs = ((e, e.report.edition(lang)) for e in self.index.events(lang))
        name = language.site.name.nearest(lang, language.order)[1]
        return calendar(name, tuple(self._appointment(e, edition) for e, edition in pairs if edition))

    def _event(self, lang: Lang, ident: str) -> bytes:
        entry = self.index.by_id[ident]
        edition = entry.report.edition(lang) or entry.report.original
        return calendar(edition.title, (self._appointment(entry, edition),))

    def _vcard(self, ident: str) -> bytes:
        person = self.index.person_by_id[ident]
        site = self.index.site
        from plugins.pages.outputs.vcard import vcard  # brings vobject along

        return vcard(person, person.role.nearest(self.renderer.first, site.languages)[1])
