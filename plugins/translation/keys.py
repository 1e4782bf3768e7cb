"""The keys of segments: where in an edition a text stands."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"#\d+\Z")
_HEADS = {
    "links": "label",
    "corrections": "correction",
    "documents": "label",
    "people": "word",
    "topics": "word",
    "site": "word",
}


def is_body(key: str) -> bool:
    """Whether a key names a block of the body rather than a field."""
    return key.startswith("body/")


def kind_of(key: str) -> str:
    """The kind of the segment with that key."""
    head, _, rest = _NUMBER.sub("", key).partition("/")
    if head == "photos":
        return "alt-text" if rest.endswith("/alt") else "caption"
    if head == "video":
        return "label" if rest == "title" else rest
    return rest if head == "body" else _HEADS.get(head, head)


def numbered(key: str, number: int) -> str:
    """The key of the ``number``-th of several segments that are alike."""
    return key if number == 1 else f"{key}#{number}"


def unnumbered(key: str) -> str:
    """The key without its number."""
    return _NUMBER.sub("", key)


def photo_of(key: str) -> str:
    """The file a key of a picture's words belongs to, or an empty string."""
    head, _, rest = _NUMBER.sub("", key).partition("/")
    return rest.rpartition("/")[0] if head == "photos" else ""
