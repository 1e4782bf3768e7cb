"""Finds translation models in a folder: which pairs of languages, in which format."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_PAIR = re.compile(
    r"(?:[a-z0-9]+-)*?(?:([a-z]{2,3})[-_]([a-z]{2,3})|([a-z]{2})([a-z]{2}))(?:[-_]\d[\w.]*)?", re.IGNORECASE
)
"""``de-en``, ``de_en``, ``deen`` (Firefox), ``opus-mt-de-en``, ``translate-de_en-1_9`` (Argos)."""
_PIECES = ("source.spm", "sentencepiece.model", "spm.model", "*.spm", "*.model")


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
