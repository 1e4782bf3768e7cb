"""Runs a CTranslate2 model with its SentencePiece vocabularies (optional packages)."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

from plugins.translation.engines.model_folders import Model

_BEAM = 4
_LONGEST_ANSWER = 512
"""Pieces; a sentence has some forty."""


class CTranslate2Model:
    """One direction, loaded at its first sentence. Raises ``ImportError`` without the packages."""

    def __init__(self, model: Model) -> None:
        import ctranslate2
        import sentencepiece

        self._model = model
        self._libraries: tuple[Any, Any] = (ctranslate2, sentencepiece)
        self._lock = threading.Lock()
        self._loaded: tuple[Any, Any, Any] | None = None

    def sentences(self, texts: Sequence[str]) -> list[str]:
        """One answer per sentence, always the same. Raises what the libraries raise."""
        translator, source, target = self._ready()
        asked = [source.encode(text, out_type=str) for text in texts]
        results = translator.translate_batch(
            asked, beam_size=_BEAM, max_decoding_length=_LONGEST_ANSWER, replace_unknowns=True
        )
        return [str(target.decode(result.hypotheses[0])) for result in results]

    def _ready(self) -> tuple[Any, Any, Any]:
        with self._lock:
            if self._loaded is None:
                ctranslate2, sentencepiece = self._libraries
                self._loaded = (
                    ctranslate2.Translator(str(self._model.folder), device="cpu"),
                    sentencepiece.SentencePieceProcessor(model_file=str(self._model.source_pieces)),
                    sentencepiece.SentencePieceProcessor(model_file=str(self._model.target_pieces)),
                )
            return self._loaded
