"""The pictures of one source while it is read: each once, under a name that is safe in every file system."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from plugins.importing.block import SourcePicture
from plugins.newsroom.slug import make_slug
from plugins.pictures.sniff import SUFFIXES, Kind, sniff


class Pictures:
    """Collects the pictures of one source, in the order in which they stand."""

    def __init__(self) -> None:
        self._by_name: dict[str, SourcePicture] = {}
        self._by_digest: dict[str, str] = {}

    def add(self, data: bytes, alt: str = "", origin: str = "", stem: str = "") -> str:
        """The name under which the picture is kept; the same bytes are kept once."""
        digest = hashlib.sha256(data).hexdigest() if data else origin or f"{len(self._by_name)}"
        if data and digest in self._by_digest:
            return self._by_digest[digest]
        name = self._free(stem or _stem(origin) or "picture", suffix_of(data, origin))
        self._by_name[name] = SourcePicture(name, data, " ".join(alt.split()), origin)
        self._by_digest[digest] = name
        return name

    def all(self) -> tuple[SourcePicture, ...]:
        """Every picture."""
        return tuple(self._by_name.values())

    def _free(self, stem: str, suffix: str) -> str:
        if stem != "picture" and f"{stem}{suffix}" not in self._by_name:
            return f"{stem}{suffix}"
        number = len(self._by_name) + 1
        while any(name.startswith(f"{stem}-{number}.") for name in self._by_name):
            number += 1
        return f"{stem}-{number}{suffix}"


def suffix_of(data: bytes, origin: str = "") -> str:
    """The ending that fits the bytes; that of the origin where there are none."""
    kind = sniff(data[:65536]) if data else Kind.UNKNOWN
    if kind in SUFFIXES:
        return SUFFIXES[kind][0]
    ending = PurePosixPath(urlsplit(origin).path).suffix.lower() if not origin.startswith("data:") else ""
    return ending if 1 < len(ending) <= 5 and ending[1:].isalnum() and ending.isascii() else ".jpg"


def _stem(origin: str) -> str:
    if not origin or origin.startswith("data:"):
        return ""
    try:
        path = unquote(urlsplit(origin).path)
    except ValueError:
        return ""
    stem = make_slug(PurePosixPath(path.replace("\\", "/")).stem)
    return "" if stem.startswith("image") and stem.removeprefix("image").strip("-").isdigit() else stem[:60].strip("-")
