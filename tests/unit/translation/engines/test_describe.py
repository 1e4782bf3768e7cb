"""What is said before anything is sent."""

from __future__ import annotations

from plugins.translation.engines.base import EngineInfo
from plugins.translation.engines.describe import cost, describe_chain, needs_consent
from plugins.translation.engines.registry import chain


def test_engines_hosts_and_reasons_are_named() -> None:
    """Which first, where to, what of it, and why not the others."""
    text = describe_chain(
        chain(["deepl", "libretranslate", "pseudo"], {"LIBRETRANSLATE_URL": "https://libretranslate.com"})
    )
    assert text.startswith("Would be used: libretranslate, then pseudo.")
    assert "libretranslate.com, a public web service" in text
    assert "no text under embargo" in text
    assert "pseudo (pseudo-1): sends nothing" in text
    assert "deepl: not used, DEEPL_AUTH_KEY is not set" in text


def test_no_key_is_ever_shown() -> None:
    """A plan is pasted into tickets."""
    environment = {"DEEPL_AUTH_KEY": "canary-5f1c9e77", "LIBRETRANSLATE_URL": "http://u:canary-5f1c9e77@mt"}
    found = chain(["deepl", "libretranslate"], environment)
    assert "canary" not in describe_chain(found) + repr(found)


def test_nothing_usable() -> None:
    """Then nothing is sent, and that is said."""
    assert describe_chain(chain(["deepl"], {})).startswith("No engine can be used; nothing would be sent.")


def test_consent_is_for_public_services() -> None:
    """One's own server needs none."""
    assert needs_consent(chain(["libretranslate"], {"LIBRETRANSLATE_URL": "http://127.0.0.1:1"})) == ()
    assert needs_consent(chain(["libretranslate"], {"LIBRETRANSLATE_URL": "https://mt.example"})) == (
        "libretranslate (mt.example)",
    )


def test_cost() -> None:
    """Euro per characters; unknown stays unknown."""
    assert cost(EngineInfo("e", price_per_million=20.0), 50_000) == 1.0
    assert cost(EngineInfo("e", price_per_million=None), 50_000) is None
