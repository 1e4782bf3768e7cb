"""Documents of every kind, right and wrong, made here."""

from __future__ import annotations

import io
import struct
import zipfile

from pypdf import PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

TYPES = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"


def pdf(
    *, tagged: bool = False, script: bool = False, launch: bool = False, attached: str = "", password: str = ""
) -> bytes:
    """A PDF of one empty page."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    root = writer.root_object
    if tagged:
        root[NameObject("/MarkInfo")] = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
        tree = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
        root[NameObject("/StructTreeRoot")] = writer._add_object(tree)
    if script:
        alert = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert('x')")}
        root[NameObject("/OpenAction")] = DictionaryObject(alert)
    if launch:
        action = {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("calc.exe")}
        page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): DictionaryObject(action)})
    if attached:
        writer.add_attachment(attached, b"x")
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def archive(*names: str, content: bytes = b"x", method: int = zipfile.ZIP_STORED) -> bytes:
    """A ZIP with files of these names, each of the same content."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name in names:
            made.writestr(name, content)
    return out.getvalue()


def office(folder: str, *more: str) -> bytes:
    """A file of Word (``word``), Excel (``xl``) or PowerPoint (``ppt``)."""
    return archive("[Content_Types].xml", f"{folder}/document.xml", *more)


MACROS = "<Types><Override PartName='/word/a.bin' ContentType='application/vnd.ms-office.vbaProject'/></Types>"
TEMPLATE = """<Relationships><Relationship Id="a" TargetMode="External" Target="https://a.example/t.dotm"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/></Relationships>"""


def with_file(name: str, text: str) -> bytes:
    """A file of Word in which one more file stands, or another in the place of its list of contents."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for one, content in {"[Content_Types].xml": TYPES, "word/document.xml": "x", name: text}.items():
            made.writestr(one, content)
    return out.getvalue()


def linked(name: str, target: str) -> bytes:
    """A ZIP with a symbolic link."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        link = zipfile.ZipInfo(name)
        link.external_attr = 0o120777 << 16
        made.writestr(link, target)
    return out.getvalue()


def open_document(sort: str, *more: str) -> bytes:
    """A file of LibreOffice: ``text``, ``spreadsheet``, ``presentation``."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", f"application/vnd.oasis.opendocument.{sort}")
        for name in ("content.xml", *more):
            made.writestr(name, "x")
    return out.getvalue()


def locked(data: bytes) -> bytes:
    """An archive whose files say that they are encrypted."""
    flagged = bytearray(data)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = flagged.find(mark)
        while at >= 0:
            (flags,) = struct.unpack_from("<H", flagged, at + place)
            struct.pack_into("<H", flagged, at + place, flags | 1)
            at = flagged.find(mark, at + 4)
    return bytes(flagged)


RIGHT: dict[str, tuple[bytes, str]] = {
    "a.pdf": (pdf(), "PDF"),
    "a.docx": (office("word"), "DOCX"),
    "a.XLSX": (office("xl"), "XLSX"),
    "a.pptx": (office("ppt"), "PPTX"),
    "a.odt": (open_document("text"), "ODT"),
    "a.ods": (open_document("spreadsheet"), "ODS"),
    "a.odp": (open_document("presentation"), "ODP"),
    "a.zip": (archive("ein/a.txt"), "ZIP"),
    "a.mp3": (b"ID3\x04" + bytes(100), "MP3"),
    "b.mp3": (b"\xff\xfb\x90\x00" + bytes(100), "MP3"),
    "a.m4a": (b"\0\0\0\x20ftypM4A \0\0", "M4A"),
    "a.opus": (b"OggS" + bytes(30), "OGG"),
    "a.wav": (b"RIFF\0\0\0\0WAVEfmt ", "WAV"),
    "a.flac": (b"fLaC" + bytes(30), "FLAC"),
    "a.mp4": (b"\0\0\0\x20ftypisom\0\0", "MP4"),
    "a.webm": (b"\x1a\x45\xdf\xa3" + bytes(30), "WebM"),
}
"""Name -> (bytes, kind)."""

WRONG: dict[str, tuple[bytes, str]] = {
    "leer.pdf": (b"", "document-damaged"),
    "kaputt.pdf": (b"%PDF-1.7\nnothing", "document-damaged"),
    "kaputt.zip": (b"PK\x03\x04nothing", "document-damaged"),
    "html.pdf": (b"<!doctype html><title>Login</title>", "document-kind"),
    "alt.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "document-kind"),
    "kennwort.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "document-kind"),
    "programm.exe": (b"MZ" + bytes(100), "document-kind"),
    "falsch.pdf": (office("word"), "document-misnamed"),
    "falsch.docx": (pdf(), "document-misnamed"),
    "makros.docx": (office("word", "word/vbaProject.bin"), "document-active"),
    "makros.xlsx": (office("xl", "xl/vbaProject.bin"), "document-active"),
    "makros.odt": (open_document("text", "Basic/Standard/Module1.xml"), "document-active"),
    "skript.pdf": (pdf(script=True), "document-active"),
    "start.pdf": (pdf(launch=True), "document-active"),
    "kennwort.pdf": (pdf(password="x"), "document-encrypted"),
    "kennwort.zip": (locked(archive("a.txt")), "document-encrypted"),
    "bombe.zip": (
        archive(*map(str, range(3)), content=bytes(12_000_000), method=zipfile.ZIP_DEFLATED),
        "document-archive",
    ),
    "hinaus.zip": (archive("../../etc/passwd"), "document-archive"),
    "laufwerk.zip": (archive("C:/Windows/a.txt"), "document-archive"),
    "programm.zip": (archive("ordner/Setup.EXE"), "document-active"),
    "darin.zip": (archive("brief.docm"), "document-active"),
    "link.zip": (linked("a.txt", "/etc/passwd"), "document-archive"),
    "verkleidet.zip": (archive("brief.txt", content=b"MZ" + bytes(60)), "document-active"),
    "endung.zip": (archive("brief.exe. "), "document-active"),
    "verschachtelt.zip": (archive("a.zip", content=archive("b.zip", content=archive("c.vbs"))), "document-active"),
    "darin-makros.zip": (archive("a.docx", content=office("word", "word/vbaProject.bin")), "document-active"),
    "versiegelt.zip": (archive("a.rar"), "document-active"),
    "umbenannt.docx": (with_file("[Content_Types].xml", MACROS), "document-active"),
    "vorlage.docx": (with_file("word/_rels/settings.xml.rels", TEMPLATE), "document-active"),
    "anhang.pdf": (pdf(attached="Rechnung.pdf.exe"), "document-active"),
    "viele.zip": (archive(*map(str, range(10_001))), "document-archive"),
}
"""Name -> (bytes, code of the problem)."""
