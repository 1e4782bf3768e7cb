"""Places of events, and postal addresses, in words."""

from __future__ import annotations

from plugins.newsroom.model import Event, Lang
from plugins.pages.dates import country_name


def address_lines(address: str) -> tuple[str, ...]:
    """A postal address as it was typed, line by line; one that stands on a single line is cut at its commas."""
    parts = address.splitlines() if "\n" in address.strip() else address.split(",")
    return tuple(part.strip() for part in parts if part.strip())


def place_line(event: Event, lang: Lang) -> str:
    """Venue, city, country in one line, the country in the reader's language."""
    country = country_name(event.country, lang) if event.country else ""
    return ", ".join(part for part in (event.venue, event.city, country) if part)
