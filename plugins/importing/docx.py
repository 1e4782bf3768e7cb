"""A Word document (.docx) -> a source, by mammoth; with headers, text boxes, tracked changes and comments."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import mammoth
from mammoth import images

from plugins.importing.archive import open_archive, read_part
from plugins.importing.block import Area, Block, BlockKind, Comment, Source, TrackedChanges
from plugins.importing.docx_drawings import drawn_words, in_words
from plugins.importing.docx_numbers import mark_numbers, with_starts
from plugins.importing.docx_text import Apart, linked_pictures, named_styles, prepare
from plugins.importing.errors import SourceError
from plugins.importing.html_blocks import HtmlReader
from plugins.importing.html_columns import with_tables
from plugins.importing.html_tree import parse as parse_html
from plugins.importing.ooxml import Element, W, is_strict, paragraphs, parse, serialised, words_of
from plugins.importing.picture_names import Pictures
from plugins.importing.tracked_changes import changes_of, refuse_all, take_all

DOCUMENT = "word/document.xml"
_TEXTS = (DOCUMENT, "word/footnotes.xml", "word/endnotes.xml")
_STYLES = """
p[style-name='Title'] => p.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Kicker'] => p.kicker:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
u => span
strike => s
"""


def read_docx(data: bytes, name: str, *, refuse_changes: bool = False) -> Source:
    """The document, with all tracked changes taken (or refused). Raises ``SourceError``."""
    archive = open_archive(data, name)
    names = frozenset(archive.namelist())
    _check_kind(archive, names, name)
    roots = {part: parse(read_part(archive, part, name)) for part in _TEXTS if part in names}
    around = {part: parse(read_part(archive, part, name)) for part in sorted(names) if _is_around(part)}
    changes = _changes([*roots.values(), *around.values()])
    for root in (*roots.values(), *around.values()):
        (refuse_all if refuse_changes else take_all)(root)
    rels = read_part(archive, _RELS, name) if _RELS in names else b""
    for part, root in (*roots.items(), *around.items()):
        in_words(root, _related(archive, part, name))
    aparts = [prepare(root) for root in roots.values()]
    for root in around.values():
        prepare(root)
    pictures = Pictures()
    drawn = drawn_words(archive, name, [*roots.values()])
    words = "\n".join([*(words_of(root) for root in (*roots.values(), *around.values())), drawn])
    if _NUMBERING in names and _LOOKS in names:
        mark_numbers(roots[DOCUMENT], *(parse(read_part(archive, part, name)) for part in (_NUMBERING, _LOOKS)))
    html = with_starts(_html(archive, name, roots, linked_pictures(roots[DOCUMENT], rels), pictures))
    reader = HtmlReader(pictures, lambda _: b"")
    body = parse_html(f"<body>{html}</body>", name)
    with_tables(body)
    reader.read(body, Area.TEXT)
    blocks = [*_around(around), *reader.blocks, *_apart(aparts)]
    title, author = _properties(archive, names, name)
    return Source(
        name, "Word", tuple(blocks), pictures.all(), changes, tuple(_comments(archive, names, name)),
        title, author, words=words,
    )  # fmt: skip


def _related(archive: zipfile.ZipFile, part: str, name: str) -> frozenset[str]:
    """The ids by which a part may name others."""
    rels = f"word/_rels/{part.removeprefix('word/')}.rels"
    if rels not in archive.namelist():
        return frozenset()
    return frozenset(each.get("Id") or "" for each in parse(read_part(archive, rels, name)))


_RELS = "word/_rels/document.xml.rels"
_NUMBERING = "word/numbering.xml"
_LOOKS = "word/styles.xml"


def _check_kind(archive: zipfile.ZipFile, names: frozenset[str], name: str) -> None:
    if DOCUMENT not in names:
        raise SourceError(
            name, "an archive that is no Word document", "a .docx file",
            "Is it a table or a presentation? Copy its text and import that as pasted text (`import -`), or save it as "
            ".docx.",
        )  # fmt: skip
    if "word/vbaProject.bin" in names or b"macroEnabled" in read_part(archive, "[Content_Types].xml", name):
        raise SourceError(
            name, "a document with macros (.docm), which are programs", "a document without programs",
            "Open it in Word, choose File › Save As › “Word Document (.docx)”, and import that one.",
        )  # fmt: skip
    if is_strict(read_part(archive, DOCUMENT, name)):
        raise SourceError(
            name, "a document saved as “Strict Open XML”", "a usual .docx file",
            "Open it in Word, choose File › Save As › “Word Document (.docx)”, and import that one.",
        )  # fmt: skip


def _is_around(part: str) -> bool:
    stem = part.removeprefix("word/")
    return stem != part and stem.startswith(("header", "footer")) and stem.endswith(".xml")


def _changes(roots: list[Element]) -> TrackedChanges:
    found = [changes_of(root) for root in roots]
    return TrackedChanges(
        tuple(text for each in found for text in each.inserted),
        sum(each.deletions for each in found),
        tuple(dict.fromkeys(name for each in found for name in each.by)),
    )


def _html(
    archive: zipfile.ZipFile, name: str, roots: dict[str, Element], linked: tuple[str, ...], pictures: Pictures
) -> str:
    left = iter(linked)

    @images.img_element  # type: ignore[untyped-decorator]
    def keep(image: Any) -> dict[str, str]:
        alt = image.alt_text or ""
        try:
            with image.open() as opened:
                data = opened.read()
        except (ValueError, KeyError, OSError, zipfile.BadZipFile):
            return {"src": f"kept:{pictures.add(b'', alt, next(left, 'a picture that is not in the document'))}"}
        return {"src": f"kept:{pictures.add(data, alt)}"}

    try:
        made = mammoth.convert_to_html(
            io.BytesIO(_packed(archive, name, roots)), convert_image=keep, style_map=_STYLES,
            include_embedded_style_map=False, external_file_access=False,
        )  # fmt: skip
    except (KeyError, ValueError, AttributeError, TypeError, IndexError, RecursionError) as error:
        raise SourceError(
            name, f"a document that does not hold together ({type(error).__name__})", "a .docx file as Word saves it",
            "Open it in Word or LibreOffice, save it under another name, and import that one.",
        ) from None  # fmt: skip
    return str(made.value)


def _packed(archive: zipfile.ZipFile, name: str, roots: dict[str, Element]) -> bytes:
    """The archive with its prepared parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for part in dict.fromkeys(archive.namelist()):
            if part in roots:
                made.writestr(part, serialised(roots[part]))
            elif part == _LOOKS:
                made.writestr(part, named_styles(read_part(archive, part, name)))
            else:
                made.writestr(part, read_part(archive, part, name))
    return out.getvalue()


def _around(roots: dict[str, Element]) -> Iterator[Block]:
    """Each paragraph of headers and footers once: a document has up to three of each."""
    seen: set[str] = set()
    for part, root in roots.items():
        area = Area.HEADER if "header" in part else Area.FOOTER
        for text in paragraphs(root):
            if text not in seen:
                seen.add(text)
                yield Block(BlockKind.PARAGRAPH, text, text, area.value, area)


def _apart(aparts: list[Apart]) -> Iterator[Block]:
    for each in aparts:
        for text in each.hidden:
            yield Block(BlockKind.PARAGRAPH, text, text, Area.HIDDEN.value, Area.HIDDEN)
        for text in each.contents:
            yield Block(BlockKind.PARAGRAPH, text, text, Area.CONTENTS.value, Area.CONTENTS)


def _comments(archive: zipfile.ZipFile, names: frozenset[str], name: str) -> Iterator[Comment]:
    if "word/comments.xml" in names:
        for each in parse(read_part(archive, "word/comments.xml", name)).iter(f"{W}comment"):
            take_all(each)
            yield Comment(" ".join(words_of(each).split()), each.get(f"{W}author") or "")


def _properties(archive: zipfile.ZipFile, names: frozenset[str], name: str) -> tuple[str, str]:
    """Title and author as the document's properties have them."""
    if "docProps/core.xml" not in names:
        return "", ""
    root = parse(read_part(archive, "docProps/core.xml", name))
    found = {str(each.tag).rpartition("}")[2]: " ".join((each.text or "").split()) for each in root}
    return found.get("title", ""), found.get("creator", "")
