"""Whether a text is written in another language than its file says."""

from __future__ import annotations

import re
from types import MappingProxyType

from plugins.translation.small_words import SMALL_WORDS

WORDS = 40
"""Shorter texts are not judged: names and titles decide them."""
PROSE = 0.4
"""The share of words in small letters that a text must have: lists of names have fewer."""
USUAL = 0.12
"""The share of articles, prepositions and the like below which a text is doubtful; news have a quarter and more."""
AT_HOME = 0.15
"""The share of the expected language's small words above which a text needs no second look."""
LEAD = 0.7
"""By how much another language must be ahead, as the gate measures it."""

_KIN = (
    frozenset(("no", "nb", "nn", "da")),
    frozenset(("hr", "bs", "sr", "sh", "sl")),
    frozenset(("cs", "sk")),
    frozenset(("id", "ms")),
    frozenset(("gl", "pt", "es")),
    frozenset(("bg", "mk")),
    frozenset(("nl", "af", "fy", "li")),
    frozenset(("de", "lb", "nds", "gsw")),
)
"""Languages that a model takes for one another."""
_MODEL_NAMES = MappingProxyType({"nb": "no"})
"""The name of a language for the model, where it is another."""
_QUOTED = re.compile(
    r"<(blockquote|pre|code|cite|q)\b.*?</\1>|<(\w+)[^<>]*\slang=[^<>]*>.*?</\2>|[„“”«»\"][^„“”«»\"<>]{0,600}[“”«»\"]",
    re.DOTALL,
)
"""What may be in another language: quotations, code, words that are marked as such."""
_TAG = re.compile(r"<[^<>]*>|&[a-z#0-9]+;|https?:\S+|\S+@\S+")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word; of Chinese and Japanese, which part none, a sign."""


def other_language(html: str, expected: str) -> str:
    """The language (``nl``) of a page's words where it is not the one expected, a BCP 47 tag; else nothing.

    Between languages whose small words are known, these decide nearly always; for all others the model is asked,
    which knows 97. A language that it does not know is not judged.

    Regional and simple forms (``nl-BE``, ``de-simple``) count as their language, and close relatives as each other.
    """
    tokens = html.split()
    known = SMALL_WORDS.get(_base(expected))
    if known is not None and sum(map(known.__contains__, tokens)) > AT_HOME * len(tokens):
        return ""  # nearly always; what follows costs ten times as much
    words = _WORD.findall(_TAG.sub(" ", _QUOTED.sub(" ", html)))
    small = [word for word in words if word == word.lower()]
    if len(words) < WORDS or len(small) < PROSE * len(words) or not _is_doubtful(small, len(words), expected):
        return ""
    from plugins.translation.gate.language import verdict  # and with it the model: 0.8 s, for doubtful texts alone

    found = verdict(" ".join(words), _MODEL_NAMES.get(_base(expected), expected))
    if found is None or found.lead < LEAD or _are_kin(found.lang, expected):
        return ""
    return found.lang


def _is_doubtful(small: list[str], total: int, expected: str) -> bool:
    """Whether small words of another language are at home in the text, or hardly any of the expected one, if known."""
    if _base(expected) not in SMALL_WORDS:
        return True
    shares = {lang: sum(word in known for word in small) / total for lang, known in SMALL_WORDS.items()}
    ours = shares.pop(_base(expected))
    return max(shares.values()) > max(ours, USUAL / 2) or ours < USUAL


def _are_kin(one: str, other: str) -> bool:
    return any({one, _base(other)} <= group for group in _KIN)


def _base(tag: str) -> str:
    return tag.lower().replace("_", "-").partition("-")[0]
