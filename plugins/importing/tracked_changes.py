"""Tracked changes of a Word document: what they are, and the text as it is with all of them taken or refused."""

from __future__ import annotations

from plugins.importing.block import TrackedChanges
from plugins.importing.ooxml import Element, W, remove, unwrap, words_of

_IN = (f"{W}ins", f"{W}moveTo")
_OUT = (f"{W}del", f"{W}moveFrom")
_MARKS = (f"{W}rPr", f"{W}trPr", f"{W}tcPr")
"""Inside these, a mark says that the paragraph's end, the row or the cell itself was put in or deleted."""


def changes_of(root: Element) -> TrackedChanges:
    """What somebody put in, how often something was deleted, and who did it. Deleted words are not read."""
    inserted, deletions, by = [], 0, []
    for each in root.iter(*_IN, *_OUT, f"{W}cellIns", f"{W}cellDel"):
        by.append(each.get(f"{W}author") or "")
        if each.tag in _OUT or each.tag == f"{W}cellDel":
            deletions += 1
        elif text := " ".join(words_of(each).split()):
            inserted.append(text)
    return TrackedChanges(tuple(inserted), deletions, tuple(dict.fromkeys(name for name in by if name)))


def take_all(root: Element) -> None:
    """The text with every change taken, as Word's “Accept All Changes” leaves it."""
    _settle(root, gone=_OUT, stay=_IN, gone_cell=f"{W}cellDel")
    # Whether a paragraph's end was deleted stays marked: the reader of the document joins it to the next.


def refuse_all(root: Element) -> None:
    """The text as it was before the changes, as Word's “Reject All Changes” leaves it."""
    for deleted in list(root.iter(f"{W}delText")):
        deleted.tag = f"{W}t"
    _settle(root, gone=_IN, stay=_OUT, gone_cell=f"{W}cellIns")


def _settle(root: Element, gone: tuple[str, ...], stay: tuple[str, ...], gone_cell: str) -> None:
    for each in list(root.iter(*gone)):
        parent = each.getparent()
        if parent is None:
            continue
        if parent.tag == f"{W}trPr":
            remove(parent.getparent())
        elif parent.tag == f"{W}rPr":
            each.tag = f"{W}del"  # the end of a paragraph that is gone
        else:
            remove(each)
    for each in list(root.iter(gone_cell)):
        cell = each.getparent().getparent()
        for child in list(cell):
            if child.tag not in _MARKS:
                cell.remove(child)
    for each in list(root.iter(*stay)):
        parent = each.getparent()
        if parent is not None and parent.tag in _MARKS:
            remove(each)
        else:
            unwrap(each)
