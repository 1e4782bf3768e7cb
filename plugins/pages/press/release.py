"""A report as journalists get it: what its page shows, with the text as a tree and every address whole."""

from __future__ import annotations

from markupsafe import Markup, escape

from plugins.newsroom.model import Lang
from plugins.newsroom.record import record
from plugins.pages.entry import Entry
from plugins.pages.labels import Labels
from plugins.pages.outputs.context import OutputContext
from plugins.pages.press.tree import Nodes, parse
from plugins.pages.report import report_page
from plugins.pages.views import FigureView, NoticeView, PersonView, ReportPage, SiteView


@record
class Release:
    """One edition of a report, for the forms that leave the site."""

    page: ReportPage
    site: SiteView
    body: Nodes
    """The text; a picture in it stands as ``figure`` with its file as ``data-photo``."""
    figures: tuple[tuple[str, FigureView], ...]
    """(file, picture) of all that may be shown, in the order of the report."""
    address: str
    """Of the page, absolute in a published site."""

    @property
    def t(self) -> Labels:
        """The theme's words in its language."""
        return self.site.t

    def figure(self, file: str) -> FigureView | None:
        """A picture of the text."""
        return dict(self.figures).get(file)

    @property
    def dateline(self) -> str:
        """Place and day, as a release begins."""
        city = self.page.event.city if self.page.event else ""
        return ", ".join(part for part in (city, self.page.published.text) if part)


def release_of(context: OutputContext, ident: str, lang: Lang) -> Release:
    """A report in a language that it has. Raises ``LookupError`` for another."""
    entry, language = context.index.by_id[ident], context.renderer.languages[lang]
    body = entry.body(lang)
    if body is None:
        raise LookupError(f"{ident} has no text in {lang}")
    html = context.text(body, language, _place, absolute=True)
    page = report_page(entry, language, Markup(""), (), "")
    figures = tuple((shot.file, language.figure(entry.report, shot)) for shot in entry.shots)
    address = context.urls.absolute(context.urls.report(entry.report, lang))
    return Release(page, context.renderer.sites[lang], parse(str(html)), figures, address)


def parts_of(context: OutputContext, entry: Entry, lang: Lang) -> tuple[tuple[str, str], ...]:
    """What a release is made of, as (name, digest) pairs, without what its form adds."""
    body = entry.body(lang)
    if body is None:
        raise LookupError(f"{entry.report.id} has no text in {lang}")
    photographers = (photo.credit.photographer for photo in entry.report.photos if photo.credit.photographer)
    return (
        *context.base(lang),
        ("report", entry.digest),
        ("text", body.key),
        ("people", context.people((*entry.report.authors, *context.index.contacts(entry.report), *photographers))),
        ("links", context.targets(body, lang)),
        ("funding", context.funding(entry.report.funding)),
    )


def _place(file: str) -> str:
    """Where a picture stands in the text."""
    return f'<figure data-photo="{escape(file)}"></figure>'


def credit_words(figure: FigureView, t: Labels) -> str:
    """Whose a picture is and what may be done with it, in one line, as pages print it."""
    label = figure.generated or t.text("Photo")
    named = bool(figure.generated) and figure.generated in figure.credit
    credit = figure.generated if not figure.credit else figure.credit if named else f"{label}: {figure.credit}"
    credit = ", ".join(part for part in (credit, *(maker.label for maker in figure.photographers)) if part)
    licence = " ".join(part for part in (figure.licence, figure.licence_url) if part)
    until = t.text("May be used until {date}", date=figure.usable_until.text) if figure.usable_until else ""
    return " · ".join(part for part in (credit, licence, figure.usage_terms.text, until) if part)


def notice_lines(notice: NoticeView | None, t: Labels) -> tuple[str, ...]:
    """What is said of a translation above its text."""
    if notice is None:
        return ()
    lines = []
    if notice.state == "machine":
        told = t.text(
            "This text was translated by machine from {language} and has not been checked by a person.",
            language=notice.original_name,
        )
        lines.append(f"{t.text('Machine translation')}. {told}")
    elif notice.state == "reviewed" and notice.reviewer:
        name = ", ".join(part for part in (notice.reviewer, notice.office) if part)
        lines.append(f"{t.text('Translation')}. {t.text('Reviewed by {name}', name=name)}")
    if notice.stale:
        lines.append(t.text("The original has been updated since this translation was made."))
    by = [t.text("Translated by {name}", name=name) for name in (notice.translator, notice.engine) if name]
    office = t.text("Responsible: {name}", name=notice.responsible)
    lines.append(". ".join((*by, ", ".join(part for part in (office, notice.email or notice.phone) if part))))
    return tuple(lines)


def video_line(release: Release) -> str:
    """The film of a report: what it shows, how long it is, and where it is watched; empty without one."""
    video = release.page.video
    if video is None:
        return ""
    where = video.url or release.address
    return f"{video.title.text}{f' ({video.length})' if video.length else ''}: {where}"


def contact_lines(person: PersonView, t: Labels) -> tuple[str, ...]:
    """A contact in lines."""
    ways = ((t.text("Phone"), person.phone), (t.text("E-mail"), person.email))
    who = ", ".join(part for part in (person.name, person.role.text) if part)
    return (who, *([person.organisation] if person.organisation else ()), *(f"{k}: {v}" for k, v in ways if v))


def publisher_lines(site: SiteView) -> tuple[str, ...]:
    """Who publishes, with address and ways to reach them."""
    lines = (site.publisher_name, *site.publisher_address, site.publisher_phone, site.publisher_email)
    return tuple(line for line in (*lines, site.publisher_url) if line)
