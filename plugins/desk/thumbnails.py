"""Small pictures for the desk, made once and kept in the cache."""

from __future__ import annotations

import io
from hashlib import blake2b
from pathlib import Path

from plugins.newsroom.problem import ContentError, Problem
from plugins.pictures import colours, decoding
from plugins.pictures.examine import read_within
from plugins.pictures.picture import LIMITS
from plugins.pictures.scaling import TURNS
from plugins.pictures.sniff import SUFFIXES, sniff

SIZES = (160, 960)
"""Pixels of the longer side: in lists, and where the focus is set."""


def thumbnail(path: Path, size: int, cache: Path) -> bytes | None:
    """A JPEG of a picture at that size, upright and without metadata; ``None`` where it is no sound picture."""
    data = read_within(path, path.name)
    if isinstance(data, Problem):
        return None
    name = blake2b(data, digest_size=16, salt=str(size).encode()).hexdigest()
    kept = cache / "desk" / "thumbnails" / f"{name}.jpg"
    if kept.is_file():
        return kept.read_bytes()
    made = small(data, path.name, size)
    if made is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(made)
    return made


def small(data: bytes, name: str, size: int) -> bytes | None:
    """A JPEG of these bytes at that size; ``None`` where they are no sound picture."""
    kind = sniff(data, Path(name).suffix)
    if kind not in SUFFIXES:
        return None
    try:
        header = decoding.open_header(data, name, kind, LIMITS)
        turn = TURNS.get(decoding.orientation_of(header, kind))
        image = decoding.decode(header, name, kind, (size, size))
    except ContentError:
        return None
    flat = colours.flatten(colours.to_srgb(colours.simple(image), decoding.profile_of(image)))
    flat.thumbnail((size, size))
    flat = flat.transpose(turn) if turn is not None else flat
    out = io.BytesIO()
    flat.convert("RGB").save(out, "JPEG", quality=78)
    return out.getvalue()
