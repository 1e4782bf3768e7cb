"""Engines found by name."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from plugins.newsroom.model import TranslationPolicy
from plugins.translation.engines.answer_check import Overrides
from plugins.translation.engines.base import Batch, EngineInfo, NotConfigured
from plugins.translation.engines.registry import BUILT_IN, DEFAULT_ORDER, chain, chain_for, engine_for, known_names
from plugins.translation.segment import Segment


class Reversed:
    """A whole engine, as a guest would write it."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._suffix = environment.get("REVERSED_SUFFIX", "")

    def info(self) -> EngineInfo:
        """What it is."""
        return EngineInfo("reversed", confidential=True)

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """Every text backwards."""
        return tuple(segment.text[::-1] + self._suffix for segment in batch.segments)


class Methodless:
    """No engine."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Take the environment all the same."""


class Explosive:
    """An engine that fails at once, with its key on its lips."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        raise RuntimeError(environment["X_KEY"])


def test_an_engine_plugs_in_by_a_dotted_path() -> None:
    """Fifteen lines and a name in site.yaml."""
    engine = engine_for(f"{__name__}:Reversed", {"REVERSED_SUFFIX": "!"})
    assert engine.translate(Batch((Segment("title", "title", "Haus"),), "de", "en")) == ("suaH!",)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("depl", "did you mean deepl"),
        ("nowhere.at.all:X", "nowhere is not installed"),
        (f"{__name__}:Missing", "has no Missing"),
        (f"{__name__}:Methodless", "has no info() and translate()"),
        (f"{__name__}:Explosive", "cannot be made (RuntimeError)"),
    ],
)
def test_a_wrong_name_is_a_problem(name: str, told: str) -> None:
    """With what was found, what was expected, and no key."""
    with pytest.raises(NotConfigured) as caught:
        engine_for(name, {"X_KEY": "canary-5f1c9e77"})
    assert told in caught.value.problem.found
    assert "canary" not in str(caught.value)
    assert caught.value.__context__ is None


def test_every_built_in_name_leads_to_a_factory() -> None:
    """Each is made, or says which variable it lacks."""
    for name, _ in BUILT_IN:
        try:
            assert engine_for(name, {}).info().name == name
        except NotConfigured as fault:
            assert "is not set" in fault.problem.found
    assert set(DEFAULT_ORDER) <= set(known_names())


def test_a_chain_passes_over_what_is_not_configured() -> None:
    """In order, and with a reason for each."""
    found = chain(["deepl", "pseudo", "nonsense"], {})
    assert [engine.info().name for engine in found.engines] == ["pseudo"]
    assert [skipped.name for skipped in found.skipped] == ["deepl", "nonsense"]
    assert "DEEPL_AUTH_KEY" in found.skipped[0].problem.found


def test_a_chain_knows_the_overrides() -> None:
    """They reach every engine of it."""
    found = chain(["pseudo"], {}, Overrides((("pseudo", False),)))
    assert not found.engines[0].info().confidential


def test_a_chain_from_site_yaml() -> None:
    """Engines, confidentiality and prices as the newsroom has them in its contracts."""
    policy = TranslationPolicy(("pseudo",), confidential=(("pseudo", False),), prices=(("pseudo", 3.0),))
    (engine,) = chain_for(policy, {}).engines
    assert (engine.info().confidential, engine.info().price_per_million) == (False, 3.0)


def test_without_a_name_the_usual_order_is_tried() -> None:
    """What needs no key is left over: the public web services, last."""
    names = [engine.info().name for engine in chain_for(TranslationPolicy(), {}).engines]
    assert names == ["google", "mymemory"]


def test_deepl_is_confidential_with_a_pro_key_only() -> None:
    """A free key ends in ``:fx`` and goes to another host."""
    pro = engine_for("deepl", {"DEEPL_AUTH_KEY": "a-key"}).info()
    free = engine_for("deepl", {"DEEPL_AUTH_KEY": "a-key:fx"}).info()
    assert (pro.confidential, pro.host) == (True, "api.deepl.com")
    assert (free.confidential, free.host) == (False, "api-free.deepl.com")


def test_libretranslate_is_confidential_in_the_house_only() -> None:
    """Loopback and private hosts, not the world's."""
    own = engine_for("libretranslate", {"LIBRETRANSLATE_URL": "http://127.0.0.1:5000"}).info()
    hosted = engine_for("libretranslate", {"LIBRETRANSLATE_URL": "https://libretranslate.com"}).info()
    assert (own.confidential, own.web_service) == (True, False)
    assert (hosted.confidential, hosted.web_service) == (False, True)
