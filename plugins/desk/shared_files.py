"""New people and topics, put into the files that all reports share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plugins.desk.report_files import read_file, with_changes
from plugins.desk.versions import Outcome, Versions, digest_of
from plugins.desk.yaml_edit import NotEditableError
from plugins.desk.yaml_emit import Value
from plugins.newsroom.slug import make_slug
from plugins.translation.run.keep import data_of


def add_entry(path: Path, name: str, entry: Mapping[str, Value], versions: Versions) -> str:
    """Adds an entry under an id made of its name; an id that is taken gets a number.

    The id, or nothing where the file cannot be changed. Raises ``NoSpace``, ``NotWritable``.
    """
    data = data_of(path)
    file = read_file(path, data)
    ident = free_id(make_slug(name), file.value)
    if not ident or not entry:
        return ""
    try:
        made = with_changes(file, {**file.value, ident: dict(entry)}, None)
    except NotEditableError:
        return ""
    versions.keep(data)
    return ident if versions.save(path, digest_of(data), made).outcome is not Outcome.CONFLICT else ""


def free_id(wanted: str, known: Mapping[str, Value]) -> str:
    """An id that nobody has: the wanted one, or that with a number."""
    numbers = (wanted, *(f"{wanted}-{n}" for n in range(2, 100)))
    return next((ident for ident in numbers if wanted and ident not in known), "")
