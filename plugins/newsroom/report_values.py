"""The filled forms of a bundle -> the values of the domain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from zoneinfo import ZoneInfo

from plugins.newsroom.folder import nfc
from plugins.newsroom.forms import PhotoForm, ReportForm, VideoForm
from plugins.newsroom.model import (
    Credit,
    Document,
    Edition,
    Event,
    EventChange,
    Organisation,
    Photo,
    Registration,
    Report,
    Site,
    Source,
    Status,
    Video,
    Withdrawal,
)
from plugins.newsroom.publish_rule import publish_rule
from plugins.newsroom.wording import to_words


def to_report(
    form: ReportForm, name: str, path: str, editions: Iterable[Edition], files: Iterable[str], site: Site
) -> Report:
    """The report of a folder without errors; ``files`` are the names in its ``photos/``."""
    on_disk = {nfc(file): file for file in files}
    photos = tuple(_photo(photo, on_disk, site) for photo in form.photos)
    order = [photo.file for photo in photos]
    return Report(
        id=name,
        path=path,
        published=publication(form.date, ZoneInfo(site.timezone)),
        has_time=isinstance(form.date, dt.datetime),
        source_language=form.source_language,
        kind=form.kind,
        status=form.status,
        editions=tuple(_in_order(edition, order, on_disk) for edition in editions),
        event=_event(form, site),
        topics=form.topics,
        authors=form.authors,
        contacts=form.contacts or site.press_contacts,
        organisers=tuple(Organisation(item.name, item.url) for item in form.organisers),
        sources=tuple(Source(item.name, item.url, item.date) for item in form.sources),
        photos=photos,
        documents=tuple(Document(nfc(d.file), d.language, d.usable_until) for d in form.documents),
        video=_video(form.video, on_disk) if form.video else None,
        hero=on_disk.get(nfc(form.hero), form.hero),
        embargo=form.embargo,
        confidential=form.confidential,
        funding=form.funding,
        series=form.series,
        aliases=form.aliases,
        publish=publish_rule(form.publish, site.languages) if form.publish else site.publish,
        withdrawal=_withdrawal(form, site),
        note=form.note,
        known_as=form.known_as,
    )


def publication(date: dt.date | dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """The moment of publication in the site's zone; midnight where only a day was given."""
    if isinstance(date, dt.datetime):
        return date.astimezone(zone)
    return dt.datetime.combine(date, dt.time(), zone)


def _event(form: ReportForm, site: Site) -> Event | None:
    event = form.event
    if event is None:
        return None
    registration = event.registration
    return Event(
        start=event.start,
        end=event.start if event.end is None else event.end,
        venue=event.venue,
        city=event.city,
        country=event.country,
        has_end=event.end is not None,
        name=to_words(event.name, site.languages),
        url=event.url,
        status=event.status,
        attendance=event.attendance,
        registration=Registration(registration.url, registration.until) if registration else None,
        stream=event.stream,
        recording=event.recording,
        timezone=event.timezone if event.timezone != site.timezone else "",
        changes=tuple(EventChange(change.date, change.start, change.status) for change in event.changes),
    )


def _withdrawal(form: ReportForm, site: Site) -> Withdrawal:
    told = form.withdrawn
    if form.status is not Status.WITHDRAWN or told is None:
        return Withdrawal()
    return Withdrawal(told.date, to_words(told.reason, site.languages), told.successor)


def _photo(form: PhotoForm, on_disk: dict[str, str], site: Site) -> Photo:
    credit = Credit(
        line=form.credit,
        rights_holder=form.rights_holder,
        licence=form.licence,
        usage_terms=to_words(form.usage_terms, site.languages),
        usable_from=form.usable_from,
        usable_until=form.usable_until,
        photographer=form.photographer,
    )
    return Photo(on_disk.get(nfc(form.file), form.file), credit, form.persons, form.consent_until, form.focus)


def _video(form: VideoForm, on_disk: dict[str, str]) -> Video:
    captions = tuple((lang, nfc(file)) for lang, file in form.captions.items())
    poster = on_disk.get(nfc(form.poster), form.poster)
    return Video(poster, form.url, form.embed, nfc(form.file), form.length, captions)


def _in_order(edition: Edition, order: list[str], on_disk: dict[str, str]) -> Edition:
    """The edition with its words on pictures in the order of report.yaml."""
    if [item.file for item in edition.photos] == order:
        return edition
    named = {on_disk.get(nfc(item.file), item.file): item for item in edition.photos}
    photos = tuple(replace(named[file], file=file) for file in order if file in named)
    return replace(edition, photos=photos)
