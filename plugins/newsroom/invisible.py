"""Characters that nobody sees and that come along when a value is copied: of Word, of web pages, of telephones."""

from __future__ import annotations

import re

_UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_ANY = re.compile(f"[{_UNSEEN}]")
_ENDS = re.compile(rf"\A[\s{_UNSEEN}]+|[\s{_UNSEEN}]+\Z")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")


def trimmed(text: str) -> str:
    """The text without blanks of any sort and unseen characters around it."""
    return text if text.isascii() and text[:1] > " " and text[-1:] > " " else _ENDS.sub("", text)


def typed_plainly(text: str) -> str:
    """A number or date as the keyboard gives it: plain blanks, hyphens and digits, and nothing unseen."""
    if text.isascii():
        return text
    plain = _DASHES.sub("-", _BLANKS.sub(" ", _ANY.sub("", text)))
    return "".join(str(int(char)) if char.isdecimal() else char for char in plain)
