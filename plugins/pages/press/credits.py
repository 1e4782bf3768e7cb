"""Whose the pictures of a press kit are and what may be done with them: as text, and as a table."""

from __future__ import annotations

import csv
import io

from plugins.newsroom.model import Lang
from plugins.newsroom.record import record
from plugins.pages.dates import locale_of
from plugins.pages.labels import Labels
from plugins.pages.press.release import credit_words
from plugins.pages.views import FigureView

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would compute."""


_REQUEST = (
    "Please print the credit with each picture. What else may be done with it is said beside it; where nothing is said,"
    " ask the press contact."
)


@record
class KitPicture:
    """A picture of a kit: what its file is called there, and what a page says of it."""

    name: str
    figure: FigureView
    width: int
    height: int


def credits_text(title: str, pictures: tuple[KitPicture, ...], t: Labels, embargo: str = "") -> bytes:
    """For people: each picture with caption, credit and terms, and what to do where nothing is said."""
    blocks = [*([embargo] if embargo else []), f"{t.text('Picture credits')}: {title}", t.text(_REQUEST)]
    for picture in pictures:
        figure = picture.figure
        lines = (picture.name, figure.caption.text or figure.alt.text, credit_words(figure, t))
        blocks.append("\n".join(line for line in lines if line))
    return ("\n\n".join(blocks) + "\n").encode()


def credits_table(pictures: tuple[KitPicture, ...], t: Labels, lang: Lang, embargo: str = "") -> bytes:
    """For picture desks' programs: CSV (RFC 4180) in UTF-8 with its mark, so that spreadsheets read it.

    Cells are parted as a spreadsheet of that language wants them: by semicolons where numbers have a comma.
    """
    out = io.StringIO(newline="")
    semicolon = locale_of(lang).number_symbols["latn"]["decimal"] == ","
    table = csv.writer(out, delimiter=";" if semicolon else ",", lineterminator="\r\n")
    heads = (
        "File",
        "Caption",
        "What is to be seen",
        "Credit",
        "Photographer",
        "Licence",
        "Terms of use",
        "Last day of use",
    )
    table.writerow(
        [*(t.text(head) for head in heads), t.text("Width"), t.text("Height"), *(["Embargo"] if embargo else [])]
    )
    for picture in pictures:
        figure = picture.figure
        cells = (
            picture.name,
            figure.caption.text,
            figure.alt.text,
            figure.credit,
            ", ".join(maker.label for maker in figure.photographers),
            " ".join(part for part in (figure.licence, figure.licence_url) if part),
            figure.usage_terms.text,
            figure.usable_until.iso if figure.usable_until else "",
        )
        table.writerow([*map(_cell, cells), picture.width, picture.height, *([embargo] if embargo else [])])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
