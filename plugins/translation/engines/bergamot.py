"""Runs a Bergamot model, the kind that Firefox uses (optional package ``bergamot``)."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

from plugins.translation.engines.model_folders import Model


class BergamotModel:
    """One direction, loaded at its first sentence. Raises ``ImportError`` without the package.

    The package on PyPI (0.4.5) has wheels up to Python 3.10 only; for later ones it must be built.
    """

    def __init__(self, model: Model) -> None:
        import bergamot

        self._library: Any = bergamot
        self._path = model.folder / "config.yml"
        self._lock = threading.Lock()
        self._loaded: tuple[Any, Any] | None = None

    def sentences(self, texts: Sequence[str]) -> list[str]:
        """One answer per sentence. Raises what the library raises."""
        service, model = self._ready()
        options = self._library.ResponseOptions(
            alignment=False, qualityScores=False, sentenceMappings=False, HTML=False
        )
        answers = service.translate(model, self._library.VectorString(list(texts)), options)
        return [str(answer.target.text) for answer in answers]

    def _ready(self) -> tuple[Any, Any]:
        with self._lock:
            if self._loaded is None:
                service = self._library.Service(self._library.ServiceConfig(numWorkers=1))
                self._loaded = (service, service.modelFromConfigPath(str(self._path)))
            return self._loaded
