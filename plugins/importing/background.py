"""What an import has to know of the newsroom: its people, languages, boilerplate, clock."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from plugins.newsroom.model import Person
from plugins.newsroom.record import record
from plugins.newsroom.shared import load_shared


@record
class Background:
    """The newsroom as an import sees it."""

    languages: tuple[str, ...] = ("de", "nl", "en")
    people: tuple[Person, ...] = ()
    boilerplate: tuple[str, ...] = ()
    """In each language that site.yaml has it in."""
    timezone: str = "Europe/Berlin"
    region: str = "DE"
    """Country of telephone numbers without ``+``."""
    today: dt.date = dt.date(2000, 1, 1)
    ids: tuple[str, ...] = ()
    """Of people.yaml, also of those that could not be read."""


def background_of(content: Path, today: dt.date) -> Background:
    """The background for a content folder; what could not be read of it is left out."""
    site, people, _ = load_shared(content)
    known = site.stand_in
    texts = [text for _, text in known.boilerplate.by_lang] + [known.boilerplate.common]
    return Background(
        languages=known.languages,
        people=people.people,
        boilerplate=tuple(text for text in texts if text),
        timezone=known.timezone or "UTC",
        region=site.region,
        today=today,
        ids=tuple(sorted(people.ids or ())),
    )
