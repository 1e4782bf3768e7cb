"""Pictures with their captions and credits, from pages that were copied or saved."""

from __future__ import annotations

import base64
import datetime as dt

from plugins.importing.background import Background
from plugins.importing.decide import decide
from plugins.importing.proposal import ItemKind, Proposal, Sure
from plugins.importing.read import read

from .documents import heic, jpeg

BACKGROUND = Background(today=dt.date(2026, 1, 31))
LONG = "Die Stadt öffnete gestern den neuen Kai, und dreihundert Gäste aus drei Ländern kamen an das Wasser."
COPIED = f"""Rundgang am Kai: ein Tag im Hafen

{LONG}

Image
Rundgang am Kai
Hafenamt Nordhafen | Muster
Image
Stand der Stadt
Hafenamt Nordhafen | Muster
Image
Halle 3
Hafenamt Nordhafen | Muster

Kontakt
Image
Mia Muster
Leiterin Kommunikation
030 23125 410
mia@hafen.example

Autorin
Mia Muster
"""


def proposal(text: str, name: str = "kai.txt", files: dict[str, bytes] | None = None) -> Proposal:
    """What is proposed for a text."""
    return read(text.encode(), name, BACKGROUND, lambda address: (files or {}).get(address, b""))


def test_the_gallery_of_a_copied_page() -> None:
    """“Image” and two lines: caption and credit. A portrait at a contact is no picture of it."""
    found = proposal(COPIED)
    assert [(p.caption, p.credit) for p in found.pictures] == [
        ("Rundgang am Kai", "Hafenamt Nordhafen | Muster"),
        ("Stand der Stadt", "Hafenamt Nordhafen | Muster"),
        ("Halle 3", "Hafenamt Nordhafen | Muster"),
    ]
    assert found.facts.contacts == found.facts.authors == ("mia-muster",)
    assert found.edition.body == LONG


def test_each_is_a_thing_of_its_own() -> None:
    """Beside its source; the picture itself has to be added."""
    found = proposal(COPIED)
    kinds = [(item.kind, item.excerpt) for item in found.items if item.kind in (ItemKind.CAPTION, ItemKind.CREDIT)]
    assert kinds[0] == (ItemKind.CAPTION, "Rundgang am Kai")
    assert kinds[1] == (ItemKind.CREDIT, "Hafenamt Nordhafen | Muster")
    assert all(item.sure is Sure.TO_DECIDE for item in found.items if item.kind is ItemKind.PICTURE)


def test_pictures_can_be_added() -> None:
    """By the names that are proposed; they stay through later answers."""
    found = decide(proposal(COPIED), {}, files={"picture-1.jpg": jpeg()})
    assert [bool(p.data) for p in found.pictures] == [True, False, False]
    assert [bool(p.data) for p in decide(found, {"teaser": "first"}).pictures] == [True, False, False]


def test_pictures_of_other_names_go_to_those_that_are_left() -> None:
    """In their order, with the ending that fits."""
    found = decide(proposal(COPIED), {}, files={"DSC 1.JPG": heic(), "Picture-1.png": jpeg(), "DSC 2.JPG": jpeg("red")})
    assert [(p.file, bool(p.data)) for p in found.pictures] == [
        ("picture-1.jpg", True), ("picture-2.heic", True), ("picture-3.jpg", True),
    ]  # fmt: skip
    assert found.pictures[0].data == jpeg()


def test_a_file_name_with_a_name_in_it() -> None:
    """It is the only credit that the page gives."""
    found = proposal(f"Rundgang am Kai: ein Tag im Hafen\n0815_2327_ERIKA_M_MUSTER.jpg\n\n{LONG}\n")
    [only] = found.pictures
    assert (only.file, only.credit) == ("0815-2327-erika-m-muster.jpg", "Erika M. Muster")


def test_one_credit_for_all() -> None:
    """“Text und Fotos: …” gives author and credit."""
    found = proposal(f"Rundgang am Kai: ein Tag\n\n{LONG}\n\nkai.jpg\n\n{LONG}\n\nText und Fotos: Mia Muster\n")
    assert [p.credit for p in found.pictures] == ["Mia Muster"]
    assert found.facts.authors == ("mia-muster",)


PAGE = f"""<!doctype html><html><head><title>Kai</title><style>p {{ color: red }}</style><script>var geheim = 1;</script></head><body>
<nav><a href="/">Start</a></nav><main><h1>Rundgang am Kai</h1><p>{LONG}</p>
<figure><a href="gross.jpg"><img src="klein.jpg" srcset="mittel.jpg 800w, klein.jpg 400w" alt="Menschen am Kai"></a>
<figcaption>Der Kai. Foto: Hafenamt</figcaption></figure>
<p>{LONG.replace("gestern", "heute")} <a href="https://hafen.example/mehr">Mehr dazu</a></p>
<img src="https://zaehler.example/pixel.gif" width="1" height="1" alt=""></main><footer>Impressum</footer></body></html>"""


def test_a_saved_page() -> None:
    """The picture that a click opens; no script, no style, no counter; what stands around the text is dropped."""
    found = proposal(PAGE, "kai.html", {"gross.jpg": jpeg("red")})
    [only] = found.pictures
    assert (only.file, only.data, only.alt, only.caption, only.credit) == (
        "gross.jpg", jpeg("red"), "Menschen am Kai", "Der Kai.", "Hafenamt",
    )  # fmt: skip
    assert found.edition.title == "Rundgang am Kai"
    assert "![](photo:gross.jpg)" in found.edition.body
    assert "[Mehr dazu](https://hafen.example/mehr)" in found.edition.body
    assert "geheim" not in repr(found.edition)
    assert sorted(i.excerpt for i in found.items if i.sure is Sure.DROPPED) == ["Impressum", "Start"]


def test_pasted_pictures_and_kinds_of_pictures() -> None:
    """In the page itself; HEIC and CMYK are taken, what nobody can read is told of."""
    shown = "".join(
        f'<p><img src="data:image/x;base64,{base64.b64encode(data).decode()}"></p>'
        for data in (heic(), jpeg(mode="CMYK"), b"\x01\x00\x00\x00 EMF")
    )
    pictures = proposal(f"<h1>Kai 7 ist offen</h1><p>{LONG}</p>{shown}", "kai.html").pictures
    assert [p.file.rpartition(".")[2] for p in pictures] == ["heic", "jpg", "jpg"]
    assert [bool(p.problem) for p in pictures] == [False, False, True]


def test_the_credit_of_the_picture_itself() -> None:
    """IPTC, where the text says nothing."""
    import exiv2

    image = exiv2.ImageFactory.open(jpeg())
    image.readMetadata()
    image.iptcData()["Iptc.Application2.Credit"] = "Hafenamt"
    image.iptcData()["Iptc.Application2.Caption"] = "Der Kai am Abend"
    image.writeMetadata()
    data = bytes(image.io().read(image.io().size()))
    text = f'<h1>Kai 7 ist offen</h1><p>{LONG}</p><img src="kai.jpg"><p>{LONG}</p>'
    [only] = proposal(text, "kai.html", {"kai.jpg": data}).pictures
    assert (only.caption, only.credit) == ("Der Kai am Abend", "Hafenamt")
