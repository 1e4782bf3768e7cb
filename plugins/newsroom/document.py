"""A file that is handed out with a report: its facts, and what an edition calls it."""

from __future__ import annotations

import datetime as dt

from plugins.newsroom.record import record
from plugins.newsroom.words import Lang


@record
class Document:
    """A file that is handed out with a report: a programme, a study, a recording."""

    file: str
    """Name inside the report's ``documents/`` folder."""
    language: Lang = ""
    """What it is written or spoken in; empty where that does not matter."""
    usable_until: dt.date | None = None
    """Last day on which it is handed out."""
    kind: str = ""
    """What it is by its content, as people call it (``PDF``); empty where it was not looked at."""
    size: int = 0
    tagged: bool | None = None
    """Whether a PDF is tagged for those who have it read aloud; ``None`` for other kinds."""
    address: str = ""
    """Where it stands in the output, relative to its folder; different bytes have different names."""


@record
class DocumentTitle:
    """What an edition calls a document."""

    file: str
    title: str
