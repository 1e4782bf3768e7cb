"""The gate for the segments of an edition."""

from __future__ import annotations

from plugins.newsroom.model import Lang
from plugins.translation.gate import tags
from plugins.translation.gate.checks import Rules, passages
from plugins.translation.gate.finding import Finding
from plugins.translation.gate.passage import from_inner
from plugins.translation.glossary import Forbidden, Term
from plugins.translation.segment import Segment


def check_segment(
    segment: Segment,
    target_inner: str,
    source_lang: Lang,
    target_lang: Lang,
    *,
    terms: tuple[Term, ...] = (),
    names: tuple[str, ...] = (),
    forbidden: tuple[Forbidden, ...] = (),
) -> tuple[Finding, ...]:
    """What is wrong with the translation of one segment, both in the inner form; grave findings first."""
    rules = Rules(source_lang, target_lang, terms, names, forbidden)
    source, target = from_inner(segment.text, segment.tags), from_inner(target_inner, segment.tags)
    found = [
        *tags.check(segment, target_inner),
        *passages(source, target, (segment.text, target_inner), rules, segment.line),
    ]
    return tuple(dict.fromkeys(found))
