"""Tells what kind of file some bytes are, by their beginning and never by the name."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """Kinds of file that turn up in a photos folder."""

    JPEG = "JPEG"
    PNG = "PNG"
    GIF = "GIF"
    WEBP = "WebP"
    TIFF = "TIFF"
    BMP = "BMP"
    AVIF = "AVIF"
    HEIC = "HEIC"
    SVG = "SVG"
    PDF = "PDF"
    POSTSCRIPT = "PostScript"
    METAFILE = "a drawing of Windows (EMF or WMF)"
    PHOTOSHOP = "Photoshop"
    JPEG_2000 = "JPEG 2000"
    JPEG_XL = "JPEG XL"
    RAW = "camera raw"
    ARCHIVE = "an archive or office document"
    HTML = "a web page"
    LFS = "a Git LFS pointer"
    EMPTY = "nothing"
    UNKNOWN = "unknown"


SUFFIXES: dict[Kind, tuple[str, ...]] = {
    Kind.JPEG: (".jpg", ".jpeg", ".jpe", ".jfif"),
    Kind.PNG: (".png",),
    Kind.GIF: (".gif",),
    Kind.WEBP: (".webp",),
    Kind.TIFF: (".tif", ".tiff"),
    Kind.BMP: (".bmp",),
    Kind.AVIF: (".avif",),
    Kind.HEIC: (".heic", ".heif", ".hif"),
}
"""The kinds that are read, with the endings each is known by."""

RAW_SUFFIXES = frozenset({".arw", ".cr2", ".cr3", ".dng", ".nef", ".nrw", ".orf", ".pef", ".raf", ".rw2", ".srw"})
"""Camera raw files mostly begin like a TIFF and carry a small preview, which is not the photograph."""

_BEGINNINGS: tuple[tuple[bytes, Kind], ...] = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
    (b"II*\x00\x10\x00\x00\x00CR", Kind.RAW),
    (b"FUJIFILMCCD-RAW", Kind.RAW),
    (b"IIRO", Kind.RAW),
    (b"IIU\x00", Kind.RAW),
    (b"II*\x00", Kind.TIFF),
    (b"MM\x00*", Kind.TIFF),
    (b"II+\x00", Kind.TIFF),
    (b"MM\x00+", Kind.TIFF),
    (b"BM", Kind.BMP),
    (b"%PDF", Kind.PDF),
    (b"%!PS", Kind.POSTSCRIPT),
    (b"8BPS", Kind.PHOTOSHOP),
    (b"\x00\x00\x00\x0cjP  ", Kind.JPEG_2000),
    (b"\xff\x4f\xff\x51", Kind.JPEG_2000),
    (b"\x00\x00\x00\x0cJXL ", Kind.JPEG_XL),
    (b"\xff\x0a", Kind.JPEG_XL),
    (b"PK\x03\x04", Kind.ARCHIVE),
    (b"Rar!", Kind.ARCHIVE),
    (b"7z\xbc\xaf", Kind.ARCHIVE),
    (b"\xd0\xcf\x11\xe0", Kind.ARCHIVE),
    (b"version https://git-lfs", Kind.LFS),
)

_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


def sniff(data: bytes, suffix: str = "") -> Kind:
    """The kind of file ``data`` is; ``suffix`` only tells camera raw from TIFF, which begin alike."""
    if not data:
        return Kind.EMPTY
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Kind.WEBP
    if data[4:8] == b"ftyp":
        return _boxed(data)
    if data.startswith(b"\xd7\xcd\xc6\x9a") or (data.startswith(b"\x01\x00\x00\x00") and data[40:44] == b" EMF"):
        return Kind.METAFILE
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            raw = kind is Kind.TIFF and suffix.lower() in RAW_SUFFIXES
            return Kind.RAW if raw else kind
    return _text(data)


def _boxed(data: bytes) -> Kind:
    """The kind of an ISO base media file, by its major and compatible brands."""
    length = min(int.from_bytes(data[:4], "big"), 256)
    brands = {data[8:12]} | {data[i : i + 4] for i in range(16, length, 4)}
    if brands & {b"avif", b"avis"}:
        return Kind.AVIF
    if brands & _HEIC_BRANDS:
        return Kind.HEIC
    return Kind.RAW if b"crx " in brands else Kind.UNKNOWN


def _text(data: bytes) -> Kind:
    """SVG, a web page saved in place of a picture, or nothing known."""
    if data.startswith(b"\x1f\x8b"):
        return Kind.ARCHIVE
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").lstrip().lower()
    if not start.startswith(b"<") and not start.startswith((b"\xff\xfe<", b"\xfe\xff<")):
        return Kind.UNKNOWN
    if b"<svg" in start:
        return Kind.SVG
    return Kind.HTML if b"<html" in start or b"<!doctype html" in start else Kind.UNKNOWN
