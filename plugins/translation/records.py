"""Reviews and answers as they stand in a catalogue: one line of JSON each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from plugins.translation.catalogue import FindingAnswer, Review


def review_line(review: Review) -> str:
    """A review as the value of a header field."""
    fields = {
        "by": review.by,
        "responsible": review.office,
        "on": review.on,
        "source": " ".join(review.source),
        "target": " ".join(review.target),
        "answers": [_fields(answer) for answer in review.answers],
        "carried": review.carried,
    }
    return _json(fields)


def read_review(line: str) -> Review | None:
    """The review in a header field; ``None`` where somebody has damaged it: it then counts for nothing."""
    try:
        found = json.loads(line)
        return Review(
            by=_text(found["by"]),
            office=_text(found["responsible"]),
            on=_text(found["on"]),
            source=tuple(_text(found["source"]).split()),
            target=tuple(_text(found["target"]).split()),
            answers=tuple(map(_answer, found.get("answers", []))),
            carried=_text(found.get("carried", "")),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def answer_line(answer: FindingAnswer) -> str:
    """An answer to a finding as a comment beside its text."""
    return _json(_fields(answer))


def read_answer(line: str) -> FindingAnswer:
    """The answer in a comment. Raises ``ValueError`` on a line that was damaged."""
    try:
        return _answer(json.loads(line))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{line!r} is no answer to a finding") from error


def answered(findings: Iterable[str], answers: Iterable[FindingAnswer]) -> tuple[FindingAnswer, ...]:
    """Those answers that belong to these findings."""
    known = set(findings)
    return tuple(dict.fromkeys(answer for answer in answers if answer.finding in known))


def _fields(answer: FindingAnswer) -> dict[str, str]:
    pairs = (
        ("finding", answer.finding),
        ("by", answer.by),
        ("responsible", answer.office),
        ("on", answer.on),
        ("words", answer.words),
    )
    return {name: value for name, value in pairs if value}


def _answer(fields: dict[str, object]) -> FindingAnswer:
    text = {name: _text(value) for name, value in fields.items()}
    office, words = text.get("responsible", ""), text.get("words", "")
    return FindingAnswer(text["finding"], text["by"], text["on"], office, words)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a text")
    return value


def _json(fields: Mapping[str, object]) -> str:
    """On one line whatever a reader of PO files takes for a line end, and in ASCII, so that no editor recodes it."""
    return json.dumps({name: value for name, value in fields.items() if value}, ensure_ascii=True)
