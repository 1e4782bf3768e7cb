"""What a picture says of itself (IPTC, XMP), and whether it can be used at all."""

from __future__ import annotations

from plugins.importing.block import SourcePicture
from plugins.newsroom.model import Credit as CreditLine
from plugins.newsroom.model import Photo, Words
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.record import record
from plugins.pictures.credit import credit_for
from plugins.pictures.examine import examine_bytes


@record
class PictureFacts:
    """Words and credit of a picture's own metadata."""

    alt: str = ""
    caption: str = ""
    credit: str = ""
    problem: str = ""


def picture_facts(picture: SourcePicture) -> PictureFacts:
    """What the bytes say; empty where there are none."""
    if not picture.data:
        return PictureFacts()
    examined = examine_bytes(picture.data, picture.name)
    if examined.picture is None:
        errors = [p for p in examined.problems if p.level is Level.ERROR] or list(examined.problems)
        return PictureFacts(problem=f"{errors[0].found}. {errors[0].fix}" if errors else "it cannot be read")
    own = examined.picture.metadata
    credit = credit_for(Photo(picture.name, CreditLine("")), own, "")
    line = "" if isinstance(credit, Problem) else credit.line
    return PictureFacts(_one(own.alt), _one(own.caption), " ".join(line.split()))


def _one(words: Words) -> str:
    text = words.common or next((text for _, text in words.by_lang), "")
    return " ".join(text.split())
