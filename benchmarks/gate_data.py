"""Recorded translations for measuring the gate: who translated what, line beside line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

GOOD = ("reference", "google", "microsoft")
"""Taken as good translations: one by a person, two by large engines."""


@dataclass(frozen=True, slots=True)
class Recording:
    """One translation of one file."""

    source_lang: str
    target_lang: str
    translator: str
    source: tuple[str, ...]
    target: tuple[str, ...]

    @property
    def direction(self) -> str:
        """Such as ``de-en``."""
        return f"{self.source_lang}-{self.target_lang}"

    @property
    def good(self) -> bool:
        """Whether it counts as a good translation."""
        return self.translator in GOOD

    def half(self, odd: bool) -> Recording:
        """Every other block of three lines: bands are set on the even ones, figures taken on the odd ones."""
        keep = [at for at in range(len(self.source)) if (at // 3) % 2 == int(odd)]
        return Recording(
            self.source_lang,
            self.target_lang,
            self.translator,
            tuple(self.source[at] for at in keep),
            tuple(self.target[at] for at in keep),
        )


def lines(path: Path) -> tuple[str, ...]:
    """The lines of a text file."""
    return tuple(path.read_text(encoding="utf-8").removesuffix("\n").split("\n"))


def recordings(folder: Path) -> tuple[Recording, ...]:
    """Everything below a folder of directions (``de-en/source.de``, ``de-en/google.en`` …).

    Two references of one source make a direction of their own (German and Dutch of the same English).
    """
    found: list[Recording] = []
    references: dict[str, tuple[str, ...]] = {}
    for direction in sorted(path for path in folder.iterdir() if path.is_dir()):
        left, _, right = direction.name.partition("-")
        source = lines(direction / f"source.{left}")
        for path in sorted(direction.glob(f"*.{right}")):
            found.append(Recording(left, right, path.stem, source, lines(path)))
            if path.stem == "reference":
                references[right] = found[-1].target
    known = {recording.direction for recording in found}
    for left, source in references.items():
        for right, target in references.items():
            if left != right and f"{left}-{right}" not in known and len(source) == len(target):
                found.append(Recording(left, right, "reference", source, target))
    return tuple(found)


def parallel(found: tuple[Recording, ...]) -> dict[str, tuple[str, ...]]:
    """The lines of every language that has a reference: the same sentences in each."""
    return {r.target_lang: r.target for r in found if r.translator == "reference"}
