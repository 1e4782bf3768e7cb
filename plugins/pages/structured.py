"""Structured data for machines: schema.org as JSON-LD, safe inside a script element."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from plugins.newsroom.model import Edition, Report, Status
from plugins.pages.disclosure import is_synthetic
from plugins.pages.language import Language
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
    """schema.org ``Person`` of an author or contact."""
    return _filled(
        {
            "@type": "Person",
            "name": view.name,
            "jobTitle": view.role.text,
            "worksFor": {"@type": "Organization", "name": view.organisation} if view.organisation else None,
            "email": view.email,
            "telephone": view.phone_e164,
            "url": language.urls.absolute(view.url) if view.url else "",
        }
    )


def publisher(language: Language) -> dict[str, Any]:
    """schema.org ``Organization`` of the newsroom's publisher."""
    body = language.site.publisher
    return _filled(
        {
            "@type": "Organization",
            "name": body.name,
            "url": body.url,
            "email": body.email,
            "telephone": body.phone_e164,
            "address": body.address,
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


def _event(report: Report, name: str) -> dict[str, Any] | None:
    event = report.event
    if event is None:
        return None
    address = _filled({"@type": "PostalAddress", "addressLocality": event.city, "addressCountry": event.country})
    place = _filled({"@type": "Place", "name": event.venue or event.city, "address": address})
    return _filled(
        {
            "@type": "Event",
            "name": name,
            "startDate": event.start.isoformat(),
            "endDate": event.end.isoformat(),
            "location": place if event.venue or event.city else None,
            "organizer": [_filled({"@type": "Organization", "name": o.name, "url": o.url}) for o in report.organisers],
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
        others = [_stub(report, e, language) for e in report.editions if e.lang != edition.lang]
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


def article(report: Report, edition: Edition, language: Language, trail: tuple[Anchor, ...], image: str) -> Markup:
    """The graph of a report's page: NewsArticle, BreadcrumbList, and the Event reported on."""
    address = language.urls.absolute(language.urls.report(report, edition.lang))
    corrected = max((c.date for c in edition.corrections), default=None)
    node = {
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "headline": edition.title,
        "alternativeHeadline": edition.kicker,
        "description": edition.teaser,
        "inLanguage": edition.lang,
        "datePublished": report.published.isoformat(),
        "dateModified": corrected.isoformat() if corrected else report.published.isoformat(),
        "author": [person(language.person(a), language) for a in report.authors],
        "publisher": publisher(language),
        "image": [language.urls.absolute(image)] if image else [],
        "about": _event(report, edition.title),
        "keywords": [t.label for t in language.topics(report)],
        "isBasedOn": [_filled({"@type": "CreativeWork", "name": s.name, "url": s.url}) for s in report.sources],
        "correction": [{"@type": "CorrectionComment", "text": c.text} for c in edition.corrections],
        "creativeWorkStatus": "Withdrawn" if report.status is Status.WITHDRAWN else "",
        **_translation(report, edition, language),
    }
    return embed({"@context": "https://schema.org", "@graph": [_filled(node), breadcrumb(trail, language)]})


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
