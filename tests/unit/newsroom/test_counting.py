"""Numbers of things are said as people say them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from plugins.newsroom.counting import count
from plugins.newsroom.sentences import sentences

ROOT = Path(__file__).resolve().parents[3]
_NUMBER = re.compile(r"len\(|sum\(|number|count|total|(?:^|\.)(?:n|left|size|sent|most|open|behind)(?::|$)")
_PLURAL = re.compile(
    r"^ (?:open )?(?:answers|catalogues|characters|editions|files|findings|languages?\(s\)|lines|pages|paragraphs"
    r"|pictures|problems|questions|reports|segments|texts|versions|warnings|words)\b"
)


@pytest.mark.parametrize(
    ("number", "words", "told"),
    [
        (1, ("text",), "1 text"),
        (0, ("text",), "0 texts"),
        (2000, ("text",), "2,000 texts"),
        (1, ("word of the theme", "words of the theme"), "1 word of the theme"),
        (3, ("word of the theme", "words of the theme"), "3 words of the theme"),
    ],
)
def test_one_is_no_plural(number: int, words: tuple[str, ...], told: str) -> None:
    """Nought and many are."""
    assert count(number, *words) == told


def test_no_sentence_has_a_number_before_a_plural_of_its_own() -> None:
    """One text would be “1 texts”: what may be one is said by ``count``."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "plugins").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.JoinedStr) and _has_bare_plural(node)
    ]
    assert found == []


def _has_bare_plural(node: ast.JoinedStr) -> bool:
    pairs = zip(node.values, node.values[1:], strict=False)
    return any(
        isinstance(left, ast.FormattedValue)
        and isinstance(right, ast.Constant)
        and _PLURAL.match(str(right.value)) is not None
        and _NUMBER.search(ast.unparse(left.value)) is not None
        and not ast.unparse(left.value).isupper()
        for left, right in pairs
    )


@pytest.mark.parametrize(
    ("number", "german", "dutch"),
    [
        (1, "1 Text ohne Antwort einer Maschine, die bestand, zuerst „So“", "1 tekst zonder geslaagd antwoord"),
        (2, "2 Texte ohne Antwort einer Maschine, die bestand, zuerst „So“", "2 teksten zonder geslaagd antwoord"),
    ],
)
def test_other_languages_have_their_own_forms(number: int, german: str, dutch: str) -> None:
    """The number is a part of the sentence that each language says for itself."""
    told = f"{count(number, 'text')} of which no answer of a machine passed, first “So”"
    assert sentences("de").say(told) == german
    assert sentences("nl").say(told).startswith(dutch)
