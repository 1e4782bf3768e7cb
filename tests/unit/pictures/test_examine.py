"""What is found out about a file before it is used."""

from __future__ import annotations

import io
import random
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from plugins.newsroom.problem import Level
from plugins.pictures.examine import examine, examine_bytes
from plugins.pictures.picture import Limits, Picture
from tests.unit.pictures import profiles, samples


def sound(data: bytes, name: str = "stand.jpg") -> Picture:
    """The picture, which has to be without a fault."""
    examined = examine_bytes(data, name)
    assert examined.picture is not None, examined.problems
    return examined.picture


def refused(data: bytes, name: str = "stand.jpg", limits: Limits = Limits()) -> str:  # noqa: B008
    """The code of the one problem that a file was refused for, which names the file and what to do."""
    examined = examine_bytes(data, name, limits)
    assert examined.picture is None
    (problem,) = examined.problems
    assert problem.file == name
    assert problem.level is Level.ERROR
    assert problem.found and problem.expected and problem.fix.endswith(".")
    return problem.code


def test_tells_size_kind_and_colour() -> None:
    """A sound JPEG is described by size, kind and average colour."""
    picture = sound(samples.saved(samples.corners(640, 480)))
    assert (picture.width, picture.height, picture.kind) == (640, 480, "JPEG")
    assert samples.near(tuple(bytes.fromhex(picture.colour[1:])), (122, 112, 70), 6)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_size_is_upright(orientation: int) -> None:
    """Width and height are those of the picture as people see it."""
    pixels = samples.stored(samples.corners(320, 240), orientation)
    picture = sound(samples.saved(pixels, exif=samples.exif(orientation)))
    assert (picture.width, picture.height) == (320, 240)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "GIF", "BMP"])
def test_reads_each_kind(kind: str) -> None:
    """Every kind that photographs come in is read."""
    picture = sound(samples.saved(samples.corners(), kind), f"stand.{kind.lower()}")
    assert (picture.width, picture.height) == (320, 240)


def test_png_renamed_jpg_is_read_with_a_warning() -> None:
    """The content counts, and the wrong ending is told."""
    examined = examine_bytes(samples.saved(samples.corners(), "PNG"), "stand.jpg")
    assert examined.picture is not None and examined.picture.kind == "PNG"
    (warning,) = examined.problems
    assert (warning.code, warning.level) == ("picture-renamed", Level.NOTICE)


@pytest.mark.parametrize("name", ["stand.JPG", "stand.Jpeg", "Fotos/stand.jfif"])
def test_a_fitting_ending_is_no_problem(name: str) -> None:
    """Capitals and the other endings of JPEG are fine."""
    assert examine_bytes(samples.saved(samples.corners()), name).problems == ()


def test_animation_is_told_of() -> None:
    """Only the first frame is used, which the editor hears."""
    frames = [samples.corners(), samples.corners().rotate(90)]
    data = samples.saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    examined = examine_bytes(data, "stand.gif")
    assert examined.picture is not None
    assert [problem.code for problem in examined.problems] == ["picture-animated"]


def test_a_phone_s_jpeg_with_two_views_is_a_still() -> None:
    """Phones put a second view into a JPEG (MPO); that is no animation."""
    data = samples.saved(samples.corners(), "MPO", save_all=True, append_images=[samples.corners(64, 48)])
    assert examine_bytes(data, "stand.jpg").problems == ()


def test_truncated_jpeg() -> None:
    """A JPEG that breaks off is refused."""
    data = samples.saved(samples.corners(800, 600))
    assert refused(data[: len(data) // 2]) == "picture-broken"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "GIF", "BMP"])
@pytest.mark.parametrize("share", [0.02, 0.1, 0.5, 0.9])
def test_truncated_anywhere_never_raises(kind: str, share: float) -> None:
    """However much is missing, there is a picture or a sentence."""
    data = samples.saved(samples.corners(400, 300), kind)
    examined = examine_bytes(data[: int(len(data) * share)], f"stand.{kind.lower()}")
    assert examined.picture is not None or examined.problems


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "GIF", "BMP"])
def test_flipped_bytes_never_raise(kind: str) -> None:
    """Damage at any place gives a picture or a sentence."""
    data = samples.saved(samples.corners(64, 48), kind)
    for place in range(0, len(data), max(1, len(data) // 97)):
        damaged = bytearray(data)
        damaged[place] ^= 0xFF
        examined = examine_bytes(bytes(damaged), f"stand.{kind.lower()}")
        assert examined.picture is not None or examined.problems


def test_one_pixel() -> None:
    """A picture of one pixel is a picture."""
    picture = sound(samples.saved(samples.corners(1, 1), "PNG"), "punkt.png")
    assert (picture.width, picture.height) == (1, 1)


def test_thirty_thousand_squared() -> None:
    """A picture of 900 million pixels is refused by its header."""
    assert refused(samples.png_claiming(30_000, 30_000), "riesig.png") == "picture-too-large"


def test_more_pixels_than_the_limit() -> None:
    """The sentence tells the size that was found."""
    (problem,) = examine_bytes(samples.png_claiming(14_000, 12_000), "gross.png").problems
    assert problem.found == "14,000 x 12,000 pixels"


def test_a_side_that_is_too_long() -> None:
    """A strip of few pixels but absurd length is refused as well."""
    assert refused(samples.png_claiming(60_000, 10), "streifen.png") == "picture-too-large"


def test_limits_can_be_set() -> None:
    """A newsroom's own limits count."""
    data = samples.saved(samples.corners(100, 100))
    assert refused(data, limits=Limits(pixels=9_999)) == "picture-too-large"


def heic() -> bytes:
    """What a telephone sends."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "teal").save(out, "HEIF")
    return out.getvalue()


def test_heic_is_taken() -> None:
    """Telephones send nothing else."""
    examined = examine_bytes(heic(), "IMG_1234.HEIC")
    assert examined.problems == ()
    assert examined.picture is not None
    assert (examined.picture.width, examined.picture.height, examined.picture.kind) == (64, 48, "HEIC")


@pytest.mark.parametrize("brand", [b"heic", b"heix", b"mif1", b"msf1", b"hevc"])
def test_a_broken_heic_is_told_as_that(brand: bytes) -> None:
    """Its beginning alone is no picture."""
    data = struct.pack(">I", 24) + b"ftyp" + brand + b"\x00\x00\x00\x00" + brand + b"heic" + bytes(64)
    assert refused(data) == "picture-broken"


def photograph() -> bytes:
    """A JPEG of many colours, whose last rows differ from each other; the same in each run, since a decoder that happens
    to have all pixels before the last byte does not miss it.
    """
    out = io.BytesIO()
    Image.frombytes("L", (640, 480), random.Random(7).randbytes(640 * 480)).convert("RGB").save(out, "JPEG")
    return out.getvalue()


@pytest.mark.parametrize("missing", [1, 2])
def test_a_jpeg_without_its_last_bytes_is_taken(missing: int) -> None:
    """Browsers show it whole, and so do we, with a word."""
    examined = examine_bytes(photograph()[:-missing], "a.jpg")
    assert examined.picture is not None
    assert [(p.code, p.level) for p in examined.problems] == [("picture-cut-short", Level.NOTICE)]


def test_a_jpeg_cut_in_the_middle_is_refused() -> None:
    """Half a picture is not to be published as a whole one."""
    data = photograph()
    assert refused(data[: len(data) // 2]) == "picture-broken"


def test_a_broken_profile_is_told_as_that() -> None:
    """The metadata are read all the same."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "teal").save(out, "JPEG", icc_profile=b"no profile at all" * 20)
    examined = examine_bytes(out.getvalue(), "a.jpg")
    assert examined.picture is not None
    assert [(p.code, p.level) for p in examined.problems] == [("picture-profile", Level.NOTICE)]
    assert "colour profile" in examined.problems[0].found


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf", b'<?xml version="1.0"?>\n<!-- made by hand -->\n', b"\n  "])
def test_svg(start: bytes) -> None:
    """An SVG is refused whatever it is called and begins with."""
    data = start + b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    assert refused(data, "logo.png") == "picture-svg"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "picture-empty"),
        (b"Not a picture at all.", "picture-not-a-picture"),
        (bytes(500), "picture-not-a-picture"),
        (b"<!DOCTYPE html><html><body>404</body></html>", "picture-not-a-picture"),
        (b"%PDF-1.7\n", "picture-format"),
        (b"8BPS\x00\x01", "picture-format"),
        (b"PK\x03\x04rest", "picture-format"),
        (b"\x00\x00\x00\x0cjP  \r\n", "picture-format"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:00", "picture-lfs"),
        (b"II*\x00\x10\x00\x00\x00CR\x02\x00", "picture-raw"),
        (b"\xff\xd8\xff", "picture-broken"),
        (b"\x89PNG\r\n\x1a\n", "picture-broken"),
    ],
)
def test_what_is_no_photograph(data: bytes, code: str) -> None:
    """Each thing that is put in place of a photograph has its own sentence."""
    assert refused(data) == code


def test_camera_raw_that_begins_like_a_tiff() -> None:
    """A .nef is not the small preview inside it."""
    assert refused(samples.saved(samples.corners(), "TIFF"), "DSC_0001.NEF") == "picture-raw"


def test_floating_point_pixels() -> None:
    """32 bits a channel is refused, since there is no right way to show it."""
    assert refused(samples.saved(samples.corners(mode="F"), "TIFF"), "messung.tif") == "picture-depth"


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is a sentence."""
    assert [p.code for p in examine(tmp_path / "x.jpg").problems] == ["picture-missing"]


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    """Whatever the system refuses to read is a sentence."""
    assert [p.code for p in examine(tmp_path, "photos/x.jpg").problems] == ["picture-unreadable"]


def test_too_many_bytes(tmp_path: Path) -> None:
    """A file beyond the limit is not read at all."""
    path = tmp_path / "x.jpg"
    path.write_bytes(samples.saved(samples.corners()))
    assert [p.code for p in examine(path, limits=Limits(bytes=100)).problems] == ["picture-too-heavy"]


def test_names_the_file_as_the_editor_knows_it(tmp_path: Path) -> None:
    """The given name stands in picture and sentence, not the path."""
    path = tmp_path / "x.jpg"
    path.write_bytes(samples.saved(samples.corners()))
    examined = examine(path, "reports/2024/kanada/photos/x.jpg")
    assert examined.picture is not None
    assert examined.picture.file == "reports/2024/kanada/photos/x.jpg"


def test_broken_xmp_is_a_warning() -> None:
    """The picture is used, and the editor hears that its metadata is not."""
    data = samples.saved(samples.corners(), xmp=b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF')
    examined = examine_bytes(data, "stand.jpg")
    assert examined.picture is not None
    assert [problem.code for problem in examined.problems] == ["picture-metadata"]


ICC, WORDS = profiles.adobe_rgb(), {"Xmp.dc.description": samples.lang_alt(default="x", de="ü"), "Xmp.plus.X": "y"}
TAGS = {"Exif.Image.Artist": "Öz", "Exif.GPSInfo.GPSLatitude": "51/1 30/1 0/1"}
WHOLE = tuple(
    (kind, samples.tagged(samples.saved(samples.corners(32, 24), kind, icc_profile=ICC), WORDS, TAGS))
    for kind in ("JPEG", "PNG", "TIFF", "WEBP")
)
DAMAGE = st.lists(st.tuples(st.integers(0, 5000), st.binary(max_size=6), st.integers(0, 6)), min_size=1, max_size=6)


def damaged(kind: str, data: bytes, damage: list[tuple[int, bytes, int]]) -> None:
    """Examines the file with bytes put in, taken out or replaced; there must be an answer."""
    for place, new, old in damage:
        at = place % len(data)
        data = data[:at] + new + data[at + old :]
    examined = examine_bytes(data, f"stand.{kind.lower()}")
    assert examined.picture is not None or examined.problems


@given(st.sampled_from(WHOLE), DAMAGE)
@settings(deadline=None)
def test_any_damage_has_an_answer(whole: tuple[str, bytes], damage: list[tuple[int, bytes, int]]) -> None:
    """Damage to pixels, profile or metadata gives a picture or a sentence, never an exception."""
    damaged(*whole, damage)


@pytest.mark.nightly
@given(st.sampled_from(WHOLE), DAMAGE)
@settings(deadline=None, max_examples=20_000)
def test_any_damage_has_an_answer_nightly(whole: tuple[str, bytes], damage: list[tuple[int, bytes, int]]) -> None:
    """The same, many times over."""
    damaged(*whole, damage)
