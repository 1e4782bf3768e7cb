"""Faults to seed into good translations, each as a function of a pair of lines."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Callable

Pair = tuple[str, str]
Fault = Callable[[str, str, random.Random], Pair | None]
"""(source, translation) → the pair with the fault, or ``None`` where the line has nothing to spoil."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


def sound(source: str, target: str) -> Pair:
    """The pair as engines hand it back, entities resolved."""
    return html.unescape(source), html.unescape(target)


def digit_changed(source: str, target: str, rng: random.Random) -> Pair | None:
    """One digit of the translation becomes another."""
    places = [match.start() for match in re.finditer(r"[0-9]", target)]
    if not places:
        return None
    at = rng.choice(places)
    first = at == 0 or not target[at - 1].isdigit()
    others = [d for d in "0123456789" if d != target[at] and not (first and d == "0")]
    return source, target[:at] + rng.choice(others) + target[at + 1 :]


def number_dropped(source: str, target: str, rng: random.Random) -> Pair | None:
    """One number of the translation is gone."""
    found = list(_NUMBER.finditer(target))
    if not found:
        return None
    match = rng.choice(found)
    return source, " ".join((target[: match.start()] + target[match.end() :]).split())


def digits_transposed(source: str, target: str, rng: random.Random) -> Pair | None:
    """Two digits side by side have changed places."""
    places = [m.start() for m in re.finditer(r"[1-9](?=[1-9])", target) if target[m.start()] != target[m.start() + 1]]
    if not places:
        return None
    at = rng.choice(places)
    return source, target[:at] + target[at + 1] + target[at] + target[at + 2 :]


SWAPS = {
    "month or weekday": (
        ("January", "June"), ("March", "May"), ("April", "August"), ("July", "October"), ("September", "November"),
        ("Monday", "Tuesday"), ("Wednesday", "Thursday"), ("Friday", "Sunday"), ("Januar", "Juni"), ("März", "Mai"),
        ("April", "August"), ("Juli", "Oktober"), ("Montag", "Dienstag"), ("Mittwoch", "Donnerstag"),
        ("Freitag", "Sonntag"), ("januari", "juni"), ("maart", "mei"), ("april", "augustus"), ("juli", "oktober"),
        ("september", "november"), ("maandag", "dinsdag"), ("woensdag", "donderdag"), ("vrijdag", "zondag"),
    ),
    "million or billion": (
        ("million", "billion"), ("Millionen", "Milliarden"), ("Million", "Milliarde"), ("miljoen", "miljard"),
    ),
    "currency": (
        ("$", "€"), ("£", "€"), ("dollars", "euros"), ("pounds", "euros"), ("Dollar", "Euro"), ("Pfund", "Euro"),
        ("dollar", "euro"), ("pond", "euro"),
    ),
    "number word": (
        ("two", "three"), ("four", "five"), ("six", "seven"), ("eight", "nine"), ("ten", "eleven"), ("zwei", "drei"),
        ("vier", "fünf"), ("sechs", "sieben"), ("acht", "neun"), ("zehn", "elf"), ("twee", "drie"), ("vier", "vijf"),
        ("zes", "zeven"), ("acht", "negen"), ("tien", "elf"),
    ),
}  # fmt: skip
"""Words that take each other's place."""
_NL = frozenset(["twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf"])


def swapped(kind: str) -> Fault:
    """The fault that puts the next word of a kind in the place of one."""

    def fault(source: str, target: str, rng: random.Random) -> Pair | None:
        ways = [pair for one, two in SWAPS[kind] for pair in ((one, two), (two, one))]
        edges = {old: rf"(?<!\w){re.escape(old)}(?!\w)" if old.isalpha() else re.escape(old) for old, _ in ways}
        fit = [(old, new) for old, new in ways if re.search(edges[old], target)]
        dutch = re.search(r"\b(?:het|een|van|de)\b", target) is not None
        if kind == "number word":
            fit = [(old, new) for old, new in fit if new in _NL or not dutch]
        if not fit:
            return None
        old, new = rng.choice(fit)
        return source, re.sub(edges[old], new, target, count=1)

    return fault


def untranslated(source: str, _: str, __: random.Random) -> Pair | None:
    """The line is the source's."""
    return (source, source) if len(source.split()) >= 6 else None


def half_translated(source: str, target: str, rng: random.Random) -> Pair | None:
    """The line is the source's, but for two words."""
    words, others = source.split(), target.split()
    if len(words) < 8:
        return None
    for _ in range(2):
        words[rng.randrange(len(words))] = rng.choice(others)
    return source, " ".join(words)


def name_altered(source: str, target: str, rng: random.Random) -> Pair | None:
    """One letter of a name is replaced, or two change places."""
    found = _names(source, target)
    if not found:
        return None
    match = rng.choice(found)
    word = match.group()
    at = rng.randrange(1, len(word) - 1)
    if rng.random() < 0.5 and word[at] != word[at + 1]:
        new = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    else:
        new = word[:at] + rng.choice([c for c in "abdeiklmnorstu" if c != word[at]]) + word[at + 1 :]
    return source, target[: match.start()] + new + target[match.end() :]


OTHER_NAMES = (
    "Vandenberg", "Castellano", "Oyelaran", "Bergström", "Mikkelsen", "Petrov", "Yamamoto", "Kaminski", "Moreau",
    "Gallagher", "Haddad", "Szabo", "Popescu", "Virtanen", "Eriksen", "Banerjee", "Chaudhry", "McAllister", "Brandt",
    "Huber", "Visser", "Meijer", "Okonkwo", "Lindqvist",
)  # fmt: skip
"""Names of people, none of which was looked at when the check was made but the last two."""


def name_replaced(source: str, target: str, rng: random.Random) -> Pair | None:
    """A name is replaced by another one."""
    found = _names(source, target)
    if not found:
        return None
    match = rng.choice(found)
    new = rng.choice([name for name in OTHER_NAMES if name not in source])
    return source, target[: match.start()] + new + target[match.end() :]


def _names(source: str, target: str) -> list[re.Match[str]]:
    """Words with a capital, not at the beginning, that stand in both and look like names."""
    ours = set(_WORD.findall(source)[1:])
    every = list(_WORD.finditer(target))[1:]
    return [m for m in every if m.group()[0].isupper() and len(m.group()) >= 5 and m.group() in ours]


_SAYS = re.compile(
    r"[\"„“”]|\b(?:sagte|erklärte|betonte|teilte|laut|said|says|told|stated|explained|added|according|zei|zegt|"
    r"verklaarde|vertelde|aldus|volgens)\b"
)


def speakers_exchanged(source: str, target: str, rng: random.Random) -> Pair | None:
    """Two names have changed places in a line in which somebody is quoted."""
    if not _SAYS.search(source):
        return None
    found = [m for m in _names(source, target) if source.count(m.group()) == target.count(m.group()) == 1]
    if len(found) < 2:
        return None
    one, two = sorted(rng.sample(found, 2), key=lambda match: match.start())
    between = target[one.end() : two.start()]
    return source, target[: one.start()] + two.group() + between + one.group() + target[two.end() :]


def phrase_repeated(source: str, target: str, rng: random.Random) -> Pair | None:
    """Two to five words are said again at once, once to three times."""
    words = target.split()
    size = rng.randint(2, 5)
    if len(words) < size + 2:
        return None
    at = rng.randrange(len(words) - size)
    phrase = words[at : at + size]
    return source, " ".join(words[: at + size] + phrase * rng.randint(1, 3) + words[at + size :])


def _around(text: str, share: float, left: str, right: str) -> str | None:
    """The text with marks around the word at that share of its length."""
    words = list(_WORD.finditer(text))
    if len(words) < 3:
        return None
    match = words[min(len(words) - 1, int(share * len(words)))]
    return text[: match.start()] + left + match.group() + right + text[match.end() :]


def _before(text: str, share: float, what: str) -> str | None:
    words = list(_WORD.finditer(text))
    if len(words) < 3:
        return None
    match = words[min(len(words) - 1, int(share * len(words)))]
    return f"{text[: match.start()]}{what} {text[match.start() :]}"


PLACEHOLDERS = ("{name}", "{0}", "%s", "%(count)d", '<x id="1"/>', "${city}", "{{ date }}")


def with_link(source: str, target: str, rng: random.Random) -> Pair | None:
    """A sound pair with a link in both."""
    share, url = rng.random(), f"](https://www.example.org/{rng.randint(10, 99)}/artikel?id={rng.randint(1, 9)})"
    ours, theirs = _around(source, share, "[", url), _around(target, share, "[", url)
    return (ours, theirs) if ours and theirs else None


def link_lost(source: str, target: str, rng: random.Random) -> Pair | None:
    """The link is plain text, or leads elsewhere, or has lost its text, or its brackets."""
    pair = with_link(source, target, rng)
    if pair is None:
        return None
    ours, theirs = pair
    spoiled = rng.choice(
        [
            re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", theirs),
            theirs.replace("example.org", "example.com"),
            re.sub(r"(\[[^\]]*\])\([^)]*\)", r"\1", theirs),
            re.sub(r"\[([^\]]*)\]\(([^)]*)\)", r"\1 (\2)", theirs),
            theirs.replace("](", "] ("),
            theirs.replace("artikel", "article"),
            re.sub(r"\[[^\]]*\]\([^)]*\)", "", theirs),
        ]
    )
    return ours, spoiled


def with_placeholder(source: str, target: str, rng: random.Random) -> Pair | None:
    """A sound pair with a placeholder in both."""
    share, what = rng.random(), rng.choice(PLACEHOLDERS)
    ours, theirs = _before(source, share, what), _before(target, share, what)
    return (ours, theirs) if ours and theirs else None


def placeholder_lost(source: str, target: str, rng: random.Random) -> Pair | None:
    """The placeholder is gone, translated, or torn."""
    share, what = rng.random(), rng.choice(PLACEHOLDERS)
    ours = _before(source, share, what)
    spoiled = rng.choice(["", re.sub(r"\w+", lambda m: m.group().upper() + "X", what, count=1), what[1:], what + what])
    theirs = _before(target, share, spoiled)
    return (ours, theirs) if ours and theirs else None


def placeholder_moved(source: str, target: str, rng: random.Random) -> Pair | None:
    """The placeholder has gone from one end of the line to the other."""
    what, low = rng.choice(PLACEHOLDERS), rng.random() < 0.5
    ours = _before(source, 0.1 if low else 0.95, what)
    theirs = _before(target, 0.95 if low else 0.1, what)
    return (ours, theirs) if ours and theirs else None


FAULTS: dict[str, tuple[Fault, frozenset[str]]] = {
    "digit changed": (digit_changed, frozenset({"number", "date", "amount"})),
    "digits transposed": (digits_transposed, frozenset({"number", "date", "amount"})),
    **{kind: (swapped(kind), frozenset({"number", "date", "amount"})) for kind in SWAPS},
    "number dropped": (number_dropped, frozenset({"number", "date", "amount"})),
    "untranslated": (untranslated, frozenset({"untranslated", "language"})),
    "untranslated but two words": (half_translated, frozenset({"untranslated", "language"})),
    "link lost": (link_lost, frozenset({"link", "url"})),
    "placeholder lost": (placeholder_lost, frozenset({"placeholder"})),
    "placeholder moved": (placeholder_moved, frozenset({"placeholder"})),
    "name altered": (name_altered, frozenset({"name"})),
    "name replaced": (name_replaced, frozenset({"name"})),
    "speakers exchanged": (speakers_exchanged, frozenset({"speaker"})),
    "phrase repeated": (phrase_repeated, frozenset({"repetition"})),
}
"""Each fault with the checks that ought to find it."""
