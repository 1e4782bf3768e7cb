"""Translates with models in a folder of this machine: nothing leaves the house."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from plugins.newsroom.problem import Problem
from plugins.translation.engines.base import (
    Batch,
    EngineInfo,
    Final,
    FinalKind,
    NotConfigured,
    setting_missing,
)
from plugins.translation.engines.bergamot import BergamotModel
from plugins.translation.engines.ctranslate import CTranslate2Model
from plugins.translation.engines.model_folders import Format, Model, find_models, route
from plugins.translation.engines.sentences import sentences
from plugins.translation.engines.token_form import TokenForm

_NAME = "local"


class Runner(Protocol):
    """A model that can be asked."""

    def sentences(self, texts: Sequence[str]) -> list[str]:
        """One answer per sentence."""
        ...


_RUNNERS: dict[Format, type[CTranslate2Model] | type[BergamotModel]] = {
    Format.CTRANSLATE2: CTranslate2Model,
    Format.BERGAMOT: BergamotModel,
}


class Local:
    """CTranslate2 or Bergamot models in LOCAL_MODELS, sentence by sentence, tags as tokens.

    Where a pair has no model of its own it goes over a third language.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        folder = environment.get("LOCAL_MODELS", "").strip()
        if not folder:
            raise setting_missing(_NAME, "LOCAL_MODELS", "a folder with translation models")
        self._root = Path(folder).expanduser()
        self._models = _models_in(self._root)
        self._runners: dict[Path, Runner] = {}
        self._lock = threading.Lock()
        for model in self._models:
            self._runner(model)

    def info(self) -> EngineInfo:
        """Confidential: it works on this machine."""
        pairs = ", ".join(f"{model.source}-{model.target}" for model in self._models)
        return EngineInfo(
            name=_NAME, model=f"{self._root.name}: {pairs}", confidential=True, max_items=10, max_chars=20_000
        )

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """One answer per segment. Raises ``EngineError``."""
        way = route(self._models, batch.source, batch.target)
        if not way:
            found = f"has no model from {batch.source} to {batch.target}, nor over a third language"
            raise Final(_NAME, FinalKind.UNSUPPORTED, found)
        form = TokenForm()
        texts = [form.encode(segment) for segment in batch.segments]
        for model in way:
            texts = self._answers(self._runner(model), texts)
        return tuple(form.decode(s, text) for s, text in zip(batch.segments, texts, strict=True))

    def _answers(self, runner: Runner, texts: Sequence[str]) -> list[str]:
        """Whole texts, cut into sentences, answered, and put together again."""
        cut = [sentences(text) for text in texts]
        asked = [sentence for parts in cut for sentence, _ in parts if _speaks(sentence)]
        failed = ""
        try:
            answers = iter(runner.sentences(asked) if asked else [])
            return ["".join((next(answers) if _speaks(s) else s) + space for s, space in parts) for parts in cut]
        except (RuntimeError, ValueError, OSError, StopIteration) as fault:
            failed = type(fault).__name__
        raise Final(_NAME, FinalKind.BROKEN, f"cannot run a model of {self._root.name} ({failed})")

    def _runner(self, model: Model) -> Runner:
        with self._lock:
            if model.folder not in self._runners:
                try:
                    self._runners[model.folder] = _RUNNERS[model.format](model)
                except ImportError as fault:
                    missing = fault.name or str(model.format)
                else:
                    return self._runners[model.folder]
                raise _package_missing(model, missing)
            return self._runners[model.folder]

    def __repr__(self) -> str:
        return f"Local({self._root.name})"


def _speaks(sentence: str) -> bool:
    return any(char.isalpha() for char in sentence)


def _models_in(root: Path) -> tuple[Model, ...]:
    """The models; a folder without any is a problem that a person can mend."""
    if not root.is_dir():
        raise _problem(root, "model-folder-missing", "there is no such folder", "a folder with models")
    try:
        models = find_models(root)
    except OSError:
        models = ()
    if models:
        return models
    raise _problem(
        root,
        "model-folder-empty",
        "no model was found in it",
        "sub-folders named after the direction, such as de-en, each with model.bin and a SentencePiece model"
        " (CTranslate2) or config.yml and a .bin file (Bergamot)",
    )


def _problem(root: Path, code: str, found: str, expected: str) -> NotConfigured:
    mend = "put a model there, let LOCAL_MODELS name another folder, or take local out of translation.engines"
    return NotConfigured(
        _NAME, Problem(file=root.name, line=0, column=0, code=code, found=found, expected=expected, mend=mend)
    )


def _package_missing(model: Model, missing: str) -> NotConfigured:
    return NotConfigured(
        _NAME,
        Problem(
            file=model.folder.name,
            line=0,
            column=0,
            code="model-package-missing",
            found=f"the Python package {missing} is not installed",
            expected=f"what a {model.format} model needs to run",
            mend=f"install {missing}, or take local out of translation.engines in site.yaml",
        ),
    )
