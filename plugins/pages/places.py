"""Places of events in words."""

from __future__ import annotations

from plugins.newsroom.model import Event, Lang
from plugins.pages.dates import country_name


def place_line(event: Event, lang: Lang) -> str:
    """Venue, city, country in one line, the country in the reader's language."""
    country = country_name(event.country, lang) if event.country else ""
    return ", ".join(part for part in (event.venue, event.city, country) if part)
