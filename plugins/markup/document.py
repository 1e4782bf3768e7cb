"""A converted text: safe HTML whose inner links and pictures wait to be resolved."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text; ``level`` as in the HTML (2 and deeper)."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A link that leaves the text (``report:…``, ``page:…``, an address, ``#anchor``); ``line`` counts from 1."""

    target: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """What a Markdown text was converted to. Inner links stand in ``href`` as they were written."""

    html: str
    links: tuple[Reference, ...] = ()
    pictures: tuple[str, ...] = ()
    """Files of ``photo:`` pictures in the order of the text."""
    headings: tuple[Heading, ...] = ()
