"""Prepares one bundle, in any process: load, fill, convert, examine its pictures."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.host.catalogues import NO_SPARE, Spare, paths_of, read_shelf
from plugins.host.scan import Bundle
from plugins.markup.complaints import problems_of, too_deep
from plugins.markup.convert import DEFAULT, convert
from plugins.markup.document import Document, Options
from plugins.markup.errors import TooDeepError
from plugins.memo.digest import digest
from plugins.newsroom.bundle import load_bundle
from plugins.newsroom.context import Context, Embedded
from plugins.newsroom.heads import Head
from plugins.newsroom.model import Credit, Edition, Photo, PhotoWords, Report, TextPage
from plugins.newsroom.problem import Problem
from plugins.newsroom.text_page import load_page
from plugins.pages.entry import Body, Shot
from plugins.pages.typography import spaced_html
from plugins.pages.views import PictureView
from plugins.pictures.credit import credit_for, rights_for
from plugins.pictures.examine import examine
from plugins.pictures.metadata import Metadata, Rights
from plugins.pictures.picture import Picture
from plugins.pictures.plan import GALLERY, HERO, Use
from plugins.pictures.renditions import Renditions, Shown, renditions
from plugins.pictures.words import words_for
from plugins.translation.fill import fill
from plugins.translation.pages import fill_page


@dataclass(frozen=True, slots=True)
class PictureWork:
    """A picture whose renditions are wanted: where it lies, what to make, whose rights to write in."""

    source: str
    """Path relative to the content folder."""
    picture: Picture
    renditions: Renditions
    rights: Rights


@dataclass(frozen=True, slots=True)
class Prepared:
    """A bundle as the build keeps it: no bodies. ``report`` or ``page`` is absent where it has an error."""

    report: Report | None
    page: TextPage | None
    head: Head | None
    bodies: tuple[Body, ...]
    shots: tuple[Shot, ...]
    pictures: tuple[PictureWork, ...]
    problems: tuple[Problem, ...]
    digest: str
    """Covers report (or page) and shots, not the bodies."""
    broken: tuple[str, ...] = ()
    """Catalogues in whose place the last good one is wanted."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What a worker needs to prepare bundles; hashable and small."""

    content: str
    translations: str
    context: Context
    media: str
    """Address of the folder of renditions, with a slash at its end."""


Pairs = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is to be remembered besides: converted texts by their key, good catalogues by their path."""

    documents: Pairs = ()
    catalogues: Pairs = ()


def prepare(bundle: Bundle, bench: Bench, spare: Spare = NO_SPARE) -> tuple[Prepared, Kept]:
    """Everything the build wants to know of one bundle. Pure but for reading its files.

    ``spare`` holds last good catalogues, for the place of broken ones.
    """
    if bundle.kind == "pages":
        return _prepare_page(bundle, bench, spare)
    loaded = load_bundle(Path(bench.content, bundle.folder), bench.context)
    if loaded.report is None:
        return Prepared(None, None, loaded.head, (), (), (), loaded.problems, ""), Kept()
    site = bench.context.site
    shelf = read_shelf(paths_of(bundle), Path(bench.translations), site.translation, spare)
    filled = fill(loaded.report, shelf.catalogues, site.languages, site.translation)
    report, shots, works, more = _with_pictures(filled, bench)
    bodies, documents, faults = _convert(report, bench)
    head = replace(report, editions=tuple(replace(e, body="") for e in report.editions))
    problems = (*loaded.problems, *shelf.problems, *more, *faults)
    mark = digest((head, shots))
    found = Prepared(head, None, loaded.head, bodies, shots, works, problems, mark, shelf.broken)
    return found, Kept(documents, shelf.good)


def _prepare_page(bundle: Bundle, bench: Bench, spare: Spare) -> tuple[Prepared, Kept]:
    loaded = load_page(Path(bench.content, bundle.folder), bench.context)
    if loaded.page is None:
        return Prepared(None, None, loaded.head, (), (), (), loaded.problems, ""), Kept()
    site = bench.context.site
    shelf = read_shelf(paths_of(bundle), Path(bench.translations), site.translation, spare)
    filled = fill_page(loaded.page, shelf.catalogues, site.languages, site.translation)
    bodies, documents, faults = _convert(filled, bench)
    page = replace(filled, editions=tuple(replace(e, body="") for e in filled.editions))
    problems = (*loaded.problems, *shelf.problems, *faults)
    found = Prepared(None, page, loaded.head, bodies, (), (), problems, digest(page), shelf.broken)
    return found, Kept(documents, shelf.good)


def _convert(whole: Report | TextPage, bench: Bench) -> tuple[tuple[Body, ...], Pairs, tuple[Problem, ...]]:
    bodies, documents = [], []
    problems: list[Problem] = []
    texts = {e.lang: _text(e, bench) for e in whole.editions if e.lang == whole.source_language}
    options = Options(ids=tuple(heading.id for text, _ in texts.values() for heading in text.headings))
    for edition in whole.editions:
        plain, faults = texts.get(edition.lang) or _text(edition, bench, options)
        problems += faults
        document = replace(plain, html=spaced_html(plain.html, edition.lang))
        key = digest(document)
        inner = tuple(link.href for link in document.links if link.is_internal)
        bodies.append(Body(edition.lang, key, inner, tuple(picture.file for picture in document.pictures)))
        documents.append((key, pickle.dumps(document, pickle.HIGHEST_PROTOCOL)))
    return tuple(bodies), tuple(documents), tuple(problems)


def _text(edition: Edition, bench: Bench, options: Options = DEFAULT) -> tuple[Document, tuple[Problem, ...]]:
    """The converted text; of one that nobody wrote as it stands there is nobody to tell.

    ``options`` are for such a text alone: what somebody wrote has headings of its own.
    """
    file = bench.context.shown(edition.path)
    told = edition.path.endswith(".md")
    try:
        document = convert(edition.body, DEFAULT if told else options)
    except TooDeepError:
        return Document(""), (too_deep(file, edition.body_line),)
    return document, problems_of(document, file, edition.body_line) if told else ()


def document_of(data: bytes) -> Document:
    """The remembered document (written by ``prepare`` alone, into a store of ours)."""
    found = pickle.loads(data)  # noqa: S301 (our own store, checked by a sum)
    assert isinstance(found, Document)
    return found


def embedded(path: Path) -> Embedded:
    """What a picture says of itself, for the loader's checks of credit and alt text."""
    found = examine(path)
    if found.picture is None:
        return Embedded()
    own = found.picture.metadata
    credit = credit_for(Photo(path.name, Credit("")), own, "")
    line = credit.line if isinstance(credit, Credit) else ""
    alt = own.alt.by_lang + ((("", own.alt.common),) if own.alt.common else ())
    return Embedded(line, alt)


def _with_pictures(
    report: Report, bench: Bench
) -> tuple[Report, tuple[Shot, ...], tuple[PictureWork, ...], tuple[Problem, ...]]:
    photos, shots, works = [], [], []
    problems: list[Problem] = []
    known: dict[str, Metadata] = {}
    for photo in report.photos:
        relative = f"{report.path}/photos/{photo.file}"
        examined = examine(Path(bench.content, relative), bench.context.shown(relative))
        problems += examined.problems
        if examined.picture is None:
            continue
        own = known[photo.file] = examined.picture.metadata
        credit = credit_for(photo, own, bench.context.site.default_credit, bench.context.shown(relative))
        # The loader has told of a picture without a credit (a warning in a draft).
        whole = photo if isinstance(credit, Problem) else replace(photo, credit=credit)
        rights = rights_for(whole.credit, own)
        uses = HERO if photo.file == (report.hero or report.photos[0].file) else GALLERY
        made = renditions(examined.picture, rights, uses, photo.focus)
        photos.append(whole)
        shots.append(_shot(photo.file, made, f"{bench.media}{report.id}/"))
        works.append(PictureWork(relative, examined.picture, made, rights))
    editions = tuple(_with_own_words(e, known, report.source_language) for e in report.editions)
    return replace(report, photos=tuple(photos), editions=editions), tuple(shots), tuple(works), tuple(problems)


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


def picture_view(shown: Shown) -> PictureView:
    """A picture as templates see it."""
    return PictureView(
        src=shown.src,
        width=shown.width,
        height=shown.height,
        srcset_jpeg=shown.srcset_jpeg,
        srcset_avif=shown.srcset_avif,
        large_url=shown.large_url,
        large_width=shown.large_width,
        large_height=shown.large_height,
        colour=shown.colour,
        focus=shown.focus,
    )
