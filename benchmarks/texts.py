"""How real texts fare: python3 -m benchmarks.texts FOLDER [--list]; structure as in CommonMark, words lost, notices.

The folder holds Markdown files of any newsroom, with or without front matter. ``--list`` names each place; with
``--as=de`` it is counted how many read as another language than that.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from markdown_it import MarkdownIt

from plugins.markup.complaints import problems_of
from plugins.markup.convert import convert
from plugins.markup.errors import TooDeepError
from plugins.newsroom.problem import Level
from plugins.translation.text_language import other_language

FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
BLOCK = re.compile(r"<(/?)(ul|ol|li|blockquote|table|tr|th|td|h[1-6])\b[^>]*>", re.IGNORECASE)
NOTES = re.compile(r'<div class="footnotes".*', re.DOTALL)
HTML = re.compile(r"^[ \t]*(?:[-*+\d.]+[ \t]+)?<[A-Za-z][^<>]*>[ \t]*$", re.MULTILINE)
"""A line of a tag alone: the text was written in HTML, or by a program."""
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def shape(html: str) -> list[str]:
    """Lists, tables, quotations and headings of a page, each as it opens and closes; the rank of a heading aside."""
    plain = COMMENT.sub("", NOTES.sub("", html))
    return [slash + ("h" if name[0] in "hH" else name.lower()) for slash, name in BLOCK.findall(plain)]


def body_of(path: Path) -> tuple[str, int]:
    """The text of a file without its front matter, and the line it starts on."""
    text = path.read_text("utf-8", "replace").replace("\r\n", "\n").removeprefix("\ufeff")
    front = FRONT.match(text)
    return (text[front.end() :], 1 + front[0].count("\n")) if front else (text, 1)


def main(folder: str, *wishes: str) -> None:
    """Prints the figures, and each place where that is wished for."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    counts: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    expected = next((wish.removeprefix("--as=") for wish in wishes if wish.startswith("--as=")), "")
    listed = "--list" in wishes
    for path in sorted(Path(folder).rglob("*.md*")):
        text, line = body_of(path)
        counts["texts"] += 1
        counts["words"] += len(text.split())
        try:
            document = convert(text)
        except TooDeepError:
            counts["too deep"] += 1
            continue
        if expected and (other := other_language(document.html, expected)):
            codes[f"read as {other}, not {expected}"] += 1
            if listed:
                print(f"{path}: reads as {other}")
        ours, theirs = shape(document.html), shape(reader.render(text))
        if ours or theirs:
            counts["with structure"] += 1
            counts["alike"] += ours == theirs
            typed = HTML.search(text) is None
            counts["typed"] += typed
            counts["typed alike"] += typed and ours == theirs
            if ours != theirs and listed:
                at = next((i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), -1)
                print(f"{path}: {at} ours {ours[max(at - 2, 0) : at + 4]} theirs {theirs[max(at - 2, 0) : at + 4]}")
        for problem in problems_of(document, str(path), line):
            codes[f"{problem.code} {problem.level}"] += 1
            counts["notices"] += problem.level is Level.NOTICE
            counts["foreign"] += problem.level is Level.NOTICE and problem.code == "text-foreign-sign"
            if listed:
                print(f"{problem.file}:{problem.line} {problem.code} {problem.found}")
    print(f"{counts['texts']} texts, {counts['words']:,} words")
    print(f"structure as in CommonMark: {counts['alike']} of {counts['with structure']}")
    print(f"of those without lines of HTML: {counts['typed alike']} of {counts['typed']}")
    thousand = max(counts["words"], 1) / 1000
    print(f"notices for 1,000 words: {counts['notices'] / thousand:.2f}")
    print(
        f"of these on anything but signs of another program: {(counts['notices'] - counts['foreign']) / thousand:.2f}"
    )
    for code, number in codes.most_common():
        print(f"  {number:6} {code}")


if __name__ == "__main__":
    main(*sys.argv[1:])
