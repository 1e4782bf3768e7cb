"""How real texts fare: python3 -m benchmarks.texts FOLDER … [--list]; structure as in CommonMark, words lost, notices.

The folders hold Markdown files of any newsroom or package, with or without front matter; equal files count once.
``--list`` names each place; with ``--as=de`` it is counted how many read as another language than that.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from markdown_it import MarkdownIt

from plugins.markup.complaints import problems_of
from plugins.markup.convert import convert
from plugins.markup.document import Document
from plugins.markup.errors import TooDeepError
from plugins.newsroom.problem import Level
from plugins.translation.text_language import other_language

FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
BLOCK = re.compile(r"<(/?)(ul|ol|li|blockquote|table|tr|th|td|h[1-6])\b[^>]*>", re.IGNORECASE)
NOTES = re.compile(r'<div class="footnotes".*', re.DOTALL)
HTML = re.compile(r"^[ \t]*(?:[-*+\d.]+[ \t]+)?<[A-Za-z][^<>]*>[ \t]*$", re.MULTILINE)
"""A line of a tag alone: the text was written in HTML, or by a program."""
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


HTML_AS_CODE = re.compile(r"<pre><code>(?:(?!</code>).)*?&lt;/?(?:div|p|td|th|tr|li|ul|ol|h\d|table|span)\b", re.DOTALL)
HOLLOW = re.compile(r"<h\d></h\d>")
"""A heading without words, which is none."""
INLINE = re.compile(r"</?(?:em|strong|code|a|b|i|s|del|span|sup|sub|abbr|kbd|mark|u|small|q|ins)\b[^<>]*>")
TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
ALT, TITLE = re.compile(r'alt="([^"]*)"'), re.compile(r'title="([^"]*)"')
WORD = re.compile(r"[^\W_]+")
NOTE = re.compile(r"\[\^[^\]]+\]:?")


def shape(html: str) -> list[str]:
    """Lists, tables, quotations and headings of a page, each as it opens and closes; the rank of a heading aside."""
    plain = HOLLOW.sub("", COMMENT.sub("", NOTES.sub("", html)))
    return [slash + ("h" if name[0] in "hH" else name.lower()) for slash, name in BLOCK.findall(plain)]


def body_of(path: Path) -> tuple[str, int]:
    """The text of a file without its front matter, and the line it starts on."""
    text = path.read_text("utf-8", "replace").replace("\r\n", "\n").removeprefix("\ufeff")
    front = FRONT.match(text)
    return (text[front.end() :], 1 + front[0].count("\n")) if front else (text, 1)


def words_of(html: str) -> Counter[str]:
    """The words that readers of a page see, with the texts of its pictures; how often each."""
    text = INLINE.sub("", COMMENT.sub(" ", html))
    return Counter(WORD.findall(unescape(" ".join((TAG.sub(" ", text), *ALT.findall(text))))))


def missing(page: str, document: Document, text: str) -> int:
    """How many words that CommonMark shows stand neither on our page nor on a line of which a problem is told.

    Where the same letters stand there, parted or joined by marks in other places, none is missing; nor is the address
    of a link.
    """
    lines = text.split("\n")
    told = {one.line for one in (*document.losses, *document.refused, *document.seen) if one.line}
    said = " ".join((*(lines[number - 1] for number in told), *(link.href for link in document.links)))
    ours = words_of(document.html) + Counter(WORD.findall(said))
    ours += Counter(WORD.findall(unescape(" ".join(TITLE.findall(document.html)))))
    letters = "".join(WORD.findall(unescape(TAG.sub("", document.html))))
    return sum(number for word, number in (words_of(page) - ours).items() if word not in letters)


def texts_of(folders: list[str]) -> Iterator[Path]:
    """The Markdown files in some folders, equal ones once."""
    seen: set[bytes] = set()
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*.md*") if path.is_file()):
        data = path.read_bytes()
        if data not in seen:
            seen.add(data)
            yield path


def main(*wishes: str) -> None:
    """Prints the figures, and each place where that is wished for."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    counts: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    expected = next((wish.removeprefix("--as=") for wish in wishes if wish.startswith("--as=")), "")
    listed = "--list" in wishes
    for path in texts_of([wish for wish in wishes if not wish.startswith("--")]):
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
        page = reader.render(text)
        lost = 0 if HTML_AS_CODE.search(page) else missing(NOTE.sub("", page), document, text)
        counts["lost"] += lost
        if lost and listed:
            print(f"{path}: {lost} words are missing")
        ours, theirs = shape(document.html), shape(page)
        if ours or theirs:
            counts["with structure"] += 1
            counts["alike"] += ours == theirs
            counts["shown as code"] += ours != theirs and HTML_AS_CODE.search(page) is not None
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
    print(f"{counts['texts']} texts, {counts['words']:,} words, {counts['lost']} of them lost without a problem")
    print(f"structure as in CommonMark: {counts['alike']} of {counts['with structure']}")
    print(f"of the others, in CommonMark with the source of HTML as code: {counts['shown as code']}")
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
