"""Brings any pixels into 8 bit sRGB, grey or with alpha, as browsers expect them."""

from __future__ import annotations

import io

from PIL import Image, ImageCms

_SPACES = {"RGB": "RGB ", "RGBA": "RGB ", "L": "GRAY", "LA": "GRAY", "CMYK": "CMYK", "LAB": "Lab "}
"""Mode of the pixels -> colour space that a profile must be for."""
_WHITE = (255, 255, 255)


def simple(image: Image.Image) -> Image.Image:
    """The pixels in a mode that can be scaled: palettes resolved, 1 and 16 bits brought to 8."""
    if image.mode == "P":
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    if image.mode.startswith("I;16"):
        return image.convert("I").point([value >> 8 for value in range(65536)], "L")
    if image.mode == "1":
        return image.convert("L")
    if image.mode in {"PA", "RGBa"}:
        return image.convert("RGBA")
    if image.mode in {"RGB", "L"} and "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode in {"YCbCr", "RGBX"}:
        return image.convert("RGB")
    return image


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Pixels of a ``simple`` mode as sRGB (``RGB``, ``RGBA`` or ``L``), through their ICC profile if any.

    A profile that is damaged or for another colour space is passed over: the pixels are then taken for
    sRGB (or plain CMYK), as browsers do.
    """
    converted = _through(image, profile) if profile else None
    if converted is None:
        modes = {"LA": "RGBA", "CMYK": "RGB", "LAB": "RGB"}
        converted = image.convert(modes[image.mode]) if image.mode in modes else image
    return converted


def _through(image: Image.Image, profile: bytes) -> Image.Image | None:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if source.profile.xcolor_space != _SPACES.get(image.mode) or _is_srgb(source):
            return None
        return _transform(image, source)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def is_broken(profile: bytes | None) -> bool:
    """Whether a picture has a colour profile that nobody can read."""
    if profile is None:
        return False
    try:
        ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except (ImageCms.PyCMSError, OSError, ValueError):
        return True
    return False


def _is_srgb(profile: ImageCms.ImageCmsProfile) -> bool:
    return (profile.profile.profile_description or "").lower().startswith("srgb")


def _transform(image: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
    """Relative colorimetric with black point compensation, which is what photo programs use."""
    alpha = image.getchannel("A") if image.mode in {"RGBA", "LA"} else None
    pixels = image.convert(image.mode.removesuffix("A")) if alpha else image
    converted = ImageCms.profileToProfile(
        pixels,
        source,
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    if converted is None:  # only for inPlace=True
        return image
    if alpha:
        converted.putalpha(alpha)
    return converted


def flatten(image: Image.Image) -> Image.Image:
    """Without alpha: laid upon white, as paper does."""
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, _WHITE)
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def average(image: Image.Image) -> str:
    """The average colour of a flat sRGB picture, ``#rrggbb``."""
    pixel = image.convert("RGB").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    red, green, blue = pixel if isinstance(pixel, tuple) else (0, 0, 0)
    return f"#{int(red):02x}{int(green):02x}{int(blue):02x}"
