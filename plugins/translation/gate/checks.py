"""All checks of one pair of passages, the grave ones first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from plugins.newsroom.model import Lang
from plugins.translation.gate import (
    answers,
    dates,
    dropped,
    entities,
    keeping,
    language,
    leftovers,
    length,
    moved,
    names,
    numbers,
    punctuation,
    repetition,
    speakers,
    terms,
    untranslated,
)
from plugins.translation.gate.finding import Finding
from plugins.translation.gate.passage import Passage
from plugins.translation.glossary import Forbidden, Term


@dataclass(frozen=True, slots=True)
class Rules:
    """What a translation is held to: the direction, and what the house has agreed on."""

    source_lang: Lang
    target_lang: Lang
    terms: tuple[Term, ...] = ()
    names: tuple[str, ...] = ()
    forbidden: tuple[Forbidden, ...] = field(default=())


def passages(source: Passage, target: Passage, raw: tuple[str, str], rules: Rules, line: int) -> Iterator[Finding]:
    """The findings of one pair; an answer that is none is not examined further."""
    wrong = list(answers.check(*raw, source, target, line))
    if wrong:
        yield from wrong
        return
    ours, theirs = rules.source_lang, rules.target_lang
    yield from leftovers.check(*raw, source, target, theirs, line)
    yield from keeping.check(source, target, line)
    yield from entities.check(*raw, line)
    yield from moved.check((raw[0], source), (raw[1], target), ours, theirs, line)
    left = list(untranslated.check(source, target, ours, theirs, line))
    yield from left
    if not left:
        yield from language.check(source, target, theirs, line)
        yield from language.check_short(source, target, theirs, line)
    yield from numbers.check(source.text, target.text, ours, theirs, line)
    yield from dates.check(source.text, target.text, ours, theirs, line)
    yield from dropped.check(source, target, ours, theirs, line)
    yield from length.check(source, target, ours, theirs, line)
    yield from terms.check(source, target, ours, theirs, rules.terms, line)
    yield from terms.check_forbidden(target, rules.forbidden, line)
    agreed = [word for term in rules.terms for word in term.get(theirs)]
    yield from names.check(source, target, ours, theirs, rules.names, line, agreed)
    yield from speakers.check(source, target, ours, theirs, line)
    yield from repetition.check(source, target, line)
    yield from punctuation.check(source, target, theirs, line)
