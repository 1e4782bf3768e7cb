"""Reads a PO file into a catalogue, and says what is wrong with it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace

import polib

from plugins.newsroom.model import Lang, State
from plugins.newsroom.problem import Level, Problem
from plugins.translation.catalogue import Catalogue, Entry, Header, Reading, Standing
from plugins.translation.po_comments import with_comments
from plugins.translation.po_write import STANDING
from plugins.translation.unprotect import TagMismatchError, checked

_SYNTAX = re.compile(r"line (\d+)")
_NO_LINE_END = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_OURS = re.compile(
    r"Project-Id-Version|PO-Revision-Date|Last-Translator|Language-Team|Language|MIME-Version"
    r"|Content-Type|Content-Transfer-Encoding"
    r"|X-(?:Source-Language|Source-Digest|Report|Slug|Translator|Reviewer|Responsible|Review-Date|Watches|Body-End)"
)


def read_catalogue(data: bytes, file: str, lang: Lang) -> Reading:
    """The catalogue in ``data``, which is the content of ``file`` and should be in ``lang``.

    Nothing is raised: a file that cannot be read gives no catalogue and a problem, an entry
    that cannot be used gives a problem and is marked ``broken``. The problems are warnings,
    since a build goes on without the edition.
    """
    try:
        text = data.decode("utf-8-sig")
        po = _parse(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _refused(file, line, "bytes that are not UTF-8", "text in UTF-8", "Save the file as UTF-8.")
    except (OSError, ValueError, IndexError, KeyError) as error:
        found = _SYNTAX.search(str(error))
        mend = "Restore the last good version of the file, or delete it and run translate again."
        line = int(found[1]) - 1 if found else 0
        return _refused(file, line, "text that is no PO file", "a PO file", mend)
    header = _header(po.metadata)
    if header.lang != lang:
        mend = f"Move the file to the folder of its language, or set Language: {lang}."
        found_lang = f"Language: {header.lang}" if header.lang else "no Language in the header"
        return _refused(file, 1, found_lang, f"Language: {lang}", mend)
    return _reading(po, header, file, text.splitlines())


def _parse(text: str) -> polib.POFile:
    """The file as polib reads it.

    polib takes a text of one line for the name of a file, hence the first line end; and it ends
    lines where gettext does not, hence the spaces.
    """
    return polib.pofile("\n" + _NO_LINE_END.sub(" ", text), check_for_duplicates=True)


def _refused(file: str, line: int, found: str, expected: str, mend: str) -> Reading:
    return Reading(None, (Problem(file, line, 0, "catalogue-broken", found, expected, mend, Level.WARNING),))


def _header(fields: dict[str, str]) -> Header:
    """The header's values; missing ones are empty."""
    get = {name: value.strip() for name, value in fields.items()}.get
    return Header(
        report=get("X-Report", ""),
        source_lang=get("X-Source-Language", ""),
        lang=get("Language", "").replace("_", "-"),
        slug=get("X-Slug", ""),
        tail=_tail(get("X-Body-End", "")),
        revised=_revised(get("PO-Revision-Date", "")),
        translator=get("X-Translator", ""),
        reviewer=get("X-Reviewer", ""),
        office=get("X-Responsible", ""),
        reviewed_on=get("X-Review-Date", ""),
        watches=get("X-Watches", ""),
        other=tuple((name, value) for name, value in fields.items() if not _OURS.fullmatch(name)),
    )


def _revised(value: str) -> str:
    day = value[:10]
    return "" if day == "1970-01-01" else day


def _tail(value: str) -> str:
    try:
        tail = json.loads(value) if value else "\n"
    except ValueError:
        return "\n"
    return tail if isinstance(tail, str) else "\n"


def _reading(po: polib.POFile, header: Header, file: str, lines: list[str]) -> Reading:
    """The entries and their problems."""
    standing = _standing({e.msgid: e.msgstr for e in po if e.obsolete and e.msgctxt == STANDING})
    active = tuple(_entry(e) for e in po if not e.obsolete)
    memory = tuple(_entry(e) for e in po if e.obsolete and e.msgctxt != STANDING)
    problems = tuple(_problem(entry, file, lines) for entry in active if entry.broken)
    return Reading(Catalogue(header, active, memory, standing), problems)


def _standing(pairs: dict[str, str]) -> Standing | None:
    """The last good edition, if the file keeps a whole one."""
    try:
        state = State(pairs.pop("state", ""))
    except ValueError:
        return None
    facts = {name: pairs.pop(name, "") for name in ("body", "engine", "model", "date")}
    if not pairs.get("title"):
        return None
    return Standing(state=state, words=tuple(pairs.items()), **facts)


def _entry(po: polib.POEntry) -> Entry:
    """One entry, checked."""
    entry = Entry(
        key=po.msgctxt or "",
        source=po.msgid,
        target=po.msgstr,
        fuzzy=po.fuzzy,
        previous=po.previous_msgid or "",
        note=po.tcomment,
        line=max((po.linenum or 1) - 1, 0),
    )
    try:
        entry = with_comments(entry, po.comment.split("\n"))
        if entry.target and not entry.stale:
            checked(entry.segment, entry.target)
    except (TagMismatchError, ValueError) as error:
        return replace(entry, broken=str(error))
    return entry


def _problem(entry: Entry, file: str, lines: Iterable[str]) -> Problem:
    """The problem of an entry that cannot be used."""
    numbered = enumerate(lines, 1)
    excerpt = next((text for n, text in numbered if n >= entry.line and text.startswith("msgstr")), "")
    return Problem(
        file=file,
        line=entry.line,
        column=0,
        code="catalogue-entry",
        found=entry.broken,
        expected=f"a translation of {entry.source[:60]!r} with the same tags and no other markup",
        mend="Put the tags of the msgid into the msgstr, each once, or empty the msgstr.",
        level=Level.WARNING,
        excerpt=excerpt,
    )
