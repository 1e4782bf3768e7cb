"""Examinations of pictures as they are remembered: under the file's bytes and name, and the program that examined."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import exiv2
import PIL
from pydantic import TypeAdapter

from plugins.cache.code import source_digest
from plugins.cache.digest import digest
from plugins.cache.values import Reader
from plugins.pictures.examine import examine
from plugins.pictures.picture import LIMITS, Examined, Limits

EXAMINATION = "picture"
"""Where the store keeps them."""
_STEPS = ("examine", "reading", "metadata", "sniff", "decoding", "colours", "picture", "complaints")
"""Our modules that examine: where one is edited, pictures are examined anew."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A file to be examined."""

    path: Path
    name: str
    """As the editor knows it; results are found by it."""
    digest: str
    """Of its bytes, as the store's inputs give it; empty where it is not known."""


def key_of(file: PictureFile, limits: Limits = LIMITS) -> str:
    """What an examination depends on; the name is part of its sentences."""
    return digest((file.digest, file.name, limits, _program()))


def packed(examined: Examined) -> bytes:
    """An examination as it is remembered."""
    return _codec().dump_json(examined)


def unpacked(data: bytes) -> Examined:
    """A remembered examination."""
    return _codec().validate_json(data)


class Examinations:
    """Examines the pictures of a bundle, those that were examined before from memory, if there is one."""

    def __init__(self, memory: Reader | None) -> None:
        self._memory = memory
        self.new: list[tuple[str, bytes]] = []
        """(key, examination) of those that are to be remembered."""

    def of(self, file: PictureFile) -> Examined:
        """What is found in a file. Raises ``Damaged``."""
        key = key_of(file)
        known = self._memory.get(EXAMINATION, key) if self._memory and file.digest else None
        if known is not None:
            return unpacked(known)
        examined = examine(file.path, file.name)
        if examined.picture is not None and examined.picture.digest == file.digest:
            self.new.append((key, packed(examined)))
        return examined


@cache
def _program() -> str:
    code = source_digest(f"plugins.pictures.{step}" for step in _STEPS)
    return f"{code}, pillow {PIL.__version__}, exiv2 {exiv2.version()}"


@cache
def _codec() -> TypeAdapter[Examined]:
    return TypeAdapter(Examined)
