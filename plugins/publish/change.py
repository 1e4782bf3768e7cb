"""What a deployment changes in its target, file by file."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.newsroom.counting import count


@dataclass(frozen=True, slots=True)
class Change:
    """Paths that are new or differ, and paths that are removed."""

    sent: tuple[str, ...]
    removed: tuple[str, ...]

    def lines(self) -> str:
        """One line a file, for ``--dry-run``."""
        return "".join(f"send   {path}\n" for path in self.sent) + "".join(f"remove {path}\n" for path in self.removed)


def files_of(paths: tuple[str, ...]) -> str:
    """How many files."""
    return count(len(paths), "file")
