"""A Writer document (.odt) -> a source, by odfdo; with headers, tracked changes, comments and pictures."""

from __future__ import annotations

import html as markup
import io
import zipfile
from collections.abc import Iterator
from typing import Any

from odfdo import Document

from plugins.importing.archive import open_archive, read_part
from plugins.importing.block import Area, Block, BlockKind, Comment, Source, TrackedChanges
from plugins.importing.errors import SourceError
from plugins.importing.html_blocks import HtmlReader
from plugins.importing.html_pictures import KEPT
from plugins.importing.html_tree import parse
from plugins.importing.odt_html import ODT, html_of, local
from plugins.importing.picture_names import Pictures

_KINDS = (b"application/vnd.oasis.opendocument.text", b"application/vnd.oasis.opendocument.text-template")


def is_odt(data: bytes) -> bool:
    """Whether an archive says that it is an OpenDocument of any kind."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "mimetype" in archive.namelist() and archive.getinfo("mimetype").file_size < 200
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def read_odt(data: bytes, name: str) -> Source:
    """The document with its tracked changes taken. Raises ``SourceError``."""
    archive = open_archive(data, name)
    _check_kind(archive, name)
    try:
        document = Document(io.BytesIO(data))
        body, styles = document.body, document.get_part("styles.xml")
        root: Any = body._xml_element
    except Exception as error:  # whatever a reader raises on a damaged document
        raise SourceError(
            name, f"a document that does not hold together ({type(error).__name__})",
            "an .odt file as LibreOffice saves it",
            "Open it in LibreOffice, save it under another name, and import that one.",
        ) from None  # fmt: skip
    changes, comments = _changes(root), tuple(_comments(root))
    pictures = Pictures()
    shapes = html_of(root, _paragraph_styles(document), lambda href, alt: _picture(archive, name, pictures, href, alt))
    reader = HtmlReader(pictures, lambda _: b"")
    reader.read(parse(f"<body>{shapes}</body>", name), Area.TEXT)
    around = list(_around(styles))
    words = " ".join([_words(root), *(block.text for block in around)])
    title, author = _properties(document)
    return Source(
        name, "OpenDocument", (*around, *reader.blocks), pictures.all(), changes, comments, title, author, words=words
    )


def _check_kind(archive: zipfile.ZipFile, name: str) -> None:
    if read_part(archive, "mimetype", name).strip() not in _KINDS:
        raise SourceError(
            name, "an OpenDocument file that is no text", "an .odt file",
            "Copy the text out of it and import that as pasted text (`import -`).",
        )  # fmt: skip


def _paragraph_styles(document: Document) -> dict[str, tuple[str, frozenset[str]]]:
    """Name of a style -> (name of what it is based on, the elements that say what it looks like)."""
    found = {}
    for style in document.get_styles():
        root: Any = style._xml_element
        name = root.get(f"{ODT['style']}name")
        if name:
            text = root.find(f"{ODT['style']}text-properties")
            looks = frozenset[str]() if text is None else frozenset(_looks(text))
            found[name] = (root.get(f"{ODT['style']}parent-style-name") or "", looks)
    return found


def _looks(text: Any) -> Iterator[str]:
    """Elements for what the properties of a text say."""
    if text.get(f"{ODT['fo']}font-weight") in ("bold", "600", "700", "800", "900"):
        yield "strong"
    if text.get(f"{ODT['fo']}font-style") == "italic":
        yield "em"
    if text.get(f"{ODT['style']}text-line-through-style") not in (None, "none"):
        yield "s"
    raised = (text.get(f"{ODT['style']}text-position") or "").partition(" ")[0]
    if raised == "super" or raised.startswith(("1", "2", "3", "4", "5", "6", "7", "8", "9")):
        yield "sup"
    if raised == "sub" or raised.startswith("-"):
        yield "sub"


def _picture(archive: zipfile.ZipFile, name: str, pictures: Pictures, href: str, alt: str) -> str:
    part = href.removeprefix("./")
    if part not in archive.namelist():
        return f"{KEPT}{pictures.add(b'', alt, href)}"
    return f"{KEPT}{pictures.add(read_part(archive, part, name), alt)}"


def _changes(root: Any) -> TrackedChanges:
    """What was put in between its two marks; what was deleted lies apart and is not read."""
    regions = list(root.iter(f"{ODT['text']}changed-region"))
    by = [e.text or "" for region in regions for e in region.iter(f"{ODT['dc']}creator")]
    deletions = sum(1 for region in regions if next(region.iter(f"{ODT['text']}deletion"), None) is not None)
    inserted = [r.get(f"{ODT['text']}id") or r.get("{http://www.w3.org/XML/1998/namespace}id") for r in regions
                if next(r.iter(f"{ODT['text']}insertion"), None) is not None]  # fmt: skip
    texts = tuple(text for ident in inserted if (text := _between(root, ident or "")))
    return TrackedChanges(texts, deletions, tuple(dict.fromkeys(name for name in by if name)))


def _between(root: Any, ident: str) -> str:
    """The words between the marks at which an insertion starts and ends."""
    pieces, is_inside = [], False
    for each in root.iter():
        if not isinstance(each.tag, str):
            continue
        if local(each) in ("change-start", "change-end") and each.get(f"{ODT['text']}change-id") == ident:
            is_inside = local(each) == "change-start"
            if is_inside:
                pieces.append(each.tail or "")
        elif is_inside:
            pieces.extend([each.text or "", each.tail or ""])
    return " ".join("".join(pieces).split())


def _comments(root: Any) -> Iterator[Comment]:
    for each in root.iter(f"{ODT['office']}annotation"):
        by = next((e.text or "" for e in each.iter(f"{ODT['dc']}creator")), "")
        text = " ".join(" ".join(p.itertext()) for p in each.iter(f"{ODT['text']}p"))
        yield Comment(" ".join(text.split()), by)


def _around(styles: Any) -> Iterator[Block]:
    root = styles.root._xml_element
    seen: set[str] = set()
    for kind, area in (("header", Area.HEADER), ("footer", Area.FOOTER)):
        for part in (e for name in (kind, f"{kind}-left", f"{kind}-first") for e in root.iter(f"{ODT['style']}{name}")):
            for paragraph in part.iter(f"{ODT['text']}p", f"{ODT['text']}h"):
                text = " ".join("".join(paragraph.itertext()).split())
                if text and text not in seen:
                    seen.add(text)
                    yield Block(BlockKind.PARAGRAPH, text, text, area.value, area)


def _words(element: Any) -> str:
    """Every word that a reader sees."""
    if not isinstance(element.tag, str) or local(element) in ("tracked-changes", "annotation", "desc", "title"):
        return f" {element.tail or ''}" if element.tail and isinstance(element.tag, str) else ""
    blank = " " if local(element) in ("p", "h", "s", "tab", "line-break", "table-cell") else ""
    inner = "".join([element.text or "", *(_words(child) for child in element)])
    return f"{blank}{inner}{blank}{element.tail or ''}"


def _properties(document: Document) -> tuple[str, str]:
    try:
        return markup.unescape(document.meta.title or ""), document.meta.creator or ""
    except (AttributeError, KeyError, ValueError):
        return "", ""
