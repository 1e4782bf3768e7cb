"""Reads the theme's words (PO files) as far as an upgrade needs it: which there are, and which have no translation.

Standard library only, since it works while the program is neither the old nor the new one.
"""

import re

_QUOTED = r'(?:"(?:[^"\\\n]|\\.)*"\s*)+'
_KEY = re.compile(rf"^(?:msgctxt\s+(?P<context>{_QUOTED}))?msgid\s+(?P<id>{_QUOTED})", re.MULTILINE)
_WORDS = re.compile(rf"^msgstr(?:\[\d+\])?\s+(?P<words>{_QUOTED})", re.MULTILINE)
_FUZZY = re.compile(r"^#,.*\bfuzzy\b", re.MULTILINE)


def entries(text: str) -> "dict[str, str]":
    """Key -> the lines of an entry, in the order of the file; without the head and without dropped entries."""
    found: dict[str, str] = {}
    for block in re.split(r"\n[ \t]*\n+", text.replace("\r\n", "\n")):
        match = _KEY.search(block)
        if match and _joined(match["id"]):
            found[f"{_joined(match['context'] or '')}\4{_joined(match['id'])}"] = block.strip("\n")
    return found


def is_translated(block: str) -> bool:
    """Whether an entry has words that are shown: all of its forms, and no mark that they are a proposal."""
    forms = [_joined(match["words"]) for match in _WORDS.finditer(block)]
    return bool(forms) and all(forms) and not _FUZZY.search(block)


def message(key: str) -> str:
    """The words of an entry as the theme has them."""
    return re.sub(r"\\(.)", r"\1", key.rpartition("\4")[2])


def with_missing(own: str, new: str) -> "tuple[str, int]":
    """The words as a newsroom has them, with those that a new version adds behind them, and how many these are."""
    end = "\r\n" if "\r\n" in own else "\n"
    known = entries(own)
    missing = [block for key, block in entries(new).items() if key not in known]
    if not missing:
        return own, 0
    added = "".join(f"\n{block}\n" for block in missing).replace("\n", end)
    return own.rstrip("\r\n") + end + added, len(missing)


def _joined(quoted: str) -> str:
    return "".join(re.findall(r'"((?:[^"\\\n]|\\.)*)"', quoted))
