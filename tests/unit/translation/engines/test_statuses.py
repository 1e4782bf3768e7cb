"""What a status means."""

from __future__ import annotations

import pytest

from plugins.translation.engines.base import EngineError, Final, FinalKind, RateLimited, Refused, Temporary
from plugins.translation.engines.server_words import ServerWords
from plugins.translation.engines.statuses import error_for


@pytest.mark.parametrize(
    ("status", "sort"),
    [
        (200, type(None)),
        (204, type(None)),
        (301, Final),
        (400, Final),
        (401, Final),
        (403, Final),
        (404, Final),
        (408, Temporary),
        (413, Final),
        (429, RateLimited),
        (456, Final),
        (500, Temporary),
        (503, Temporary),
        (529, Temporary),
    ],
)
def test_sorts(status: int, sort: type[EngineError]) -> None:
    """Wait, try again, or the next engine."""
    assert type(error_for("e", status)) is sort


@pytest.mark.parametrize(
    ("status", "kind"),
    [(401, FinalKind.AUTH), (402, FinalKind.QUOTA), (413, FinalKind.TOO_LONG), (422, FinalKind.UNSUPPORTED)],
)
def test_kinds(status: int, kind: FinalKind) -> None:
    """Why there is no use in asking again."""
    error = error_for("e", status)
    assert isinstance(error, Final)
    assert error.kind is kind


def test_503_with_a_time_is_a_rate_limit() -> None:
    """A server in maintenance says when it is back."""
    error = error_for("e", 503, "120")
    assert isinstance(error, RateLimited)
    assert error.retry_after == "120"


def test_details_are_short_and_on_one_line() -> None:
    """A stack trace sent as a message does not flood the log."""
    message = str(error_for("e", 500, words=ServerWords("a\n" + "b" * 1000)))
    assert "\n" not in message
    assert len(message) < 300


def test_a_quota_under_another_name_is_not_waited_for() -> None:
    """OpenAI answers 429 where a contract has no money left."""
    error = error_for("e", 429, "", ServerWords("You exceeded your current quota; insufficient_quota"))
    assert isinstance(error, Final)
    assert error.kind is FinalKind.QUOTA


def test_a_wait_stands_in_the_words() -> None:
    """Where the header lacks it."""
    error = error_for("e", 429, "", ServerWords("Rate limit reached. Please try again in 1m20.5s."))
    assert isinstance(error, RateLimited)
    assert error.retry_after == "80.5"


def test_a_context_that_is_too_long_is_no_refusal() -> None:
    """It is asked again in smaller parts."""
    error = error_for("e", 400, "", ServerWords("This model's maximum context length is 4096 tokens."))
    assert isinstance(error, Final)
    assert error.kind is FinalKind.TOO_LONG


def test_a_filter_refuses_the_text_and_not_the_request() -> None:
    """Azure's filter answers 400."""
    words = ServerWords("The prompt triggered Azure OpenAI's content management policy; content_filter")
    assert isinstance(error_for("e", 400, "", words), Refused)


@pytest.mark.parametrize(
    ("status", "sentence", "kind"),
    [
        (429, "Request too large for model on tokens per min: Limit 30000, Requested 40000.", FinalKind.TOO_LONG),
        (422, "`inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5000", FinalKind.TOO_LONG),
        (500, "response_format is not supported", FinalKind.UNSUPPORTED),
        (400, "Your credit balance is too low to access the API.", FinalKind.QUOTA),
        (429, "Insufficient credits", FinalKind.QUOTA),
    ],
)
def test_words_weigh_more_than_the_status(status: int, sentence: str, kind: FinalKind) -> None:
    """Providers disagree on statuses; what they say is clearer."""
    error = error_for("e", status, words=ServerWords(sentence))
    assert isinstance(error, Final)
    assert error.kind is kind


@pytest.mark.parametrize("sentence", ["Input flagged by moderation: politics", "Content blocked: PROHIBITED_CONTENT"])
def test_a_filter_refuses_the_text_and_not_the_key(sentence: str) -> None:
    """Also where it comes as 403."""
    assert isinstance(error_for("e", 403, words=ServerWords(sentence)), Refused)
