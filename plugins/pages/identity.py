"""Ids that outlive every address: ``tag:`` URIs (RFC 4151) and calendar UIDs, from report and language."""

from __future__ import annotations

from plugins.newsroom.model import Lang, Site


def report_tag(site: Site, report: str, lang: Lang) -> str:
    """The id of a report in the feeds of a language. A changed title, slug, date, host or path does not change it.

    Nor does the language version that comes later: until then the original stands in its place, in the same entry.
    """
    return f"tag:{site.identity}:report/{report}/{lang}"


def feed_tag(site: Site, lang: Lang, topic: str = "") -> str:
    """The id of a feed; ``lang`` may be ``all``."""
    return f"tag:{site.identity}:feed/{lang}" + (f"/{topic}" if topic else "")


def event_uid(site: Site, report: str) -> str:
    """The UID of a report's event (RFC 5545, 3.8.4.7): the same in every language."""
    return f"{report}@{site.identity.partition(',')[0].rpartition('@')[2]}"


def person_uid(site: Site, person: str) -> str:
    """The UID of a contact card (RFC 6350, 6.7.6)."""
    return f"tag:{site.identity}:person/{person}"
