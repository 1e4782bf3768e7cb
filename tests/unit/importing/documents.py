"""Documents as Word and Writer save them, made of texts of our own."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from typing import Any, cast

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from lxml.etree import _Element
from odfdo import Document, Style
from PIL import Image


def jpeg(colour: str = "navy", size: tuple[int, int] = (60, 40), mode: str = "RGB") -> bytes:
    """A small picture."""
    out = io.BytesIO()
    Image.new(mode, size, colour if mode == "RGB" else 0).save(out, "JPEG")
    return out.getvalue()


def heic() -> bytes:
    """A picture as telephones take them."""
    import pillow_heif

    pillow_heif.register_heif_opener()
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "green").save(out, "HEIF")
    return out.getvalue()


def word(fill: Callable[[Any], object]) -> bytes:
    """A .docx that ``fill`` has written into."""
    document = docx.Document()
    fill(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def picture(document: Any, data: bytes, alt: str = "") -> None:
    """Adds a picture with its alt text."""
    shape = document.add_picture(io.BytesIO(data))
    shape._inline.docPr.set("descr", alt)


def tree_of(paragraph: Paragraph) -> _Element:
    """The paragraph's XML, to which more can be added than python-docx knows."""
    return cast(_Element, paragraph._p)


def insertion(paragraph: Paragraph, text: str, by: str = "E. Muster") -> None:
    """A tracked insertion at the end of a paragraph."""
    run = copy.deepcopy(paragraph.add_run(text)._r)
    tree_of(paragraph).remove(paragraph.runs[-1]._r)
    mark: _Element = OxmlElement("w:ins")
    mark.set(qn("w:id"), "901")
    mark.set(qn("w:author"), by)
    mark.append(run)
    tree_of(paragraph).append(mark)


def deletion(paragraph: Paragraph, text: str, by: str = "E. Muster") -> None:
    """A tracked deletion at the end of a paragraph."""
    mark = parse_xml(
        f'<w:del {nsdecls("w")} w:id="902" w:author="{by}"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
    )
    tree_of(paragraph).append(mark)


def hidden(paragraph: Paragraph, text: str) -> None:
    """Text that Word does not show."""
    paragraph.add_run(text).font.hidden = True


def text_box(paragraph: Paragraph, text: str) -> None:
    """A text box as Word writes it: once for new readers, once for old ones."""
    inner = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    names = (
        nsdecls("w")
        + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        + ' xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    tree_of(paragraph).append(
        parse_xml(
            f'<w:r {names}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{inner}</wps:txbx>'
            f"</wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


def linked_picture(document: Any, address: str) -> None:
    """A picture that is only linked."""
    document.add_picture(io.BytesIO(jpeg("red")))
    blip = next(document.paragraphs[-1]._p.iter(qn("a:blip")))
    ident = document.part.relate_to(
        address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", is_external=True
    )
    del blip.attrib[qn("r:embed")]
    blip.set(qn("r:link"), ident)


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The archive with one part changed, or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
        if part not in old.namelist():
            new.writestr(part, change(b""))
    return out.getvalue()


def writer(fill: Callable[[Any], None]) -> bytes:
    """An .odt that ``fill`` has written into; it gets the body."""
    document = Document("text")
    document.body.clear()
    document.insert_style(Style("paragraph", name="Bold_line", area="text", bold=True), automatic=True)
    fill(document.body)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
