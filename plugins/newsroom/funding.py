"""Projects that are paid for by a programme, and series of reports: what site.yaml says of them once."""

from __future__ import annotations

import datetime as dt

from plugins.newsroom.record import record
from plugins.newsroom.words import Words

EU = "eu"
"""The emblem of the European Union, which the theme has."""
UNREADABLE = "?"
"""Stands for every id where site.yaml could not be read."""


@record
class Funding:
    """A project with public funding, whose statement and emblem stand on everything that reports on it."""

    id: str
    programme: Words = Words()
    project: Words = Words()
    """Its title."""
    number: str = ""
    statement: Words = Words()
    """Such as “Co-funded by the European Union”, in each language of the newsroom."""
    emblem: str = ""
    """``eu``, or empty."""
    logo: str = ""
    """The programme's logo: a path relative to the content folder, or empty."""
    url: str = ""
    aims: Words = Words()
    results: Words = Words()
    start: dt.date | None = None
    end: dt.date | None = None


@record
class Series:
    """Reports that belong together, such as a fair of each year."""

    id: str
    title: Words = Words()
    teaser: Words = Words()
    url: str = ""
