"""Reads the HTML of a converted text into a tree, from which other forms of the text are made."""

from __future__ import annotations

from html.parser import HTMLParser

from plugins.newsroom.record import record

_EMPTY = frozenset({"br", "hr", "img"})
"""Elements of HTML that have no end tag."""


@record
class Node:
    """An element: its name, attributes, and what is in it."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Node | str, ...] = ()

    def get(self, name: str) -> str:
        """An attribute; empty where there is none."""
        return dict(self.attributes).get(name, "")


Nodes = tuple[Node | str, ...]


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, tuple[tuple[str, str], ...], list[Node | str]]] = [("", (), [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = tuple((name, value or "") for name, value in attrs)
        if tag in _EMPTY:
            self.open[-1][2].append(Node(tag, attributes))
        else:
            self.open.append((tag, attributes, []))

    def handle_endtag(self, tag: str) -> None:
        if tag not in {name for name, _, _ in self.open}:
            return
        while self.open[-1][0] != tag:
            self._close()
        self._close()

    def handle_data(self, data: str) -> None:
        self.open[-1][2].append(data)

    def _close(self) -> None:
        tag, attributes, children = self.open.pop()
        self.open[-1][2].append(Node(tag, attributes, tuple(children)))


def parse(html: str) -> Nodes:
    """The elements and words of a piece of HTML, as ``sanitise`` lets it through."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    while len(builder.open) > 1:
        builder._close()
    return tuple(builder.open[0][2])


def words(nodes: Nodes) -> str:
    """The words in it, without any markup."""
    return "".join(node if isinstance(node, str) else words(node.children) for node in nodes)
