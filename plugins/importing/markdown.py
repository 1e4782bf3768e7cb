"""A Markdown file -> blocks, each as it was typed; its front matter is kept where it has our keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markdown_it import MarkdownIt

from plugins.importing.block import Block, BlockKind, Source, Style
from plugins.importing.picture_names import Pictures
from plugins.importing.prose import of_text, plain
from plugins.markup.convert import convert
from plugins.markup.typed_words import bare

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PICTURE = re.compile(r"\s*!\[([^\]]*)\]\(\s*<?([^)>\s]+)>?(?:\s+[\"'](.*?)[\"'])?\s*\)\s*")
_KINDS = {
    "heading_open": BlockKind.HEADING, "bullet_list_open": BlockKind.LIST, "ordered_list_open": BlockKind.LIST,
    "table_open": BlockKind.TABLE, "blockquote_open": BlockKind.QUOTATION, "fence": BlockKind.CODE,
    "code_block": BlockKind.CODE, "hr": BlockKind.RULE,
}  # fmt: skip
_HEAD = {"title": Style.TITLE, "kicker": Style.KICKER, "teaser": Style.SUBTITLE, "subtitle": Style.SUBTITLE}


def read_markdown(text: str, name: str, fetch: Callable[[str], bytes]) -> Source:
    """The text as a source."""
    front = _FRONT.match(text)
    body = text[front.end() :] if front else text
    offset = text[: front.end()].count("\n") if front else 0
    pictures = Pictures()
    head = list(_head(front[1])) if front else []
    blocks = [*head, *_blocks(body, offset, pictures, fetch)]
    words = "\n".join([*(block.text for block in head), bare(body)])
    return Source(name, "Markdown", tuple(blocks), pictures.all(), words=words)


def _head(front: str) -> Iterator[Block]:
    """The keys of a front matter, of whatever program: those with words for us first, all others as lines."""
    import yaml

    try:
        read = yaml.load(front, Loader=yaml.BaseLoader) if "&" not in front and len(front) < 100_000 else None  # noqa: S506 (reads texts alone)
    except yaml.YAMLError:
        read = None
    pairs = list(read.items()) if isinstance(read, dict) else []
    for key, value in pairs:
        text = " ".join(str(value).split()) if isinstance(value, str) else ""
        style = _HEAD.get(str(key).casefold(), Style.NONE)
        if text and style:
            yield Block(BlockKind.PARAGRAPH, text, of_text(text), "front matter", style=style)
        elif text:
            line = f"{key}: {text}"
            yield Block(BlockKind.PARAGRAPH, line, of_text(line), "front matter")
        elif value:
            line = f"{key}: {value}"
            yield Block(BlockKind.PARAGRAPH, line, of_text(line), "front matter")
    if not pairs and front.strip():
        yield Block(BlockKind.PARAGRAPH, front, of_text(front), "front matter")


def _blocks(body: str, offset: int, pictures: Pictures, fetch: Callable[[str], bytes]) -> Iterator[Block]:
    lines = body.split("\n")
    at = 0
    for kind, level, start, end in _ranges(body):
        if any(line.strip() for line in lines[at:start]):
            yield _made(BlockKind.PARAGRAPH, 0, lines[at:start], offset + at)
        at = max(at, end)
        picture = _PICTURE.fullmatch("\n".join(lines[start:end]))
        if picture:
            alt, address = picture[1], picture[2]
            name = pictures.add(fetch(address), alt, address)
            yield Block(
                BlockKind.PICTURE, alt, place=f"line {offset + start + 1}", picture=name, caption=picture[3] or ""
            )
        elif kind is BlockKind.PARAGRAPH and end - start > 1 and (picture := _PICTURE.fullmatch(lines[start])):
            name = pictures.add(fetch(picture[2]), picture[1], picture[2])
            words = "\n".join(line for line in (picture[3] or "", _below(lines, start, end)) if line)
            yield Block(BlockKind.PICTURE, picture[1], place=f"line {offset + start + 1}", picture=name, caption=words)
        elif any(line.strip() for line in lines[start:end]):
            yield _made(kind, level, lines[start:end], offset + start)
    if any(line.strip() for line in lines[at:]):
        yield _made(BlockKind.PARAGRAPH, 0, lines[at:], offset + at)


def _below(lines: list[str], start: int, end: int) -> str:
    """The words of the lines directly below a picture: its caption."""
    return _shown("\n".join(lines[start + 1 : end]))


def _ranges(body: str) -> Iterator[tuple[BlockKind, int, int, int]]:
    for token in MarkdownIt("commonmark").enable("table").parse(body):
        if token.level == 0 and token.map and token.nesting >= 0:
            level = int(token.tag[1]) if token.type == "heading_open" else 0
            yield _KINDS.get(token.type, BlockKind.PARAGRAPH), level, token.map[0], token.map[1]


def _made(kind: BlockKind, level: int, lines: list[str], before: int) -> Block:
    source = "\n".join(lines).strip("\n").rstrip()
    place = f"line {before + 1}"
    if kind is BlockKind.HEADING:
        inner = re.sub(r"^ {0,3}#{1,6}[ \t]*|[ \t]+#+[ \t]*$|\n {0,3}[=-]+[ \t]*$", "", source)
        return Block(kind, _shown(inner), inner.strip(), place, level=level)
    if kind is BlockKind.RULE:
        return Block(kind, "", source, place)
    text = _shown(source)
    is_bold = kind is BlockKind.PARAGRAPH and re.fullmatch(r"\*\*[^*]+\*\*|__[^_]+__", source) is not None
    return Block(kind, text, source[2:-2] if is_bold else source, place, is_bold=is_bold)


def _shown(source: str) -> str:
    """The words of a piece of Markdown, a line for each that the page has."""
    made = re.sub(r"</(?:p|li|tr|h\d|blockquote|pre|td|th)>|\n", " <br>", convert(source).html)
    return "\n".join(line for line in (each.strip() for each in plain(made).split("\n")) if line)
