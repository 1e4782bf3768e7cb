"""Makes the benchmark's reports: seeded, the same words on every machine and in every run."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.corpus_words import AUTHORS, CITIES, CONTACTS, FIELDS, LANGS, SUBJECTS, WORDS

SEED = 20_261_122
PER_PAGE = 20
"""Entries on a page of a list. Every list is of a multiple of it, so that all tools make as many pages."""
FIRST_YEAR = 2016
YEARS = 10
LINK = "\x02"
"""Stands in a text where a link to another report begins; ``\\x03`` ends its label, ``\\x04`` the number."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is the same in every language."""

    number: int
    moment: dt.datetime
    topics: tuple[str, ...]
    author: str
    contacts: tuple[str, ...]
    city: str

    @property
    def name(self) -> str:
        """The report's id and slug."""
        return f"report-{self.number:05}"


@dataclass(frozen=True, slots=True)
class Text:
    """One edition."""

    lang: str
    title: str
    teaser: str
    links: tuple[tuple[str, str], ...]
    """(address, label) of further information."""
    body: str
    """Markdown; a link to another report is ``\\x02label\\x03number\\x04``."""


def rounded(reports: int) -> int:
    """The number of reports that is made when so many are asked for: the next multiple of a page."""
    return max(-(-reports // PER_PAGE), 1) * PER_PAGE


def shares(total: int, names: tuple[str, ...], rng: random.Random) -> list[str]:
    """``total`` names, each as often as a multiple of a page; some oftener than others."""
    units = total // PER_PAGE
    chosen = list(names[: min(units, len(names))])
    chosen += rng.choices(chosen, k=units - len(chosen))
    return [name for name in names for _ in range(chosen.count(name) * PER_PAGE)]


def all_facts(count: int) -> list[Facts]:
    """The facts of every report, by number; ``count`` as ``rounded`` gives it."""
    rng = random.Random(f"{SEED} {count}")
    fields, subjects = _dealt(count, count, tuple(FIELDS), rng), _dealt(count, count * 5 // 2, SUBJECTS, rng)
    years = shares(count, tuple(str(FIRST_YEAR + n) for n in range(YEARS)), rng)
    rng.shuffle(years)
    found = []
    for number, year in enumerate(years):
        start = dt.datetime(int(year), 1, 1, tzinfo=dt.UTC)
        found.append(
            Facts(
                number,
                start + dt.timedelta(minutes=rng.randrange(364 * 24 * 60)),
                (*sorted(fields[number]), *sorted(subjects[number])),
                rng.choice(tuple(AUTHORS)),
                tuple(sorted(rng.sample(tuple(CONTACTS), rng.randint(1, 2)))),
                rng.choice(CITIES),
            )
        )
    return found


def _dealt(count: int, total: int, names: tuple[str, ...], rng: random.Random) -> list[list[str]]:
    """Deals names to reports, in turn, so that no report gets one twice where none is dealt oftener than there are."""
    hands: list[list[str]] = [[] for _ in range(count)]
    order = list(range(count))
    rng.shuffle(order)
    for place, name in enumerate(shares(total, names, rng)):
        hand = hands[order[place % count]]
        if name not in hand:
            hand.append(name)
        else:
            next(hands[i] for i in order if name not in hands[i]).append(name)
    return hands


def texts(facts: Facts, count: int) -> Iterator[Text]:
    """The editions of one report."""
    for lang in LANGS:
        rng = random.Random(f"{SEED} {facts.number} {lang}")
        links = tuple(
            (f"https://www.example.org/{lang}/{rng.randrange(9999)}", _capital(_some(rng, lang, rng.randint(3, 7))))
            for _ in range(rng.randint(0, 6))
        )
        title = f"{_capital(_some(rng, lang, rng.randint(4, 8)))} {facts.number}"
        yield Text(lang, title, _capital(_some(rng, lang, rng.randint(20, 34))) + ".", links, _body(rng, lang, count))


def _some(rng: random.Random, lang: str, size: int) -> str:
    return " ".join(rng.choices(WORDS[lang], k=size))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _body(rng: random.Random, lang: str, count: int) -> str:
    """350 to 700 words in five to eight paragraphs, with one or two headings, a list, links and bold."""
    total, number = rng.randint(350, 700), rng.randint(5, 8)
    headings = set(rng.sample(range(1, number), rng.randint(1, 2)))
    bullets, cross = rng.randrange(1, number), number - 2
    parts: list[str] = []
    for place in range(number):
        if place in headings:
            parts.append("## " + _capital(_some(rng, lang, rng.randint(3, 6))))
        sentences = list(_sentences(rng, lang, total // number))
        if place == cross:
            sentences.append(f"{LINK}{_capital(_some(rng, lang, 3))}\x03{rng.randrange(count):05}\x04.")
        parts.append(" ".join(sentences))
        if place == bullets:
            parts.append("\n".join(f"- {_some(rng, lang, rng.randint(4, 8))}" for _ in range(rng.randint(3, 5))))
    return "\n\n".join(parts) + "\n"


def _sentences(rng: random.Random, lang: str, size: int) -> Iterator[str]:
    while size > 5:
        length = min(size, rng.randint(7, 18))
        size -= length
        words = rng.choices(WORDS[lang], k=length)
        words[0] = _capital(words[0])
        if length > 11:
            words[length // 2] += ","
        if length > 8:
            _mark(words, rng, lang)
        yield " ".join(words) + "."


def _mark(words: list[str], rng: random.Random, lang: str) -> None:
    """Bold, a link, emphasis or quotation marks in about a third of the sentences."""
    chance = rng.random()
    if chance < 0.10:
        words[3:5] = [f"**{words[3]} {words[4]}**"]
    elif chance < 0.18:
        words[5] = f"[{words[5]} {words[2]}](https://www.example.org/{lang}/{rng.randrange(9999)})"
    elif chance < 0.22:
        words[6] = f"*{words[6]}*"
    elif chance < 0.30:
        words[6] = f"„{words[6]}“" if lang == "de" else f"“{words[6]}”"
