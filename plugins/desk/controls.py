"""Values as the fields of a form, and the fields of a form as values: what nobody touched stays as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.desk.shapes import Shape
from plugins.desk.yaml_emit import Value
from plugins.newsroom.model import Lang

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[Tt ]+(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:[Zz]|[+-]\d{2}:?\d{2})?)?")
"""A day, or a time; the offset of a zone is never asked for, and stays where it was typed."""
_TRUE = frozenset(("true", "True", "TRUE"))
WAS = "_"
"""The field of an item that says which it was when the page was made; of a list: that the list is in the form."""


@dataclass(frozen=True, slots=True)
class Control:
    """One field of a form, or a group of them."""

    name: str
    """In the form: ``facts:event.city``."""
    path: str
    """Of the key, without numbers: ``event.city``."""
    shape: Shape
    value: str = ""
    time: str = ""
    """Of a moment."""
    options: tuple[str, ...] = ()
    """The texts of a list."""
    fields: tuple[Control, ...] = ()
    items: tuple[tuple[str, tuple[Control, ...]], ...] = ()
    """(number, fields) of each item of a list of groups; the last one, ``new``, is empty."""
    filled: bool = False
    typed: bool = False
    """Asked for as it was typed: no calendar could show it."""


def controls(
    shapes: Sequence[Shape], value: Mapping[str, Value], name: str, langs: Sequence[Lang], path: str = ""
) -> tuple[Control, ...]:
    """The fields for some keys; ``name`` is what stands before each key in the form."""
    return tuple(_control(s, value.get(s.key), f"{name}{s.key}", f"{path}{s.key}", langs) for s in shapes)


def _control(shape: Shape, value: Value | None, name: str, path: str, langs: Sequence[Lang]) -> Control:
    filled = value is not None
    if shape.many and shape.fields:
        rows = [each if isinstance(each, dict) else {} for each in value] if isinstance(value, list) else []
        numbered = [*((str(n), row) for n, row in enumerate(rows)), ("new", {})]
        items = tuple((n, controls(shape.fields, row, f"{name}.{n}.", langs, f"{path}.")) for n, row in numbered)
        return Control(name, path, shape, items=items, filled=filled)
    if shape.many:
        found = tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()
        found = (value,) if isinstance(value, str) else found
        return Control(name, path, shape, options=found, filled=filled)
    if shape.fields:
        inner = value if isinstance(value, dict) else {}
        fields = controls(shape.fields, inner, f"{name}.", langs, f"{path}.")
        return Control(name, path, shape, fields=fields, filled=filled)
    if shape.words:
        inner = {"": value} if isinstance(value, str) else value if isinstance(value, dict) else {}
        texts = Shape("", shape.kind)
        fields = tuple(Control(f"{name}.{lang}", path, texts, value=_text(inner.get(lang))) for lang in ("", *langs))
        return Control(name, path, shape, fields=fields, filled=filled)
    return _single(shape, value, name, path)


def _single(shape: Shape, value: Value | None, name: str, path: str) -> Control:
    filled = value is not None
    if shape.kind == "point":
        x, y = _point(value)
        return Control(name, path, shape, value=x, time=y, filled=filled)
    text = _text(value)
    if shape.kind == "moment" and (found := _MOMENT.fullmatch(text)):
        return Control(name, path, shape, value=found[1], time=found[2] or "", filled=filled)
    typed = bool(text) and (shape.kind == "moment" or (shape.kind == "day" and not _DAY.fullmatch(text)))
    return Control(name, path, shape, value=text, filled=filled, typed=typed)


def _text(value: Value | None) -> str:
    return value if isinstance(value, str) else ""


def _point(value: Value | None) -> tuple[str, str]:
    """A point as percent from the left and the top."""
    if not isinstance(value, list) or len(value) != 2:
        return "", ""
    try:
        return tuple(f"{float(str(each)) * 100:.0f}" for each in value)  # type: ignore[return-value]
    except ValueError:
        return "", ""


@dataclass(frozen=True, slots=True)
class FormFields:
    """What was sent: (name, text) in the order of the page."""

    pairs: tuple[tuple[str, str], ...]

    def has(self, name: str) -> bool:
        """Whether the field was in the form."""
        return any(key == name for key, _ in self.pairs)

    def text(self, name: str) -> str:
        """A text, with line feeds alone."""
        return next((text.replace("\r\n", "\n") for key, text in self.pairs if key == name), "")

    def texts(self, name: str) -> list[str]:
        """All texts of that name that say something."""
        return [text.strip() for key, text in self.pairs if key == name and text.strip()]

    def below(self, name: str) -> list[tuple[str, str]]:
        """What was sent for a key and all that is in it."""
        return _said(pair for pair in self.pairs if pair[0] == name or pair[0].startswith(f"{name}."))

    def numbers(self, name: str) -> list[str]:
        """The items of a list, in the order in which they stand on the page."""
        start = f"{name}."
        found = (key[len(start) :].partition(".")[0] for key, _ in self.pairs if key.startswith(start))
        return list(dict.fromkeys(number for number in found if number != WAS))


def answered(
    shapes: Sequence[Shape], given: FormFields, name: str, old: Mapping[str, Value], langs: Sequence[Lang]
) -> dict[str, Value]:
    """The values as they are wanted: keys that the form does not know, or did not ask for, stay."""
    known = {shape.key: shape for shape in shapes}
    out: dict[str, Value] = {}
    for key in (*old, *(key for key in known if key not in old)):
        value = old.get(key)
        if key in known:
            value = _answer(known[key], given, f"{name}{key}", value, langs)
        if value is not None:
            out[key] = value
    return out


def _answer(shape: Shape, given: FormFields, name: str, old: Value | None, langs: Sequence[Lang]) -> Value | None:
    untouched = sent((_control(shape, old, name, "", langs),))
    if given.below(name) == _said(untouched):
        return old
    if shape.many and shape.fields:
        return _items(shape, given, name, old, langs) if given.has(f"{name}.{WAS}") else old
    if shape.many:
        return _listed(given, name, old) if given.has(f"{name}.{WAS}") else old
    if shape.fields:
        inner = old if isinstance(old, dict) else {}
        if shape.kind == "map":
            return old
        made = answered(shape.fields, given, f"{name}.", inner, langs)
        return made or (old if old == {} else None)
    if shape.words:
        return _words(given, name, old, langs)
    return _one(shape, given, name, old)


def _items(shape: Shape, given: FormFields, name: str, old: Value | None, langs: Sequence[Lang]) -> Value | None:
    before = old if isinstance(old, list) else []
    made: list[Value] = []
    for number in given.numbers(name):
        was = given.text(f"{name}.{number}.{WAS}")
        row = before[int(was)] if was.isdecimal() and int(was) < len(before) else {}
        if not isinstance(row, dict):
            made.append(row)
            continue
        found = answered(shape.fields, given, f"{name}.{number}.", row, langs)
        if found:
            made.append(found)
    return made or None


def _listed(given: FormFields, name: str, old: Value | None) -> Value | None:
    found: list[Value] = list(given.texts(name))
    before = [old] if isinstance(old, str) else old
    return old if found == before else found or None


def _words(given: FormFields, name: str, old: Value | None, langs: Sequence[Lang]) -> Value | None:
    if not any(given.has(f"{name}.{lang}") for lang in ("", *langs)):
        return old
    before = {"": old} if isinstance(old, str) else old if isinstance(old, dict) else {}
    made: dict[str, Value] = {lang: text for lang, text in before.items() if lang not in ("", *langs)}
    for lang in ("", *langs):
        text = given.text(f"{name}.{lang}").strip()
        if text:
            made[lang] = text
    if made.keys() == {""}:
        return made[""]
    first = str(made.pop("", ""))
    return {**{lang: first for lang in langs if first and lang not in made}, **made} or None


def _one(shape: Shape, given: FormFields, name: str, old: Value | None) -> Value | None:
    """One text; the very value of before where the field shows what it showed."""
    if not given.has(name):
        return old
    before = _single(shape, old, name, "")
    text, time = given.text(name).strip(), given.text(f"{name}.time").strip()
    if shape.kind == "text" and "\n" not in before.value:  # of one line, though its field may show several
        text = " ".join(text.split("\n"))
    if shape.kind == "flag":
        wanted = text == "true"
        return old if wanted == (before.value in _TRUE) else "true" if wanted else None
    if (text, time) == (before.value.strip(), before.time):
        return old
    if shape.kind == "point":
        return [_share(text), _share(time)] if text and time else None
    if shape.kind == "release" and isinstance(old, dict) and not text:
        return old
    return (f"{text}T{time}" if shape.kind == "moment" and text and time else text) or None


def _share(percent: str) -> str:
    """A percentage as a fraction; what is no number stays, to be told."""
    try:
        return f"{float(percent) / 100:.3f}".rstrip("0").rstrip(".")
    except ValueError:
        return percent


def sent(found: Sequence[Control]) -> Iterator[tuple[str, str]]:
    """What a browser sends of fields that nobody touched."""
    for control in found:
        name, shape = control.name, control.shape
        if shape.many:
            yield f"{name}.{WAS}", "1"
        if control.items:
            for number, fields in control.items:
                yield f"{name}.{number}.{WAS}", number
                yield from sent(fields)
        elif shape.many:
            yield from ((name, option) for option in (*control.options, ""))
        elif control.fields:
            yield from sent(control.fields)
        elif shape.kind == "flag":
            yield name, "true" if control.value in _TRUE else ""
        elif not shape.fields:
            yield name, control.value
            if shape.kind in ("moment", "point"):
                yield f"{name}.time", control.time


def _said(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs that say something."""
    told = ((name, text.replace("\r\n", "\n").strip()) for name, text in pairs)
    return [(name, text) for name, text in told if text and not name.endswith(f".{WAS}")]


def names_in(found: Sequence[Control]) -> Iterator[Control]:
    """Every single field."""
    for control in found:
        yield control
        yield from names_in(control.fields)
        for _, fields in control.items:
            yield from names_in(fields)
