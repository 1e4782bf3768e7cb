"""Names keep their letters."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from babel import Locale, UnknownLocaleError

from plugins.translation.gate.cognates import skeleton
from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.lexicon import lexicon
from plugins.translation.gate.passage import Passage
from plugins.translation.gate.words import Word, plain, words


def check(
    source: Passage, target: Passage, source_lang: str, target_lang: str, names: Sequence[str], line: int
) -> Iterator[Finding]:
    """Ask about a given name that is gone, and about a word with a capital that was altered by a letter."""
    reported = set()
    for name in names:
        if (
            _stands(source.text, name)
            and not _stands(target.text, name)
            and not _abroad(target.text, name, target_lang)
        ):
            reported.add(name)
            yield Finding(line, "name", Level.ANSWER, f"{quote(name)} does not stand in the translation")
    for ours, theirs in altered(source.text, target.text, source_lang, target_lang):
        if not any(ours in name for name in reported):
            yield Finding(line, "name", Level.ANSWER, f"{quote(ours)} is written {quote(theirs)}")


def _stands(text: str, name: str) -> bool:
    """Whether the name stands there, perhaps with a genitive ending."""
    pattern = re.escape(name).replace(r"\ ", r"\s+")
    return bool(re.search(rf"(?<!\w){pattern}(?:s|['’]s?|en|n)?(?!\w)", text))


def _abroad(text: str, name: str, lang: str) -> bool:
    """Whether the name of a place or country stands there as the other language has it."""
    return any(_stands(text, other) for other, home in lexicon(lang).places if name == home)


@functools.cache
def _geography(lang: str) -> frozenset[str]:
    """Words in the names of countries, languages and places of a language, plain."""
    try:
        locale = Locale.parse(lang.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return frozenset()
    names = [
        *locale.territories.values(),
        *locale.languages.values(),
        *(name for name, _ in lexicon(lang).places),
    ]
    return frozenset(word.plain for name in names for word in words(name))


def altered(source: str, target: str, source_lang: str, target_lang: str) -> list[tuple[str, str]]:
    """(as in the source, as in the translation) of words with a capital that differ by a letter or two.

    Names of countries and languages, and words that differ only in their endings or as sounds do between
    languages, are not meant.
    """
    ours, theirs = _capitals(source, source_lang), _capitals(target, target_lang)
    here = {_bare(word.plain) for word in words(target)}
    there = {_bare(word.plain) for word in words(source)}
    lost = [w for w in ours if _bare(w.plain) not in here and w.plain not in _geography(source_lang)]
    new = [w for w in theirs if _bare(w.plain) not in there and w.plain not in _geography(target_lang)]
    return [(a.raw, b.raw) for a in lost for b in new if _slip(_bare(a.plain), _bare(b.plain))]


def _capitals(text: str, lang: str) -> list[Word]:
    del lang
    return [word for word in words(text) if word.raw[0].isupper() and len(word.raw) >= 4]


def _bare(word: str) -> str:
    """Without a genitive ending."""
    return re.sub(r"(?:['’]s?|(?<=\w{3})s)$", "", word)


def _slip(one: str, other: str) -> bool:
    """Whether two words look like one word with a slip in the middle."""
    if skeleton(one) == skeleton(other) or abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    end = next((i for i, (a, b) in enumerate(zip(one[::-1], other[::-1], strict=False)) if a != b), 0)
    longest = max(len(one), len(other))
    return end >= 2 and start >= 1 and longest >= 5 and longest - start - end <= 2


__all__ = ["altered", "check", "plain"]
