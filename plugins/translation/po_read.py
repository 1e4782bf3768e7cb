"""Reads a PO file into a catalogue, and says what is wrong with it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

import polib

from plugins.newsroom.model import Lang, State
from plugins.newsroom.problem import Level, Problem
from plugins.translation.catalogue import Catalogue, Entry, Header, Origin, Reading, Review, Standing, digest
from plugins.translation.po_comments import implied, with_comments
from plugins.translation.po_lines import bad_line
from plugins.translation.po_write import STANDING, place_mark
from plugins.translation.records import read_review
from plugins.translation.unprotect import TagMismatchError, checked

LOST = "answer: lost: the gate found something here, and what it was has been taken out of the comments"
"""Stands for a finding whose comment is gone."""
_SYNTAX = re.compile(r"line (\d+)")
_NO_LINE_END = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_OURS = re.compile(
    r"Project-Id-Version|PO-Revision-Date|Last-Translator|Language-Team|Language|MIME-Version"
    r"|Content-Type|Content-Transfer-Encoding"
    r"|X-(?:Source-Language|Source-Digest|Report|Slug|Translator|Watches|Adopted|Open-Findings|Waiting-Texts|Body-End|Machine-Texts|Review-\d+)"
)
_REVIEW = re.compile(r"X-Review-(\d+)")


def read_catalogue(data: bytes, file: str, lang: Lang) -> Reading:
    """The catalogue in ``data``, which is the content of ``file`` and should be in ``lang``.

    Nothing is raised: a file that cannot be read gives no catalogue and a problem, an entry
    that cannot be used gives a problem and is marked ``broken``. The problems are warnings,
    since a build goes on without the edition.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _refused(file, line, "bytes that are not UTF-8", "text in UTF-8", "Save the file as UTF-8.")
    lines = text.splitlines()
    whole = text.endswith(("\n", "\r"))
    wrong = bad_line(lines if whole else lines[:-1], whole=whole)
    if wrong is not None:
        return _refused(file, wrong.number, wrong.found, wrong.expected, wrong.fix)
    try:
        po = _parse(text)
    except (OSError, ValueError, IndexError, KeyError) as error:
        found = _SYNTAX.search(str(error))
        fix = "Correct that line, or take the last good version of the file from git or from a backup."
        line = int(found[1]) - 1 if found else len(lines)
        return _refused(file, line, "text that is no PO file", "a PO file", fix)
    return _whole(po, text, file, lang)


def _whole(po: polib.POFile, text: str, file: str, lang: Lang) -> Reading:
    """The catalogue of a file that could be parsed."""
    lines = text.splitlines()
    twice = _doubled(po)
    if twice:
        first, again = twice
        found = f"the same text as on line {first} once more"
        return _refused(file, again, found, "each text once", "Keep the better of the two entries.")
    if lines and not text.endswith(("\n", "\r")) and lines[-1:] != [""] and _is_cut(po, lines):
        fix = "The end of the file is missing: take the last good version from git or from a backup."
        return _refused(file, len(lines), f"a file that ends with “{lines[-1][-40:]}”", "a whole PO file", fix)
    header = _header(po.metadata)
    if not _is_in(header.lang, lang):
        fix = f"Move the file to the folder of its language, or set Language: {lang}."
        found_lang = f"Language: {header.lang}" if header.lang else "no Language in the header"
        return _refused(file, _line_of(lines, '"Language:'), found_lang, f"Language: {lang}", fix)
    return _reading(po, replace(header, lang=lang), file, lines)


def _is_in(found: str, wanted: Lang) -> bool:
    """``en-GB`` is English; ``en-US`` is not ``en-GB``."""
    left, right = found.lower().partition("@")[0], wanted.lower()
    return left == right or ("-" not in right and left.partition("-")[0] == right)


def _line_of(lines: list[str], start: str) -> int:
    return next((number for number, line in enumerate(lines, 1) if line.startswith(start)), 1)


def _doubled(po: polib.POFile) -> tuple[int, int] | None:
    """(first line, second line) of an entry that stands in the file twice."""
    first: dict[tuple[str, str, bool], int] = {}
    for entry in po:
        name = entry.msgctxt or "", entry.msgid, bool(entry.obsolete)
        line = max((entry.linenum or 1) - 1, 0)
        if name in first:
            return first[name], line
        first[name] = line
    return None


def _is_cut(po: polib.POFile, lines: list[str]) -> bool:
    """Whether the last line is no end of an entry."""
    last = lines[-1].strip() if lines else ""
    begun = last.startswith(("msgid", "msgctxt", "#.", "#,", "#|"))
    return not len(po) or begun or (last.removeprefix("#~").strip()[:1] in ('"', "m") and not last.endswith('"'))


def _parse(text: str) -> polib.POFile:
    """The file as polib reads it.

    polib takes a text of one line for the name of a file, hence the first line end; and it ends
    lines where gettext does not, hence the spaces.
    """
    return polib.pofile("\n" + _NO_LINE_END.sub(" ", text), check_for_duplicates=False)


def _refused(file: str, line: int, found: str, expected: str, fix: str) -> Reading:
    return Reading(None, (Problem(file, line, 0, "catalogue-broken", found, expected, fix, Level.WARNING),))


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
        reviews=_reviews(fields),
        watches=get("X-Watches", ""),
        adopted=get("X-Adopted", ""),
        other=tuple((name, value) for name, value in fields.items() if not _OURS.fullmatch(name)),
    )


def _reviews(fields: dict[str, str]) -> tuple[Review, ...]:
    """Every review that can be read, in the order of their numbers."""
    found = ((int(match[1]), text) for name, text in fields.items() if (match := _REVIEW.fullmatch(name)))
    read = (read_review(text) for _, text in sorted(found))
    return tuple(review for review in read if review)


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
    active = tuple(_asked(_entry(e, po.metadata), po.metadata) for e in po if not e.obsolete)
    kept = (_entry(e, po.metadata) for e in po if e.obsolete and e.msgctxt != STANDING)
    memory = tuple(_asked(entry, po.metadata) for entry in kept)
    problems = tuple(_problem(entry, file, lines) for entry in active if entry.broken)
    return Reading(Catalogue(header, active, memory, standing), problems)


def _standing(pairs: dict[str, str]) -> Standing | None:
    """The last good edition, if the file keeps a whole one."""
    try:
        state = State(pairs.pop("state", ""))
    except ValueError:
        return None
    facts = {name: pairs.pop(name, "") for name in ("body", "engine", "model", "date")}
    number = pairs.pop("review", "")
    if not pairs.get("title"):
        return None
    return Standing(state=state, words=tuple(pairs.items()), review=int(number) if number.isdecimal() else 0, **facts)


def _signed(entry: Entry, fields: Mapping[str, str]) -> Entry:
    """The entry with what the head of the file says of it, where its own comments are gone.

    Words that nothing speaks for are nobody's: comments that another program took out never make a person's
    words of a machine's.
    """
    machines = fields.get("X-Machine-Texts")
    bare = not (entry.mark or entry.own or entry.engine) and (machines is not None or not entry.answers)
    if not bare or not entry.target:
        return entry
    by_machine = machines is None or digest(entry.target) in machines.split()
    if place_mark(entry) in fields.get("X-Waiting-Texts", "").split() and not (entry.fuzzy and entry.previous):
        # Not the translation of what stands above it: a machine's is made anew, a person's waits for the person.
        return replace(entry, target="") if by_machine else replace(entry, fuzzy=True)
    if not by_machine:
        return entry
    if entry.fuzzy and machines is not None:
        return replace(entry, mark=digest(entry.target))
    return replace(entry, unsigned=not entry.fuzzy)


def _asked(entry: Entry, fields: Mapping[str, str]) -> Entry:
    """The entry, with a finding in the place of one that was taken out of its comments."""
    marks = fields.get("X-Open-Findings", "").split()
    lost = not entry.findings and place_mark(entry) in marks
    return replace(entry, findings=(LOST,)) if lost else entry


def _entry(po: polib.POEntry, fields: Mapping[str, str]) -> Entry:
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
        entry = _signed(with_comments(entry, po.comment.split("\n")), fields)
        entry = replace(entry, own=entry.own if entry.previous else "")
        is_former = entry.stale or (entry.previous and entry.origin is Origin.UNFINISHED)
        if entry.target and not is_former:
            tags = entry.tags or implied(entry.source)
            checked(replace(entry.segment, tags=tags), entry.target)
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
        fix="Put the tags of the msgid into the msgstr, each once, or empty the msgstr.",
        level=Level.WARNING,
        excerpt=excerpt,
    )
