"""Any pixels become sRGB of 8 bits."""

from __future__ import annotations

import pytest
from PIL import Image, ImageCms

from plugins.pictures import colours
from tests.unit.pictures import profiles, samples

MODES = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBa", "RGBX", "CMYK", "YCbCr", "I;16", "I;16L", "I;16B")


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_becomes_one_that_browsers_know(mode: str) -> None:
    """Whatever a file holds ends as colour, colour with alpha, or grey."""
    assert colours.to_srgb(colours.simple(Image.new(mode, (4, 4))), None).mode in {"RGB", "RGBA", "L"}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("profile", [profiles.adobe_rgb(), profiles.grey(1.8), profiles.cmyk(), b"damaged"])
def test_no_profile_breaks_any_mode(mode: str, profile: bytes) -> None:
    """Every profile on every sort of pixels gives a picture."""
    assert colours.to_srgb(colours.simple(Image.new(mode, (4, 4))), profile).size == (4, 4)


def test_lab() -> None:
    """A Lab picture comes out in its colours."""
    red = Image.new("RGB", (8, 8), samples.RED)
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    image = ImageCms.profileToProfile(red, srgb, lab, outputMode="LAB")
    assert image is not None
    assert samples.near(colours.to_srgb(image, None).getpixel((3, 3)), samples.RED, 6)


def test_display_p3_red_is_clipped_to_srgb() -> None:
    """The red of a telephone's screen becomes the reddest of sRGB."""
    image = colours.to_srgb(Image.new("RGB", (4, 4), (255, 0, 0)), profiles.display_p3())
    assert samples.near(image.getpixel((1, 1)), (255, 0, 0), 3)


def test_muted_colours_grow_stronger_from_p3() -> None:
    """A number of Display P3 means a stronger colour than the same number of sRGB."""
    image = colours.to_srgb(Image.new("RGB", (4, 4), (180, 100, 100)), profiles.display_p3())
    pixel = image.getpixel((1, 1))
    assert isinstance(pixel, tuple)
    assert pixel[0] > 183 and pixel[1] < 99


def test_srgb_s_own_profile_changes_nothing() -> None:
    """Most pictures carry the profile of sRGB and are left as they are."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = samples.corners()
    assert colours.to_srgb(image, profile) is image


def test_profile_for_grey() -> None:
    """Grey of gamma 1 is much lighter in sRGB."""
    image = colours.to_srgb(Image.new("L", (4, 4), 128), profiles.grey(1.0)).convert("RGB")
    assert samples.near(image.getpixel((1, 1)), (188, 188, 188), 6)


def test_profile_for_other_pixels_is_passed_over() -> None:
    """A profile for colour in a grey picture, as programs leave it behind, does no harm."""
    image = Image.new("L", (4, 4), 77)
    assert colours.to_srgb(image, profiles.adobe_rgb()) is image


def test_cmyk_profile() -> None:
    """Inks are read the right way round: none is white, black is black."""
    for inks, wanted in (((0, 0, 0, 0), (255, 255, 255)), ((0, 0, 0, 255), (0, 0, 0)), ((255, 0, 0, 0), (0, 255, 255))):
        image = colours.to_srgb(Image.new("CMYK", (4, 4), inks), profiles.cmyk())
        assert samples.near(image.getpixel((1, 1)), wanted, 8)


def test_alpha_passes_through_a_profile() -> None:
    """Transparency is no colour."""
    image = colours.to_srgb(Image.new("RGBA", (4, 4), (10, 200, 10, 99)), profiles.adobe_rgb())
    assert image.getchannel("A").getpixel((1, 1)) == 99


def test_flatten_and_average() -> None:
    """Half of black over white is grey, and grey is its average."""
    image = colours.flatten(Image.new("RGBA", (4, 4), (0, 0, 0, 128)))
    assert samples.near(image.getpixel((1, 1)), (127, 127, 127), 2)
    assert colours.average(image) in {"#7f7f7f", "#7e7e7e"}
    assert colours.average(Image.new("L", (4, 4), 16)) == "#101010"
