"""The tasks of translation, run on a newsroom of the tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import polib

from plugins.cli.translate import TranslateOptions, translate
from plugins.translation.engines.pace import Pace
from tests.site.newsroom import Newsroom

QUIET = Pace(sleep=lambda _seconds: None)
"""Never waits."""
NOBODY: Mapping[str, str] = {}


def folders(newsroom: Newsroom) -> tuple[str, str, str]:
    """Content, translations and cache of a newsroom."""
    root = newsroom.root
    return str(root / "content"), str(root / "translations"), str(root / "cache")


def run(newsroom: Newsroom, environment: Mapping[str, str] = NOBODY, *, wait: float = 0, **wish: object) -> int:
    """``translate`` with the pseudo engine unless another is wished for; its exit code."""
    wanted = {"engine": "pseudo", **wish}
    return translate(TranslateOptions(*folders(newsroom), **wanted), environment, QUIET, wait)  # type: ignore[arg-type]


def catalogue(newsroom: Newsroom, path: str) -> Path:
    """A catalogue of the newsroom."""
    return newsroom.root / "translations" / path


def entries(newsroom: Newsroom, path: str) -> dict[str, polib.POEntry]:
    """The entries of a catalogue by their source."""
    return {entry.msgid: entry for entry in polib.pofile(str(catalogue(newsroom, path)))}


def by_hand(newsroom: Newsroom, path: str, source: str, words: str) -> None:
    """Gives the text that contains ``source`` a person's words, as an editor of PO files saves them."""
    file = polib.pofile(str(catalogue(newsroom, path)))
    found = [entry for entry in file if source in entry.msgid and not entry.obsolete]
    assert len(found) == 1
    found[0].msgstr = words
    found[0].flags = []
    file.save()


def edit(newsroom: Newsroom, path: str, old: str, new: str) -> None:
    """Changes a catalogue as a person would, in an editor."""
    file = catalogue(newsroom, path)
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
