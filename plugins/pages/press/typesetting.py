"""What PDFs are set with, and whether this machine can set them."""

from __future__ import annotations

from importlib.util import find_spec

from plugins.newsroom.record import record


@record
class Typesetting:
    """What documents are set with, the same for all of a run."""

    folder: str
    """With the template and the fonts."""
    root: str
    """The output folder, in which the pictures stand."""
    palette: tuple[tuple[str, str], ...]
    keep: str
    """Folder in which documents are kept, so that each is set once."""
    mark: str
    """Digest of all of this but the folders, and of the program that sets."""


def is_installed() -> bool:
    """Whether documents can be set and judged on this machine: both programs come as wheels, where there are some."""
    return find_spec("typst") is not None and find_spec("page") is not None
