"""Opens and decodes a picture within limits, so that no file can bring a worker down."""

from __future__ import annotations

import io
import re
import warnings

from PIL import Image, UnidentifiedImageError
from pillow_heif import register_heif_opener

from plugins.newsroom.problem import ContentError, Problem
from plugins.pictures import complaints
from plugins.pictures.picture import Limits
from plugins.pictures.sniff import SUFFIXES, Kind

register_heif_opener(thumbnails=False)

_ORIENTATION = 0x0112
_END_OF_JPEG = b"\xff\xd9"
_FORMATS = {Kind.HEIC: "HEIF"}
"""Kinds that Pillow knows under another name."""
_PLAIN = frozenset({"1", "L", "LA", "P", "PA", "LAB", "CMYK", "YCbCr"})
_READ = _PLAIN | {"RGB", "RGBA", "RGBa", "RGBX", "I;16", "I;16L", "I;16B", "I;16N"}
"""The pixel modes that ``colours`` can bring into sRGB: 1, 8 and 16 bits a channel."""


def open_header(data: bytes, file: str, kind: Kind, limits: Limits) -> Image.Image:
    """The picture with nothing decoded but its header.

    Raises ``ContentError`` where the header is damaged, or tells of more pixels than the limits allow.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(data), formats=[_FORMATS.get(kind, kind.name)])
        except Image.DecompressionBombError as error:
            count = re.search(r"\((\d+) pixels\)", str(error))
            found = f"{int(count[1]) / 1e6:,.0f} million pixels" if count else "far too many pixels"
            raise _refusal(complaints.too_large(file, found, limits)) from None
        except UnidentifiedImageError:
            raise _refusal(complaints.broken(file, kind, "its header makes no sense")) from None
        except Exception as error:  # a decoder on hostile bytes may raise anything
            raise _refusal(complaints.broken(file, kind, _sentence(error))) from None
    width, height = image.size
    if width * height > limits.pixels or max(width, height) > limits.side:
        raise _refusal(complaints.too_large(file, f"{width:,} x {height:,} pixels", limits))
    if image.mode not in _READ:
        raise _refusal(complaints.depth(file, image.mode))
    return image


def decode(image: Image.Image, file: str, kind: Kind, at_least: tuple[int, int] | None = None) -> Image.Image:
    """Decodes the pixels; a JPEG at the smallest of 1/1, 1/2, 1/4, 1/8 that is not below ``at_least``.

    Raises ``ContentError`` where the file is cut off or damaged.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            if kind is Kind.JPEG and at_least is not None:
                image.draft(None, at_least)
            image.load()
        except Exception as error:  # as above: whatever a decoder raises means a damaged picture
            if kind is Kind.JPEG and (completed := _completed(image, at_least)):
                return completed
            raise _refusal(complaints.broken(file, kind, _sentence(error))) from None
    return image


def _completed(image: Image.Image, at_least: tuple[int, int] | None) -> Image.Image | None:
    """A JPEG that lacks nothing but its last bytes, as browsers show it; ``None`` where more is missing.

    A decoder fills what is missing with one colour: a picture of which more than a fiftieth is of one colour at
    its foot was cut off.
    """
    source = getattr(image, "fp", None)
    if not isinstance(source, io.BytesIO):
        return None
    try:
        whole = Image.open(io.BytesIO(source.getvalue() + _END_OF_JPEG), formats=["JPEG"])
        if at_least is not None:
            whole.draft(None, at_least)
        whole.load()
    except Exception:  # as in decode: it is damaged elsewhere too
        return None
    foot = whole.crop((0, whole.height - 1 - whole.height // 50, whole.width, whole.height)).convert("RGB")
    return None if foot.getcolors(1) else whole


def orientation_of(image: Image.Image, kind: Kind) -> int:
    """EXIF orientation 1..8 still to be applied; 1 where none is given or it is nonsense.

    Pillow turns a TIFF by itself as it decodes it, pillow-heif a HEIC as it opens it, and both tell the size upright.
    """
    if kind in (Kind.TIFF, Kind.HEIC):
        return 1
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            value = image.getexif().get(_ORIENTATION, 1)
        except Exception:  # damaged EXIF says nothing about the pixels, which are read on their own
            return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def frames_of(image: Image.Image, kind: Kind) -> int:
    """How many frames an animation has; 1 for a still, also for a JPEG with further views of itself."""
    if kind not in {Kind.GIF, Kind.PNG, Kind.WEBP, Kind.AVIF} or not getattr(image, "is_animated", False):
        return 1
    return int(getattr(image, "n_frames", 1))


def profile_of(image: Image.Image) -> bytes | None:
    """The ICC profile as bytes; a damaged TIFF may hold a number in its place."""
    profile = image.info.get("icc_profile")
    return profile if isinstance(profile, bytes) else None


def suffix_fits(suffix: str, kind: Kind) -> bool:
    """Whether a name's ending is one of that kind's."""
    return suffix.lower() in SUFFIXES[kind]


def _sentence(error: Exception) -> str:
    """A decoder's words, short and in one line."""
    return " ".join(str(error).split())[:120] or type(error).__name__


def _refusal(problem: Problem) -> ContentError:
    return ContentError((problem,))
