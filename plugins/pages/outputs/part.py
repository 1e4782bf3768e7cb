"""A part of an output: a digest that knows which reports, texts and people it covers.

An edit of words changes such parts alone. Which outputs it concerns is found by these names, so that whoever
digests something of a report, a text or a person for an output says so at the same place.
"""

from __future__ import annotations

from collections.abc import Iterable

Parts = tuple[tuple[str, str], ...]
"""(name, digest) of what an output is made of."""
HEAD, TEXT, PERSON = "head:", "text:", "person:"
"""How names of what a part covers begin: a report without its texts, a text, a person."""
STEADY = frozenset(
    {"engine", "site", "template", "topic", "topics", "links", "years", "lists", "pages", "sitemaps", "addresses"}
    | {"pages of the list", "order", "roles", "revised", "typesetting", "funding", "series", "pictures", "press"}
)
"""Names of parts that words do not change: program, settings, templates, topics, order, addresses."""
OWN = frozenset({"report", "page", "text", "target"})
"""Names of parts of a report's, or page's, own outputs that cover what it is made of itself."""
ANYTHING = "*"
"""What an output reads of which nobody says what it covers."""


class Part(str):
    """A digest, and the names of what it covers."""

    __slots__ = ("reads",)
    reads: tuple[str, ...]

    @classmethod
    def of(cls, value: str, reads: Iterable[str]) -> Part:
        """A digest that covers these."""
        part = cls(value)
        part.reads = tuple(reads)
        return part

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Sent elsewhere, it is a digest as any other."""
        return str, (str(self),)


def reads_of(parts: Parts, *, own: bool) -> tuple[str, ...]:
    """The names of what an output is made of; ``own``: it belongs to a report or page."""
    found: dict[str, None] = {}
    for name, value in parts:
        if isinstance(value, Part):
            found.update(dict.fromkeys(value.reads))
        elif name not in STEADY and not (own and name in OWN):
            found[ANYTHING] = None
    return tuple(found)
