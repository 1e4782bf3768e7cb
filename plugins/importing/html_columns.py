"""Paragraphs of a document whose words stand in columns, parted by tabs -> tables."""

from __future__ import annotations

from lxml import html

from plugins.importing.columns import rows_of


def with_tables(body: html.HtmlElement) -> None:
    """Puts a table in the place of each run of such paragraphs; what is bold or a link in them keeps its words."""
    children = list(body)
    at = 0
    while at < len(children):
        run: list[html.HtmlElement] = []
        while (
            at + len(run) < len(children) and children[at + len(run)].tag == "p" and _is_words(children[at + len(run)])
        ):
            run.append(children[at + len(run)])
        rows = rows_of([str(each.text_content()) for each in run])
        if rows:
            body.insert(body.index(run[0]), _table(rows))
            for each in run[: len(rows)]:
                body.remove(each)
        at += len(rows) or max(1, _first_with_tab(run))


def _is_words(paragraph: html.HtmlElement) -> bool:
    return next(paragraph.iter("img"), None) is None


def _first_with_tab(run: list[html.HtmlElement]) -> int:
    """How many paragraphs of a run stand before the next that may begin a table."""
    return next((n for n, each in enumerate(run) if n and "\t" in each.text_content()), len(run))


def _table(rows: list[list[str]]) -> html.HtmlElement:
    table = html.Element("table")
    for row in rows:
        line = html.Element("tr")
        for cell in row:
            made = html.Element("td")
            made.text = cell
            line.append(made)
        table.append(line)
    return table
