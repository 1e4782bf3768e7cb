"""Each word typed in YAML is in a value or a key, or a problem says what became of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.newsroom.source import Text
from plugins.newsroom.yaml_source import parse_yaml

_SIGNS = [
    "key: ",
    "a: ",
    "b:",
    "b: c",
    "eins",
    "zwei drei",
    "null",
    "~",
    "1.",
    "x, y",
    ", ",
    ",",
    "- ",
    "-",
    "? ",
    ": ",
    ":",
]
_SIGNS += [
    "#wort",
    "# remark",
    " #wort",
    " # remark",
    '"',
    "'",
    "„x“",
    "[",
    "]",
    "{",
    "}",
    "|",
    ">",
    "|-",
    "&a",
    "*a",
    "!t",
]
_SIGNS += [
    "%",
    "%YAML 1.2",
    "---",
    "...",
    "@",
    "`",
    "\t",
    "  ",
    " ",
    "\n",
    "\n  ",
    "\n- ",
    "\n    ",
    "\nkey: ",
    "\n\n",
    "ä",
    "–",
]
_REMARK = re.compile(r"(?:^|(?<=\s))#(?=\s|$)[^\n]*", re.MULTILINE)
_KEY_LEFT_OUT = re.compile(r"^[ \t]*#\S[^\n]*$", re.MULTILINE)
_NOTHING = re.compile("null", re.IGNORECASE)


def words(value: object) -> Iterator[str]:
    """The words of a value, with its keys."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from re.findall(r"\w+", key)
            yield from words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words(inner)
    elif isinstance(value, str):
        yield from re.findall(r"\w+", value)


def lost(yaml: str) -> Counter[str]:
    """Words of a text that are neither in the document nor explained by a problem."""
    doc, problems = parse_yaml(Text("a.yaml", yaml))
    if problems:
        return Counter()
    typed = Counter(re.findall(r"\w+", _KEY_LEFT_OUT.sub("", _REMARK.sub("", yaml))))
    assert doc is not None
    read = Counter(words(doc.value))
    for path in doc.blanks:
        read.update(re.findall(r"\w+", str(path[-1])))
    return Counter({word: count for word, count in (typed - read).items() if not _NOTHING.fullmatch(word)})


@settings(max_examples=1000)
@given(st.lists(st.sampled_from(_SIGNS), max_size=14).map("".join))
@example("%YAML 1.2\n---\na: eins")
@example("%wort zwei\n---\na: eins")
@example("a: eins\n... zwei")
@example("a: {b: c, eins}")
@example("a: | #wort\n  eins")
@example("a: 'eins' #wort")
@example("- ? eins\n  : zwei")
@example("a: eins\n  #wort\nb: c")
@example("!t # remark")
@example("a: |#wort")
@example("a: ># wort")
@example("a: |2 #eins\n   zwei")
def test_no_word_is_lost(yaml: str) -> None:
    """Whatever is typed: it is read, or told."""
    assert not lost(yaml)


@pytest.mark.parametrize(
    "sign", ["{", "[", "- ", "a: ", '"', "'", "#", " #x", "|", "*", "&", "? ", ", ", "\t", "%", "!"]
)
def test_a_sign_many_times_over_is_read_in_proportion(sign: str) -> None:
    """Ten thousand of each: an answer, and no depth that breaks the reader."""
    doc, problems = parse_yaml(Text("a.yaml", f"a: {sign * 10_000}\n"))
    assert doc is not None or problems
