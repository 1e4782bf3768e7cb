"""Prepares one bundle, in any process: load, fill, convert, examine its pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from plugins.build.bundle_pictures import with_pictures
from plugins.build.bundle_record import BundleSettings, Prepared, SideResults
from plugins.build.catalogues import NO_SPARE, CatalogueReading, Spare, paths_of, read_catalogues
from plugins.build.context_parts import recording
from plugins.build.documents import with_documents
from plugins.build.sources import Bundle
from plugins.build.text import Texts
from plugins.cache.digest import digest
from plugins.cache.values import Reader
from plugins.markup.document import Options
from plugins.newsroom.bundle import Bundle as LoadedBundle
from plugins.newsroom.bundle import load_bundle
from plugins.newsroom.model import Edition, Lang, Report, TextPage
from plugins.newsroom.problem import Problem
from plugins.newsroom.text_page import PageReading, load_page
from plugins.pages.entry import Body


def prepare(
    bundle: Bundle, settings: BundleSettings, spare: Spare = NO_SPARE, memory: Reader | None = None
) -> tuple[Prepared, SideResults]:
    """Everything the build wants to know of one bundle. Pure but for reading its files.

    ``spare`` holds last good catalogues, for the place of broken ones; ``memory`` the texts that were converted
    and the pictures that were examined before.
    """
    names: set[str] = set()
    recorded = replace(settings, context=recording(settings.context, names))
    texts = Texts(settings.engine, memory)
    prepare_kind = _prepare_page if bundle.kind == "pages" else _prepare_report
    made, side = prepare_kind(bundle, recorded, spare, texts, memory)
    found = replace(made, parts=tuple(sorted(names)))
    return found, replace(side, documents=tuple(texts.documents), conversions=tuple(texts.conversions))


def _prepare_report(
    bundle: Bundle, settings: BundleSettings, spare: Spare, texts: Texts, memory: Reader | None
) -> tuple[Prepared, SideResults]:
    loaded = load_bundle(Path(settings.content, bundle.folder), settings.context)
    if loaded.report is None:
        return _unbuilt(loaded, settings, texts), SideResults()
    site = settings.context.site
    reading = read_catalogues(paths_of(bundle), Path(settings.translations), site.translation, spare)
    filled = _filled(loaded.report, reading, settings)
    shown, shots, works, more, examined = with_pictures(filled, bundle, settings, memory)
    report, told = with_documents(shown, dict(bundle.files), settings)
    bodies, faults = _convert(report, settings, texts)
    head = replace(report, editions=tuple(replace(e, body="") for e in report.editions))
    problems = (*loaded.problems, *reading.problems, *more, *told, *faults)
    mark = digest((head, shots))
    found = Prepared(head, None, loaded.head, bodies, shots, works, problems, mark, reading.broken, loaded.fronts)
    return found, SideResults(catalogues=reading.good, examinations=examined)


def _prepare_page(
    bundle: Bundle, settings: BundleSettings, spare: Spare, texts: Texts, _memory: Reader | None
) -> tuple[Prepared, SideResults]:
    loaded = load_page(Path(settings.content, bundle.folder), settings.context)
    if loaded.page is None:
        return _unbuilt(loaded, settings, texts), SideResults()
    site = settings.context.site
    reading = read_catalogues(paths_of(bundle), Path(settings.translations), site.translation, spare)
    filled = _filled_page(loaded.page, reading, settings)
    bodies, faults = _convert(filled, settings, texts)
    page = replace(filled, editions=tuple(replace(e, body="") for e in filled.editions))
    problems = (*loaded.problems, *reading.problems, *faults)
    found = Prepared(None, page, loaded.head, bodies, (), (), problems, digest(page), reading.broken, loaded.fronts)
    return found, SideResults(catalogues=reading.good)


def _unbuilt(loaded: LoadedBundle | PageReading, settings: BundleSettings, texts: Texts) -> Prepared:
    """A folder with an error: nothing is made of it, but its texts are judged in the same run."""
    told = [problem for e in loaded.texts for problem in texts.read(e, settings.context.display_path(e.path))[1]]
    return Prepared(None, None, loaded.head, (), (), (), (*loaded.problems, *told), "")


def _in_order(editions: tuple[Edition, ...], languages: tuple[Lang, ...]) -> tuple[Edition, ...]:
    """As ``fill`` has them: in the site's order, languages that it does not have behind."""
    made = {edition.lang: edition for edition in editions}
    return (*(made[lang] for lang in languages if lang in made), *(e for e in editions if e.lang not in languages))


def _filled(report: Report, reading: CatalogueReading, settings: BundleSettings) -> Report:
    if not reading.catalogues:  # the commonest case, and what fills brings a second Markdown parser along
        return replace(report, editions=_in_order(report.editions, settings.context.site.languages))
    from plugins.translation.fill import fill

    return fill(report, reading.catalogues, settings.context.site.languages, settings.context.site.translation)


def _filled_page(page: TextPage, reading: CatalogueReading, settings: BundleSettings) -> TextPage:
    if not reading.catalogues:
        return replace(page, editions=_in_order(page.editions, settings.context.site.languages))
    from plugins.translation.pages import fill_page

    return fill_page(page, reading.catalogues, settings.context.site.languages, settings.context.site.translation)


def _convert(
    whole: Report | TextPage, settings: BundleSettings, texts: Texts
) -> tuple[tuple[Body, ...], tuple[Problem, ...]]:
    path = settings.context.display_path
    found = {e.lang: texts.read(e, path(e.path)) for e in whole.editions if e.lang == whole.source_language}
    options = Options(ids=tuple(ident for text, _ in found.values() for ident in text.ids))
    found |= {e.lang: texts.read(e, path(e.path), options) for e in whole.editions if e.lang not in found}
    problems = tuple(problem for edition in whole.editions for problem in found[edition.lang][1])
    return tuple(found[edition.lang][0].body for edition in whole.editions), problems
