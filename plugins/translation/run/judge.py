"""Puts one answer through the gate, and says whether it may stand."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.newsroom.model import Lang
from plugins.translation.examine import remark
from plugins.translation.gate import Finding, Level, check_segment
from plugins.translation.gate.checks import Rules
from plugins.translation.glossary import Glossary
from plugins.translation.inner import BrokenInnerError
from plugins.translation.segment import Segment
from plugins.translation.shield import unshielded
from plugins.translation.unprotect import TagMismatchError, unprotect

_OF_LANGUAGES = frozenset({"language", "untranslated"})


@dataclass(frozen=True, slots=True)
class SegmentRequest:
    """A segment of the catalogue, and how it is sent: with its names closed off."""

    plain: Segment
    sent: Segment


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer, and what the gate said of it."""

    answer: str
    """With its names in the clear; empty where it must not stand."""
    findings: tuple[Finding, ...] = ()

    @property
    def blocked(self) -> bool:
        """Whether a person must write this text."""
        return not self.answer

    @property
    def remarks(self) -> tuple[str, ...]:
        """The findings as sentences for the catalogue."""
        return tuple(remark(finding) for finding in self.findings)


def _is_of_words(finding: Finding) -> bool:
    """Whether a finding is about the sense of words, of which an engine for trials makes none."""
    return finding.check in _OF_LANGUAGES or finding.level is Level.ANSWER


def unanswered(asked: SegmentRequest, reason: str) -> Verdict:
    """The verdict where an engine gave nothing: a person must write this text, and is told why."""
    return Verdict("", (Finding(asked.plain.line, "engine-error", Level.BLOCK, reason),))


def rules_of(glossary: Glossary, names: tuple[str, ...], source: Lang, target: Lang) -> Rules:
    """What translations in that direction are held to."""
    every = tuple(dict.fromkeys((*glossary.names, *names)))
    return Rules(source, target, glossary.terms, every, glossary.forbidden_in(target))


def judge(asked: SegmentRequest, answer: str, rules: Rules, *, trial: bool = False) -> Verdict:
    """The verdict on an answer to ``asked.sent``; hints are not kept.

    ``trial``: the engine is for trying things out, and no language is expected of it.
    """
    found = check_segment(
        asked.sent,
        answer,
        rules.source_lang,
        rules.target_lang,
        terms=rules.terms,
        names=rules.names,
        forbidden=rules.forbidden,
    )
    told = tuple(f for f in found if f.level is not Level.HINT and not (trial and _is_of_words(f)))
    if any(finding.level is Level.BLOCK for finding in told):
        return Verdict("", told)
    try:
        plain = unshielded(asked.sent, answer)
        unprotect(asked.plain, plain)
    except (BrokenInnerError, TagMismatchError) as fault:
        return Verdict("", (*told, Finding(asked.plain.line, "structure", Level.BLOCK, str(fault))))
    return Verdict(plain, told)
