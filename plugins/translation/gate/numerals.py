"""Every number of a text, in digits, in words, in dates."""

from __future__ import annotations

from plugins.translation.gate.clock import with_times
from plugins.translation.gate.digits import fractions, in_digits, of_dates
from plugins.translation.gate.lexicon import lexicon
from plugins.translation.gate.magnitude import scaled, with_centuries
from plugins.translation.gate.numberwords import in_words, roman
from plugins.translation.gate.numeral import Numeral


def numerals(text: str, lang: str) -> tuple[Numeral, ...]:
    """The numbers in order; a word inside a number in digits (``3 million``) is no number of its own."""
    lex = lexicon(lang)
    found = with_centuries(scaled(with_times(in_digits(text, lang), text, lex), text, lex), text)
    spoken = [
        word for word in in_words(text, lang) if not any(n.start < word.end and word.start < n.end for n in found)
    ]
    every = [*found, *of_dates(text, lang), *scaled(spoken, text, lex), *fractions(text), *roman(text)]
    return tuple(sorted(every, key=lambda numeral: numeral.start))
