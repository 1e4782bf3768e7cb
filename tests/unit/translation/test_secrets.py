"""Keys never reach a reader."""

from __future__ import annotations

import base64
import logging
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.translation.secrets import MASK, Scrubber, ScrubFilter, Secret, scrub, secret_values

KEY = "canary/5f1c+9e77=="
ENV = {"DEEPL_AUTH_KEY": KEY, "HTTPS_PROXY": "http://clara:pa55word@proxy.example:3128", "LANG": "de_DE"}


@pytest.mark.parametrize(
    "form", [KEY, quote(KEY, safe=""), quote(KEY), base64.b64encode(KEY.encode()).decode(), repr(KEY)]
)
def test_a_key_is_masked_in_every_spelling(form: str) -> None:
    """As it stands, percent-encoded, quoted or in base64."""
    assert KEY not in (shown := scrub(f"GET /?auth_key={form}&q=x failed", ENV))
    assert form not in shown
    assert MASK in shown


def test_proxy_passwords_are_masked() -> None:
    """The user and password inside an address are secrets."""
    shown = scrub("cannot reach http://clara:pa55word@proxy.example:3128", ENV)
    assert "pa55word" not in shown
    assert "proxy.example" in shown


@pytest.mark.parametrize(
    "text",
    [
        "https://host/get?q=Haus&de=jane@example.org&key=hushhush1",
        "Authorization: DeepL-Auth-Key hushhush1",
        "{'Authorization': 'Bearer hushhush1'}",
        "{'Ocp-Apim-Subscription-Key': 'hushhush1'}",
        '"api_key": "hushhush1"',
    ],
)
def test_keys_the_environment_does_not_know_are_masked_where_keys_stand(text: str) -> None:
    """A key that came another way still has the look of one."""
    assert "hushhush1" not in scrub(text, {})
    assert "jane@example.org" not in scrub(text, {})


def test_words_are_left_alone() -> None:
    """A sentence without a secret stays as it is."""
    sentence = "The key of the town was handed over; 12 tokens remain"
    assert scrub(sentence, ENV) == sentence


def test_short_values_are_words() -> None:
    """``KEYRING=off`` does not blank out every "off"."""
    assert secret_values({"KEYRING": "off"}) == ()


def test_the_longest_secret_goes_first() -> None:
    """A key that contains another is masked whole."""
    shown = scrub("abcdefgh", {"A_KEY": "abcd", "B_KEY": "abcdefgh"})
    assert shown == MASK


@given(st.text(min_size=4).filter(lambda t: len(t.strip()) >= 4 and t not in MASK), st.text(), st.text())
def test_no_key_survives(key: str, before: str, after: str) -> None:
    """Whatever the key and the text around it."""
    assert key not in scrub(f"{before}{key}{after}", {"X_KEY": key}).replace(MASK, "\0")


def test_log_records_are_scrubbed(caplog: pytest.LogCaptureFixture) -> None:
    """Message, arguments and traceback."""
    log = logging.getLogger("test.scrubbed")
    caplog.handler.addFilter(ScrubFilter(ENV))
    try:
        raise ValueError(KEY)
    except ValueError:
        log.exception("sending %s", KEY)
    assert KEY not in caplog.text


def test_nothing_prints_a_secret() -> None:
    """Neither the wrapper nor what holds the environment."""
    holders = (Secret(KEY), Scrubber(ENV), ScrubFilter(ENV))
    assert all(KEY not in f"{holder!r}{holder}" for holder in holders)
    assert Secret(KEY).reveal() == KEY
    assert not Secret("")
