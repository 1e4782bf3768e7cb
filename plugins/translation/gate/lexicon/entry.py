"""The shape of what is known about one language."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

Numbers = tuple[tuple[str, Fraction], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Words and habits of one language; *plain* means lower case without accents (``words.plain``)."""

    known: bool = False
    """Whether there is a module for the language."""
    numbers: Numbers = ()
    """Number words and phrases with their values, plain: ``zwei``, ``twenty three``, ``halb``."""
    articles: frozenset[str] = frozenset()
    """Number words that mostly are articles, plain."""
    doubtful: frozenset[str] = frozenset()
    """Number words that often mean something else, plain: ``achten`` (to respect)."""
    multiples: frozenset[str] = frozenset()
    """Number words that answer others, and are asked after by nobody, plain: ``once``, ``pair``."""
    ordinals: frozenset[str] = frozenset()
    """Number words of a row, plain: ``third``."""
    ordinal_endings: tuple[str, ...] = ()
    """What makes a number of a row of a compound, the longest first: ``ste``."""
    parts: Numbers = ()
    """Words for parts, plain: ``drittel``, ``quarters``."""
    dozen: str = ""
    """The word for twelve of something, plain."""
    half: tuple[str, ...] = ()
    """Words for a half in ``one and a half``, plain."""
    halves: tuple[str, ...] = ()
    """Endings that add a half: ``einhalb``."""
    joins: tuple[str, ...] = ()
    """Words between hundreds and the rest: ``and``."""
    glued: Numbers = ()
    """Hundreds and thousands inside words, the greater first: ``tausend``; empty where words stand apart."""
    vague: tuple[tuple[str, str], ...] = ()
    """Words for some dozens, hundreds …, plain, with what they are some of."""
    rank: tuple[str, str] = ("", "")
    """What stands before and after a number that is a rank, one lower than it says: *op twee na*."""
    speech: frozenset[str] = frozenset()
    """Words that somebody is quoted with, plain."""
    agent: str = ""
    """What stands before the one who acts in a passive, a plain regular expression."""
    from_words: tuple[str, ...] = ()
    """What stands before the beginning of a change: ``from 3 to 5``."""
    number_stems: Numbers = ()
    """Beginnings of longer words that carry a number (``zwei`` in ``zweifach``), plain."""
    scales: tuple[tuple[str, int], ...] = ()
    """Words that multiply, with the power of ten: ``million`` 6."""
    hours: tuple[str, ...] = ()
    """What follows a time of day: ``uhr``; regular expressions."""
    dayparts: tuple[tuple[str, str], ...] = ()
    """(morning, noon, afternoon, evening, night; what says so after an hour, a plain regular expression)."""
    clock_prefixes: tuple[tuple[str, int], ...] = ()
    """(what stands before an hour, minutes it adds): ``half past`` 30; plain regular expressions."""
    durations: tuple[tuple[str, str], ...] = ()
    """Words that are a duration by themselves, plain, with their minutes, or months: ``halbjahr`` 6m."""
    week_in_days: int = 7
    """How many days a week is said to have: *heute in acht Tagen*."""
    factors: Numbers = ()
    """Words that say how much more or less of something there is now, plain: ``doubled`` 2."""
    at: str = ""
    """What stands before an hour, a plain regular expression: ``um|gegen``."""
    of_century: tuple[str, str] = ("", "")
    """What stands between a decade and the number of its century, and after that; plain regular expressions."""
    weekdays: tuple[tuple[str, str], ...] = ()
    """Names of days of the week that CLDR lacks, plain, with their numbers, Monday 0."""
    weekdays_short: tuple[tuple[str, str], ...] = ()
    """Short names of days of the week, plain, which count right before a date."""
    among: str = "(?!)"
    """What stands between the numbers of *two in three*, a plain regular expression."""
    times_as: str = "(?!)"
    """A number and the words that make it a factor (*dreimal so*), a plain regular expression."""
    alternate: str = ""
    """What makes every second one without a number (*every other*), a plain regular expression."""
    every: str = ""
    """What makes one of so many of the number behind it (*jeder fünfte*, *one in five*), a plain regular expression."""
    years: Numbers = ()
    """Beginnings of years in one word, plain: ``negentien`` in ``negentiennegenennegentig``."""
    clock_words: tuple[tuple[str, str], ...] = ()
    """Words that are times, plain, with their minutes after midnight: ``noon`` 720."""
    later_day: tuple[str, ...] = ()
    """Beginnings of words for afternoon, evening, night, which tell the same less strictly, plain."""
    months: tuple[tuple[str, str], ...] = ()
    """Names of months that CLDR has only for a part of the language's countries, plain, with their numbers."""
    rising: tuple[str, ...] = ()
    falling: tuple[str, ...] = ()
    """Words that say that something became more, or less, plain."""
    months_ambiguous: tuple[str, ...] = ()
    """Names of months that are words of their own, plain: ``may``."""
    units: tuple[tuple[str, str], ...] = ()
    """Unit words with the unit's symbol, plain: ``meilen`` ``mi``."""
    ordinal_dot: bool = False
    """Whether ``3.`` is an ordinal."""
    abbreviations: frozenset[str] = frozenset()
    """Words that end in a full stop without ending a sentence."""
    quotes: tuple[str, ...] = ()
    """Pairs of quotation marks at home in the language, the outer ones first."""
    function_words: frozenset[str] = frozenset()
    """Frequent short words that show the language."""
    expansion: float = 0.0
    """Natural logarithm of the length of a text beside its English translation."""


def listed(text: str) -> tuple[str, ...]:
    """Words between white space."""
    return tuple(text.split())


def rows(first: int, text: str) -> Numbers:
    """Words that count upwards from ``first``; ``/`` separates variants of the same number."""
    return tuple(
        (word, Fraction(number)) for number, words in enumerate(text.split(), first) for word in words.split("/")
    )


def tens(text: str) -> Numbers:
    """Words for twenty, thirty … ninety."""
    return tuple((word, 10 * n) for word, n in rows(2, text))


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs from ``left=right; left=right``; several words on the left are separated by commas."""
    found = []
    for item in text.split(";"):
        left, _, right = item.partition("=")
        found += [(word.strip(), right.strip()) for word in left.split(",")]
    return tuple(found)


def minutes(at: str, past: str, to: str, names: str) -> tuple[tuple[str, int], ...]:
    """What says the minutes before an hour in full: *at five to nine*; ``names`` stand for 5, 10, 20 and 25."""
    every = tuple(zip(listed(names), (5, 10, 20, 25), strict=True))
    return tuple(
        (f"(?:{at}) {name}(?: minuten| minutes)? {word}", sign * number)
        for name, number in every
        for word, sign in ((past, 1), (to, -1))
    )


def values(text: str) -> Numbers:
    """Number words from ``word, word=value; word=value``; a value may be a fraction."""
    return tuple((word, Fraction(value)) for word, value in pairs(text))


def powers(text: str) -> tuple[tuple[str, int], ...]:
    """Words with a power of ten from ``word, word=power; …``."""
    return tuple((word, int(value)) for word, value in pairs(text))
