"""What libyaml complains of, in words for somebody who does not program."""

from __future__ import annotations

import re
from dataclasses import replace

from yaml import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

from plugins.newsroom.codes import Code
from plugins.newsroom.yaml_complaint import Complaint, line_of
from plugins.newsroom.yaml_lists import dashed, unlisted
from plugins.newsroom.yaml_repair import closed_list, corrected, glued_line, unsigned_line

_Row = tuple[str, Code, str, str, str]

# Part of libyaml's own sentence, our code, and the three sentences for the editor; the first that fits.
_TABLE: tuple[_Row, ...] = (
    (
        "mapping values are not allowed",
        Code.YAML_COLON,
        "a second colon in one line",
        "one colon, after the key; a text that holds a colon stands in quotation marks",
        'Put the text in quotation marks, for example: title: "Kanada: ein Gespräch".',
    ),
    (
        "unexpected end of stream",
        Code.YAML_QUOTE,
        "a quotation mark that is opened here and never closed",
        "a closing quotation mark",
        "Add the closing quotation mark at the end of the text. An apostrophe at the start of a word, "
        "as in 's-Hertogenbosch, needs quotation marks around the whole: \"'s-Hertogenbosch\".",
    ),
    (
        "unexpected document indicator",
        Code.YAML_QUOTE,
        "a quotation mark that is opened here and never closed",
        "a closing quotation mark",
        "Add the closing quotation mark at the end of the text.",
    ),
    (
        "unknown escape character",
        Code.YAML_ESCAPE,
        "a backslash in double quotation marks",
        "text without a backslash, or single quotation marks around it",
        "Use single quotation marks around the text, or write the backslash twice.",
    ),
    (
        "did not find expected hex",
        Code.YAML_ESCAPE,
        "a backslash in double quotation marks",
        "text without a backslash, or single quotation marks around it",
        "Use single quotation marks around the text, or write the backslash twice.",
    ),
    (
        "expected ',' or",
        Code.YAML_BRACKET,
        "a bracket that is not closed, or a comma that is missing",
        "values with commas between them, and a closing bracket",
        "Close the bracket. A text that holds brackets, a comma or a colon stands in quotation marks.",
    ),
    (
        "found unexpected ':'",
        Code.YAML_COLON,
        "a colon inside brackets where none can stand",
        "one colon and a space after each key; a text that holds a colon stands in quotation marks",
        "Put the text in quotation marks, or add the space behind the colon.",
    ),
    (
        "expected a single document",
        Code.YAML_DOCUMENTS,
        "a line of three hyphens, as if a second document began",
        "one document in the file",
        "Delete the line “---” here, or put it in quotation marks if it is part of a text.",
    ),
    (
        "could not find expected ':'",
        Code.YAML_INDENT,
        "a line without a colon after its key",
        "“key: value”",
        "Add the colon and a space after the key, or indent the line if it continues the one above.",
    ),
    (
        "did not find expected key",
        Code.YAML_INDENT,
        "a line that does not fit the ones above",
        "the same indentation as the line above, or a text that stands wholly inside quotation marks",
        "Align the line with its neighbours. Where a text starts with a quotation mark that closes again "
        "before its end, put the whole text in the other sort: '\"Towards\" the sea'.",
    ),
    (
        "did not find expected '-' indicator",
        Code.YAML_INDENT,
        "a line that does not fit the list above",
        "“- ” at the same place as in the lines above",
        "Align the line with its neighbours, or add the missing “- ”.",
    ),
    (
        "block sequence entries are not allowed",
        Code.YAML_INDENT,
        "a “- ” where no list can begin",
        "each “- ” of a list on a line of its own, under its key",
        "Put the list on the following lines, or the text in quotation marks if the hyphen belongs to it.",
    ),
    (
        "unexpected indentation",
        Code.YAML_INDENT,
        "a line that is indented otherwise than its neighbours",
        "the same indentation as the lines above",
        "Align the line with its neighbours.",
    ),
)

_BAD_STARTS = ("cannot start any token", "expected node content", "mapping keys are not allowed")

_AT_THE_OPENING = (Code.YAML_QUOTE, Code.YAML_BRACKET)

_TAB = (
    "a tab",
    "spaces",
    "Delete the tab and indent with spaces; most editors can be told to do so on the key Tab.",
)


def scanner_complaint(error: MarkedYAMLError, text: str) -> Complaint:
    """The complaint for an error of libyaml's scanner, parser or composer."""
    sentence = f"{error.context or ''}; {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    here, opened = (line + 1, column + 1), _opened(error) or (line + 1, column + 1)
    if glued := glued_line(text, line):
        return _blank(*glued)
    if "mapping values" in sentence and (tagged := _tagged(text, line)):
        return tagged
    if "mapping values" in sentence and (unsigned := unsigned_line(text, line)):
        return _no_colon(*unsigned)
    if bracket := _bracketed(text, line):
        return bracket
    if entry := dashed(text, line) or unlisted(sentence, text, opened[0] - 1):
        return entry
    if "unexpected ':'" in sentence and (valueless := _valueless(text, line, column)):
        return valueless
    return _scanned(error, sentence, text, (line, column), here, opened)


def repaired(complaint: Complaint, line: str) -> Complaint:
    """The complaint with its line as it should be, where quotation marks around the text are all it needs."""
    if (
        "\n" in complaint.fix
        or complaint.code not in _QUOTABLE
        or (complaint.code is Code.YAML_INDENT and not _QUOTED.search(line))
    ):
        return complaint
    if complaint.code is Code.YAML_BRACKET and (better := closed_list(line)):
        return replace(complaint, fix=f"Close the bracket:\n{better.strip()}")
    better = corrected(line)
    return replace(complaint, fix=f"Put the whole text in quotation marks:\n{better.strip()}") if better else complaint


_QUOTED = re.compile(r":[ \t]+['\"]")
_QUOTABLE = frozenset(
    (
        Code.YAML_COLON,
        Code.YAML_QUOTE,
        Code.YAML_BRACKET,
        Code.YAML_INDENT,
        Code.YAML_CHARACTER,
        Code.YAML_ESCAPE,
        Code.YAML_ALIAS,
        Code.YAML_TAG,
    )
)


def _scanned(
    error: MarkedYAMLError,
    sentence: str,
    text: str,
    place: tuple[int, int],
    here: tuple[int, int],
    opened: tuple[int, int],
) -> Complaint:
    line, column = place
    character = _character(text, line, column)
    if special := _special(sentence, character, _character(text, *_zero(error)), here, opened):
        return special
    if character == "\t" or "\t" in _indentation(text, line):
        return Complaint(Code.YAML_TAB, (line + 1, _tab_column(text, line, column)), *_TAB)
    if "mapping values are not allowed" in sentence and ": " not in line_of(text, line)[:column]:
        return _continued(text, line)
    for part, code, found, expected, fix in _TABLE:
        if part in sentence:
            begins = code in _AT_THE_OPENING or "expected ':'" in part
            return Complaint(code, opened if begins else here, found, expected, fix)
    return Complaint(
        Code.YAML_SYNTAX,
        here,
        f"text that is no YAML ({error.problem or 'unknown'})",
        "“key: value” on each line",
        "Compare the line with its neighbours; a text with special signs stands in quotation marks.",
    )


def _special(
    sentence: str, character: str, first: str, here: tuple[int, int], opened: tuple[int, int]
) -> Complaint | None:
    """What a sign at the start of a value leads to; ``first`` is the sign at ``opened``."""
    if "scanning an a" in sentence:
        return anchor_complaint(first, opened)
    if "ing a tag" in sentence:
        return tag_complaint("!", opened)
    if "directive" in sentence or "incompatible YAML document" in sentence:
        return _bad_start("%", (here[0], 1))
    if "scanning a block scalar" in sentence:
        return _bad_start(first, opened)
    if any(part in sentence for part in _BAD_STARTS):
        return _bad_start(character, here)
    return None


def reader_complaint(error: YAMLError, text: str) -> Complaint:
    """The complaint for a character that YAML does not know."""
    offset = error.position if isinstance(error, ReaderError) else 0
    before = text.encode()[:offset].decode("utf-8", "ignore")
    line = before.count("\n") + 1
    return Complaint(
        Code.CONTROL_CHARACTER,
        (line, len(before) - before.rfind("\n")),
        "an invisible character that no text needs",
        "letters, digits, punctuation, spaces and line ends",
        "Delete the character at this place and type it again.",
    )


def _bad_start(character: str, at: tuple[int, int]) -> Complaint:
    if character == "\t":
        return Complaint(Code.YAML_TAB, at, *_TAB)
    if character in ("]", "}", ","):
        found = f"“{character}” where nothing was opened or listed before it"
        expected = "an opening bracket before a closing one, a value before each comma"
        fix = "Delete the sign, or put the text in quotation marks if it belongs to it."
        return Complaint(Code.YAML_BRACKET, at, found, expected, fix)
    return Complaint(
        Code.YAML_CHARACTER,
        at,
        f"a text that starts with “{character}”",
        "a letter or a digit; a text that starts with another sign stands in quotation marks",
        f'Put the whole text in quotation marks: "{character} …".',
    )


def directive_complaint(line: int) -> Complaint:
    """Directives are refused: no file of ours needs one."""
    return _bad_start("%", (line, 1))


def anchor_complaint(sign: str, at: tuple[int, int]) -> Complaint:
    """Anchors and aliases are refused: a few lines of them can stand for gigabytes."""
    return Complaint(
        Code.YAML_ALIAS,
        at,
        f"a value that starts with “{sign}”",
        "plain text; the signs & and * at the start of a value have a meaning of their own in YAML",
        f'Put the whole value in quotation marks: "{sign}…".',
    )


def tag_complaint(tag: str, at: tuple[int, int]) -> Complaint:
    """Tags are refused: no value of ours needs one."""
    return Complaint(
        Code.YAML_TAG,
        at,
        f"a value that starts with “{tag}”",
        "plain text; the sign ! at the start of a value has a meaning of its own in YAML",
        "Put the whole value in quotation marks.",
    )


def _blank(line: int, repaired: str) -> Complaint:
    key = repaired.split(":", 1)[0].strip().lstrip("- ")
    at = (line + 1, repaired.index(":") + 2)
    return Complaint(
        Code.YAML_BLANK, at, f"no blank behind “{key}:”", "“key: value”", f"Add the blank:\n{repaired.strip()}"
    )


def _no_colon(line: int, repaired: str) -> Complaint:
    at = (line + 1, len(repaired) - len(repaired.lstrip()) + 1)
    fix = f"Write a colon and a blank behind the key:\n{repaired.strip()}"
    return Complaint(Code.YAML_INDENT, at, "a line without a colon after its key", "“key: value”", fix)


def _tagged(text: str, line: int) -> Complaint | None:
    """A language, or a key that stands inside others, on the line of its key: ``role: de: Presse``."""
    whole = line_of(text, line)
    found = _TAGGED.fullmatch(whole)
    if found is None:
        return None
    start, key, tag, words = found.groups()
    return Complaint(
        Code.YAML_COLON,
        (line + 1, found.end(3) + 1),
        "a second colon in one line",
        "each key on an indented line of its own",
        f"Write the second key on the next line:\n{start}{key}:\n{start}  {tag}: {words}",
    )


_INNER = r"[a-z]{2}(?:-[A-Za-z]+)?|name|role|email|phone|organisation|start|venue|file|credit|alt|caption|url"
_TAGGED = re.compile(rf"([ ]*)([A-Za-z_][\w-]*):[ ]+({_INNER}):[ ]+(\S.*)")


def _valueless(text: str, line: int, column: int) -> Complaint | None:
    """A key in braces with nothing behind its colon."""
    found = _VALUELESS.search(line_of(text, line))
    while found and found.start(2) < column - 1:
        found = _VALUELESS.search(line_of(text, line), found.end())
    if found is None:
        return None
    key = found[1]
    return Complaint(
        Code.EMPTY_VALUE,
        (line + 1, found.start(1) + 1),
        f"“{key}” without a value",
        "a value behind each key",
        f"Write its value behind “{key}: ”, or delete the key.",
    )


_VALUELESS = re.compile(r"([\w-]+)(:)[ \t]*(?=[},\]])")


def _bracketed(text: str, line: int) -> Complaint | None:
    """A text that begins with something in brackets, such as ``[Update] Hafen``."""
    for number in (line, line - 1):
        whole = line_of(text, number) if number >= 0 else ""
        found = _BRACKETED.fullmatch(whole)
        if found and (better := corrected(whole)):
            return Complaint(
                Code.YAML_BRACKET,
                (number + 1, found.start(1) + 1),
                f"a text that begins with a bracket: “{found[1]}”",
                "a text that begins with a letter or digit, or stands in quotation marks",
                f"Put the whole text in quotation marks:\n{better.strip()}",
            )
    return None


_BRACKETED = re.compile(r"[^#'\"]*?:[ \t]+((?:\[[^\]]*\]|\{[^}]*\})[ \t]*[^\s,#].*)")


def _continued(text: str, line: int) -> Complaint:
    return Complaint(
        Code.YAML_INDENT,
        (line + 1, len(_indentation(text, line)) + 1),
        "a line with a colon that is indented as if it went on with the line above",
        "a line that begins where its neighbours begin",
        "Align the line with its neighbours. Where it belongs to the text above, put that whole text "
        "in quotation marks.",
    )


def _zero(error: MarkedYAMLError) -> tuple[int, int]:
    mark = error.context_mark
    return (mark.line, mark.column) if mark else (0, 0)


def _opened(error: MarkedYAMLError) -> tuple[int, int] | None:
    mark = error.context_mark
    return (mark.line + 1, mark.column + 1) if mark else None


def _character(text: str, line: int, column: int) -> str:
    return line_of(text, line)[column : column + 1]


def _indentation(text: str, line: int) -> str:
    whole = line_of(text, line)
    return whole[: len(whole) - len(whole.lstrip())]


def _tab_column(text: str, line: int, column: int) -> int:
    found = _indentation(text, line).find("\t")
    return found + 1 if found >= 0 else column + 1
