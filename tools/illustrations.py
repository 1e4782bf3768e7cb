"""Draws the pictures of the founding reports: ``python3 -m tools.illustrations [--only NAME] [--content DIR]``.

They stand in for photographs that are not ours to ship, and say so in their metadata: the IPTC Digital
Source Type ``algorithmicMedia`` is a picture made by an algorithm without sampled training data
(http://cv.iptc.org/newscodes/digitalsourcetype/). The same version draws the same pictures again.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PIL import Image

from plugins.newsroom.model import Words
from plugins.pictures.metadata import Rights
from plugins.pictures.writing import imprint
from tools.drawing import baltic, coasts, desk, emission, fair, lunch, steel, techland
from tools.drawing.canvas import Canvas, Fade, Paint
from tools.drawing.palette import INK, NAVY, SAND

LARGEST = 250_000
"""Bytes a picture may have, so that a clone of the project stays small."""

RIGHTS = Rights(
    creators=("Dreiklang",),
    credit="Illustration: Dreiklang",
    copyright=Words(common="Dreiklang contributors, AGPL-3.0-or-later"),
    digital_source_type="http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
)


@dataclass(frozen=True, slots=True)
class Motif:
    """One picture: where it goes, on what ground it is drawn, and by whom."""

    report: str
    name: str
    ground: Paint
    draw: Callable[[Canvas, Random], None]


LUNCH, MISSION = "reports/2024/kanada-business-lunch", "reports/2021/e-mission-luxemburg"
STARS, CLUSTERS = "reports/2014/bsr-stars", "reports/2023/clusters-meet-regions"
TECH = "reports/2024/tech-land"
MOTIFS = (
    Motif(LUNCH, "runder-tisch", "#237f79", lunch.round_table),
    Motif(LUNCH, "messestand", Fade("#dcebea", "#bcd8d9"), fair.stand),
    Motif(LUNCH, "themen", Fade(NAVY, "#1f5a7a"), lunch.themes),
    Motif(LUNCH, "verabredung", "#b9824d", desk.agreement),
    Motif(LUNCH, "kongresshalle", Fade("#8fc6cf", "#f6ead2"), fair.congress_hall),
    Motif(LUNCH, "atlantik", Fade("#f2b98a", "#fbe6c4"), coasts.ocean),
    Motif(MISSION, "videobruecke", Fade(NAVY, "#1d5375"), emission.video_bridge),
    Motif(MISSION, "cybersicherheit", Fade(INK, NAVY), emission.security),
    Motif(MISSION, "mobilitaet", Fade("#9fd0d8", "#fbeacb"), emission.mobility),
    Motif(STARS, "ostsee", Fade("#f0a878", "#fbe3bd"), baltic.horizon),
    Motif(STARS, "sternbild", Fade("#081a2a", "#17506a"), baltic.constellation),
    Motif(CLUSTERS, "austausch", SAND, steel.exchange),
    Motif(CLUSTERS, "stahlwerk", Fade("#f0b183", "#fbe0b8"), steel.works),
    Motif(TECH, "brug", Fade("#f2b07c", "#fde6bd"), techland.bridge),
    Motif(TECH, "vier-themas", NAVY, techland.four),
)


def paint(motif: Motif) -> Image.Image:
    """The picture, 2400 by 1600 pixels; its chance is seeded by its name."""
    canvas = Canvas(motif.ground)
    motif.draw(canvas, Random(motif.name))  # noqa: S311 (decoration, not secrecy)
    return canvas.picture()


def jpeg(image: Image.Image) -> bytes:
    """The file, in the best quality from 82 downwards that keeps it below ``LARGEST``."""
    rights = imprint(RIGHTS)
    for quality in range(82, 40, -4):
        out = io.BytesIO()
        image.save(
            out, "JPEG", quality=quality, progressive=True, optimize=True,
            exif=rights.exif, xmp=rights.xmp, extra=rights.photoshop,
        )  # fmt: skip
        if out.tell() < LARGEST:
            return out.getvalue()
    raise ValueError(f"no quality makes the picture smaller than {LARGEST} bytes")


def main(arguments: list[str]) -> int:
    """Draw what was asked for. 0 when done, 2 for a name that is not there."""
    parser = argparse.ArgumentParser(description="Draw the pictures of the founding reports.")
    parser.add_argument("--only", metavar="NAME", action="append", help="draw this one (may be repeated)")
    parser.add_argument("--content", metavar="DIR", type=Path, default=Path("content"))
    asked = parser.parse_args(arguments)
    chosen = [motif for motif in MOTIFS if not asked.only or motif.name in asked.only]
    if not chosen:
        print(f"No such picture. There are: {', '.join(motif.name for motif in MOTIFS)}.", file=sys.stderr)
        return 2
    for motif in chosen:
        target = asked.content / motif.report / "photos" / f"{motif.name}.jpg"
        target.parent.mkdir(parents=True, exist_ok=True)
        data = jpeg(paint(motif))
        target.write_bytes(data)
        print(f"{target}  {len(data) // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
