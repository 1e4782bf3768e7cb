"""Characters are counted as engines bill them."""

from __future__ import annotations

import html
import re

import pytest

from plugins.translation.engines.markup_form import HtmlForm, XmlForm
from plugins.translation.run.measure import billed
from plugins.translation.segment import Segment, Tag, TagKind

SEGMENT = Segment(
    "body/paragraph",
    "paragraph",
    'Grüße &amp; <g id="1">Küsse</g> von <x id="2"/>,<x id="3"/> <x id="4"/> \U0001f600',
    (
        Tag(1, TagKind.LINK, "[", "](https://a.example)"),
        Tag(2, TagKind.NAME, "Julia Jäger", visible="Julia Jäger"),
        Tag(3, TagKind.BREAK, "\\\n"),
        Tag(4, TagKind.CODE, "`x < y`"),
    ),
)


def test_what_is_seen_is_counted() -> None:
    """Words and names, a code point each; neither entities nor tags."""
    assert billed(SEGMENT) == len("Grüße & Küsse von Julia Jäger,  \U0001f600")


@pytest.mark.parametrize("form", [HtmlForm(), XmlForm()], ids=["html", "xml"])
def test_it_is_what_engines_see_outside_of_tags(form: HtmlForm | XmlForm) -> None:
    """The count of the text on the wire without its markup."""
    assert billed(SEGMENT) == len(html.unescape(re.sub(r"<[^>]*>", "", form.encode(SEGMENT))))
