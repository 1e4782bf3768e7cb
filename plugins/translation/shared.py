"""Fills the words all reports share: roles, labels of topics, the newsroom's name, claim and boilerplate."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from plugins.newsroom.model import Lang, Person, Site, Topic, Words
from plugins.translation.catalogue import Catalogue, Entry, Header
from plugins.translation.matching import match
from plugins.translation.merge import with_previous
from plugins.translation.segment import Segment
from plugins.translation.segments import is_text, plain_segment
from plugins.translation.unprotect import TagMismatchError, unprotect

SHARED = "shared"
"""What stands for a report's id in the head of such a catalogue."""

_Words = tuple[str, Words]


def fill_shared(
    people: tuple[Person, ...], topics: tuple[Topic, ...], site: Site, catalogues: Sequence[Catalogue]
) -> tuple[tuple[Person, ...], tuple[Topic, ...], Site]:
    """The same values, with words from the catalogues where the YAML lacks the language.

    Words whose source has changed are not used: a former role would be wrong, and the word of
    another language is right.
    """
    for catalogue in catalogues:
        found = _found(_texts(people, topics, site), catalogue, site.languages)

        def fill(key: str, words: Words, found: dict[str, Words] = found) -> Words:
            return found.get(key, words)

        people = tuple(replace(p, role=fill(f"people/{p.id}/role", p.role)) for p in people)
        topics = tuple(replace(t, label=fill(f"topics/{t.id}", t.label)) for t in topics)
        site = _site(site, fill)
    return people, topics, site


def _site(site: Site, fill: Callable[[str, Words], Words]) -> Site:
    return replace(
        site,
        name=fill("site/name", site.name),
        claim=fill("site/claim", site.claim),
        boilerplate=fill("site/boilerplate", site.boilerplate),
    )


def _texts(people: Sequence[Person], topics: Sequence[Topic], site: Site) -> Iterator[_Words]:
    """(key, words) of everything shared, in the order of the files."""
    yield from (("site/name", site.name), ("site/claim", site.claim), ("site/boilerplate", site.boilerplate))
    yield from ((f"topics/{topic.id}", topic.label) for topic in topics)
    yield from ((f"people/{person.id}/role", person.role) for person in people)


def shared_segments(
    people: Sequence[Person], topics: Sequence[Topic], site: Site, lang: Lang
) -> tuple[tuple[Lang, Segment], ...]:
    """(language, segment) of the shared words that ``lang`` lacks, in the order of the files.

    Each is taken from the first language of site.yaml that has it. Words common to all languages
    need no other.
    """
    pairs = ((key, _source(words, lang, site.languages)) for key, words in _texts(people, topics, site))
    return tuple((pair[0], plain_segment(key, "word", pair[1])) for key, pair in pairs if pair)


def _source(words: Words, lang: Lang, order: Sequence[Lang]) -> tuple[Lang, str] | None:
    """(language, text) to translate from, or ``None`` where nothing is to be done."""
    if words.get(lang):
        return None
    have = dict(words.by_lang)
    return next(((tag, have[tag]) for tag in order if is_text(have.get(tag, ""))), None)


def shared_catalogue(segments: Sequence[tuple[Lang, Segment]], lang: Lang, former: Catalogue | None) -> Catalogue:
    """The catalogue of these shared words: what was translated stays, the rest is to be made.

    Where words have changed, the former translation stands beside them as stale: a machine's until it is replaced, a
    person's until a person decides. Pairs whose source is gone are kept in the memory.
    """
    kept = (*former.entries, *former.memory) if former else ()
    found = match([segment for _, segment in segments], kept)
    entries = tuple(
        replace(entry, tags=segment.tags) if entry else Entry(segment.key, segment.text, tags=segment.tags)
        for (_, segment), entry in zip(segments, found, strict=True)
    )
    used = {id(entry) for entry in found}
    memory = tuple(entry for entry in kept if id(entry) not in used and entry.target and not entry.stale)
    header = former.header if former else Header(SHARED, segments[0][0] if segments else "", lang)
    return Catalogue(header, with_previous(entries, former.entries) if former else entries, memory)


def _found(texts: Iterator[_Words], catalogue: Catalogue, order: Sequence[Lang]) -> dict[str, Words]:
    """By key, the words with those of the catalogue among them."""
    lang = catalogue.header.lang
    wanted = {key: words for key, words in texts if _source(words, lang, order)}
    segments = [plain_segment(key, "word", pair[1]) for key, w in wanted.items() if (pair := _source(w, lang, order))]
    pairs = zip(segments, match(segments, (*catalogue.entries, *catalogue.memory)), strict=True)
    texts_found = ((segment.key, _text(segment, entry)) for segment, entry in pairs)
    return {key: _with(wanted[key], lang, text, order) for key, text in texts_found if text}


def _text(segment: Segment, entry: Entry | None) -> str:
    try:
        return unprotect(segment, entry.target) if entry and entry.usable else ""
    except TagMismatchError:
        return ""


def _with(words: Words, lang: Lang, text: str, order: Sequence[Lang]) -> Words:
    """The words with one language more, in the order of site.yaml."""
    have = {**dict(words.by_lang), lang: text}
    listed = [tag for tag in order if tag in have] + [tag for tag in have if tag not in order]
    return replace(words, by_lang=tuple((tag, have[tag]) for tag in listed))
