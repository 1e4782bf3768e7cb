"""Prepares the XML of a Word document: text boxes, hidden text and contents apart, styles by what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.importing.ooxml import MC, Element, R, W, parse, remove, unwrap, words_of

_TITLE = re.compile(r"title|titel|(haupt)?überschrift|headline|kop ?regel", re.IGNORECASE)
_SUBTITLE = re.compile(r"subtitle|untertitel|ondertitel|subheadline|lead|vorspann|teaser|intro.*", re.IGNORECASE)
_KICKER = re.compile(r"kicker|dachzeile|topline|overline|bovenkop", re.IGNORECASE)
_CAPTION = re.compile(r"caption|beschriftung|bildunterschrift|bijschrift|legende", re.IGNORECASE)
_HEADING = re.compile(r"(?:heading|überschrift|kop) ?([1-6])", re.IGNORECASE)
_SUBHEADING = re.compile(r"zwischenüberschrift|tussenkop|subheading|zwischentitel", re.IGNORECASE)
_QUOTATION = re.compile(r"(?:intense )?quote|(?:intensives )?zitat|(?:duidelijk )?citaat|quotations?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Apart:
    """What was taken out of the text before it is read."""

    hidden: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()


def prepare(root: Element) -> Apart:
    """Changes a document's XML so that all that is read stands in its flow; gives what is not."""
    for wrapper in list(root.iter(f"{W}fldSimple", f"{W}bdo", f"{W}dir", f"{W}smartTag")):
        unwrap(wrapper)
    _hoist_boxes(root)
    contents = []
    for part in list(root.iter(f"{W}sdt")):
        gallery = part.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        if gallery is not None and gallery.get(f"{W}val") == "Table of Contents":
            contents.append(" ".join(words_of(part).split()))
            remove(part)
    hidden = []
    for run in list(root.iter(f"{W}r")):
        mark = run.find(f"{W}rPr/{W}vanish")
        if mark is not None and mark.get(f"{W}val") not in ("0", "false"):
            hidden.append(words_of(run))
            remove(run)
    return Apart(tuple(text for text in hidden if text), tuple(text for text in contents if text))


def _hoist_boxes(root: Element) -> None:
    """The paragraphs of text boxes come behind the paragraph that the box hangs on, once each."""
    for either in list(root.iter(f"{MC}AlternateContent")):
        choice, fallback = either.find(f"{MC}Choice"), either.find(f"{MC}Fallback")
        if choice is not None and next(choice.iter(f"{W}txbxContent"), None) is not None and fallback is not None:
            for copy in list(fallback.iter(f"{W}txbxContent")):
                remove(copy)
    for box in reversed(list(root.iter(f"{W}txbxContent"))):
        host = next((e for e in box.iterancestors(f"{W}p") if not _in_box(e)), None)
        if host is None:
            continue
        for child in reversed(list(box)):
            if child.tag in (f"{W}p", f"{W}tbl", f"{W}sdt"):
                host.addnext(child)
        remove(box)


def _in_box(element: Element) -> bool:
    return next(element.iterancestors(f"{W}txbxContent"), None) is not None


def named_styles(data: bytes) -> bytes:
    """styles.xml with each paragraph style called by what it is, also where it only inherits that."""
    from plugins.importing.ooxml import serialised

    root = parse(data)
    styles = {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}
    names = {ident: _role(style, styles) for ident, style in styles.items() if style.get(f"{W}type") == "paragraph"}
    for ident, role in names.items():
        name = styles[ident].find(f"{W}name")
        if role and name is not None:
            name.set(f"{W}val", role)
    return serialised(root)


def _role(style: Element, styles: dict[str, Element]) -> str:
    """What a style is for: by its name, its level in the outline, or the style it is based on."""
    seen: set[int] = set()
    current: Element | None = style
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        name = current.find(f"{W}name")
        if role := role_by_name("" if name is None else name.get(f"{W}val") or ""):
            return role
        level = current.find(f"{W}pPr/{W}outlineLvl")
        if level is not None and (level.get(f"{W}val") or "") in "012345":
            return f"heading {int(level.get(f'{W}val')) + 1}"
        base = current.find(f"{W}basedOn")
        current = None if base is None else styles.get(base.get(f"{W}val"))
    return ""


def role_by_name(name: str) -> str:
    """What a style of that name is for, as Word calls it: ``heading 2``, ``Title``, ``caption`` …; empty if plain."""
    if heading := _HEADING.fullmatch(name):
        return f"heading {heading[1]}"
    for pattern, role in (
        (_TITLE, "Title"), (_SUBTITLE, "Subtitle"), (_KICKER, "Kicker"), (_CAPTION, "caption"),
        (_SUBHEADING, "heading 2"), (_QUOTATION, "Quote"),
    ):  # fmt: skip
        if pattern.fullmatch(name):
            return role
    return ""


def linked_pictures(root: Element, relations: bytes) -> tuple[str, ...]:
    """Where the pictures that are not in the document are linked from, in their order."""
    targets = {each.get("Id"): each.get("Target") or "" for each in parse(relations)} if relations else {}
    found = []
    for each in root.iter():
        if not isinstance(each.tag, str) or not each.tag.endswith("}blip"):
            continue
        if each.get(f"{R}embed") is None and each.get(f"{R}link") is not None:
            found.append(targets.get(each.get(f"{R}link"), ""))
    return tuple(found)
