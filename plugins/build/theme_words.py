"""Words of the theme that a language of the newsroom lacks."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.build.assets import words_file
from plugins.build.config import Config
from plugins.newsroom.counting import count
from plugins.newsroom.loaded import SiteReading
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.suggest import listing
from plugins.newsroom.yaml_source import Doc
from tools.words import entries, is_translated, message


def theme_words(config: Config, site: SiteReading) -> Iterator[Problem]:
    """A language in which the theme has no words, or not all: its pages would be half English."""
    files = {f"ui/{path.name}": path for path in sorted((config.translations / "ui").glob("*.po"))}
    texts = {name: entries(path.read_bytes().decode("utf-8", "replace")) for name, path in files.items()}
    every = dict.fromkeys(key for text in texts.values() for key in text)
    for number, lang in enumerate(site.stand_in.languages):
        if lang.split("-")[0] == "en" or site.doc is None:
            continue
        name = words_file(lang, files)
        if not name:
            yield _without(site.doc, number, lang)
            continue
        missing = [key for key in every if key not in texts[name] or not is_translated(texts[name][key])]
        if missing:
            yield Problem(
                str(files[name]),
                0,
                0,
                "theme-words-missing",
                f"{count(len(missing), 'word')} of the theme without a translation"
                f" ({listing(map(message, missing), 3)})",
                "a translation of each, or the English word where it is the same",
                "Add them, as the other files in translations/ui have them; where an upgrade has left them out, run"
                " the same `upgrade` once more, and it adds those of the program.",
                Level.WARNING,
            )


def _without(doc: Doc, number: int, lang: str) -> Problem:
    line, column = doc.at(("languages", number))
    return Problem(
        doc.text.file,
        line,
        column,
        "theme-words",
        f"“{lang}”, a language in which the theme has no words: its pages would be half English",
        f"a catalogue translations/ui/{lang}.po",
        f"Copy translations/ui/de.po to translations/ui/{lang}.po and put its words into that language.",
        Level.WARNING,
        doc.text.line(line),
    )
