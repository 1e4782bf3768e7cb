"""Every engine against a server that speaks its wire format and misbehaves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plugins.translation.engines.base import (
    BadAnswer,
    EngineError,
    Final,
    FinalKind,
    RateLimited,
    Temporary,
)
from plugins.translation.gate import check_segment, tags
from tests.engines.dialects import ANSWER, CANARY, DIALECTS, PLAIN, PLAIN_ANSWER, SEGMENT, Dialect, batch
from tests.engines.wire import Loopback, Reply, Seen, as_json

every = pytest.mark.parametrize("dialect", DIALECTS, ids=lambda d: d.name)
own_clients = pytest.mark.parametrize("dialect", [d for d in DIALECTS if d.own_client], ids=lambda d: d.name)
of_many = pytest.mark.parametrize("dialect", [d for d in DIALECTS if d.many], ids=lambda d: d.name)


def failing(dialect: Dialect, server: Loopback, reply: Reply, timeout: str = "20") -> EngineError:
    """The error of that engine when the server answers so; no key in it."""
    server.answer = lambda _seen: reply
    with pytest.raises(EngineError) as caught:
        dialect.engine(server.url, timeout).translate(batch(SEGMENT))
    assert CANARY not in repr(caught.value) + str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    return caught.value


@every
def test_a_good_answer_comes_back_in_inner_form(dialect: Dialect, server: Loopback) -> None:
    """Tags and escapes survive the way there and back."""
    server.answer = dialect.good
    engine = dialect.engine(server.url)
    if dialect.many:
        assert engine.translate(batch(SEGMENT, PLAIN)) == (ANSWER, PLAIN_ANSWER)
    else:
        assert engine.translate(batch(SEGMENT)) == (ANSWER,)


@every
def test_403_is_final(dialect: Dialect, server: Loopback) -> None:
    """A refused key is no use to be sent again."""
    error = failing(dialect, server, as_json({"error": "Invalid API key", "message": "Forbidden"}, 403))
    assert isinstance(error, Final)
    assert error.kind is FinalKind.AUTH


@every
def test_429_with_retry_after(dialect: Dialect, server: Loopback) -> None:
    """The server's wish is handed on as it came."""
    error = failing(dialect, server, as_json({"message": "slow down"}, 429, ("Retry-After", "7")))
    assert isinstance(error, RateLimited)
    assert error.retry_after == "7"


@every
def test_429_without_retry_after(dialect: Dialect, server: Loopback) -> None:
    """A rate limit without a time is a rate limit all the same."""
    error = failing(dialect, server, as_json({"message": "slow down"}, 429))
    assert isinstance(error, RateLimited)
    assert error.retry_after == ""


@every
def test_456_is_a_used_up_quota(dialect: Dialect, server: Loopback) -> None:
    """A used-up quota is final."""
    error = failing(dialect, server, as_json({"message": "Quota Exceeded"}, 456))
    assert isinstance(error, Final)
    assert error.kind is FinalKind.QUOTA


@every
@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_server_errors_are_temporary(dialect: Dialect, server: Loopback, status: int) -> None:
    """An error of the server is worth another try."""
    assert isinstance(failing(dialect, server, as_json({"message": "oops"}, status)), Temporary)


@every
def test_a_slow_answer_is_given_up(dialect: Dialect, server: Loopback) -> None:
    """The server holds until the client has gone; the client went by its own time-out."""
    assert isinstance(failing(dialect, server, Reply(hold=True), timeout="0.2"), Temporary)


@every
def test_a_connection_cut_in_the_middle(dialect: Dialect, server: Loopback) -> None:
    """Half an answer is a passing fault, not a translation."""
    reply = Reply(200, b'{"translations": [{"text": "Das', cut=True)
    assert isinstance(failing(dialect, server, reply), Temporary)


@every
def test_nobody_listens(dialect: Dialect) -> None:
    """A server that is not there is a passing fault."""
    with pytest.raises(Temporary):
        dialect.engine("http://127.0.0.1:9").translate(batch(SEGMENT))


@every
def test_a_web_page_instead_of_json(dialect: Dialect, server: Loopback) -> None:
    """A login page of a hotel network is no translation."""
    page = Reply(200, b"<!doctype html><title>Welcome</title>", (("Content-Type", "text/html"),))
    assert isinstance(failing(dialect, server, page), BadAnswer)


@every
def test_truncated_json(dialect: Dialect, server: Loopback) -> None:
    """JSON that ends too early is a bad answer."""
    whole = dialect.reply(["Das House"]).body
    assert isinstance(failing(dialect, server, Reply(200, whole[: len(whole) // 2])), BadAnswer)


@every
def test_an_empty_body(dialect: Dialect, server: Loopback) -> None:
    """Nothing at all is a bad answer."""
    assert isinstance(failing(dialect, server, Reply(200, b"")), BadAnswer)


@every
def test_an_empty_translation(dialect: Dialect, server: Loopback) -> None:
    """An empty text for a full question is a bad answer."""
    assert isinstance(failing(dialect, server, dialect.reply([""])), BadAnswer)


@of_many
def test_fewer_answers_than_questions(dialect: Dialect, server: Loopback) -> None:
    """A missing answer would shift all that follow."""
    server.answer = lambda _seen: dialect.reply(["House and Hof"])
    with pytest.raises(BadAnswer):
        dialect.engine(server.url).translate(batch(SEGMENT, PLAIN))


@of_many
def test_more_answers_than_questions(dialect: Dialect, server: Loopback) -> None:
    """So would one too many."""
    server.answer = lambda _seen: dialect.reply(["one", "two", "three"])
    with pytest.raises(BadAnswer):
        dialect.engine(server.url).translate(batch(SEGMENT, PLAIN))


@every
def test_the_language_is_not_supported(dialect: Dialect, server: Loopback) -> None:
    """A refused language pair is final."""
    error = failing(dialect, server, as_json({"error": "nl is not supported", "message": "Bad"}, 400))
    assert isinstance(error, Final)
    assert error.kind is FinalKind.UNSUPPORTED


@every
@pytest.mark.parametrize(
    "sentence",
    [
        "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY. NEXT AVAILABLE IN 10 HOURS",
        "PLEASE SELECT TWO DISTINCT LANGUAGES",
        "Error 500 (Server Error)!!1500.That’s an error.There was an error.That’s all we know.",
        "I'm sorry, but I can't assist with that request.",
    ],
)
def test_a_translation_that_is_an_error_message(dialect: Dialect, server: Loopback, sentence: str) -> None:
    """An error message sent as a translation is recognised, whoever sends it."""
    failing(dialect, server, dialect.reply([sentence]))


def _harmed(dialect: Dialect, server: Loopback, harm: Callable[[str], str]) -> str:
    def answer(seen: Seen) -> Reply:
        return dialect.reply([harm(text) for text in dialect.asked(seen)])

    server.answer = answer
    return dialect.engine(server.url).translate(batch(SEGMENT))[0]


def _tag(text: str) -> str:
    """The single tag of the segment as this engine was given it."""
    for start, end in (("<span", "</span>"), ("<x", "</x>"), ("[X2", "]")):
        if start in text:
            return text[text.index(start) : text.index(end, text.index(start)) + len(end)]
    raise AssertionError(text)


def _told(answer: str) -> list[str]:
    return [finding.evidence for finding in tags.check(SEGMENT, answer)]


@every
def test_moved_placeholders_are_kept(dialect: Dialect, server: Loopback) -> None:
    """Another order is grammar, not harm."""
    answer = _harmed(dialect, server, lambda t: f"{_tag(t)} {t.replace(_tag(t), '')}")
    assert _told(answer) == []
    assert answer.startswith('<x id="2"/>')


@every
def test_dropped_placeholders_are_told(dialect: Dialect, server: Loopback) -> None:
    """A lost tag is found."""
    answer = _harmed(dialect, server, lambda t: t.replace(_tag(t), ""))
    [sentence] = _told(answer)
    assert sentence.endswith("is lost")


@every
def test_doubled_placeholders_are_told(dialect: Dialect, server: Loopback) -> None:
    """A doubled tag is found."""
    answer = _harmed(dialect, server, lambda t: f"{t} {_tag(t)}")
    [sentence] = _told(answer)
    assert sentence.endswith("stands 2 times, not 1")


@every
def test_invented_placeholders_are_told(dialect: Dialect, server: Loopback) -> None:
    """An invented tag is found."""
    answer = _harmed(dialect, server, lambda t: f"{t} {_tag(t).replace('2', '9')}")
    [sentence] = _told(answer)
    assert sentence.endswith("the tag 9 does not stand in the source")


@every
def test_entities_escaped_twice_are_read_once_more(dialect: Dialect, server: Loopback) -> None:
    """``&amp;amp;`` and ``&#39;`` never reach a reader."""
    answer = _harmed(dialect, server, lambda t: t.replace("&amp;", "&").replace("& ", "&amp;#39; "))
    assert answer.endswith("' Garten")


@every
def test_markup_of_its_own_is_told(dialect: Dialect, server: Loopback) -> None:
    """A script smuggled into an answer is text, and told."""
    answer = _harmed(dialect, server, lambda t: f"{t}<script>alert(1)</script>")
    assert "<script" not in answer
    assert any("&lt;script" in f.evidence for f in check_segment(SEGMENT, answer, "de", "en"))


@own_clients
def test_a_refused_redirect(dialect: Dialect, server: Loopback) -> None:
    """Text and key do not follow to another host."""
    reply = Reply(307, b"", (("Location", f"{server.url}/elsewhere"),))
    assert isinstance(failing(dialect, server, reply), EngineError)
    assert all(seen.path != "/elsewhere" for seen in server.seen)
