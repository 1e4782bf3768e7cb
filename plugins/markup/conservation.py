"""The proof that each word, number and list number of a text stands on its page, in the order it was typed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from plugins.markup.dialect.html import NAMES
from plugins.markup.dialect.references import is_definition, used_labels
from plugins.markup.document import Loss
from plugins.markup.tags import TAG, attributes

_WORD = re.compile(r"[<>](?=\d)\d+|[^\W_]+(?:[*_][^\W_]+)*")
_STARS = re.compile(r"\*\*+")
_TYPED_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*|/)?>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE = re.compile(r"^([ \t>]*(?:[-+*•]|\d+[.)])?[ \t]*(?:`{3,}|~{3,}))[^\n]*$", re.MULTILINE)
_TARGET = re.compile(
    r"\](?: ?\(\s*(?:<[^<>\n]*>|photo:[^()\n\"]*|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)|\[[^\]\[]*\])"
)
_DEFINITION = re.compile(r"^([ \t>]*)\[([^\]\[\n^][^\]\[\n]*)\]:[ \t]*([^\n]*)$", re.MULTILINE)
_NOTE = re.compile(r"\[\^[^\]\s]+\]|^[ \t]*\*\[[^\]\n]+\]", re.MULTILINE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_QUOTE = re.compile(r"^[ \t]*>+(?:[ \t]*>)*", re.MULTILINE)
_REFERENCE = re.compile(r'<sup id="fnref[^>]*>.*?</sup>')
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "var",
    ]
)
_WINDOW = 400
"""How far a word is looked for where the texts part; beyond it is another place."""
_MOST = 20
"""Losses of one text that are told."""


def losses(typed: str, html: str) -> tuple[Loss, ...]:
    """The words of a text that do not stand in the HTML made of it, by lines. Linear in the length of both.

    Marks of Markdown, addresses behind linked words, comments and tags of HTML are no words; notes and
    abbreviations may stand elsewhere.
    """
    source, page = bare(typed), visible(html)
    wanted, found = _WORD.findall(source), _WORD.findall(page)
    if wanted == found:
        return ()
    moves = "[^" in typed or "*[" in typed
    lost = _lost(wanted, found, Counter(_WORD.findall(_titles(html))) if moves else Counter(), moves)
    return tuple(_by_line(source, lost)) if lost else ()


def bare(typed: str) -> str:
    """The text without marks: its words, on the lines on which they were typed."""
    text = typed
    if "<" in text:
        text = _COMMENT.sub(_lines_of, text)
        text = _TYPED_TAG.sub(_tag, text)
    if "```" in text or "~~~" in text:
        text = _FENCE.sub(r"\1", text)
    if "[" in text:
        text = _without_targets(text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if "&" in text:
        text = unescape(text)
    if ">" in text:
        text = _QUOTE.sub(_quote, text)
    return _STARS.sub("", text) if "**" in text else text


def visible(html: str) -> str:
    """The words of a page with the numbers of its lists, texts of pictures and titles of links."""
    out: list[str] = []
    counters: list[int] = []
    last, title = 0, ""
    html = _REFERENCE.sub("", html) if 'id="fnref' in html else html
    for match in TAG.finditer(html):
        out.append(html[last : match.start()])
        last = match.end()
        slash, name, inside = match.groups()
        if name in _INLINE:
            if name == "a":
                out.append(f" {title} " if slash and title else "")
                title = attributes(inside).get("title", "") if "title=" in inside else ""
            continue
        out.append(" ")
        if name in ("ol", "ul"):
            _count(counters, name, slash, inside)
        elif name == "li" and not slash and counters:
            counters[-1] += counters[-1] >= 0
            if counters[-1] >= 0:
                out.append(f"{counters[-1]}. ")
        elif name == "img":
            out.append(f" {attributes(inside).get('alt', '')} ")
    text = "".join([*out, html[last:]])
    text = unescape(text) if "&" in text else text
    return _STARS.sub("", text) if "**" in text else text


def _count(counters: list[int], name: str, slash: str, inside: str) -> None:
    """Keeps the number of the last item of each open list; -1 in one without numbers."""
    if slash:
        if counters:
            counters.pop()
    else:
        start = attributes(inside).get("start", "1") if inside else "1"
        counters.append(int(start) - 1 if name == "ol" and start.isdecimal() else -1)


def _titles(html: str) -> str:
    return " ".join(attributes(match[3]).get("title", "") for match in TAG.finditer(html) if match[2] == "abbr")


def _without_targets(text: str) -> str:
    used = used_labels(text)
    if "](" in text or "] (" in text or "][" in text:
        text = _TARGET.sub("]", text)
    if "]:" in text:
        text = _DEFINITION.sub(lambda m: m[1] if is_definition(m[2], m[3], used) else m[0], text)
    return _NOTE.sub("", text) if "[^" in text or "*[" in text else text


def _lines_of(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _tag(match: re.Match[str]) -> str:
    name = match[1].lower()
    if name not in NAMES:
        return match[0]
    lines = "\n" * match[0].count("\n")
    return lines if name in _INLINE else f" {lines}"


def _quote(match: re.Match[str]) -> str:
    """The marks of a quotation; a sign stuck to a number may stand for "more than", and stays."""
    after = match.string[match.end() : match.end() + 1]
    return ">" if after.isdigit() and match[0].count(">") == 1 and not _is_quoted(match) else ""


def _is_quoted(match: re.Match[str]) -> bool:
    """Whether the line stands among others of a quotation, whose sign is one of quoting."""
    text, start = match.string, match.start()
    before = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start].lstrip()
    end = text.find("\n", match.end())
    after = text[end + 1 : end + 40].lstrip() if end >= 0 else ""
    return any(near.startswith(">") and not near[1:2].isdigit() for near in (before, after))


def _lost(wanted: list[str], found: list[str], titles: Counter[str], moves: bool) -> list[int]:
    """The numbers of the words that are missing, in order; a note may have been moved."""
    lost: list[int] = []
    skipped: Counter[str] = titles
    i = j = 0
    while i < len(wanted):
        if j < len(found) and wanted[i] == found[j]:
            i, j = i + 1, j + 1
            continue
        ahead, behind = _distance(wanted[i], found, j), _distance(found[j], wanted, i) if j < len(found) else -1
        if ahead >= 0 and (behind < 0 or ahead <= behind):
            skipped.update(found[j : j + ahead])
            j += ahead
        else:
            lost.append(i)
            i += 1
        if len(lost) > 50 * _MOST:
            break
    if not (lost and moves):
        return lost
    skipped.update(found[j:])
    return [number for number in lost if not _take(skipped, wanted[number])]


def _distance(word: str, words: list[str], start: int) -> int:
    try:
        return words.index(word, start, start + _WINDOW) - start
    except ValueError:
        return -1


def _take(pool: Counter[str], word: str) -> bool:
    if pool[word] <= 0:
        return False
    pool[word] -= 1
    return True


def _by_line(source: str, lost: list[int]) -> Iterator[Loss]:
    missing = set(lost)
    line, at = 1, 0
    words: list[str] = []
    count = last = 0
    for number, match in enumerate(_WORD.finditer(source)):
        if number not in missing:
            continue
        line += source.count("\n", at, match.start())
        at = match.start()
        if words and line != last:
            yield Loss(" ".join(words), last)
            count, words = count + 1, []
            if count >= _MOST:
                return
        last = line
        words.append(match[0])
    if words:
        yield Loss(" ".join(words), last)
