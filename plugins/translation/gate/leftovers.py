"""What a machine leaves in an answer: pieces of its own, broken encodings, marks that nobody wrote."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.passage import Passage

_PIECES = re.compile(
    r"▁|⁇|\w@@(?=\s|$)|</?s>|<(?:unk|pad|eos|bos|mask)>|<\|[^|>\s]{1,30}\|>|<0x[0-9A-Fa-f]{2}>|\[(?:UNK|END)\]"
    r"|(?<!\w)(?:[^\W\d_] ){5}[^\W\d_](?!\w)|<extra_id_\d+>|\ufffd"
)
_ESCAPES = re.compile(r"\\[nrt](?![A-Za-z])|\\\"|\\u[0-9a-fA-F]{4}")
_BROKEN = re.compile("[ÂÃâÅÄðï][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}")
_BLANKS = re.compile(
    r"(?<![\w\]])\[(?!\^)[A-ZÄÖÜ][^\[\]\n]{0,30}\](?![(\[])|\b(?:X{3,}|TODO|TBD|[Ll]orem ipsum)\b|_{3,}|\?{3,}"
)
_MARKDOWN = (
    ("bold", re.compile(r"\*\*\S[^*\n]*\*\*|(?<!\w)__\S[^_\n]*__(?!\w)")),
    ("a heading", re.compile(r"^#{1,6}\s", re.MULTILINE)),
    ("a list", re.compile(r"^\s*[-*+•]\s", re.MULTILINE)),
    ("a quotation block", re.compile(r"^\s*>\s", re.MULTILINE)),
    ("code", re.compile(r"`[^`\n]+`")),
    ("a link", re.compile(r"\[[^\]\n]+\]\([^)\n]*\)")),
)
_QUOTED = re.compile(r"\s*[\"“„‘‚«»'][^\"“”„«»]*[\"”“’‘»«'][.!?]?\s*")
_MARKS = "\"“”„‘’‚«»'"
_SCRIPTS = frozenset(
    [
        "CJK",
        "CYRILLIC",
        "GREEK",
        "ARABIC",
        "HEBREW",
        "HIRAGANA",
        "KATAKANA",
        "HANGUL",
        "THAI",
        "DEVANAGARI",
        "BENGALI",
        "TAMIL",
        "ARMENIAN",
        "GEORGIAN",
    ]
)
_OTHER_SCRIPTS = frozenset(["ar", "bg", "el", "fa", "he", "hi", "ja", "ko", "mk", "ru", "sr", "th", "uk", "zh"])


def check(
    source_raw: str, target_raw: str, source: Passage, target: Passage, target_lang: str, line: int
) -> Iterator[Finding]:
    """Block signs that no translator writes; ask about blanks to fill in and added quotation marks."""
    for what, found in (
        ("a piece of a model's own", _new(_PIECES, source_raw, target_raw)),
        ("an escape", _new(_ESCAPES, source_raw, target_raw)),
        ("a broken encoding", _broken(source_raw, target_raw)),
        ("letters of another script", _foreign(source_raw, target_raw, target_lang)),
    ):
        if found:
            yield Finding(line, "leftover", Level.BLOCK, f"{what}: {quote(found)}", (found,))
    for what, pattern in _MARKDOWN:
        mark = _new(pattern, source_raw, target_raw)
        if mark:
            yield Finding(line, "leftover", Level.BLOCK, f"{what} that the source has not: {quote(mark)}", (mark,))
    blank = _new(_BLANKS, source_raw, target_raw)
    if blank:
        level = Level.BLOCK if blank.startswith("[") else Level.ANSWER
        yield Finding(line, "leftover", level, f"a blank to fill in: {quote(blank)}", (blank,))
    if _QUOTED.fullmatch(target.text) and source.text.strip()[:1] not in _MARKS:
        evidence = f"quotation marks around all of it, which the source has not: {quote(target.text)}"
        yield Finding(line, "leftover", Level.ANSWER, evidence, (target.text.strip(),))


def _new(pattern: re.Pattern[str], source: str, target: str) -> str:
    """What stands in the translation and nothing of its kind in the source."""
    match = pattern.search(target)
    return match.group().strip() if match and not pattern.search(source) else ""


def _broken(source: str, target: str) -> str:
    """Letters whose bytes were read in another encoding: ``Ã¶``."""
    for match in _BROKEN.finditer(target):
        for size in range(2, len(match.group()) + 1):
            piece = match.group()[:size]
            try:
                piece.encode("cp1252", "strict").decode("utf-8")
            except (UnicodeEncodeError, UnicodeDecodeError):
                continue
            if piece not in source:
                return piece
    return ""


def _foreign(source: str, target: str, target_lang: str) -> str:
    """The first run of letters of a script in which neither the source nor the target's language is written."""
    if target_lang.partition("-")[0] in _OTHER_SCRIPTS or target.isascii():
        return ""
    known = {_script(char) for char in source if char.isalpha()} | {""}
    for match in re.finditer(r"[^\W\d_]+", target):
        alone = len(match.group()) == 1
        strange = {script for char in match.group() if (script := _script(char)) not in known}
        if strange and not (alone and strange <= {"GREEK"}):
            return match.group()
    return ""


def _script(char: str) -> str:
    name = unicodedata.name(char, "").partition(" ")[0]
    return name if name in _SCRIPTS else ""
