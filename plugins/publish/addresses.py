"""Adds what is about to be published to the record of published addresses.

A record that only grew by addresses that have their pages changes no output. So what is remembered of the last build
is told of the file, where nothing else has changed since: publishing the same again then has nothing to do.
"""

from __future__ import annotations

from pathlib import Path

from plugins.build import state
from plugins.cache import snapshot
from plugins.cache.errors import NotWritable
from plugins.cache.snapshot import Group, Snapshot
from plugins.newsroom.address_record import FILE, merged, read_record, write_record
from plugins.newsroom.problem import ContentError
from plugins.translation.run.keep import data_of, replaced


def remember_addresses(content: Path, cache: Path, staged: Path) -> None:
    """Writes ``content/addresses.yaml`` anew if the staged site has an address that it does not know.

    Raises ``NotWritable``, ``NoSpace``; ``ContentError`` where somebody has spoiled the file meanwhile.
    """
    last = state.read(cache, staged)
    addresses: dict[str, str] = last.facts["addresses"] if last is not None else {}
    file = content / FILE
    data = data_of(file)
    known, problems = read_record(content)
    if problems:
        raise ContentError(problems)
    wanted = merged(known, addresses)
    if wanted == {line.address: line.owner for line in known}:
        return
    names = _names(content) if last is not None and _is_current(last) else None
    if not replaced(file, write_record(wanted), data):
        raise NotWritable(f"{file} was changed in this very moment: start again.", str(file))
    if last is not None and names is not None and names | {FILE} == _names(content):
        snapshot.write(state.file_of(cache, staged), _with_record(last, content))


def _names(folder: Path) -> frozenset[str]:
    return frozenset(path.name for path in folder.iterdir())


def _is_current(last: Snapshot) -> bool:
    return not snapshot.changed(last.group(state.CONTENT))


def _with_record(last: Snapshot, content: Path) -> Snapshot:
    """What is remembered of the last build, with the file and its folder as they stand now."""
    groups = tuple(_told(group) if group.name == state.CONTENT else group for group in last.groups)
    marks = {str(path): snapshot.mark(str(path)) for path in (content, content / FILE)}
    return last._replace(groups=groups, doubts=tuple({**dict(last.doubts), **marks}.items()))


def _told(group: Group) -> Group:
    paths = dict(zip(group.paths, _rows(group), strict=True))
    now = snapshot.stamped(f"{group.root}/{path}" if path else group.root for path in ("", FILE))
    size = len(now) // 2
    paths |= {"": now[:size], FILE: now[size:]}
    return group._replace(paths=tuple(paths), stamps=b"".join(paths.values()))


def _rows(group: Group) -> list[bytes]:
    """The stamp of each path, as the group holds them."""
    size = len(group.stamps) // max(len(group.paths), 1)
    return [group.stamps[at : at + size] for at in range(0, len(group.stamps), size)]
