"""Translates with models in a folder of this machine (CTranslate2, Bergamot): no text leaves it."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from plugins.newsroom.problem import Problem
from plugins.translation.engines.base import Batch, EngineInfo, Final, FinalKind, NotConfigured, setting_missing
from plugins.translation.engines.portions import safe_cuts
from plugins.translation.engines.token_form import TokenForm

_NAME = "local"
_PAIR = re.compile(
    r"(?:[a-z0-9]+-)*?(?:([a-z]{2,3})[-_]([a-z]{2,3})|([a-z]{2})([a-z]{2}))(?:[-_]\d[\w.]*)?", re.IGNORECASE
)
"""``de-en``, ``de_en``, ``deen`` (Firefox), ``opus-mt-de-en``, ``translate-de_en-1_9`` (Argos)."""
_PIECES = ("source.spm", "sentencepiece.model", "spm.model", "*.spm", "*.model")
_BEAM = 4
_LONGEST_ANSWER = 512
"""Pieces; a sentence has some forty."""


class Format(StrEnum):
    """Whose model it is."""

    CTRANSLATE2 = "ctranslate2"
    BERGAMOT = "bergamot"


@dataclass(frozen=True, slots=True)
class Model:
    """A model of one direction."""

    format: Format
    source: str
    target: str
    folder: Path
    """Where the weights are."""
    source_pieces: Path | None = None
    target_pieces: Path | None = None
    """SentencePiece models; the same file where both languages share one."""


def find_models(root: Path) -> tuple[Model, ...]:
    """Every model in a folder and its sub-folders, by name of folder."""
    candidates = [root, *sorted(path for path in root.iterdir() if path.is_dir())]
    return tuple(model for folder in candidates if (model := _model(folder)) is not None)


def route(models: Iterable[Model], source: str, target: str) -> tuple[Model, ...]:
    """The model of that direction, or two over a third language, or none.

    Most collections know pairs with one pivot language only.
    """
    pairs = {(model.source, model.target): model for model in reversed(tuple(models))}
    left, right = source.split("-")[0].lower(), target.split("-")[0].lower()
    if (left, right) in pairs:
        return (pairs[left, right],)
    for start, middle in sorted(pairs):
        if start == left and (middle, right) in pairs:
            return (pairs[left, middle], pairs[middle, right])
    return ()


def _model(folder: Path) -> Model | None:
    match = _PAIR.fullmatch(folder.name)
    if match is None:
        return None
    source, target = (match[1] or match[3]).lower(), (match[2] or match[4]).lower()
    for weights in (folder, folder / "model"):
        if (weights / "model.bin").is_file():
            pieces = _pieces(folder, weights)
            if pieces is not None:
                return Model(Format.CTRANSLATE2, source, target, weights, *pieces)
    if (folder / "config.yml").is_file() and any(folder.glob("*.bin")):
        return Model(Format.BERGAMOT, source, target, folder)
    return None


def _pieces(*folders: Path) -> tuple[Path, Path] | None:
    """The SentencePiece models of source and target."""
    for pattern in _PIECES:
        for folder in folders:
            for found in sorted(folder.glob(pattern)):
                other = found.with_name("target.spm")
                both = found.name == "source.spm" and other.is_file()
                return (found, other) if both else (found, found)
    return None


class Runner(Protocol):
    """A model that can be asked."""

    def sentences(self, texts: Sequence[str]) -> list[str]:
        """One answer per sentence."""
        ...


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
        cut = [safe_cuts(text) for text in texts]
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
    """The models; a folder without any is a problem that a person can fix."""
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
    fix = "put a model there, let LOCAL_MODELS name another folder, or take local out of translation.engines"
    return NotConfigured(
        _NAME, Problem(file=root.name, line=0, column=0, code=code, found=found, expected=expected, fix=fix)
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
            fix=f"install {missing}, or take local out of translation.engines in site.yaml",
        ),
    )
