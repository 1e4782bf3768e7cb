"""Our compiler of templates is used with the Jinja it was proved against, and with no other."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from plugins.pages.template_code import DirectEnvironment
from plugins.pages.template_engine import PROVED, environment_class, is_proved
from tests.site.newsroom import GROUND, Newsroom, report


def test_the_installed_version_is_proved() -> None:
    """Otherwise every page takes longer, and nobody would notice."""
    assert is_proved(), f"prove it against the installed version and put that into PROVED, which is {PROVED}"
    assert environment_class() is DirectEnvironment


def test_another_version_gives_the_same_pages(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the plain library."""
    newsroom = Newsroom(tmp_path).write(GROUND)  # type: ignore[arg-type]
    newsroom.write(report("eins") + report("zwei", topic="handel"))
    newsroom.build()
    expected = newsroom.output()
    monkeypatch.setattr("plugins.pages.template_engine.PROVED", ("0", "0"))
    assert environment_class() is Environment
    newsroom.build(output=newsroom.root / "other", cache=newsroom.root / "other-cache")
    assert newsroom.output("other") == expected
