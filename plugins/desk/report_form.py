"""A report as one form: what is asked for, and what the answers make of its files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.desk.controls import Control, FormFields, answered, controls
from plugins.desk.report_files import EditedFile, read_file, with_changes
from plugins.desk.shapes import shapes_of
from plugins.desk.versions import Saved, Versions
from plugins.desk.yaml_edit import NotEditableError
from plugins.desk.yaml_emit import Value
from plugins.newsroom.forms import EditionForm, PhotoWordsForm, ReportForm
from plugins.newsroom.model import Lang
from plugins.translation.run.keep import data_of

FACTS = "facts"
_FACT_SHAPES = shapes_of(ReportForm)
_TEXT_SHAPES = tuple(shape for shape in shapes_of(EditionForm) if shape.key != "photos")
_WORD_SHAPES = shapes_of(PhotoWordsForm)


@dataclass(frozen=True, slots=True)
class ReportForms:
    """The files of a report by ``facts`` or language, and their fields."""

    files: Mapping[str, EditedFile]
    langs: tuple[Lang, ...]

    @property
    def photos(self) -> tuple[str, ...]:
        """The names of its pictures, in the order of the facts."""
        listed = self.files[FACTS].value.get("photos")
        rows = listed if isinstance(listed, list) else []
        return tuple(_name(row.get("file")) if isinstance(row, dict) else "" for row in rows)

    def facts(self) -> dict[str, Control]:
        """The fields of the facts, by key."""
        found = controls(_FACT_SHAPES, self.files[FACTS].value, f"{FACTS}:", self.langs)
        return {control.shape.key: control for control in found}

    def text(self, lang: Lang) -> tuple[Control, ...]:
        """The fields above a text."""
        return controls(_TEXT_SHAPES, self.files[lang].value, f"{lang}:", self.langs)

    def words(self, lang: Lang, number: int) -> tuple[Control, ...]:
        """What a text says of a picture."""
        return controls(_WORD_SHAPES, self._of_photo(lang, number), f"{lang}:photos.{number}.", self.langs, "photos.")

    def _of_photo(self, lang: Lang, number: int) -> Mapping[str, Value]:
        every = self.files[lang].value.get("photos")
        name = self.photos[number] if number < len(self.photos) else ""
        found = every.get(name) if isinstance(every, dict) else None
        return found if isinstance(found, dict) else {}


def _name(value: Value | None) -> str:
    return value.strip() if isinstance(value, str) else ""


def open_forms(folder: Path, langs: Iterable[Lang], versions: Versions) -> ReportForms:
    """A report's files as they stand; each version that somebody sees is kept."""
    found = tuple(langs)
    files = {}
    for key in (FACTS, *found):
        path = path_in(folder, key)
        data = data_of(path)
        versions.keep(data)
        files[key] = read_file(path, data)
    return ReportForms(files, found)


def path_in(folder: Path, key: str) -> Path:
    """The file of the facts, or of a language."""
    return folder / ("report.yaml" if key == FACTS else f"{key}.md")


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file; ``saved`` is ``None`` where its head cannot be read and nothing was done."""

    key: str
    saved: Saved | None


def save_forms(folder: Path, given: FormFields, langs: tuple[Lang, ...], versions: Versions) -> tuple[Result, ...]:
    """Writes what was changed since the versions that the form was made of. Raises ``NoSpace``, ``NotWritable``."""
    results = []
    photos = _photos_of(given)
    gone = _gone(folder, given, versions, photos)
    for key in (FACTS, *langs):
        if not given.has(f"{key}:version"):
            continue
        path = path_in(folder, key)
        base = given.text(f"{key}:version")
        before = versions.get(base) if base else None
        file = read_file(path, before)
        try:
            made = _made(file, key, given, langs, photos, gone)
        except NotEditableError:
            results.append(Result(key, None))
            continue
        if made is not None and made != before:
            results.append(Result(key, versions.save(path, base, made)))
    return tuple(results)


def _made(
    file: EditedFile,
    key: str,
    given: FormFields,
    langs: tuple[Lang, ...],
    photos: Mapping[str, str],
    gone: frozenset[str],
) -> bytes | None:
    if key == FACTS:
        return with_changes(file, answered(_FACT_SHAPES, given, f"{key}:", file.value, langs), None)
    value = answered(_TEXT_SHAPES, given, f"{key}:", file.value, langs)
    words = {name: each for name, each in _photo_words(file, key, given, photos).items() if name not in gone}
    value = {**value, "photos": words} if words else {k: v for k, v in value.items() if k != "photos"}
    body = given.text(f"{key}:body") if given.has(f"{key}:body") else None
    if file.data is None and not value and not (body or "").strip():
        return None
    return with_changes(file, _in_order(value, file), body)


def _in_order(value: Mapping[str, Value], file: EditedFile) -> dict[str, Value]:
    """A new text's keys in the order of the handbook; an old one's as they stand."""
    if file.data is not None:
        return dict(value)
    first = ("title", "kicker", "teaser", "slug", "photos")
    return {key: value[key] for key in (*(k for k in first if k in value), *(k for k in value if k not in first))}


def _photos_of(given: FormFields) -> dict[str, str]:
    """Number on the page -> name of the picture."""
    numbers = given.numbers(f"{FACTS}:photos")
    return {number: given.text(f"{FACTS}:photos.{number}.file").strip() for number in numbers}


def _gone(folder: Path, given: FormFields, versions: Versions, photos: Mapping[str, str]) -> frozenset[str]:
    """The pictures that were taken out of the report in this form: words about them would be an error."""
    if not given.has(f"{FACTS}:photos._"):
        return frozenset()
    before = versions.get(given.text(f"{FACTS}:version"))
    path = path_in(folder, FACTS)
    return frozenset(ReportForms({FACTS: read_file(path, before)}, ()).photos) - set(photos.values()) - {""}


def _photo_words(file: EditedFile, key: str, given: FormFields, photos: Mapping[str, str]) -> dict[str, Value]:
    """What the text says of each picture; of one that is not on the page as before."""
    old = file.value.get("photos")
    words: dict[str, Value] = dict(old) if isinstance(old, dict) else {}
    for number, name in photos.items():
        if not name:
            continue
        before = words.get(name)
        row = before if isinstance(before, dict) else {}
        made = answered(_WORD_SHAPES, given, f"{key}:photos.{number}.", row, ())
        if made != row:
            words[name] = made
    return {name: each for name, each in words.items() if each}
