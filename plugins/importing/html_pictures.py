"""Which file an ``<img>`` stands for: the largest that the page offers."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from urllib.parse import unquote_to_bytes, urljoin

from lxml import html

from plugins.importing.picture_names import Pictures

KEPT = "kept:"
"""How the address of a picture begins that is in the collection already."""
_LARGE = re.compile(r"\.(?:jpe?g|png|webp|avif|tiff?|heic)(?:\?.*)?$", re.IGNORECASE)
_DATA = re.compile(r"data:image/[\w.+-]+(;base64)?,", re.IGNORECASE)


def source_of(image: html.HtmlElement, base: str = "") -> str:
    """The address of the picture at its full size; empty for one that only counts visitors."""
    if _is_tiny(image):
        return ""
    parent = image.getparent()
    linked = parent.get("href") or "" if parent is not None and parent.tag == "a" else ""
    address = (
        (linked if _LARGE.search(linked) else "")
        or _widest(image.get("srcset") or image.get("data-srcset") or "")
        or image.get("data-src")
        or image.get("src")
        or ""
    ).strip()
    return urljoin(base, address) if base and not address.startswith("data:") else address


def _is_tiny(image: html.HtmlElement) -> bool:
    sizes = [image.get(name) or "" for name in ("width", "height")]
    return all(size.isdecimal() and int(size[:9]) <= 4 for size in sizes)


def _widest(srcset: str) -> str:
    """The candidate of the largest width or density (HTML Living Standard, 4.8.4.2.1)."""
    found = re.findall(r"(\S*[^\s,])(?:\s+([\d.]+)[wx])?\s*(?:,|$)", srcset)
    return max(found, key=lambda each: float(each[1] or 1), default=("", ""))[0]


def stored(origin: str, alt: str, pictures: Pictures, fetch: Callable[[str], bytes]) -> str:
    """The name of a picture in the collection: decoded, fetched, or only noted where neither can be done."""
    if origin.startswith(KEPT):
        return origin.removeprefix(KEPT)
    if head := _DATA.match(origin):
        return pictures.add(_decoded(origin[head.end() :], bool(head[1])), alt, "data:")
    return pictures.add(fetch(origin), alt, origin)


def _decoded(text: str, is_base64: bool) -> bytes:
    data = unquote_to_bytes(text)
    if not is_base64:
        return data
    try:
        return base64.b64decode(re.sub(rb"\s+", b"", data))
    except (binascii.Error, ValueError):
        return b""
