"""A Markdown parser that knows where in the text each block and each mark stands.

markdown-it-py reports lines of blocks and nothing below them. The rules are wrapped here, so
that each ``inline`` token learns the offset of every line it was made from, and each token
inside it the span of its source. Nothing is rendered: only the places are of interest.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

Span = tuple[int, int]
_BlockRule = Callable[[StateBlock, int, int, bool], bool]
_InlineRule = Callable[[StateInline, bool], bool]


@functools.cache
def parser() -> MarkdownIt:
    """The one parser: CommonMark with tables, footnotes, definition lists and abbreviations.

    The same constructs as the Python-Markdown extensions the pages are made with.
    """
    md = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table")
    md.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    md.use(deflist_plugin)
    md.block.ruler.before("reference", "abbreviation", _abbreviation, {"alt": ["paragraph"]})
    for rule in md.block.ruler.__rules__:
        rule.fn = _noting_lines(rule.fn)
    md.block.ruler.__cache__ = None
    inline = _Inline()
    inline.ruler = md.inline.ruler
    inline.ruler2 = md.inline.ruler2
    inline.ruler2.disable("fragments_join")
    for inline_rule in inline.ruler.__rules__:
        inline_rule.fn = _noting_spans(inline_rule.name, inline_rule.fn)
    inline.ruler.__cache__ = None
    md.inline = inline
    return md


def block_tokens(text: str, env: dict[str, Any]) -> list[Token]:
    """The block tokens of ``text`` (line ends already ``\\n``); ``meta["starts"]`` of each
    ``inline`` token holds the offset of the first word of each of its lines.
    """
    tokens: list[Token] = []
    md = parser()
    md.block.parse(text, md, env, tokens)
    return tokens


def inline_tokens(content: str, env: dict[str, Any]) -> list[Token]:
    """The tokens of one block's content; ``meta["span"]`` of each is its place in ``content``."""
    md = parser()
    return md.inline.parse(content, md, env, [])


def _noting_lines(rule: _BlockRule) -> _BlockRule:
    """The rule, noting for its ``inline`` tokens where their lines start.

    A rule sees the marks of the container it stands in (quote, list, footnote) and nothing
    restores them later, so the note is taken as soon as the rule returns.
    """

    @functools.wraps(rule)
    def noting(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        before = len(state.tokens)
        found = rule(state, start, end, silent)
        if found and not silent:
            for token in state.tokens[before:]:
                if token.type == "inline" and "starts" not in token.meta and token.map:
                    first, last = token.map
                    lines = range(first, max(last, first + 1))
                    token.meta["starts"] = [state.bMarks[n] + state.tShift[n] for n in lines]
        return found

    return noting


def _noting_spans(name: str, rule: _InlineRule) -> _InlineRule:
    """The rule, noting for each token it makes the span of its source."""

    @functools.wraps(rule)
    def noting(state: StateInline, silent: bool) -> bool:
        if silent:
            return rule(state, silent)
        start, known, waiting = state.pos, len(state.tokens), len(state.pending)
        found = rule(state, silent)
        if found:
            fresh = [token for token in state.tokens[known:] if "span" not in token.meta]
            _note(name, fresh, state, start, waiting)
        return found

    return noting


def _note(name: str, fresh: list[Token], state: StateInline, start: int, waiting: int) -> None:
    """Give the tokens one rule made their spans; ``waiting`` characters of text came before."""
    if waiting and fresh and fresh[0].type == "text":
        text = fresh.pop(0)
        text.meta["span"] = (start - waiting, start - waiting + len(text.content))
        start = text.meta["span"][1]
    elif waiting and name == "newline":
        start -= waiting
    if not fresh:
        return
    if name == "link":
        fresh[0].meta["span"] = (start, start + 1)
        fresh[-1].meta["span"] = (fresh[0].meta["label_end"], state.pos)
    elif name == "autolink":
        fresh[0].meta["span"] = (start, state.pos)
        for token in fresh[1:]:
            token.meta["span"] = (state.pos, state.pos)
    elif name == "emphasis":
        for offset, token in enumerate(fresh):
            token.meta["span"] = (start + offset, start + offset + 1)
    else:
        for token in fresh:
            token.meta["span"] = (start, state.pos)


class _Inline(ParserInline):
    """The inline parser, which also notes where labels of links and the last text end."""

    def tokenize(self, state: StateInline) -> None:
        """Make the tokens of one range; see ``ParserInline.tokenize``."""
        end = state.posMax
        if state.tokens and state.tokens[-1].type == "link_open":
            state.tokens[-1].meta["label_end"] = end
        super().tokenize(state)
        if state.tokens and state.tokens[-1].type == "text" and "span" not in state.tokens[-1].meta:
            token = state.tokens[-1]
            token.meta["span"] = (end - len(token.content), end)


def _abbreviation(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """``*[KMU]: kleine und mittlere Unternehmen``, as Python-Markdown's ``abbr`` reads it."""
    if state.is_code_block(start):
        return False
    first, last = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    line = state.src[first:last]
    close = line.find("]:")
    if not line.startswith("*[") or close < 3:
        return False
    if silent:
        return True
    state.line = start + 1
    opening = state.push("abbreviation_open", "abbr", 1)
    opening.map = [start, state.line]
    token = state.push("inline", "", 0)
    token.content = line[close + 2 :].strip(" \t")
    token.map, token.children = [start, state.line], []
    token.meta["skip"] = close + 2
    state.push("abbreviation_close", "abbr", -1)
    return True
