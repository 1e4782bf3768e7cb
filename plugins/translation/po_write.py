"""Writes a catalogue as a PO file: in the order of the source, and the same bytes for the same values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import polib

from plugins.newsroom.counting import count
from plugins.translation.catalogue import Catalogue, Entry, Origin, Standing, digest, source_digest
from plugins.translation.inner import tidy
from plugins.translation.keys import numbered, unnumbered
from plugins.translation.po_comments import comments, quoted
from plugins.translation.records import review_line

WIDTH = 78
_WAITING = (Origin.STALE, Origin.BEHIND, Origin.UNFINISHED)
"""Whose words stand beside a source and are not its translation, or not yet."""
STANDING = "standing"
"""Context of the obsolete entries that keep the last good edition."""


def write_catalogue(catalogue: Catalogue) -> bytes:
    """The PO file of a catalogue. Poedit and Weblate open it; ``msgfmt --check`` accepts it."""
    entries, memory = _distinct(catalogue)
    parts = [_header(catalogue, (*entries, *memory))]
    parts += [_entry(entry) for entry in entries]
    if catalogue.standing:
        parts += _standing(catalogue.standing)
    parts += [_entry(entry, obsolete=True) for entry in memory]
    return "\n".join(parts).encode("utf-8")


def _distinct(catalogue: Catalogue) -> tuple[list[Entry], list[Entry]]:
    """Entries and memory, with a number after the key where a file would have one pair twice.

    Such a file could not be read again: context and msgid together are the name of an entry.
    """
    taken: set[tuple[str, str]] = set()
    out: tuple[list[Entry], list[Entry]] = ([], [])
    for entries, found in zip(out, (catalogue.entries, catalogue.memory), strict=True):
        for entry in found:
            key, number = entry.key, 1
            while (key, entry.source) in taken:
                number += 1
                key = numbered(unnumbered(entry.key), number)
            taken.add((key, entry.source))
            entries.append(entry if key == entry.key else replace(entry, key=key))
    return out


def _entry(entry: Entry, obsolete: bool = False) -> str:
    """One entry as it stands in the file."""
    if entry.origin is Origin.UNFINISHED and not (entry.mark or entry.engine or entry.previous):
        entry = replace(entry, own=digest(entry.target))  # so that it is seen where comments have been taken out
    po = polib.POEntry(msgctxt=entry.key, msgid=entry.source, msgstr=entry.target, obsolete=obsolete)
    po.flags = ["fuzzy"] if entry.fuzzy else []
    po.previous_msgid = entry.previous or None
    note = [f"# {line}".rstrip() for line in entry.note.splitlines()]
    return _lines(po, (*note, *(f"#. {line}" for line in comments(entry))))


def _standing(standing: Standing) -> Iterator[str]:
    """The last good edition, field by field."""
    made = ("state", standing.state.value), ("engine", standing.engine), ("model", standing.model)
    pairs = (
        *made,
        ("date", standing.date),
        ("review", str(standing.review or "")),
        *standing.words,
        ("body", standing.body),
    )
    for key, text in pairs:
        if text:
            yield _lines(polib.POEntry(msgctxt=STANDING, msgid=key, msgstr=text, obsolete=True), ())


def _lines(po: polib.POEntry, above: tuple[str, ...]) -> str:
    """The text of an entry below its comments, which polib would wrap at hyphens."""
    return "\n".join((*above, po.__unicode__(WIDTH)))


def _header(catalogue: Catalogue, every: tuple[Entry, ...]) -> str:
    """The head of the file: a sentence for people, then the fields."""
    fields = "".join(f"{name}: {tidy(value)}\n" for name, value in _fields(catalogue, every))
    po = polib.POEntry(msgid="", msgstr=fields)
    return _lines(po, tuple(f"# {line}" for line in _told(catalogue)))


def _told(catalogue: Catalogue) -> Iterator[str]:
    """Who made and who vouches for these translations, in plain words."""
    header = catalogue.header
    yield f"{header.report}: from {header.source_lang} into {header.lang}."
    origins = [entry.origin for entry in catalogue.entries if entry.origin is not Origin.NOBODY]
    engines = sorted({entry.engine for entry in catalogue.entries if entry.engine and entry.target})
    persons = sum(origin in (Origin.PERSON, Origin.BEHIND) for origin in origins)
    made = f" by {', '.join(engines)}" if engines else " by a machine"
    yield f"{len(origins) - persons} of {count(len(catalogue.entries), 'text')} translated{made}" + (
        f", {persons} written or confirmed by people." if persons else "."
    )
    yield _reviewed(catalogue)


def _reviewed(catalogue: Catalogue) -> str:
    """Who vouches for these words."""
    header = catalogue.header
    if not header.reviews or header.adopted:
        return "Reviewed by nobody."
    last = header.reviews[-1]
    pairs = [(entry.source, entry.target) for entry in catalogue.entries if entry.target]
    part = "" if header.watches or last.covers(pairs) else " in part"
    return f"Reviewed{part} by {last.by}, {last.office}, {last.on}."


def _machine_texts(catalogue: Catalogue) -> str:
    """A digest of every text that a machine wrote, or may have: what no editor of PO files takes away."""
    every = (*catalogue.entries, *catalogue.memory)
    marks = {digest(entry.target) if entry.unsigned else entry.mark for entry in every}
    return " ".join(sorted(marks - {""})) or "none"


def place_mark(entry: Entry) -> str:
    """What stands in the head of the file for a text with an open finding, or one that is not to be shown."""
    return source_digest(((entry.key, entry.source), (entry.key, entry.target)))


def _fields(catalogue: Catalogue, every: tuple[Entry, ...]) -> Iterator[tuple[str, str]]:
    """The fields of the header; the first ones are those gettext demands. ``every``: entry as it stands in the file."""
    header = catalogue.header
    yield "Project-Id-Version", f"{header.report} {header.lang}"
    yield "PO-Revision-Date", f"{header.revised or '1970-01-01'} 00:00+0000"
    yield "Last-Translator", header.translator or (header.reviews[-1].by if header.reviews else "Dreiklang")
    yield "Language-Team", header.lang
    yield "Language", header.lang.replace("-", "_")
    yield "MIME-Version", "1.0"
    yield "Content-Type", "text/plain; charset=UTF-8"
    yield "Content-Transfer-Encoding", "8bit"
    yield "X-Source-Language", header.source_lang
    yield "X-Report", header.report
    yield "X-Source-Digest", source_digest((entry.key, entry.source) for entry in catalogue.entries)
    ours = (
        ("X-Slug", header.slug),
        ("X-Translator", header.translator),
        ("X-Watches", header.watches),
        ("X-Adopted", header.adopted),
        ("X-Open-Findings", " ".join(place_mark(entry) for entry in every if entry.open)),
        ("X-Waiting-Texts", " ".join(place_mark(entry) for entry in every if entry.origin in _WAITING)),
        ("X-Body-End", "" if header.tail == "\n" else quoted(header.tail)),
    )
    yield from ((name, value) for name, value in ours if value)
    yield "X-Machine-Texts", _machine_texts(catalogue)
    yield from ((f"X-Review-{number}", review_line(each)) for number, each in enumerate(header.reviews, 1))
    yield from header.other
