"""Values as YAML writes them: plain where that can be read in one way only, else in quotation marks."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[^\W\d_][\w äöüÄÖÜß.()/+–’&|-]*", re.UNICODE)
_WORDS = frozenset(("true", "false", "null", "yes", "no", "on", "off", "~"))


def value(text: str) -> str:
    """A text as the value of a key; line breaks become blanks."""
    line = " ".join(text.split())
    is_plain = _PLAIN.fullmatch(line) is not None and line.casefold() not in _WORDS and not line.endswith(" ")
    return line if is_plain and " #" not in line and ": " not in line else json.dumps(line, ensure_ascii=False)
