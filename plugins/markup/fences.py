"""Python-Markdown's fenced code, without the highlighter that it would bring along and that we never use."""

from __future__ import annotations

import sys

_HIGHLIGHTER = "pygments"

if _HIGHLIGHTER in sys.modules:
    from markdown.extensions.fenced_code import FencedBlockPreprocessor, FencedCodeExtension
else:
    # Its list of five hundred languages takes a tenth of a second to import: a third of a build with one edit.
    sys.modules[_HIGHLIGHTER] = None  # type: ignore[assignment]
    try:
        from markdown.extensions.fenced_code import FencedBlockPreprocessor, FencedCodeExtension
    finally:
        del sys.modules[_HIGHLIGHTER]

__all__ = ["FencedBlockPreprocessor", "FencedCodeExtension"]
