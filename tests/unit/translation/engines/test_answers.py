"""Answers looked at before they are believed."""

from __future__ import annotations

import pytest

from plugins.translation.engines.answers import checked, error_sentence
from plugins.translation.engines.base import BadAnswer, Batch, EngineError, Final, RateLimited, Temporary
from plugins.translation.segment import Segment

BATCH = Batch((Segment("title", "title", "Haus"), Segment("body", "paragraph", "Hof")), "de", "en")


@pytest.mark.parametrize(
    ("sentence", "sort"),
    [
        ("MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY.", Final),
        ("QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS", Final),
        ("QUERY LENGTH LIMIT EXCEDEED. MAX ALLOWED QUERY : 500 CHARS", Final),
        ("PLEASE SELECT TWO DISTINCT LANGUAGES", Final),
        ("'XX' IS AN INVALID TARGET LANGUAGE . EXAMPLE: LANGPAIR=EN|IT", Final),
        ("INVALID EMAIL PROVIDED", Final),
        ("NO QUERY SPECIFIED. EXAMPLE REQUEST: GET?Q=HELLO&LANGPAIR=EN|IT", BadAnswer),
        ("Error 500 (Server Error)!!1500.That’s an error.", Temporary),
        ("503 Service Unavailable", Temporary),
        ("Too many requests, please try again later.", RateLimited),
        ("I'm sorry, but I can't assist with that.", BadAnswer),
        ("As an AI language model, I do not", BadAnswer),
        ("&lt;!DOCTYPE html&gt;", BadAnswer),
    ],
)
def test_error_sentences(sentence: str, sort: type[EngineError]) -> None:
    """Each known error message in place of a translation."""
    assert isinstance(error_sentence("e", "Haus", sentence), sort)


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("Zu viele Anfragen erreichten die Messe", "The fair received too many requests"),
        ("Too many requests reached us", "Too many requests reached us"),
        ("Die Quote wurde übertroffen", "The quota for women was exceeded"),
        ("Es tut mir leid", "I am sorry"),
    ],
)
def test_sentences_that_only_look_alike(source: str, answer: str) -> None:
    """A report may speak of such things itself."""
    assert error_sentence("e", source, answer) is None


@pytest.mark.parametrize("answers", [None, "ab", ("a",), ("a", "b", "c"), ("a", None), ("a", " "), (1, 2)])
def test_answers_that_are_none(answers: object) -> None:
    """Too few, too many, no texts, empty ones."""
    with pytest.raises(BadAnswer):
        checked("e", BATCH, answers)


def test_good_answers_pass() -> None:
    """As a tuple, whatever they came in."""
    assert checked("e", BATCH, ["house", "yard"]) == ("house", "yard")
