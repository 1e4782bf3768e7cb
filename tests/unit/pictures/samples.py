"""Makes pictures, good and bad, for the tests."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import exiv2
from PIL import Image, ImageDraw

RED, GREEN, BLUE, YELLOW = (220, 20, 20), (20, 180, 20), (20, 20, 220), (230, 220, 20)


def corners(width: int = 320, height: int = 240, mode: str = "RGB") -> Image.Image:
    """Red, green, blue and yellow quarters, clockwise from the top left: no turn of it looks the same."""
    image = Image.new("RGB", (width, height), RED)
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 2, 0, width, height // 2), GREEN)
    draw.rectangle((width // 2, height // 2, width, height), BLUE)
    draw.rectangle((0, height // 2, width // 2, height), YELLOW)
    return image.convert(mode)


def saved(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """The file's bytes."""
    out = io.BytesIO()
    if kind == "JPEG":
        options.setdefault("quality", 92)
    image.save(out, kind, **options)
    return out.getvalue()


def stored(upright: Image.Image, orientation: int) -> Image.Image:
    """The pixels as a camera writes them which was held so that ``orientation`` brings them upright."""
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    return upright.transpose(turns[orientation]) if orientation in turns else upright


def exif(orientation: int = 1) -> bytes:
    """EXIF with only an orientation."""
    tags = Image.Exif()
    tags[0x0112] = orientation
    return tags.tobytes()


def png_claiming(width: int, height: int) -> bytes:
    """A PNG of some dozen bytes whose header tells of a huge picture."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(b"")) + _chunk(b"IEND", b"")


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def iim(*fields: tuple[int, bytes], charset: bytes = b"") -> bytes:
    """An APP13 segment with IPTC-IIM fields of record 2, in whatever encoding the bytes are."""
    block = struct.pack(">BBBH", 0x1C, 1, 90, len(charset)) + charset if charset else b""
    for number, content in fields:
        block += struct.pack(">BBBH", 0x1C, 2, number, len(content)) + content
    resource = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(block)) + block + b"\x00" * (len(block) % 2)
    payload = b"Photoshop 3.0\x00" + resource
    return b"\xff\xed" + struct.pack(">H", len(payload) + 2) + payload


def tagged(data: bytes, xmp: dict[str, Any] | None = None, tags: dict[str, str] | None = None) -> bytes:
    """The file with XMP properties and EXIF tags, written by exiv2 as a picture program would."""
    image = exiv2.ImageFactory.open(data)
    image.readMetadata()
    properties, exif_data = image.xmpData(), image.exifData()
    for key, value in (xmp or {}).items():
        properties[key] = value
    for key, text in (tags or {}).items():
        exif_data[key] = text
    image.setXmpData(properties)
    image.setExifData(exif_data)
    image.writeMetadata()
    return bytes(image.io().mmap())


def lang_alt(**texts: str) -> exiv2.LangAltValue:
    """An XMP text in languages; ``default`` stands for x-default."""
    return exiv2.LangAltValue({"x-default" if tag == "default" else tag: text for tag, text in texts.items()})


def near(found: object, wanted: tuple[int, int, int], distance: int = 12) -> bool:
    """Whether a pixel has about that colour."""
    return isinstance(found, tuple) and all(abs(a - b) <= distance for a, b in zip(found, wanted, strict=False))


def quarters(image: Image.Image) -> list[object]:
    """The pixels in the middle of the four quarters, clockwise from the top left."""
    width, height = image.size
    places = ((1, 1), (3, 1), (3, 3), (1, 3))
    return [image.convert("RGB").getpixel((x * width // 4, y * height // 4)) for x, y in places]
