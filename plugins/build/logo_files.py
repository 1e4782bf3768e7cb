"""Stage: the publisher's logo as files to download: a drawing also as pixels, on nothing and on white."""

from __future__ import annotations

import io
from importlib.util import find_spec
from pathlib import Path, PurePath

from plugins.build.assets import Copy, engine, versioned
from plugins.build.config import Config
from plugins.build.site_pictures import Looked
from plugins.build.sources import Sources
from plugins.cache.digest import digest, digest_bytes
from plugins.cache.replacement import place
from plugins.newsroom.model import Site
from plugins.pages.marks import LogoFile
from plugins.pages.urls import Urls

SIDE = 2400
"""Pixels of the longer side: of a drawing, and at most of anything else."""
QUALITY = 92
_DRAWING = """
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#context {
  let size = measure(image(sys.inputs.logo))
  let scale = SIDE * 1pt / calc.max(size.width, size.height)
  image(sys.inputs.logo, width: size.width * scale, height: size.height * scale)
}
"""


def logo_files(
    config: Config, sources: Sources, site: Site, looked: Looked, urls: Urls
) -> tuple[tuple[LogoFile, ...], tuple[Copy, ...]]:
    """(files that the press page offers, those of them that are made here).

    A drawing alone where there is no typesetter for this machine, or where that cannot read it.
    """
    logo = site.publisher.logo
    if logo not in looked.drawn and not (logo in looked.found and looked.found[logo].picture):
        return (), ()
    files, copies, mark = [], [], sources.content[logo]
    if logo in looked.drawn:
        url = urls.at(versioned("brand", logo, mark))
        files.append(LogoFile(url, "SVG", (config.content / logo).stat().st_size))
    made = _made(config, logo, mark, is_drawing=logo in looked.drawn)
    for kind, file in zip(("PNG", "JPEG"), made, strict=False):
        data = file.read_bytes()
        made_mark = digest_bytes(data)
        name = versioned("brand", f"{PurePath(logo).stem}{file.suffix}", made_mark)
        copies.append(Copy(name, str(file), made_mark))
        files.append(LogoFile(urls.at(name), kind, len(data), _pixels(made[0])))
    return tuple(files), tuple(copies)


def _made(config: Config, logo: str, mark: str, *, is_drawing: bool) -> tuple[Path, ...]:
    """PNG and JPEG, made if they are not there yet; nothing where they cannot be made."""
    name = digest((engine(), _DRAWING, SIDE, QUALITY, mark, is_drawing))
    paths = (config.marks / f"{name}.png", config.marks / f"{name}.jpg")
    if all(path.is_file() for path in paths):
        return paths
    data = _drawn(config.content, logo) if is_drawing else (config.content / logo).read_bytes()
    if not data:
        return ()
    config.marks.mkdir(parents=True, exist_ok=True)
    for path, content in zip(paths, _encoded(data, logo), strict=True):
        place(str(config.marks), path.name, content, None)
    return paths


def _drawn(content: Path, logo: str) -> bytes:
    """The drawing as PNG; nothing where the typesetter is missing or cannot read it."""
    if find_spec("typst") is None:
        return b""
    import typst  # brings a typesetter along, which a build needs once

    compiler = typst.Compiler(root=str(content), ignore_system_fonts=True)
    template = _DRAWING.replace("SIDE", str(SIDE)).encode()
    try:
        data = compiler.compile(input=template, format="png", ppi=72.0, sys_inputs={"logo": f"/{logo}"})
    except typst.TypstError:
        return b""
    return data if isinstance(data, bytes) else b"".join(data or ())


def _encoded(data: bytes, logo: str) -> tuple[bytes, bytes]:
    """(PNG with what is transparent, JPEG on white), upright, in sRGB, without metadata."""
    from PIL import Image  # with a decoder of every kind, which a build needs once

    from plugins.pictures.colours import flatten
    from plugins.pictures.picture import Limits
    from plugins.pictures.scaling import Scaler
    from plugins.pictures.sniff import sniff

    image = Scaler(data, logo, sniff(data), Limits()).at_least(1.0)
    image.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    image.info.clear()
    png, jpeg = io.BytesIO(), io.BytesIO()
    image.save(png, "PNG", optimize=True)
    flatten(image).save(jpeg, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    return png.getvalue(), jpeg.getvalue()


def _pixels(png: Path) -> tuple[int, int]:
    """Width and height, as the header says."""
    head = png.read_bytes()[16:24]
    return int.from_bytes(head[:4]), int.from_bytes(head[4:])
