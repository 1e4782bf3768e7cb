"""Prepares one bundle, in any process: load, fill, convert, examine its pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from plugins.build.bundle_record import BundleSettings, Pairs, PictureWork, Prepared, SideResults, picture_view
from plugins.build.catalogues import NO_SPARE, CatalogueReading, Spare, paths_of, read_catalogues
from plugins.build.sources import Bundle
from plugins.build.text import kept_text, text_of
from plugins.cache.digest import digest
from plugins.markup.document import Options
from plugins.newsroom.bundle import load_bundle
from plugins.newsroom.model import Edition, Lang, PhotoWords, Report, TextPage
from plugins.newsroom.problem import Problem
from plugins.newsroom.text_page import load_page
from plugins.pages.entry import Body, Shot
from plugins.pictures.metadata import Metadata
from plugins.pictures.plan import GALLERY, HERO, Use
from plugins.pictures.renditions import Renditions, renditions
from plugins.pictures.usable import last_day
from plugins.pictures.words import words_for


def prepare(bundle: Bundle, settings: BundleSettings, spare: Spare = NO_SPARE) -> tuple[Prepared, SideResults]:
    """Everything the build wants to know of one bundle. Pure but for reading its files.

    ``spare`` holds last good catalogues, for the place of broken ones.
    """
    if bundle.kind == "pages":
        return _prepare_page(bundle, settings, spare)
    loaded = load_bundle(Path(settings.content, bundle.folder), settings.context)
    if loaded.report is None:
        return Prepared(None, None, loaded.head, (), (), (), loaded.problems, ""), SideResults()
    site = settings.context.site
    reading = read_catalogues(paths_of(bundle), Path(settings.translations), site.translation, spare)
    filled = _filled(loaded.report, reading, settings)
    report, shots, works, more = _with_pictures(filled, settings)
    bodies, documents, faults = _convert(report, settings)
    head = replace(report, editions=tuple(replace(e, body="") for e in report.editions))
    problems = (*loaded.problems, *reading.problems, *more, *faults)
    mark = digest((head, shots))
    found = Prepared(head, None, loaded.head, bodies, shots, works, problems, mark, reading.broken, loaded.fronts)
    return found, SideResults(documents, reading.good)


def _prepare_page(bundle: Bundle, settings: BundleSettings, spare: Spare) -> tuple[Prepared, SideResults]:
    loaded = load_page(Path(settings.content, bundle.folder), settings.context)
    if loaded.page is None:
        return Prepared(None, None, loaded.head, (), (), (), loaded.problems, ""), SideResults()
    site = settings.context.site
    reading = read_catalogues(paths_of(bundle), Path(settings.translations), site.translation, spare)
    filled = _filled_page(loaded.page, reading, settings)
    bodies, documents, faults = _convert(filled, settings)
    page = replace(filled, editions=tuple(replace(e, body="") for e in filled.editions))
    problems = (*loaded.problems, *reading.problems, *faults)
    found = Prepared(None, page, loaded.head, bodies, (), (), problems, digest(page), reading.broken, loaded.fronts)
    return found, SideResults(documents, reading.good)


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


def _convert(whole: Report | TextPage, settings: BundleSettings) -> tuple[tuple[Body, ...], Pairs, tuple[Problem, ...]]:
    shown = settings.context.shown
    texts = {e.lang: text_of(e, shown(e.path)) for e in whole.editions if e.lang == whole.source_language}
    options = Options(ids=tuple(heading.id for text, _ in texts.values() for heading in text.headings))
    texts |= {e.lang: text_of(e, shown(e.path), options) for e in whole.editions if e.lang not in texts}
    made = [kept_text(edition, texts[edition.lang][0]) for edition in whole.editions]
    problems = tuple(problem for edition in whole.editions for problem in texts[edition.lang][1])
    return tuple(body for body, _ in made), tuple(pair for _, pair in made), problems


def _with_pictures(
    report: Report, settings: BundleSettings
) -> tuple[Report, tuple[Shot, ...], tuple[PictureWork, ...], tuple[Problem, ...]]:
    if not report.photos:
        editions = tuple(replace(edition, photos=()) for edition in report.editions)
        return replace(report, editions=editions), (), (), ()
    from plugins.pictures.credit import credit_for, rights_for
    from plugins.pictures.examine import examine

    photos, shots, works = [], [], []
    problems: list[Problem] = []
    known: dict[str, Metadata] = {}
    leads = _leads(report)
    for photo in report.photos:
        relative = f"{report.path}/photos/{photo.file}"
        examined = examine(Path(settings.content, relative), settings.context.shown(relative))
        problems += examined.problems
        if examined.picture is None:
            continue
        own = known[photo.file] = examined.picture.metadata
        credit = credit_for(photo, own, settings.context.site.default_credit, settings.context.shown(relative))
        # The loader has told of a picture without a credit (a warning in a draft).
        whole = photo if isinstance(credit, Problem) else replace(photo, credit=credit)
        rights = rights_for(whole.credit, own)
        uses = HERO if photo.file in leads else GALLERY
        made = renditions(examined.picture, rights, uses, photo.focus)
        photos.append(whole)
        shots.append(_shot(photo.file, made, f"{settings.media}{report.id}/"))
        works.append(PictureWork(relative, examined.picture, made, rights))
    editions = tuple(_with_own_words(e, known, report.source_language) for e in report.editions)
    return replace(report, photos=tuple(photos), editions=editions), tuple(shots), tuple(works), tuple(problems)


def _leads(report: Report) -> frozenset[str]:
    """The hero, and who stands in for it on cards and in previews when its rights end, for ever."""
    named = [photo for photo in report.photos if photo.file == report.hero]
    found = []
    for photo in (*named, *report.photos):
        found.append(photo.file)
        if last_day(photo) is None:
            break
    return frozenset(found)


def _with_own_words(edition: Edition, known: dict[str, Metadata], source: str) -> Edition:
    given = {w.file: w for w in edition.photos}
    photos = tuple(
        words_for(given.get(file, PhotoWords(file)), own, edition.lang, source).words for file, own in known.items()
    )
    return replace(edition, photos=photos)


def _shot(file: str, made: Renditions, prefix: str) -> Shot:
    figure, card = made.shown(Use.FIGURE, prefix), made.shown(Use.CARD, prefix)
    if figure is None:
        raise LookupError(f"no rendition of {file} was planned")
    social = made.social
    return Shot(
        file=file,
        view=picture_view(figure),
        card=picture_view(card) if card else None,
        social=prefix + social.name if social else "",
        generated=made.source_term,
    )
