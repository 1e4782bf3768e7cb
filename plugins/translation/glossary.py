"""The glossary of a newsroom: terms, fixed names, forbidden words (translations/glossary.yaml)."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.newsroom.counting import count
from plugins.newsroom.model import Lang
from plugins.newsroom.problem import Problem
from plugins.translation.glossary_entries import Entry, Reader


@dataclass(frozen=True, slots=True)
class Term:
    """One notion and its words: for each language the word to use first, then others that will do."""

    words: tuple[tuple[Lang, tuple[str, ...]], ...]
    note: str = ""
    line: int = 0

    def get(self, lang: Lang) -> tuple[str, ...]:
        """The words of that language, the preferred one first; empty if it has none."""
        return next((words for tag, words in self.words if tag == lang), ())


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A word that must not stand in a language; ``instead`` may be empty."""

    lang: Lang
    word: str
    instead: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Glossary:
    """Everything the house has agreed on about words."""

    terms: tuple[Term, ...] = ()
    names: tuple[str, ...] = ()
    """Kept letter by letter in every language."""
    forbidden: tuple[Forbidden, ...] = ()

    def pairs(self, source: Lang, target: Lang) -> tuple[tuple[str, str], ...]:
        """(source word, preferred target word) for each term that has both languages.

        Every source word of a term leads to the same preferred target word, in the order of the file.
        """
        return tuple(
            (word, term.get(target)[0]) for term in self.terms if term.get(target) for word in term.get(source)
        )

    def forbidden_in(self, lang: Lang) -> tuple[Forbidden, ...]:
        """The words that must not stand in that language."""
        return tuple(item for item in self.forbidden if item.lang == lang)


def load_glossary(data: bytes, path: str) -> tuple[Glossary, tuple[Problem, ...]]:
    """Read a glossary (YAML 1.2: ``no`` is text); what is well formed is kept beside the problems.

    ``path`` is only named in the problems. An empty file is an empty glossary.
    """
    reader = Reader(data, path)
    top = reader.mapping(reader.root, "the glossary", ("terms", "names", "forbidden"))
    terms = _terms(reader, top.get("terms"))
    names = _names(reader, top.get("names"))
    forbidden = _forbidden(reader, top.get("forbidden"))
    _contradictions(reader, terms, names, forbidden)
    glossary = Glossary(terms, tuple(dict.fromkeys(entry.text for entry in names)), forbidden)
    return glossary, tuple(sorted(reader.problems))


def _terms(reader: Reader, entry: Entry | None) -> tuple[Term, ...]:
    terms = []
    for item in reader.sequence(entry, "terms", "a list of terms, each a mapping from language to word"):
        fields = reader.mapping(item, "a term", None)
        note = fields.pop("note", None)
        words = [
            (lang, tuple(word.text for word in reader.words(value, f"the {lang} word of a term")))
            for lang, value in fields.items()
            if reader.language(lang, value)
        ]
        words = [(lang, found) for lang, found in words if found]
        if len(words) < 2:
            reader.problem(
                item,
                "glossary-term-alone",
                f"a term with words in {count(len(words), 'language')}",
                "words in two languages or more",
                "add the word of another language, or put the word under names: if it never changes",
            )
        else:
            terms.append(Term(tuple(words), reader.text(note), item.line))
    return tuple(terms)


def _names(reader: Reader, entry: Entry | None) -> tuple[Entry, ...]:
    names = reader.words(entry, "names") if entry is not None else ()
    seen: set[str] = set()
    for name in names:
        if name.text in seen:
            reader.problem(
                name, "glossary-twice", f"the name {name.text!r} again", "each name once", "remove this line"
            )
        seen.add(name.text)
    return names


def _forbidden(reader: Reader, entry: Entry | None) -> tuple[Forbidden, ...]:
    if entry is None:
        return ()
    found = []
    for lang, value in reader.mapping(entry, "forbidden", None).items():
        if not reader.language(lang, value):
            continue
        if value.is_mapping:
            items = reader.mapping(value, f"the forbidden words of {lang}", None)
            found += [Forbidden(lang, word, reader.text(instead), instead.line) for word, instead in items.items()]
        else:
            found += [
                Forbidden(lang, word.text, "", word.line)
                for word in reader.words(value, f"the forbidden words of {lang}")
            ]
    return tuple(found)


def _contradictions(
    reader: Reader, terms: tuple[Term, ...], names: tuple[Entry, ...], forbidden: tuple[Forbidden, ...]
) -> None:
    """Report what cannot be obeyed together."""
    _two_translations(reader, terms)
    _used_but_forbidden(reader, terms, forbidden)
    _fixed_but_translated(reader, terms, names)


def _two_translations(reader: Reader, terms: tuple[Term, ...]) -> None:
    seen: dict[tuple[Lang, str, Lang], tuple[str, int]] = {}
    for term in terms:
        for source, words in term.words:
            for target, (answer, *_) in term.words:
                for word in words if source != target else ():
                    first, line = seen.setdefault((source, word.casefold(), target), (answer, term.line))
                    if first != answer:
                        reader.contradiction(
                            term.line, f"{word!r} is {answer!r} in {target}, but {first!r} in line {line}"
                        )


def _used_but_forbidden(reader: Reader, terms: tuple[Term, ...], forbidden: tuple[Forbidden, ...]) -> None:
    banned = {(item.lang, item.word.casefold()): item.line for item in forbidden}
    wanted = [(lang, word, term.line) for term in terms for lang, words in term.words for word in words]
    wanted += [(item.lang, item.instead, item.line) for item in forbidden if item.instead]
    for lang, word, line in wanted:
        other = banned.get((lang, word.casefold()))
        if other is not None:
            reader.contradiction(line, f"{word!r} is to be used in {lang}, and forbidden in line {other}")


def _fixed_but_translated(reader: Reader, terms: tuple[Term, ...], names: tuple[Entry, ...]) -> None:
    fixed = {name.text: name.line for name in names}
    for term in terms:
        spellings = {word for _, words in term.words for word in words}
        for word in sorted(spellings & fixed.keys()) if len(spellings) > 1 else ():
            reader.contradiction(fixed[word], f"{word!r} never changes, and is translated in line {term.line}")
