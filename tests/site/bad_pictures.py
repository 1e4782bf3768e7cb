"""Files that turn up in a photos folder and are no plain photograph, by name."""

from __future__ import annotations

import struct
import zlib

from PIL import Image

from tests.unit.pictures import profiles, samples
from tests.unit.pictures.samples import corners, saved

_WHOLE = saved(corners(800, 600))
_HEIC = struct.pack(">I", 24) + b"ftypheic\0\0\0\0mif1heic" + bytes(64)
_SCRIPT = b"<script>alert(1)</script>"


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _pixels(width: int = 64, height: int = 48) -> list[tuple[int, ...]]:
    """The quarters of ``corners``, row by row."""
    pixels = corners(width, height).tobytes()
    return [tuple(pixels[place : place + 3]) for place in range(0, len(pixels), 3)]


def _deep_png() -> bytes:
    """A PNG of 16 bits a channel in colour, which Pillow reads and does not write."""
    line, rows = 64 * 6, b""
    data = b"".join(struct.pack(">3H", *(value << 8 for value in pixel)) for pixel in _pixels())
    for start in range(0, len(data), line):
        rows += b"\0" + data[start : start + line]
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 48, 16, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


def _deep_tiff() -> bytes:
    """A TIFF of 16 bits a channel in colour."""
    data = b"".join(struct.pack("<3H", *(value << 8 for value in pixel)) for pixel in _pixels())
    tags = [(256, 64), (257, 48), (258, 0), (259, 1), (262, 2), (273, 0), (277, 3), (278, 48), (279, len(data))]
    depth = 8 + 2 + 12 * len(tags) + 4
    placed = {258: depth, 273: depth + 6}
    table = struct.pack("<H", len(tags))
    for tag, value in tags:
        table += struct.pack("<HHII", tag, 3 if tag == 258 else 4, 3 if tag == 258 else 1, placed.get(tag, value))
    return b"II*\0" + struct.pack("<I", 8) + table + bytes(4) + struct.pack("<3H", 16, 16, 16) + data


def _inks() -> Image.Image:
    """Quarters of full inks, two and two of which make red, green, blue; yellow is one alone (``profiles.cmyk``)."""
    inks = Image.new("CMYK", (320, 240), (0, 255, 255, 0))
    inks.paste((255, 0, 255, 0), (160, 0, 320, 120))
    inks.paste((255, 255, 0, 0), (160, 120, 320, 240))
    inks.paste((0, 0, 255, 0), (0, 120, 160, 240))
    return inks


def _ycck() -> bytes:
    """A CMYK JPEG as Photoshop writes it: inks as luma and chroma, black beside them, all inverted."""
    cyan, magenta, yellow, black = corners(mode="CMYK").split()
    inks = Image.merge("RGB", (cyan, magenta, yellow)).convert("YCbCr").split()
    stored = Image.merge("CMYK", [Image.eval(ink, lambda value: 255 - value) for ink in inks] + [black])
    data = saved(stored, quality=95, subsampling=0)
    transform = data.index(b"Adobe") + 11
    return data[:transform] + b"\x02" + data[transform + 1 :]


def _moving(kind: str) -> bytes:
    return saved(corners(), kind, save_all=True, append_images=[corners().rotate(90)])


def _swollen(name: bytes, start: bytes) -> bytes:
    """A PNG with a chunk of some kilobytes that would unfold to 200 MB."""
    squeezer = zlib.compressobj(9)
    folded = b"".join(squeezer.compress(bytes(1 << 20)) for _ in range(200)) + squeezer.flush()
    plain = saved(corners(), "PNG")
    return plain[:33] + _chunk(name, start + folded) + plain[33:]


REFUSED: dict[str, tuple[str, bytes]] = {
    "cut-off.jpg": ("picture-broken", _WHOLE[: len(_WHOLE) // 2]),
    "telephone.heic": ("picture-broken", _HEIC),
    "telephone-renamed.jpg": ("picture-broken", _HEIC),
    "huge.png": ("picture-too-large", samples.png_claiming(30_000, 30_000)),
    "strip.png": ("picture-too-large", samples.png_claiming(60_000, 4)),
    "bomb-of-pixels.png": ("picture-broken", samples.png_claiming(10_000, 10_000)),
    "bomb-of-words.png": ("picture-broken", _swollen(b"zTXt", b"Comment\0\0")),
    "bomb-of-xmp.png": ("picture-broken", _swollen(b"iTXt", b"XML:com.adobe.xmp\0\x01\0\0\0")),
    "bomb-of-a-profile.png": ("picture-broken", _swollen(b"iCCP", b"x\0\0")),
    "drawing.svg": ("picture-svg", b'<svg xmlns="http://www.w3.org/2000/svg">' + _SCRIPT + b"</svg>"),
    "drawing-renamed.jpg": ("picture-svg", b"<svg>" + _SCRIPT + b"</svg>"),
    "empty.jpg": ("picture-empty", b""),
    "text.jpg": ("picture-not-a-picture", "Das Foto kommt später.".encode()),
    "web-page.jpg": ("picture-not-a-picture", b"<!DOCTYPE html><html><body>404</body></html>"),
    "measured.tif": ("picture-depth", saved(corners(mode="F"), "TIFF")),
}
"""Name -> code of the problem that ends the build, bytes."""

RIGHT: dict[str, tuple[str, bytes]] = {
    "plain.jpg": ("", _WHOLE),
    "cut-off-at-the-end.jpg": ("picture-cut-short", _WHOLE[:-2]),
    "renamed.jpg": ("picture-renamed", saved(corners(), "PNG")),
    "inks.jpg": ("", saved(corners(mode="CMYK"))),
    "inks-by-profile.jpg": ("", saved(_inks(), icc_profile=profiles.cmyk(), quality=95)),
    "inks-of-photoshop.jpg": ("", _ycck()),
    "inks.tif": ("", saved(corners(mode="CMYK"), "TIFF")),
    "deep.png": ("", _deep_png()),
    "deep.tif": ("", _deep_tiff()),
    "moving.gif": ("picture-animated", _moving("GIF")),
    "moving.webp": ("picture-animated", _moving("WEBP")),
    "moving.png": ("picture-animated", _moving("PNG")),
    "wrong-profile.jpg": ("", saved(corners(), icc_profile=profiles.grey(2.2))),
    "absurd-profile.jpg": ("picture-profile", saved(corners(), icc_profile=b"absurd" * 30_000)),
    "corrupted-exif.jpg": ("picture-metadata", saved(corners(), exif=b"Exif\0\0MM\0*\xff\xff\xff\xff" + bytes(99))),
    "grown.jpg": ("", _WHOLE + b"\0" * 999 + saved(corners(64, 48).rotate(180))),
    **{
        f"turned-{number}.jpg": (
            "",
            saved(samples.stored(corners(), number), exif=samples.exif(number), quality=95),
        )
        for number in range(1, 9)
    },
    "turned.webp": ("", saved(samples.stored(corners(), 6), "WEBP", exif=samples.exif(6))),
    "turned.tif": ("", saved(samples.stored(corners(), 8), "TIFF", exif=samples.exif(8))),
}
"""Name -> code of the warning, if any; bytes of a picture that is ``corners`` to whoever looks at it."""

SMALL: dict[str, tuple[str, bytes]] = {"dot.png": ("", saved(corners(1, 1), "PNG"))}
"""Pictures of one pixel."""
