"""What stands on everything that reports on a project with funding: statement, emblem, and where to read more.

Regulation (EU) 2021/1060, Art. 47, 50 and Annex IX. Pages show ``funded``. Other forms take ``statements``, or
``statement_line`` of each project of a page's ``funding``, and the emblem from ``theme/static/`` + ``marks.EMBLEM``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from plugins.newsroom.funding import EU, Funding
from plugins.newsroom.model import Report
from plugins.pages.views import FundingView

if TYPE_CHECKING:
    from plugins.pages.language import Language

EMBLEM_HEIGHT = 48
"""Pixels of the emblem where no style sheet applies, as in feeds; it is half as wide again."""


def funding_view(language: Language, one: Funding) -> FundingView:
    """A project as a page shows it beside a report."""
    return FundingView(
        id=one.id,
        statement=language.nearest(one.statement),
        programme=language.nearest(one.programme),
        project=language.nearest(one.project),
        number=one.number,
        emblem=language.marks.emblem if one.emblem == EU else "",
        logo=language.marks.programmes.get(one.id, ""),
        url=language.urls.project(language.lang, one.id),
    )


def funded(language: Language, report: Report) -> tuple[FundingView, ...]:
    """The projects that paid for what a report tells of, in its order."""
    known = {one.id: one for one in language.site.funding}
    return tuple(funding_view(language, known[ident]) for ident in report.funding if ident in known)


def statement_line(one: FundingView) -> str:
    """A project in plain words: the sentence, then which project it is."""
    return f"{one.statement} – {', '.join(part for part in (str(one.project), str(one.programme), one.number) if part)}"


def statements(language: Language, report: Report) -> tuple[str, ...]:
    """Those of a report, a line for each project."""
    return tuple(statement_line(one) for one in funded(language, report))


def feed_html(language: Language, report: Report) -> Markup:
    """The same for feeds: nothing but text and pictures with absolute addresses."""
    urls, height = language.urls, EMBLEM_HEIGHT
    lines = []
    for one, words in zip(funded(language, report), statements(language, report), strict=True):
        mark = one.emblem or one.logo
        size = f' width="{height * 3 // 2}"' if one.emblem else ""
        alt = language.labels.text("Emblem of the European Union") if one.emblem else one.programme.text
        picture = (
            f'<img src="{escape(urls.absolute(mark))}"{size} height="{height}" alt="{escape(alt)}"> ' if mark else ""
        )
        lines.append(f"<p>{picture}{escape(words)}</p>")
    return Markup("".join(lines))  # noqa: S704 (escaped on the spot)
