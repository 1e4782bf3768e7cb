"""What a build did."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.newsroom.problem import Problem


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did."""

    rendered: int
    reused: int
    removed: int
    seconds: float
    problems: tuple[Problem, ...]
    """Warnings; errors end a build."""
    unseen: tuple[tuple[str, str], ...] = ()
    """(address, why) of pages that stand in a preview alone."""

    @property
    def line(self) -> str:
        """The last line of a build."""
        return f"rendered {self.rendered}, reused {self.reused}, removed {self.removed} in {self.seconds:.2f} s"
