"""What the gate knows of each language; a language without a module here is checked by general rules."""

from __future__ import annotations

import functools
import importlib
import importlib.util
import re

from plugins.translation.gate.lexicon.entry import Lexicon

_TAG = re.compile(r"[a-z]{2,3}")


@functools.cache
def lexicon(lang: str) -> Lexicon:
    """The data of a language tag (``de``, ``de-AT``); an empty lexicon where there are none."""
    base = lang.lower().replace("_", "-").partition("-")[0]
    name = f"{__name__}.{base}"
    if not _TAG.fullmatch(base) or importlib.util.find_spec(name) is None:
        return Lexicon()
    found: Lexicon = importlib.import_module(name).LEXICON
    return found


__all__ = ["Lexicon", "lexicon"]
