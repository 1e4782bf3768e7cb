"""Examines a file before it is used: a sound picture with all that pages need to know, or why not."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from plugins.cache.digest import digest_bytes
from plugins.newsroom.problem import ContentError, Problem
from plugins.pictures import colours, complaints, decoding
from plugins.pictures.picture import LIMITS, Examined, Limits, Picture
from plugins.pictures.reading import read_metadata
from plugins.pictures.sniff import SUFFIXES, Kind, sniff

_SMALL = 256
"""Pixels: a JPEG is decoded at about this size, which costs half of a full decoding and finds damage."""


def examine(path: Path, name: str = "", limits: Limits = LIMITS) -> Examined:
    """Reads and examines a file; never raises for what is in it.

    ``name`` is how the editor knows the file, for the sentences; the path itself otherwise.
    """
    name = name or str(path)
    read = read_within(path, name, limits)
    return Examined(None, (read,)) if isinstance(read, Problem) else examine_bytes(read, name, limits)


def read_within(path: Path, name: str, limits: Limits = LIMITS) -> bytes | Problem:
    """The file's bytes, or the problem that it is missing, unreadable or too heavy."""
    try:
        size = path.stat().st_size
        if size > limits.bytes:
            return complaints.too_heavy(name, size, limits)
        return path.read_bytes()
    except FileNotFoundError:
        return complaints.missing(name)
    except OSError as error:
        return complaints.unreadable(name, error.strerror or type(error).__name__)


def examine_bytes(data: bytes, name: str, limits: Limits = LIMITS) -> Examined:
    """Examines a picture's bytes: a pure function, fit to be remembered under its arguments.

    It decodes the picture once (a JPEG at an eighth), so that damage is known before a page names it.
    """
    suffix = Path(name).suffix
    kind = sniff(data, suffix)
    if kind not in SUFFIXES:
        return Examined(None, (complaints.of_kind(name, kind),))
    try:
        header = decoding.open_header(data, name, kind, limits)
        size, orientation = header.size, decoding.orientation_of(header, kind)
        frames = decoding.frames_of(header, kind)
        small = decoding.decode(header, name, kind, (_SMALL, _SMALL))
    except ContentError as refusal:
        return Examined(None, refusal.problems)
    profile = decoding.profile_of(small)
    told = [complaints.cut_short(name)] if small is not header else []
    told += [complaints.broken_profile(name)] if colours.is_broken(profile) else []
    upright = size[::-1] if orientation >= 5 else size
    plain = colours.simple(small)
    picture = Picture(
        file=name,
        digest=digest_bytes(data),
        kind=kind.value,
        width=upright[0],
        height=upright[1],
        colour=_colour(plain, profile),
        metadata=read_metadata(data, profile if colours.is_broken(profile) else None),
    )
    return Examined(picture, (*told, *_warnings(picture, kind, suffix, frames)))


def _colour(image: Image.Image, profile: bytes | None) -> str:
    image.thumbnail((_SMALL, _SMALL), Image.Resampling.BOX)
    return colours.average(colours.flatten(colours.to_srgb(image, profile)))


def _warnings(picture: Picture, kind: Kind, suffix: str, frames: int) -> list[Problem]:
    found = []
    if not decoding.suffix_fits(suffix, kind):
        found.append(complaints.renamed(picture.file, kind, suffix))
    if frames > 1:
        found.append(complaints.animated(picture.file, frames))
    if picture.metadata.broken:
        found.append(complaints.odd_metadata(picture.file))
    found.extend(complaints.bad_address(picture.file, address) for address in picture.metadata.refused)
    return found
