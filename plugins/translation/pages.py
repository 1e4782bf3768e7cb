"""Looks at a static page as at a report, so that its words are translated and filled in alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from plugins.newsroom.model import Kind, Lang, Report, Status, TextPage, TranslationPolicy
from plugins.translation.catalogue import Catalogue
from plugins.translation.fill import fill


def as_report(page: TextPage) -> Report:
    """The page's words as a report's; of the facts only those that concern words mean anything."""
    return Report(
        id=page.id,
        path=page.path,
        published=dt.datetime(1970, 1, 1, tzinfo=dt.UTC),
        has_time=False,
        source_language=page.source_language,
        kind=Kind.NOTICE,
        status=Status.PUBLISHED,
        editions=page.editions,
    )


def fill_page(
    page: TextPage, catalogues: Sequence[Catalogue], languages: Sequence[Lang], policy: TranslationPolicy
) -> TextPage:
    """The page with every edition its catalogues can give in full; see ``fill``."""
    return replace(page, editions=fill(as_report(page), catalogues, languages, policy).editions)
