"""Makes the bytes of one planned output."""

from __future__ import annotations

from plugins.pages.outputs.context import OutputContext
from plugins.pages.outputs.kind import Job
from plugins.pages.outputs.registry import KINDS
from plugins.pages.renderer import Renderer


class Maker:
    """Turns jobs into bytes. Pure: the same job under the same setting gives the same bytes."""

    def __init__(self, renderer: Renderer) -> None:
        self.renderer = renderer
        self.index = renderer.index
        context = OutputContext(renderer)
        self._kinds = {kind.name: kind(context) for kind in KINDS}

    def make(self, job: Job) -> bytes:
        """The bytes of one output."""
        return self.make_kind(job.kind, job.args)

    def make_kind(self, kind: str, args: tuple[str, ...]) -> bytes:
        """The same, by what is needed of the job for it."""
        return self._kinds[kind].make(*args)
