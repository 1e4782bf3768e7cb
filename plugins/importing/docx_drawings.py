"""What Word draws, as words: formulas, check boxes, WordArt; charts, SmartArt and embedded pages are told."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from lxml import html

from plugins.importing.archive import read_part
from plugins.importing.ooxml import Element, R, W, parse, remove, unwrap

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_V = "{urn:schemas-microsoft-com:vml}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_DRAWN = re.compile(r"word/(?:charts/chart|diagrams/data)\d*\.xml")
_PAGE = re.compile(r"word/[^/]*\.(?:html?|xht|txt)", re.IGNORECASE)


def in_words(root: Element, known: frozenset[str]) -> None:
    """Puts formulas and WordArt into the text as words, check boxes as their signs.

    Links to parts that are not there, ``known`` being those that are, become plain words.
    """
    for part in list(root.iter(f"{W}sdt")):
        if part.find(f"{W}sdtPr/{_W14}checkbox") is not None:
            _without_frame(part)
    for formula in list(root.iter(f"{_M}oMathPara")):
        unwrap(formula)
    for formula in list(root.iter(f"{_M}oMath")):
        _into_run(formula, _linear(formula))
    for art in list(root.iter(f"{_V}textpath")):
        host = next(art.iterancestors(f"{W}r"), None)
        if host is not None and art.get("string"):
            host.addnext(_run(art.get("string")))
    for link in list(root.iter(f"{W}hyperlink")):
        if link.get(f"{R}id") not in (None, *known):
            unwrap(link)
    for name in (f"{R}embed", f"{R}link"):
        for blip in root.xpath(f"//*[local-name()='blip'][@*[local-name()='{name.partition('}')[2]}']]"):
            if blip.get(name) not in (None, *known):
                remove(blip)


def drawn_words(archive: zipfile.ZipFile, name: str, roots: list[Element]) -> str:
    """The words of charts, SmartArt and embedded pages, and the descriptions of drawings without a picture."""
    found = [text for root in roots for text in _descriptions(root)]
    for part in sorted(archive.namelist()):
        if _DRAWN.fullmatch(part):
            found.extend(_texts(parse(read_part(archive, part, name))))
        elif _PAGE.fullmatch(part):
            found.append(html.fromstring(read_part(archive, part, name) or b"<p/>").text_content())
    return "\n".join(found)


def _descriptions(root: Element) -> Iterator[str]:
    for drawing in root.iter(f"{W}drawing"):
        if not drawing.xpath(".//*[local-name()='blip' or local-name()='txbxContent']"):
            yield from (each.get("descr") for each in drawing.xpath(".//*[local-name()='docPr'][@descr]"))


def _texts(root: Element) -> Iterator[str]:
    """Words of DrawingML, and the names of what a chart counts."""
    for each in root.xpath("//*[local-name()='t'] | //*[local-name()='strCache']//*[local-name()='v']"):
        yield each.text or ""


def _without_frame(part: Element) -> None:
    content = part.find(f"{W}sdtContent")
    if content is not None:
        part.addprevious(content)
        unwrap(content)
    remove(part)


def _into_run(formula: Element, text: str) -> None:
    formula.addprevious(_run(text))
    remove(formula)


def _run(text: str) -> Element:
    run = parse(f'<w:r xmlns:w="{W[1:-1]}"><w:t/></w:r>'.encode())
    run[0].text = text
    run[0].set(_XML_SPACE, "preserve")
    return run


def _linear(element: Element) -> str:
    """A formula on one line, as people type one: ``x²``, ``a/b``, ``√(x)``."""
    tag = str(element.tag).removeprefix(_M)
    if tag == "t":
        return element.text or ""
    if tag == "f":
        return f"{_grouped(_part(element, 'num'))}/{_grouped(_part(element, 'den'))}"
    if tag == "rad":
        return f"{_part(element, 'deg')}√({_part(element, 'e')})"
    if tag == "d":
        return f"({', '.join(_linear(each) for each in element.findall(f'{_M}e'))})"
    inner = "".join(_linear(each) for each in element if not str(each.tag).endswith("Pr"))
    if tag in ("sup", "sub"):
        table, sign = (_RAISED, "^") if tag == "sup" else (_LOWERED, "_")
        is_short = all(ord(char) in table for char in inner)
        return inner.translate(table) if is_short else f"{sign}{_grouped(inner)}"
    return inner


def _part(element: Element, name: str) -> str:
    found = element.find(f"{_M}{name}")
    return "" if found is None else _linear(found)


def _grouped(text: str) -> str:
    return text if text.isalnum() else f"({text})"
