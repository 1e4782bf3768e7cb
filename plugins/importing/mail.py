"""A mail (.eml) -> a source: its text, or the document that hangs on it; its pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from plugins.importing.block import Area, Block, BlockKind, Source, SourcePicture
from plugins.importing.errors import SourceError
from plugins.importing.labels import RELEASE, REPLY
from plugins.importing.picture_names import Pictures
from plugins.importing.plain_text import decoded, read_text
from plugins.importing.web_page import read_page

_RELEASE = re.compile(rf"(?:{RELEASE.pattern}|pm)\s*[:|–-]\s+", re.IGNORECASE)
"""“Pressemitteilung: …” in front of a subject is what it is, and no part of the title."""
_DOCUMENTS = (".docx", ".odt")
ReadDocument = Callable[[bytes, str], Source]


def read_mail(data: bytes, name: str, read_document: ReadDocument) -> Source:
    """The mail as a source. Raises ``SourceError`` for one without any text."""
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage) or not (message["from"] or message["subject"]):
        raise SourceError(name, "no mail", "a mail saved as .eml", "Save it in the mail program with File › Save As.")
    subject = " ".join(str(message["subject"] or "").split())
    parts = [part for part in message.walk() if isinstance(part, EmailMessage) and not part.is_multipart()]
    documents = [part for part in parts if (part.get_filename() or "").lower().endswith(_DOCUMENTS)]
    body = _body(message, name, parts)
    if documents:
        read = read_document(_bytes(documents[0]), str(documents[0].get_filename()))
        return _with_mail(read, name, subject, body, [str(part.get_filename()) for part in documents[1:]])
    pictures = _attached(parts, body)
    title = _RELEASE.sub("", REPLY.sub("", subject, count=1), count=1)
    head = Block(BlockKind.PARAGRAPH, title, title, "subject")
    mark = Block(BlockKind.PARAGRAPH, subject.removesuffix(title).strip(), "", "subject", Area.MAIL)
    has_own = any(title and title.casefold() in block.text.casefold() for block in body.blocks[:8])
    blocks = [
        *([mark] if mark.text else []),
        replace(head, area=Area.MAIL if has_own else Area.TEXT),
        *body.blocks,
        *pictures[0],
    ]
    return replace(
        body, name=name, format="mail", blocks=tuple(blocks), pictures=(*body.pictures, *pictures[1]),
        title=title, date=_day(message), words=f"{subject}\n{body.words}",
    )  # fmt: skip


def _body(message: EmailMessage, name: str, parts: list[EmailMessage]) -> Source:
    part = message.get_body(preferencelist=("html", "plain"))
    if part is None:
        return Source(name, "mail", ())
    text = decoded_part(part)
    if part.get_content_subtype() != "html":
        return read_text(text, name, "mail")
    inline = {f"cid:{(p['content-id'] or '').strip('<> ')}": p for p in parts if p["content-id"]}
    return read_page(text, name, lambda address: _bytes(inline[address]) if address in inline else b"")


def decoded_part(part: MIMEPart) -> str:
    """The text of a part, in its own encoding if that is known."""
    data = _bytes(part)
    try:
        return data.decode(part.get_content_charset() or "utf-8").replace("\r\n", "\n")
    except (LookupError, UnicodeDecodeError):
        return decoded(data)


def _bytes(part: MIMEPart) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _attached(parts: list[EmailMessage], body: Source) -> tuple[list[Block], list[SourcePicture]]:
    """The pictures that hang on the mail and do not stand in its text."""
    pictures = Pictures()
    for known in body.pictures:
        pictures.add(known.data, known.alt, known.origin, known.name.rpartition(".")[0])
    before = {each.name for each in pictures.all()}
    blocks = []
    for part in parts:
        if part.get_content_maintype() == "image" and part.get_filename():
            added = pictures.add(_bytes(part), "", str(part.get_filename()))
            if added not in before:
                blocks.append(Block(BlockKind.PICTURE, "", place="attachment", picture=added))
    return blocks, [each for each in pictures.all() if each.name not in before]


def _with_mail(read: Source, name: str, subject: str, body: Source, others: list[str]) -> Source:
    """The document, with the mail's own words around it; other documents are named, not read."""
    around = [subject, *(block.text for block in body.blocks), *(f"another attachment: {other}" for other in others)]
    blocks = [Block(BlockKind.PARAGRAPH, text, text, Area.MAIL.value, Area.MAIL) for text in around if text]
    words = "\n".join([read.words, subject, body.words])
    return replace(read, name=name, blocks=(*read.blocks, *blocks), words=words)


def _day(message: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(str(message["date"])).date().isoformat()
    except (ValueError, TypeError):
        return ""
