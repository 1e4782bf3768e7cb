"""Structured data for machines: schema.org as JSON-LD, safe inside a script element."""

from __future__ import annotations

import json
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from plugins.newsroom.model import Attendance, Correction, Edition, Event, EventStatus, Lang, Report, Status
from plugins.pages.changes import updated
from plugins.pages.dates import country_name
from plugins.pages.disclosure import is_synthetic, noindex
from plugins.pages.entry import SOCIAL, Entry
from plugins.pages.funding import funded
from plugins.pages.language import Language
from plugins.pages.video_views import video_view
from plugins.pages.views import Anchor, PersonView

SYNTHETIC = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
"""schema.org IPTCDigitalSourceEnumeration: made by a model trained on samples."""


_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
_SAFE = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")


def embed(data: dict[str, Any]) -> Markup:
    """A value as JSON that cannot end the script element it stands in (``<``, ``>``, ``&``, U+2028/9 escaped)."""
    text = _ENCODE(data)
    for sign, safe in _SAFE:  # a hundred times quicker than str.translate for a text that is not ASCII
        text = text.replace(sign, safe)
    return Markup(text)  # noqa: S704 (escaped on the spot)


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in ("", None, [], {})}


def person(view: PersonView, language: Language) -> dict[str, Any]:
    """schema.org ``Person`` of an author or contact; an office is an ``Organization``."""
    body = {"@type": "Organization", "name": view.organisation} if view.organisation else None
    own = {"parentOrganization": body} if view.office else {"jobTitle": view.role.text, "worksFor": body}
    if view.until:
        own = {}
    return _filled(
        own
        | {
            "@type": "Organization" if view.office else "Person",
            "name": view.name,
            "email": view.email,
            "telephone": view.phone_e164,
            "url": language.urls.absolute(view.url) if view.url else "",
        }
    )


def publisher(language: Language) -> dict[str, Any]:
    """schema.org ``Organization`` of the newsroom's publisher."""
    body, urls = language.site.publisher, language.urls
    return _filled(
        {
            "@type": "Organization",
            "name": body.name,
            "url": body.url,
            "email": body.email,
            "telephone": body.phone_e164,
            "address": body.address,
            "logo": {"@type": "ImageObject", "url": urls.absolute(language.logo)} if language.logo else None,
        }
    )


def breadcrumb(trail: tuple[Anchor, ...], language: Language) -> dict[str, Any]:
    """schema.org ``BreadcrumbList``."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": i, "name": step.label, "item": language.urls.absolute(step.url)}
            for i, step in enumerate(trail, 1)
        ],
    }


EVENT_STATUS = {
    EventStatus.POSTPONED: "https://schema.org/EventPostponed",
    EventStatus.CANCELLED: "https://schema.org/EventCancelled",
}
ATTENDANCE = {
    Attendance.ONSITE: "https://schema.org/OfflineEventAttendanceMode",
    Attendance.ONLINE: "https://schema.org/OnlineEventAttendanceMode",
    Attendance.MIXED: "https://schema.org/MixedEventAttendanceMode",
}


def _place(event: Event, lang: Lang) -> dict[str, Any] | None:
    """The venue, with an address only where there is one."""
    fields = {"@type": "PostalAddress", "addressLocality": event.city, "addressCountry": event.country}
    address = _filled(fields) if event.city or event.country else None
    name = event.venue or event.city or (country_name(event.country, lang) if event.country else "")
    return _filled({"@type": "Place", "name": name, "address": address}) if name else None


def _locations(event: Event, address: str, lang: Lang) -> Any:
    """Where one takes part: schema.org wants a place, an address on the web, or both."""
    virtual = {"@type": "VirtualLocation", "url": event.stream or event.url or address}
    place = _place(event, lang)
    if event.attendance is Attendance.ONLINE:
        return virtual
    if event.attendance is Attendance.MIXED:
        return [place, virtual] if place else virtual
    return place


def _event(report: Report, edition: Edition, language: Language, images: list[Any]) -> dict[str, Any] | None:
    event = report.event
    if event is None:
        return None
    address = language.urls.absolute(language.urls.report(report, edition.lang))
    former = next((change.start for change in reversed(event.changes) if change.start is not None), None)
    usual = "https://schema.org/EventRescheduled" if former else "https://schema.org/EventScheduled"
    organisers = [_filled({"@type": "Organization", "name": o.name, "url": o.url}) for o in report.organisers]
    return _filled(
        {
            "@type": "Event",
            "@id": f"{address}#event",
            "name": event.name.get(language.lang) or edition.title,
            "description": edition.teaser,
            "url": event.url or address,
            "image": images,
            "startDate": event.start.isoformat(),
            "endDate": event.end.isoformat() if event.has_end else "",
            "previousStartDate": former.isoformat() if former else "",
            "eventStatus": EVENT_STATUS.get(event.status, usual) if event.status else usual,
            "eventAttendanceMode": ATTENDANCE[event.attendance],
            "location": _locations(event, address, language.lang),
            "organizer": organisers or [publisher(language)],
        }
    )


def _stub(report: Report, edition: Edition, language: Language) -> dict[str, Any]:
    address = language.urls.absolute(language.urls.report(report, edition.lang))
    return {
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "inLanguage": edition.lang,
        "headline": edition.title,
    }


def _translation(report: Report, edition: Edition, language: Language) -> dict[str, Any]:
    if edition.lang == report.source_language:
        others = [
            _stub(report, e, language)
            for e in report.editions
            if e.lang != edition.lang and not noindex(e, language.site, report)
        ]
        return {"workTranslation": others}
    origin = edition.provenance
    translator: dict[str, Any] | None = None
    if origin and origin.translator:
        translator = {"@type": "Person", "name": origin.translator}
    elif origin and origin.engine:
        translator = {"@type": "Organization", "name": language.labels.text(origin.engine)}
    return {
        "translationOfWork": _stub(report, report.original, language),
        "translator": translator,
        "digitalSourceType": SYNTHETIC if is_synthetic(edition) else None,
    }


def grants(report: Report, language: Language) -> list[dict[str, Any]]:
    """schema.org ``Grant`` of each project that paid for what the report tells of."""
    return [
        _filled(
            {
                "@type": "Grant",
                "identifier": one.number,
                "name": one.project.text,
                "description": one.statement.text,
                "url": language.urls.absolute(one.url),
                "funder": {
                    "@type": "Organization",
                    "name": language.labels.text("European Union") if one.emblem else one.programme.text,
                },
            }
        )
        for one in funded(language, report)
    ]


def image(entry: Entry, edition: Edition, language: Language) -> list[dict[str, Any]]:
    """schema.org ``ImageObject`` of the report's first picture, one for each shape there is."""
    shot = entry.lead
    if shot is None:
        return []
    photo = next(p for p in entry.report.photos if p.file == shot.file)
    credit, view = photo.credit, language.figure(entry.report, shot)
    alt, caption = language.words(entry.report, shot.file)
    rights = {
        "creator": [{"@type": "Person", "name": name} for name in language.creators(credit)],
        "creditText": credit.line,
        "copyrightNotice": credit.rights_holder or credit.line,
        "license": view.licence_url,
        "acquireLicensePage": language.urls.absolute(language.urls.report(entry.report, edition.lang)),
        "caption": caption.text or alt.text,
    }
    sizes = [(v.large_url or v.src, v.large_width or v.width, v.large_height or v.height) for v in (shot.view,)]
    sizes += [(v.src, v.width, v.height) for v in shot.shapes]
    sizes += [(shot.social, *SOCIAL)] if shot.social else []
    return [
        _filled({"@type": "ImageObject", "url": language.urls.absolute(url), "width": width, "height": height} | rights)
        for url, width, height in dict.fromkeys(sizes)
    ]


def article(entry: Entry, edition: Edition, language: Language, trail: tuple[Anchor, ...]) -> Markup:
    """The graph of a report's page: NewsArticle, BreadcrumbList, and the Event reported on."""
    report = entry.report
    address = language.urls.absolute(language.urls.report(report, edition.lang))
    zone = ZoneInfo(language.site.timezone)
    node = {
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "mainEntityOfPage": address,
        "headline": edition.title,
        "inLanguage": edition.lang,
        "datePublished": report.public_from.astimezone(zone).isoformat(),
        "dateModified": updated(report, edition, language.site.timezone).isoformat(),
        "publisher": publisher(language),
        "funding": grants(report, language),
    }
    if report.status is Status.WITHDRAWN:
        node["creativeWorkStatus"] = "Withdrawn"
    else:
        node |= _translation(report, edition, language) | _content(entry, edition, language)
    return embed({"@context": "https://schema.org", "@graph": [_filled(node), breadcrumb(trail, language)]})


def _content(entry: Entry, edition: Edition, language: Language) -> dict[str, Any]:
    report = entry.report
    images = image(entry, edition, language)
    return {
        "alternativeHeadline": edition.kicker,
        "description": edition.teaser,
        "author": [person(language.person(a), language) for a in report.authors] or [publisher(language)],
        "image": images,
        "about": _event(report, edition, language, images),
        "keywords": [t.label for t in language.topics(report)],
        "video": _video(entry, edition, language),
        "isBasedOn": [_filled({"@type": "CreativeWork", "name": s.name, "url": s.url}) for s in report.sources],
        "correction": [_correction(correction) for correction in edition.corrections],
    }


def _video(entry: Entry, edition: Edition, language: Language) -> dict[str, Any] | None:
    """schema.org ``VideoObject`` of a report's film."""
    view, video = video_view(entry, language), entry.report.video
    if view is None or video is None:
        return None
    minutes, seconds = divmod(video.seconds, 60)
    poster = view.poster.picture
    return _filled(
        {
            "@type": "VideoObject",
            "name": view.title.text,
            "description": edition.teaser,
            "thumbnailUrl": language.urls.absolute(poster.large_url or poster.src),
            "uploadDate": entry.report.public_from.astimezone(ZoneInfo(language.site.timezone)).isoformat(),
            "duration": f"PT{minutes}M{seconds}S" if video.seconds else "",
            "contentUrl": language.urls.absolute(view.file) if view.file else "",
            "url": view.url,
            "embedUrl": view.embed,
            "transcript": "\n\n".join(part.text for part in view.transcript),
        }
    )


def _correction(correction: Correction) -> dict[str, Any]:
    return {"@type": "CorrectionComment", "text": correction.text, "datePublished": correction.date.isoformat()}


def listing(name: str, language: Language, address: str, trail: tuple[Anchor, ...]) -> Markup:
    """The graph of a list page."""
    page = {
        "@type": "CollectionPage",
        "name": name,
        "url": language.urls.absolute(address),
        "inLanguage": language.lang,
        "publisher": publisher(language),
    }
    graph = [page, breadcrumb(trail, language)] if trail else [page]
    return embed({"@context": "https://schema.org", "@graph": graph})
