"""The desk's words: three catalogues, each whole."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from pathlib import Path

import polib
import pytest

from plugins.desk.newsroom_form import SECTIONS, SHAPES
from plugins.desk.shapes import Shape, shapes_of
from plugins.desk.wording import FOLDER, LANGUAGES, Wording, chosen, wording
from plugins.newsroom.forms import EditionForm, PersonForm, PhotoWordsForm, ReportForm

DESK = FOLDER.parent
_TEXT = r"'((?:[^'\\]|\\.)*)'"


def used() -> set[tuple[str, str]]:
    """(context, sentence) of everything that templates and modules say."""
    found: set[tuple[str, str]] = set()
    for path in DESK.glob("templates/*.html"):
        text = path.read_text("utf-8")
        found |= {("", m[1]) for m in re.finditer(rf"\bt\(\s*{_TEXT}", text)}
        found |= {("", word) for m in re.finditer(rf"\bn\(\s*{_TEXT}\s*,\s*{_TEXT}", text) for word in m.groups()}
        found |= {(m[1], m[2]) for m in re.finditer(rf"\bc\(\s*{_TEXT}\s*,\s*{_TEXT}", text)}
    for path in DESK.glob("*.py"):
        found |= _said(path)
    return found


def _said(path: Path) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("t", "n"):
            count = 1 if node.func.attr == "t" else 2
            found |= {
                ("", a.value) for a in node.args[:count] if isinstance(a, ast.Constant) and isinstance(a.value, str)
            }
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_catalogue_has_every_sentence_in_order(lang: str) -> None:
    """Nothing is missing, nothing is empty, and the places of values are the same."""
    entries = list(polib.pofile(str(FOLDER / f"{lang}.po")))
    known = {(e.msgctxt or "", e.msgid): e.msgstr for e in entries}
    assert used() - set(known) == set()
    assert all(known.values())
    keys = [(e.msgid.casefold(), e.msgctxt or "") for e in entries]
    assert keys == sorted(keys)
    for (_, source), text in known.items():
        assert set(re.findall(r"{\w+}", source)) == set(re.findall(r"{\w+}", text)), source


def asked(shapes: Iterable[Shape], above: str = "") -> set[tuple[str, str]]:
    """(context, key) of every field and every choice of a form."""
    found: set[tuple[str, str]] = set()
    for shape in shapes:
        path = f"{above}{shape.key}"
        found |= {("field", path), *(("choice", choice) for choice in shape.choices), *asked(shape.fields, f"{path}.")}
    return found


def test_each_field_of_the_forms_is_called_by_a_word() -> None:
    """Forms follow the schemas: whoever adds a key to those adds its name in three languages."""
    photo = asked(shapes_of(PhotoWordsForm), "photos.")
    site = {("part", name) for name, _ in SECTIONS} | {("field", path) for _, paths in SECTIONS for path in paths}
    site |= {each for each in asked(SHAPES) if each[0] == "choice"} | asked(shapes_of(PersonForm), "person.")
    assert (asked(shapes_of(ReportForm)) | asked(shapes_of(EditionForm)) | photo | site) - set(
        wording("de").words
    ) == set()


def test_the_three_catalogues_know_the_same() -> None:
    """A sentence that one of them lacks would be read in English."""
    known = [{(e.msgctxt, e.msgid) for e in polib.pofile(str(FOLDER / f"{lang}.po"))} for lang in LANGUAGES]
    assert known[0] == known[1] == known[2]


def test_sentences_carry_values_and_numbers() -> None:
    """And a word that no catalogue knows stands as it is."""
    words = Wording("de", {("", "{n} report"): "{n} Bericht", ("", "{n} reports"): "{n} Berichte"})
    assert words.n("{n} report", "{n} reports", 1) == "1 Bericht"
    assert words.n("{n} report", "{n} reports", 3) == "3 Berichte"
    assert words.t("100 % {braces}") == "100 % {braces}"
    assert wording("nl").c("state", "stale") == "ouder dan origineel"


@pytest.mark.parametrize(
    ("cookie", "accepted", "expected"),
    [("nl", "de-DE,de;q=0.9", "nl"), ("", "fr-FR,de;q=0.8", "de"), ("", "fr", "en"), ("xx", "", "en")],
)
def test_the_language_is_the_chosen_one_else_the_browser_s(cookie: str, accepted: str, expected: str) -> None:
    """The newsroom's first where neither is spoken."""
    assert chosen(cookie, accepted, "en") == expected
