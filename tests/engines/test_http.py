"""What every request has in common: proxies of the environment, a size that answers may have."""

from __future__ import annotations

import pytest

from plugins.translation.engines import http
from plugins.translation.engines.base import BadAnswer
from tests.engines.dialects import ANSWER, DIALECTS, LIBRETRANSLATE, PLAIN, SEGMENT, Dialect, batch
from tests.engines.wire import Loopback, as_json


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda d: d.name)
def test_the_proxy_of_the_environment_is_used(
    dialect: Dialect, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server is the proxy here; the host behind it does not exist."""
    monkeypatch.setenv("HTTP_PROXY", server.url)
    monkeypatch.setenv("http_proxy", server.url)
    server.answer = dialect.good
    assert dialect.engine("http://mt.invalid").translate(batch(SEGMENT)) == (ANSWER,)
    assert server.seen[0].path.startswith("http://mt.invalid/")


def test_an_answer_without_end_is_cut(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server gone mad does not fill the memory."""
    monkeypatch.setattr(http, "_MOST_BYTES", 100)
    server.answer = lambda _seen: as_json({"translatedText": ["x" * 1000]})
    with pytest.raises(BadAnswer, match="more than 100 bytes"):
        LIBRETRANSLATE.engine(server.url).translate(batch(PLAIN))


def test_an_address_that_is_none() -> None:
    """A slip in the environment is told in a sentence."""
    with pytest.raises(Exception, match="the address is no web address"):
        LIBRETRANSLATE.engine("mt.example").translate(batch(PLAIN))
