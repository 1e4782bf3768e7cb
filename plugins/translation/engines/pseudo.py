"""A deterministic engine for trying things out: accents letters, lengthens words, sends nothing."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from plugins.translation.engines.base import Batch, EngineInfo
from plugins.translation.inner import Part, Piece
from plugins.translation.pieces import inner, pieces

NAME = "pseudo"
_ACCENTS = (
    ("aeiouAEIOU", "áéíóúÁÉÍÓÚ"),
    ("aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
    ("aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
    ("aeiouAEIOU", "äëïöüÄËÏÖÜ"),
)
_FIXED = re.compile(r"\d|\w[.@/:_]\w")
_LONG = 5
"""Words of this length and more get their last vowel twice: about a fifth more text, as between languages."""


class Pseudo:
    """Answers every segment with itself, accented after the target language and lengthened."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        del environment

    def info(self) -> EngineInfo:
        """A confidential engine: nothing leaves the machine."""
        return EngineInfo(name=NAME, model="pseudo-1", confidential=True, trial=True)

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """The same answer for the same question, always."""
        return tuple(self._answer(segment.text, batch.target) for segment in batch.segments)

    def _answer(self, text: str, target: str) -> str:
        choice = hashlib.sha256(target.encode()).digest()[0] % len(_ACCENTS)
        table = str.maketrans(*_ACCENTS[choice])
        return inner(
            Piece(Part.TEXT, " ".join(_spoken(word, table) for word in piece.text.split(" ")))
            if piece.part is Part.TEXT
            else piece
            for piece in pieces(text)
        )

    def __repr__(self) -> str:
        return "Pseudo()"


def _spoken(word: str, table: dict[int, int]) -> str:
    """The word accented, and with its last vowel twice; numbers and addresses stay as they are."""
    if _FIXED.search(word):
        return word
    place = max(word.rfind(vowel) for vowel in "aeiou")
    if len(word) >= _LONG and place >= 0:
        word = word[: place + 1] + word[place] + word[place + 1 :]
    return word.translate(table)
