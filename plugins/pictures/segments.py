"""Puts another imprint into a JPEG file, without looking at its pixels."""

from __future__ import annotations

import struct

from plugins.pictures.writing import Imprint

_START, _JFIF, _SCAN = b"\xff\xd8", 0xE0, 0xDA
_REPLACED = {0xE1, 0xED}
"""APP1 (EXIF, XMP) and APP13 (Photoshop, with IIM)."""
_EXIF, _XMP = b"Exif\x00\x00", b"http://ns.adobe.com/xap/1.0/\x00"


def with_imprint(data: bytes, imprint: Imprint) -> bytes:
    """A JPEG file of ours with this imprint in the place of its own (ISO/IEC 10918-1, B.1.1.3; XMP part 3, 1.1.3).

    Raises ``ValueError`` for a file that is none.
    """
    if not data.startswith(_START):
        raise ValueError("no JPEG")
    head, rest, place = b"", b"", len(_START)
    while data[place + 1] != _SCAN:
        length = struct.unpack(">H", data[place + 2 : place + 4])[0] + 2
        segment, marker = data[place : place + length], data[place + 1]
        if marker == _JFIF:
            head += segment
        elif marker not in _REPLACED:
            rest += segment
        place += length
    return _START + head + _segments(imprint) + rest + data[place:]


def _segments(imprint: Imprint) -> bytes:
    exif = imprint.exif if imprint.exif.startswith(_EXIF) else _EXIF + imprint.exif
    found = _app1(exif) if imprint.exif else b""
    if imprint.xmp:
        found += _app1(_XMP + imprint.xmp)
    return found + imprint.photoshop


def _app1(payload: bytes) -> bytes:
    return b"\xff\xe1" + struct.pack(">H", len(payload) + 2) + payload
