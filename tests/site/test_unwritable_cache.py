"""A cache that cannot be written is a sentence, whichever task meets it first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.cli.build import build
from plugins.cli.check import check
from plugins.cli.due import Window, due
from plugins.cli.funding import funding
from plugins.cli.publish import publish
from plugins.cli.publish_ahead import publish_ahead
from plugins.cli.serve import serve
from plugins.cli.translate import TranslateOptions, translate
from plugins.cli.why import why
from tests.site.newsroom import Newsroom, report

Task = Callable[[str, str, str, str], int]
TASKS: dict[str, Task] = {
    "build": lambda c, t, k, o: build(c, t, o, k, 1),
    "check": lambda c, t, k, _: check(c, t, k, "text", lenient=False),
    "check --funding": lambda c, t, k, _: funding(c, t, k, "csv", "kai"),
    "due": lambda c, t, k, _: due(c, t, k, "text", Window(0, 0)),
    "publish": lambda c, t, k, o: publish(c, t, o, k, 1),
    "publish --preview-embargoed": lambda c, t, k, o: publish_ahead(c, t, o, k, 1),
    "serve": lambda c, t, k, _: serve(c, t, k, 0),
    "translate": lambda c, t, k, _: translate(TranslateOptions(c, t, k, (), "", "pseudo", "")),
    "why": lambda c, t, k, o: why("/de/", c, t, o, k),
}


@pytest.mark.parametrize("has_theme", [True, False], ids=["own theme", "theme"])
@pytest.mark.parametrize("name", TASKS)
def test_the_task_ends_with_a_sentence(
    newsroom: Newsroom, capsys: pytest.CaptureFixture[str], name: str, has_theme: bool
) -> None:
    """Code 1, which file and what to do; a file in the place of the folder answers even an administrator so."""
    newsroom.write(report("eins"))
    if has_theme:
        newsroom.put("content/theme/static/css/site.css", b"body {}")
    newsroom.put("cache", b"somebody's file")
    folders = [str(newsroom.root / folder) for folder in ("content", "translations", "cache", "output")]
    assert TASKS[name](folders[0], folders[1], folders[2], folders[3]) == 1
    said = capsys.readouterr().err
    assert f"{newsroom.root}/cache" in said
    assert "could not be written" in said
    assert Path(folders[2]).read_bytes() == b"somebody's file"
    assert not Path(folders[3]).exists()
