"""Prepares the pictures of a bundle: whose they are, what they show, which renditions they will have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from plugins.build.bundle_record import BundleSettings, Pairs, PictureWork, picture_view
from plugins.build.sources import Bundle
from plugins.cache.values import Reader
from plugins.newsroom.model import Attendance, Edition, Photo, PhotoWords, Report, State, Words
from plugins.newsroom.problem import Problem
from plugins.pages.entry import Shot
from plugins.pictures.metadata import Description, Metadata
from plugins.pictures.picture import Picture
from plugins.pictures.plan import GALLERY, HERO, SHAPES, Use
from plugins.pictures.renditions import Renditions, renditions
from plugins.pictures.usable import last_day
from plugins.pictures.words import words_for

WithPictures = tuple[Report, tuple[Shot, ...], tuple[PictureWork, ...], tuple[Problem, ...], Pairs]
Found = tuple[tuple[Photo, Picture], ...]
"""The pictures that can be shown, each with its credit as it is printed."""


def with_pictures(report: Report, bundle: Bundle, settings: BundleSettings, memory: Reader | None) -> WithPictures:
    """(the report with credits and words of its pictures, these as pages show them, the work that takes, what is wrong,
    what is to be remembered).
    """
    if not report.photos:
        editions = tuple(replace(edition, photos=()) for edition in report.editions)
        return replace(report, editions=editions), (), (), (), ()
    found, problems, examined = _examined(report, bundle, settings, memory)
    known = {photo.file: picture.metadata for photo, picture in found}
    editions = tuple(_with_own_words(e, known, report.source_language) for e in report.editions)
    whole = replace(report, photos=tuple(photo for photo, _ in found), editions=editions)
    shots, works = [], []
    leads = _leads(report)
    for photo, picture in found:
        work = _work(whole, photo, picture, settings, HERO if photo.file in leads else GALLERY)
        shots.append(_shot(photo.file, work.renditions, f"{settings.media}{report.id}/"))
        works.append(work)
    return whole, tuple(shots), tuple(works), problems, examined


def replanned(
    report: Report, works: tuple[PictureWork, ...], media: str, instructions: str
) -> tuple[tuple[Shot, ...], tuple[PictureWork, ...]]:
    """The pictures of a report with instructions for whoever prints them (IPTC), before those of their own.

    ``media`` is the address of the folder of renditions.
    """
    leads, photos = _leads(report), {photo.file: photo for photo in report.photos}
    shots, changed = [], []
    for work in works:
        file = work.source.rsplit("/", 1)[1]
        rights = replace(work.rights, instructions=f"{instructions} {work.rights.instructions}".strip())
        uses, focus = HERO if file in leads else GALLERY, photos[file].focus
        made = renditions(work.picture, rights, uses, focus, description=work.renditions.description)
        shots.append(_shot(file, made, f"{media}{report.id}/"))
        changed.append(replace(work, renditions=made, rights=rights))
    return tuple(shots), tuple(changed)


def _examined(
    report: Report, bundle: Bundle, settings: BundleSettings, memory: Reader | None
) -> tuple[Found, tuple[Problem, ...], Pairs]:
    from plugins.pictures.credit import credit_for
    from plugins.pictures.examination import Examinations, PictureFile

    files, examinations = dict(bundle.files), Examinations(memory)
    found: list[tuple[Photo, Picture]] = []
    problems: list[Problem] = []
    for photo in report.photos:
        relative = f"{report.path}/photos/{photo.file}"
        name = settings.context.display_path(relative)
        examined = examinations.of(PictureFile(Path(settings.content, relative), name, files.get(relative, "")))
        problems += examined.problems
        if examined.picture is None:
            continue
        own = examined.picture.metadata
        problems += _days(photo, own, report, name)
        credit = credit_for(photo, own, settings.context.site.default_credit, name)
        # The loader has told of a picture without a credit (a warning in a draft).
        found.append((photo if isinstance(credit, Problem) else replace(photo, credit=credit), examined.picture))
    return tuple(found), tuple(problems), tuple(examinations.new)


def _days(photo: Photo, own: Metadata, report: Report, name: str) -> Iterator[Problem]:
    """What the picture's own metadata say of when it may be used, where the report says nothing else."""
    from plugins.pictures import complaints
    from plugins.pictures.credit import day_of

    if photo.credit.usable_until is None and day_of(own.expires):
        yield complaints.expires(name, own.expires)
    first = day_of(own.embargo)
    if photo.credit.usable_from is None and first is not None and first > report.published.date():
        yield complaints.embargoed(name, own.embargo)


def _work(
    report: Report, photo: Photo, picture: Picture, settings: BundleSettings, uses: frozenset[Use]
) -> PictureWork:
    from plugins.pictures.credit import rights_for

    rights = rights_for(photo.credit, picture.metadata, settings.context.names.of(photo.credit.photographer))
    made = renditions(picture, rights, uses, photo.focus, description=described(report, photo, picture.metadata))
    return PictureWork(f"{report.path}/photos/{photo.file}", picture, made, rights)


def described(report: Report, photo: Photo, own: Metadata) -> Description:
    """What is to be seen on a picture, by its report and by itself, in the words that a person vouches for.

    A picture that does not say where it was taken is of the place of the event, unless that is online.
    """
    unread = (State.MACHINE, State.STALE, State.MISSING)
    editions = [e for e in report.editions if e.state not in unread or e.lang == report.source_language]
    words = [(e.lang, w) for e in editions for w in e.photos if w.file == photo.file]
    event = report.event if report.event and report.event.attendance is not Attendance.ONLINE else None
    return Description(
        headline=report.original.title,
        caption=_by_language(report, [(lang, w.caption) for lang, w in words], own.caption),
        alt=_by_language(report, [(lang, w.alt) for lang, w in words], own.alt),
        persons=photo.persons or own.persons,
        city=own.city or (event.city if event else ""),
        country=own.country or (event.country if event and not own.city else ""),
        taken=own.taken,
    )


def _by_language(report: Report, texts: list[tuple[str, str]], own: Words) -> Words:
    """Words per language, the report's above the picture's own; the original's are the default ones."""
    found = dict(own.by_lang) | {lang: text for lang, text in texts if text}
    return Words(tuple(found.items()), found.get(report.source_language, "") or own.common)


def _leads(report: Report) -> frozenset[str]:
    """The hero, and who stands in for it on cards and in previews when its rights end, for ever."""
    named = [photo for photo in report.photos if photo.file == report.hero]
    found = []
    for photo in (*named, *report.photos):
        found.append(photo.file)
        if last_day(photo) is None and photo.credit.usable_from is None:
            break
    return frozenset(found)


def _with_own_words(edition: Edition, known: dict[str, Metadata], source: str) -> Edition:
    given = {w.file: w for w in edition.photos}
    photos = tuple(
        words_for(given.get(file, PhotoWords(file)), own, edition.lang, source) for file, own in known.items()
    )
    return replace(edition, photos=photos)


def _shot(file: str, made: Renditions, prefix: str) -> Shot:
    figure, card = made.sources(Use.FIGURE, prefix), made.sources(Use.CARD, prefix)
    shapes = (made.sources(use, prefix) for use in SHAPES)
    if figure is None:
        raise LookupError(f"no rendition of {file} was planned")
    social = made.social
    return Shot(
        file=file,
        view=picture_view(figure),
        card=picture_view(card) if card else None,
        social=prefix + social.name if social else "",
        shapes=tuple(picture_view(shape) for shape in shapes if shape is not None),
        generated=made.source_term,
    )
