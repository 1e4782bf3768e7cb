"""Makes ICC profiles for the tests: colour with a matrix, grey, and CMYK with a table."""

from __future__ import annotations

import io
from itertools import product

from PIL import Image, ImageCms

_WHITE = (0.9642, 1.0, 0.8249)
"""Of the profile connection space (D50)."""


def adobe_rgb() -> bytes:
    """A profile with the primaries and gamma of Adobe RGB (1998)."""
    return _rgb(((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457)), 2.2)


def display_p3() -> bytes:
    """A profile with the primaries of Display P3, which telephones use."""
    return _rgb(((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407)), 2.2)


def grey(gamma: float) -> bytes:
    """A grey profile of that gamma."""
    return _profile(b"GRAY", b"XYZ ", {b"kTRC": _curve(gamma)})


def cmyk() -> bytes:
    """A CMYK profile of two steps a channel: full inks are the pure colours of sRGB."""
    corners = list(product((0, 1), repeat=4))
    pixels = [tuple(255 * (1 - ink) * (1 - k) for ink in (c, m, y)) for c, m, y, k in corners]
    srgb = Image.new("RGB", (16, 1))
    srgb.putdata(pixels)
    lab = ImageCms.profileToProfile(
        srgb, ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    assert lab is not None
    table = bytes(
        value for pixel in zip(*(lab.getchannel(name).tobytes() for name in "LAB"), strict=True) for value in pixel
    )
    ramp = bytes(range(256))
    identity = b"".join(_fixed(1.0 if row == column else 0.0) for row in range(3) for column in range(3))
    lut = b"mft1" + bytes(4) + bytes((4, 3, 2, 0)) + identity + ramp * 4 + table + ramp * 3
    return _profile(b"CMYK", b"Lab ", {b"A2B0": lut}, b"prtr")


def _rgb(primaries: tuple[tuple[float, float, float], ...], gamma: float) -> bytes:
    tags = {name: _xyz(xyz) for name, xyz in zip((b"rXYZ", b"gXYZ", b"bXYZ"), primaries, strict=True)}
    return _profile(b"RGB ", b"XYZ ", tags | dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), _curve(gamma)))


def _curve(gamma: float) -> bytes:
    return b"curv" + bytes(4) + (1).to_bytes(4, "big") + round(gamma * 256).to_bytes(2, "big") + bytes(2)


def _xyz(xyz: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(map(_fixed, xyz))


def _fixed(value: float) -> bytes:
    return round(value * 65536).to_bytes(4, "big", signed=True)


def _profile(space: bytes, connection: bytes, tags: dict[bytes, bytes], device: bytes = b"mntr") -> bytes:
    """An ICC profile, version 2."""
    text = b"Test profile\x00"
    described = b"desc" + bytes(4) + len(text).to_bytes(4, "big") + text + bytes(78)
    tags = {b"desc": described, b"wtpt": _xyz(_WHITE), **tags}
    offset = 128 + 4 + 12 * len(tags)
    table, body = len(tags).to_bytes(4, "big"), b""
    for name, content in tags.items():
        table += name + (offset + len(body)).to_bytes(4, "big") + len(content).to_bytes(4, "big")
        body += content + bytes(-len(content) % 4)
    header = bytearray(128)
    header[0:4] = (offset + len(body)).to_bytes(4, "big")
    header[8:12], header[12:16], header[16:20], header[20:24] = b"\x02\x10\x00\x00", device, space, connection
    header[36:40], header[68:80] = b"acsp", _xyz(_WHITE)[8:]
    profile = bytes(header) + table + body
    ImageCms.ImageCmsProfile(io.BytesIO(profile))
    return profile
