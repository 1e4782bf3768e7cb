"""Any engine behind its check: errors typed, answers looked at before they are believed."""

from __future__ import annotations

import pytest

from plugins.translation.engines.answer_check import CheckedEngine, Overrides, checked_answers, error_sentence
from plugins.translation.engines.base import (
    BadAnswer,
    Batch,
    EngineError,
    EngineInfo,
    Final,
    FinalKind,
    RateLimited,
    Temporary,
)
from plugins.translation.segment import Segment

KEY = "canary-5f1c9e77"
BATCH = Batch((Segment("title", "title", "Haus"),), "de", "en")


class Failing:
    """Raises what it is given."""

    def __init__(self, fault: Exception) -> None:
        self._fault = fault

    def info(self) -> EngineInfo:
        """Its name."""
        return EngineInfo("failing", price_per_million=1.0)

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """Never."""
        try:
            raise LookupError(KEY)
        except LookupError as cause:
            raise self._fault from cause


@pytest.mark.parametrize("fault", [ValueError(KEY), KeyError(KEY), Final("failing", FinalKind.AUTH, KEY)])
def test_every_failure_is_an_engine_error_without_a_key(fault: Exception) -> None:
    """Nor has it a cause or context that carries one."""
    checked = CheckedEngine(Failing(fault), {"X_API_KEY": KEY}, Overrides())
    with pytest.raises(EngineError) as caught:
        checked.translate(BATCH)
    assert KEY not in f"{caught.value}{caught.value!r}{caught.value.args}{caught.value.message}"
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_a_fault_in_the_engines_code_is_final() -> None:
    """The next engine takes over; the name of the fault is told."""
    with pytest.raises(Final, match="ZeroDivisionError") as caught:
        CheckedEngine(Failing(ZeroDivisionError()), {}, Overrides()).translate(BATCH)
    assert caught.value.kind is FinalKind.BROKEN


def test_typed_errors_keep_their_facts() -> None:
    """The time a server asked for is not lost on the way."""
    with pytest.raises(RateLimited) as caught:
        CheckedEngine(Failing(RateLimited("failing", "wait", "7")), {}, Overrides()).translate(BATCH)
    assert caught.value.retry_after == "7"


def test_contracts_override_code() -> None:
    """What site.yaml says of confidentiality and price holds for the engine it names."""
    overrides = Overrides((("failing", True),), (("failing", 12.5),))
    info = CheckedEngine(Failing(ValueError()), {}, overrides).info()
    assert info.confidential
    assert info.price_per_million == 12.5
    assert not CheckedEngine(Failing(ValueError()), {}, Overrides((("other", True),))).info().confidential


PAIR = Batch((Segment("title", "title", "Haus"), Segment("body", "paragraph", "Hof")), "de", "en")


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
        checked_answers("e", PAIR, answers)


def test_good_answers_pass() -> None:
    """As a tuple, whatever they came in."""
    assert checked_answers("e", PAIR, ["house", "yard"]) == ("house", "yard")
