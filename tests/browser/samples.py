"""Every sample page, of every kind of view, the awkward ones included."""

from __future__ import annotations

from dataclasses import replace

from plugins.pages.views import (
    ChooserEntry,
    ChooserPage,
    NotFoundPage,
    PageView,
    PictureView,
    RedirectPage,
)
from tests.browser import base
from tests.browser import sample_lists as lists
from tests.browser import sample_reports as reports
from tests.browser import words as w


def everything(shots: tuple[PictureView, ...], upright: PictureView) -> tuple[base.Sample, ...]:
    """Every sample page of the newsroom, at least six ``shots`` given."""
    made: list[base.Sample] = []
    for lang, _ in w.LANGUAGES:
        site = base.newsroom(lang)
        full = reports.report(lang, shots)
        made_reports = {
            "kanada": full,
            "plain": reports.plain(full),
            "one": reports.single(full, upright),
            "many": reports.crowded(full),
            "hostile": reports.hostile(full),
        }
        pages: dict[str, PageView] = {
            **lists.lists(lang, shots),
            **{f"2024/{name}/": page for name, page in made_reports.items()},
        }
        made += [base.Sample(f"/{lang}/{path}", page, site) for path, page in pages.items()]
    entries = tuple(ChooserEntry(tag, name, f"/{tag}/", w.NEWS[tag], w.CLAIM[tag]) for tag, name in w.LANGUAGES)
    site = base.newsroom("de")
    hebrew = base.newsroom("he")
    rtl = replace(
        reports.report("de", shots),
        lang="he",
        title=base.HEBREW,
        teaser=base.HEBREW,
        head=base.head("/he/2024/kanada/", base.HEBREW),
    )
    made.append(base.Sample("/", ChooserPage("de", base.head("/", "Trifinium"), entries), site))
    made.append(base.Sample("/404.html", NotFoundPage("de", base.head("/404.html", "404"), entries), site))
    made.append(
        base.Sample(
            "/alt/", RedirectPage("de", base.head("/alt/", w.KANADA["de"]), "/de/2024/kanada/", w.KANADA["de"]), site
        )
    )
    made.append(base.Sample("/he/2024/kanada/", rtl, hebrew))
    return tuple(made)
