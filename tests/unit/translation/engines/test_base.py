"""The protocol and its errors."""

from __future__ import annotations

from plugins.translation.engines.base import Batch, Engine, EngineInfo, NotConfigured, setting_missing


class Plain:
    """The least an engine can be."""

    def info(self) -> EngineInfo:
        """Its name."""
        return EngineInfo("plain")

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """The segments as they are."""
        return tuple(segment.text for segment in batch.segments)


def test_two_methods_make_an_engine() -> None:
    """Nothing to inherit from."""
    assert isinstance(Plain(), Engine)
    assert not isinstance(object(), Engine)


def test_a_missing_setting_tells_how_to_fix_it() -> None:
    """Variable, meaning and remedy, as a problem."""
    error = setting_missing("deepl", "DEEPL_AUTH_KEY", "a key")
    assert isinstance(error, NotConfigured)
    assert error.problem.found == "DEEPL_AUTH_KEY is not set"
    assert error.problem.expected == "a key"
    assert "DEEPL_AUTH_KEY" in error.problem.fix
    assert str(error).startswith("deepl: DEEPL_AUTH_KEY is not set")
