"""A file of any kind -> a source, told by its bytes and never by its name alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from plugins.importing.archive import LIMIT, protected
from plugins.importing.background import Background
from plugins.importing.block import Source
from plugins.importing.errors import SourceError
from plugins.importing.interpret import interpret
from plugins.importing.mail import read_mail
from plugins.importing.markdown import read_markdown
from plugins.importing.plain_text import decoded, read_text
from plugins.importing.proposal import Proposal
from plugins.importing.web_page import read_page
from plugins.markup.errors import TooDeepError

EXPECTED = "a .docx, .odt, .html, .md, .txt or .eml file, or pasted text"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|meta|style|script|link|title|div|p|h[1-6]|article|main"
    r"|section|span|[uo]l|table|figure)\b",
    re.I | re.S,
)
_MAIL = re.compile(
    rb"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*(?:From|Subject|Message-ID|MIME-Version|Received):", re.I
)
_MARKDOWN = re.compile(r"^(?:---\s*$|#{1,6} \S|\*\*\S.*\*\*\s*$|\[[^\]]+\]\([^)]+\)|> )", re.MULTILINE)

Fetch = Callable[[str], bytes]


def nothing(address: str) -> bytes:
    """Fetches no picture: those that a source only links are told of."""
    del address
    return b""


def read(
    data: bytes, name: str, background: Background, fetch: Fetch = nothing, address: str = "",
    answers: Mapping[str, str] | None = None,
) -> Proposal:  # fmt: skip
    """The proposal for a file's bytes; ``fetch`` gives the bytes of pictures that it links. Raises ``SourceError``."""
    given = dict(answers or {})
    try:
        source = read_source(data, name, fetch, address, refuse_changes=given.get("changes") == "reject")
        return interpret(source, background, given)
    except TooDeepError as error:
        found, fix = str(error).split(". ", 1)
        raise SourceError(name, found, "a text that a person can follow", fix) from None


def read_source(
    data: bytes, name: str, fetch: Fetch = nothing, address: str = "", *, refuse_changes: bool = False
) -> Source:
    """The source behind some bytes. Raises ``SourceError`` with a sentence that says what to do."""
    if len(data) > LIMIT:
        fix = "Take pictures out of it and import them by themselves."
        raise SourceError(name, f"{len(data) / 1e6:,.0f} MB", f"at most {LIMIT / 1e6:.0f} MB", fix)
    if not data.strip():
        raise SourceError(name, "nothing in it", EXPECTED, "Was the file saved? Copy or send it again.")
    _refuse_others(data, name)
    ending = name.lower().rpartition(".")[2]
    if data.startswith(b"PK"):
        return _archive(data, name, refuse_changes=refuse_changes)
    if ending == "eml" or (
        ending not in ("md", "txt", "html", "htm") and _MAIL.match(data[:20_000].replace(b"\r\n", b"\n"))
    ):
        return read_mail(
            data, name, lambda inner, inner_name: _archive(inner, inner_name, refuse_changes=refuse_changes)
        )
    text = _page_text(data) if ending in ("html", "htm", "xhtml") else decoded(data)
    if not re.search(r"\w", text):
        raise SourceError(name, "no words in it", EXPECTED, "Was the right file chosen?")
    if ending in ("html", "htm", "xhtml") or (ending not in ("md", "markdown", "txt") and _HTML.match(text)):
        return _readable(read_page(text, name, fetch, address))
    if ending in ("md", "markdown") or (ending != "txt" and len(_MARKDOWN.findall(text)) >= 2):
        return read_markdown(text, name, fetch)
    return read_text(text, name)


def _readable(source: Source) -> Source:
    if not source.blocks:
        raise SourceError(
            source.name, "a page whose text is made by programs in the browser", "a page with its text in it",
            "Open it in the browser, select the text, copy it, and import it as pasted text (`import -`).",
        )  # fmt: skip
    return source


def _page_text(data: bytes) -> str:
    """A page's text in the encoding that it names, else as any text."""
    named = re.search(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", data[:4096], re.IGNORECASE)
    if named and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(named[1].decode("ascii")).replace("\r\n", "\n")
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(data)


def _archive(data: bytes, name: str, *, refuse_changes: bool) -> Source:
    from plugins.importing.docx import read_docx
    from plugins.importing.odt import is_odt, read_odt

    if is_odt(data):
        return read_odt(data, name)
    return read_docx(data, name, refuse_changes=refuse_changes)


def _refuse_others(data: bytes, name: str) -> None:
    """Kinds of files that are not read, each with what to do in its place."""
    if data.startswith(_COMPOUND):
        if _ENCRYPTED in data:
            raise protected(name)
        raise _refusal(
            name, "a file of Office 97–2003 (.doc)",
            "Open it in Word or LibreOffice, choose File › Save As › “Word Document (.docx)”, and import that one.",
        )  # fmt: skip
    for start, found, fix in _OTHERS:
        if data.lstrip()[: len(start)].lower() == start.lower():
            raise _refusal(name, found, fix)
    if b"\x00" in data[:1000] and not data.startswith((b"PK", b"\xff\xfe", b"\xfe\xff")):
        raise _refusal(
            name,
            "a file that is no text",
            "Save the text as .docx, or copy it and import it as pasted text (`import -`).",
        )


def _refusal(name: str, found: str, fix: str) -> SourceError:
    return SourceError(name, found, EXPECTED, fix)


_PICTURES = "Put pictures into a report's folder photos/, or drop them on the report in the desk."
_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF, which holds the picture of a text and not the text",
     "Ask for the .docx it was made from; or open it, select all, copy, and import that as pasted text (`import -`): "
     "then check that no line is missing and that paragraphs are whole."),
    (b"{\\rtf", "a Rich Text file (.rtf)",
     "Open it in Word or LibreOffice, choose File › Save As › “Word Document (.docx)”, and import that one."),
    (b"\xff\xd8\xff", "a picture", _PICTURES),
    (b"\x89PNG", "a picture", _PICTURES),
    (b"GIF8", "a picture", _PICTURES),
    (b"Rar!", "a packed folder", "Unpack it, and import the text in it."),
    (b"7z\xbc\xaf", "a packed folder", "Unpack it, and import the text in it."),
    (b"\x1f\x8b", "a packed file", "Unpack it, and import the text in it."),
)  # fmt: skip
