"""What comes out of rendering a picture."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from plugins.newsroom.problem import ContentError
from plugins.pictures.examine import examine_bytes
from plugins.pictures.metadata import Rights
from plugins.pictures.plan import GALLERY, HERO, LOGO, Format, RenditionSpec, Use, plan
from plugins.pictures.render import render
from tests.unit.pictures import profiles, samples

COLOURS = (samples.RED, samples.GREEN, samples.BLUE, samples.YELLOW)


def rendered(
    data: bytes,
    name: str = "stand.jpg",
    uses: frozenset[Use] = GALLERY,
    focus: tuple[float, float] | None = None,
) -> list[tuple[RenditionSpec, Image.Image]]:
    """All renditions, decoded again."""
    picture = examine_bytes(data, name).picture
    assert picture is not None
    specs = plan(picture.width, picture.height, uses, focus)
    return [(spec, Image.open(io.BytesIO(content))) for spec, content in render(data, name, specs, Rights())]


def quarters_right(image: Image.Image, distance: int = 24) -> bool:
    """Whether red, green, blue and yellow lie where they belong."""
    return all(samples.near(a, b, distance) for a, b in zip(samples.quarters(image), COLOURS, strict=True))


def test_files_are_what_the_plan_says() -> None:
    """Each rendition has the planned format and size."""
    for spec, image in rendered(samples.saved(samples.corners(2000, 1500)), uses=HERO):
        assert image.size == (spec.width, spec.height)
        assert image.format == {Format.JPEG: "JPEG", Format.AVIF: "AVIF"}[spec.format]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_never_sideways(kind: str, orientation: int) -> None:
    """All eight orientations come out upright, in both formats, and carry no orientation any more."""
    pixels = samples.stored(samples.corners(), orientation)
    data = samples.saved(pixels, kind, exif=samples.exif(orientation))
    for spec, image in rendered(data, f"stand.{kind.lower()}"):
        assert (spec.width, spec.height) == image.size == (320, 240)
        assert image.getexif().get(0x0112, 1) == 1
        assert quarters_right(image)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_crops_are_of_the_upright_picture(orientation: int) -> None:
    """A focus is a point of the picture as people see it."""
    pixels = samples.stored(samples.corners(300, 600), orientation)
    data = samples.saved(pixels, exif=samples.exif(orientation))
    for _spec, image in rendered(data, uses=frozenset({Use.CARD}), focus=(0.5, 0.0)):
        left, right, *_ = samples.quarters(image)
        assert samples.near(left, samples.RED, 24) and samples.near(right, samples.GREEN, 24)


@pytest.mark.parametrize("mode", ["RGB", "CMYK", "P", "RGBA", "YCbCr"])
def test_modes_keep_their_colours(mode: str) -> None:
    """CMYK, palettes and alpha come out in the colours that went in."""
    kind = {"CMYK": "JPEG", "YCbCr": "JPEG"}.get(mode, "PNG")
    data = samples.saved(samples.corners(mode=mode), kind, **({"quality": 95} if kind == "JPEG" else {}))
    for _spec, image in rendered(data, f"stand.{'jpg' if kind == 'JPEG' else 'png'}"):
        assert image.mode == "RGB"
        assert quarters_right(image, 30)


def test_cmyk_tiff() -> None:
    """So does a CMYK TIFF as printers send it."""
    for _spec, image in rendered(samples.saved(samples.corners(mode="CMYK"), "TIFF"), "stand.tif"):
        assert quarters_right(image, 30)


def test_grey_stays_grey() -> None:
    """A grey photograph stays one, which is smaller."""
    (_, image), *_rest = rendered(samples.saved(samples.corners(mode="L")))
    assert image.mode == "L"


def test_black_and_white() -> None:
    """One bit a pixel becomes grey."""
    half = Image.new("1", (64, 64), 1)
    half.paste(0, (0, 0, 32, 64))
    (_, image), *_rest = rendered(samples.saved(half, "PNG"), "plan.png")
    assert samples.near(image.convert("RGB").getpixel((5, 5)), (0, 0, 0))
    assert samples.near(image.convert("RGB").getpixel((60, 5)), (255, 255, 255))


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_sixteen_bits_are_scaled_not_clipped(kind: str) -> None:
    """The middle grey of 16 bits is the middle grey of 8."""
    image = Image.new("I;16", (64, 64), 0x8000)
    for _spec, out in rendered(samples.saved(image, kind), f"grau.{kind.lower()}"):
        assert samples.near(out.convert("RGB").getpixel((9, 9)), (128, 128, 128), 4)


def test_transparent_photographs_lie_on_white() -> None:
    """JPEG has no transparency: what is not there is white, in AVIF likewise."""
    image = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    image.paste(samples.RED, (100, 50, 200, 150))
    for _spec, out in rendered(samples.saved(image, "PNG"), "frei.png"):
        assert samples.near(out.convert("RGB").getpixel((5, 5)), (255, 255, 255), 4)
        assert samples.near(out.convert("RGB").getpixel((150, 100)), samples.RED)


def test_palette_with_transparency() -> None:
    """A GIF's transparent colour lies on white too, whatever its palette says there."""
    image = Image.new("P", (64, 64), 0)
    image.putpalette([200, 0, 200, 0, 0, 0])
    image.paste(1, (0, 0, 32, 64))
    (_, out), *_rest = rendered(samples.saved(image, "GIF", transparency=0), "zeichen.gif")
    assert samples.near(out.convert("RGB").getpixel((50, 20)), (255, 255, 255), 6)


def test_logos_stay_transparent_and_lossless() -> None:
    """A logo comes as PNG and AVIF with its alpha."""
    image = Image.new("RGBA", (300, 100), (0, 0, 0, 0))
    image.paste(samples.BLUE, (100, 0, 200, 100))
    for _spec, out in rendered(samples.saved(image, "PNG"), "logo.png", LOGO):
        assert out.format in {"PNG", "AVIF"}
        assert out.mode == "RGBA"
        assert out.getchannel("A").getpixel((2, 2)) == 0


def test_wide_gamut_becomes_srgb() -> None:
    """Colours of Adobe RGB are brought into sRGB in every rendition, and no profile is left."""
    data = samples.saved(Image.new("RGB", (64, 64), (144, 255, 60)), icc_profile=profiles.adobe_rgb(), quality=98)
    for _spec, out in rendered(data):
        assert out.info.get("icc_profile") is None
        pixel = out.convert("RGB").getpixel((30, 30))
        assert isinstance(pixel, tuple)
        assert pixel[0] < 20 and pixel[1] > 245


def test_cmyk_by_its_profile() -> None:
    """A printer's JPEG comes out in the colours its profile means."""
    inks = Image.new("CMYK", (64, 64), (0, 255, 255, 0))
    for _spec, out in rendered(samples.saved(inks, icc_profile=profiles.cmyk(), quality=98)):
        assert samples.near(out.convert("RGB").getpixel((30, 30)), (255, 0, 0), 8)


def test_first_frame_of_an_animation() -> None:
    """An animated GIF is shown as its first frame."""
    frames = [samples.corners(), Image.new("RGB", (320, 240), "black")]
    data = samples.saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    for _spec, out in rendered(data, "tanz.gif"):
        assert not getattr(out, "is_animated", False)
        assert quarters_right(out, 30)


def test_large_pictures_are_scaled_well() -> None:
    """A picture of 12 megapixels comes out right in every size."""
    for spec, out in rendered(samples.saved(samples.corners(4000, 3000)), uses=GALLERY):
        assert out.size == (spec.width, spec.height)
        assert quarters_right(out)


def test_one_pixel_comes_out() -> None:
    """Even one pixel has its renditions."""
    for spec, out in rendered(samples.saved(samples.corners(1, 1), "PNG"), "punkt.png", HERO):
        assert out.size == (spec.width, spec.height) == (1, 1)


def test_small_social_picture_is_padded_not_enlarged() -> None:
    """A small picture stands in its own size in the middle of the social picture."""
    data = samples.saved(samples.corners(400, 300))
    ((spec, out),) = rendered(data, uses=frozenset({Use.SOCIAL}))
    assert spec.padded and out.size == (1200, 630)
    middle = out.crop((400, 165, 800, 465))
    assert quarters_right(middle)


def test_a_rendition_does_not_depend_on_the_others() -> None:
    """Made alone, a rendition has the same bytes as in company."""
    data = samples.saved(samples.corners(3000, 2000))
    specs = plan(3000, 2000, HERO, (0.2, 0.7))
    together = dict(render(data, "a.jpg", specs, Rights()))
    for spec in specs:
        ((_, alone),) = render(data, "a.jpg", (spec,), Rights())
        assert alone == together[spec]


def test_same_bytes_in_another_process(tmp_path: Path) -> None:
    """Another process, with another hash seed, gives the same bytes."""
    data = samples.saved(samples.corners(1300, 900))
    (tmp_path / "a.jpg").write_bytes(data)
    program = (
        "import hashlib,pathlib,sys\n"
        "from plugins.pictures.metadata import Rights\n"
        "from plugins.pictures.plan import HERO, plan\n"
        "from plugins.pictures.render import render\n"
        "data = pathlib.Path(sys.argv[1]).read_bytes()\n"
        "made = render(data, 'a.jpg', plan(1300, 900, HERO), Rights(credit='Amt | Jäger'))\n"
        "print(hashlib.sha256(b''.join(content for _, content in made)).hexdigest())\n"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / "a.jpg")],
            check=True,
            capture_output=True,
            text=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[3])},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_truncated_after_examination() -> None:
    """A file that was cut off since it was examined is a problem, not a crash."""
    data = samples.saved(samples.corners(800, 600))
    with pytest.raises(ContentError) as caught:
        list(render(data[:2000], "stand.jpg", plan(800, 600), Rights()))
    assert caught.value.problems[0].code == "picture-broken"
