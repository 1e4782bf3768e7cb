"""Asks one engine for the segments of one edition, and again where the gate says no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.translation.engines.base import (
    BadAnswer,
    Batch,
    Engine,
    EngineError,
    EngineInfo,
    Final,
    FinalKind,
    Protection,
    Refused,
)
from plugins.translation.engines.edition import Answer, Hooks, NoEngine, Refusal, translate_edition
from plugins.translation.engines.pace import Pace
from plugins.translation.engines.portions import safe_cuts
from plugins.translation.gate import Finding, Level
from plugins.translation.gate.checks import Rules
from plugins.translation.parts import divided, joined
from plugins.translation.run.judge import SegmentRequest, Verdict, judge, unanswered
from plugins.translation.run.measure import Words, words_of
from plugins.translation.run.shifted import out_of_order
from plugins.translation.segment import Segment
from plugins.translation.shield import settled


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for one edition."""

    segments: tuple[SegmentRequest, ...]
    rules: Rules
    context: str = ""
    terms: tuple[tuple[str, str], ...] = ()
    confidential: bool = False

    def batch(self, segments: Sequence[Segment], protection: Protection) -> Batch:
        """Some of its segments as an engine gets them."""
        rules = self.rules
        return Batch(tuple(segments), rules.source_lang, rules.target_lang, self.context, self.terms, protection)


@dataclass(frozen=True, slots=True)
class Answered:
    """An edition's verdicts, in the order of its segments, all from one engine."""

    info: EngineInfo
    verdicts: tuple[Verdict, ...]
    notes: tuple[str, ...] = ()
    """Why engines before this one were given up."""
    faults: tuple[EngineError, ...] = ()
    """Their errors."""


def ask(question: Question, engines: Sequence[Engine], pace: Pace, hooks: Hooks) -> Answered:
    """The first engine's verdicts that answers all of it. Raises ``NoEngine``.

    A blocked answer is asked for again with tokens in place of markup, then sentence by sentence; what is
    blocked then is left to a person.
    """
    reasons: list[str] = []
    faults: list[EngineError] = []
    for engine in engines:
        try:
            dialogue = _Dialogue(question, engine, pace, hooks)
            return Answered(engine.info(), dialogue.verdicts(), tuple(reasons), tuple(faults))
        except NoEngine as fault:
            reasons += fault.reasons
            faults += fault.faults
    if faults and all(map(_is_refusal, faults)):
        return Answered(engines[0].info(), _refused(question, faults[0]), tuple(reasons), tuple(faults))
    raise NoEngine(tuple(reasons), tuple(faults))


def _is_refusal(fault: EngineError) -> bool:
    """Whether the engine works, and does not translate this text."""
    return isinstance(fault, Refused) or _is_too_long(fault)


def _is_too_long(fault: EngineError) -> bool:
    return isinstance(fault, Final) and fault.kind is FinalKind.TOO_LONG


def _refused(question: Question, fault: EngineError) -> tuple[Verdict, ...]:
    return tuple(unanswered(item, fault.message) for item in question.segments)


class _Dialogue:
    """One engine asked for one edition, and asked again."""

    def __init__(self, question: Question, engine: Engine, pace: Pace, hooks: Hooks) -> None:
        self._question, self._engine = question, engine
        self._pace, self._hooks = pace, hooks

    def verdicts(self) -> tuple[Verdict, ...]:
        """A verdict for each segment. Raises ``NoEngine``."""
        asked = self._question.segments
        found = self._judged(asked, self._first([s.sent for s in asked]))
        found = [self._again(item, v) if v.blocked else v for item, v in zip(asked, found, strict=True)]
        return self._in_order(found)

    def _in_order(self, found: list[Verdict]) -> tuple[Verdict, ...]:
        """The verdicts; an edition whose answers have shifted is asked for again text by text, else blocked."""
        asked = self._question.segments
        if out_of_order(asked, found):
            found = [self._alone(item, verdict) for item, verdict in zip(asked, found, strict=True)]
        strange = out_of_order(asked, found)
        if not strange:
            return tuple(found)
        unclear = "stands among answers that belong to the texts before or behind theirs"
        return tuple(
            Verdict("", (*v.findings, strange.get(at) or Finding(item.plain.line, "shifted", Level.BLOCK, unclear)))
            for at, (item, v) in enumerate(zip(asked, found, strict=True))
        )

    def _alone(self, item: SegmentRequest, before: Verdict) -> Verdict:
        """The verdict on an answer to this text and no other."""
        answers = [answer for answer in self._tried((item.sent,)) if isinstance(answer, str)]
        return self._verdict(item, answers[0]) if answers else before

    def _first(self, segments: Sequence[Segment]) -> tuple[Answer, ...]:
        """Answers with markup; a refusal each where every one of them is too long. Raises ``NoEngine``."""
        try:
            return self._asked(segments, Protection.MARKUP)
        except NoEngine as fault:
            if not fault.faults or not all(map(_is_too_long, fault.faults)):
                raise
            return tuple(Refusal(fault.faults[-1].message) for _ in segments)

    def _again(self, item: SegmentRequest, first: Verdict) -> Verdict:
        """The verdict with tokens; if that is no better, sentence by sentence; else the first one."""
        for parts in dict.fromkeys(((item.sent,), divided(item.sent, _sentences))):
            answers = [answer for answer in self._tried(parts) if isinstance(answer, str)]
            verdict = self._verdict(item, joined(answers)) if len(answers) == len(parts) else first
            if not verdict.blocked:
                return verdict
        return first

    def _tried(self, segments: Sequence[Segment]) -> tuple[Answer, ...]:
        """Answers with tokens; none where the engine makes nonsense of them. Raises ``NoEngine``."""
        try:
            return self._asked(segments, Protection.TOKENS)
        except NoEngine as fault:
            if not fault.faults or not all(isinstance(each, BadAnswer) or _is_refusal(each) for each in fault.faults):
                raise
            return ()

    def _asked(self, segments: Sequence[Segment], protection: Protection) -> tuple[Answer, ...]:
        """An answer to each. The same words are asked for once; what is all names is its own answer."""
        first = distinct(segments)
        question = self._question
        done = translate_edition(
            [question.batch(list(first.values()), protection)],
            [self._engine],
            pace=self._pace,
            hooks=self._hooks,
            confidential=question.confidential,
        )
        known = dict(zip(first, done.answers, strict=True))
        return tuple(known.get(words_of(s), s.text) for s in segments)

    def _judged(self, asked: Sequence[SegmentRequest], answers: Sequence[Answer]) -> list[Verdict]:
        return [self._verdict(item, answer) for item, answer in zip(asked, answers, strict=True)]

    def _verdict(self, item: SegmentRequest, answer: Answer) -> Verdict:
        if isinstance(answer, Refusal):
            return unanswered(item, answer.reason)
        if settled(item.sent):
            return Verdict(item.plain.text)
        return judge(item, answer, self._question.rules, trial=self._engine.info().trial)


def distinct(segments: Sequence[Segment]) -> dict[Words, Segment]:
    """The segments with something to translate, the first of those that are alike, by their words."""
    found: dict[Words, Segment] = {}
    for segment in segments:
        if not settled(segment):
            found.setdefault(words_of(segment), segment)
    return found


def _sentences(text: str) -> tuple[str, ...]:
    return tuple(sentence for sentence, _space in safe_cuts(text))
