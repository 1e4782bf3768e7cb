"""What stood after the last build: tells whether a new one has anything to do, without starting it."""

from __future__ import annotations

import datetime as dt
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.build.own_theme import is_laid_over
from plugins.cache import snapshot
from plugins.cache.snapshot import Group, Row, Snapshot
from plugins.cache.stamp import FOLDER, FileStatus, Sort, is_settled, look, walk

if TYPE_CHECKING:
    from plugins.build.config import Config
    from plugins.build.sources import Sources, Walk
    from plugins.cache.output import Output

FORMAT = 7
"""To be raised whenever the facts, or their meaning, change."""
ROOT = Path(__file__).resolve().parents[2]
CODE = ROOT / "plugins"
CODE_GROUP = "code"
CONTENT = "content"
OUTPUT = "output"
THEME = "theme"
TEXTS = re.compile(r"(?P<bundle>reports/[^/]+/[^/]+|pages/[^/]+)(?:/(?:[^/]+\.md|report\.yaml))?")
"""Editions and facts of reports below the content folder, and the folders in which they lie."""
SHARED = re.compile(r"(?:site|people|topics)\.yaml")
"""What all reports share."""
EDITS = {CONTENT: re.compile(f"{SHARED.pattern}|{TEXTS.pattern}"), THEME: re.compile(r"templates(?:/.*)?")}
"""What may differ so that less than a whole build will do."""
_SORTS = {Sort.FILE: 0o100000, Sort.FOLDER: 0o040000, Sort.LINK: 0o120000}
"""The bits of a file's mode that say what it is (inode(7))."""

Rows = Iterable[tuple[str, FileStatus]]


@dataclass(frozen=True, slots=True)
class Span:
    """The time in which nothing changes by itself: from ``since`` on, before ``until``."""

    since: dt.datetime | None
    until: dt.datetime | None

    def holds(self, now: dt.datetime) -> bool:
        """Whether a moment lies in it."""
        return (self.since is None or self.since <= now) and (self.until is None or now < self.until)


def file_of(cache: Path, output: Path) -> Path:
    """Where it is remembered how an output folder stood."""
    name = blake2b(str(output).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    return cache / f"dreiklang.{name}.standing"


def output_settings(config: Config) -> list[object]:
    """The settings that output depends on."""
    folders = (config.content, config.translations, config.theme, config.output)
    return [*map(str, folders), config.publish, config.lenient, config.drafts, config.ahead]


def config_from(conf: Path, content: Path, translations: Path, output: Path, cache: Path, jobs: int) -> Config | None:
    """The configuration that a settings file would give, if the last build remembers that of the file as it is."""
    from plugins.build.config import Config, read_clock

    found = read(cache, output)
    if found is None or found.facts["settings"] != [str(conf)]:
        return None
    if any(snapshot.changed(group) for group in found.groups if group.root == str(conf)):
        return None
    _, _, theme, _, publish, lenient, *_ = found.facts["ground"]
    if is_laid_over(content, Path(theme), cache):
        return None
    return Config(
        content=content,
        translations=translations,
        theme=Path(theme),
        output=output,
        cache=cache,
        now=read_clock(),
        jobs=jobs,
        publish=publish,
        lenient=lenient,
        executor=found.facts["executor"],
        settings=(conf,),
    )


def read(cache: Path, output: Path) -> Snapshot | None:
    """How things stood; ``None`` where that is not known, or the program is another."""
    found = snapshot.read(file_of(cache, output))
    if found is None or found.facts.get("format") != FORMAT or found.facts["program"] != _program():
        return None
    return found


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs from how things stood after the last build."""

    last: Snapshot
    paths: Mapping[str, tuple[str, ...]]
    """Group -> its files and folders that are not as they were; nothing else differs."""
    doubts: tuple[tuple[str, str], ...]
    """(full path, mark) of what no stamp could tell even now."""
    mark: FileStatus
    """Of the file in which it is remembered how things stood."""


def difference(config: Config, only: Mapping[str, re.Pattern[str]]) -> Difference | None:
    """What differs, if that is nothing, or only such paths of such groups; ``None``: look at everything."""
    standing = _last(config)
    if standing is None:
        return None
    mark, last = standing
    now_ns = time.time_ns()
    paths: dict[str, list[str]] = {}
    for group in last.groups:
        changed = tuple(path for path in snapshot.changed(group) if not _is_the_same_folder(group, path, last))
        if changed and not (group.name in only and all(map(only[group.name].fullmatch, changed))):
            return None
        if changed:
            paths[group.name] = list(changed)
    left: list[tuple[str, str]] = []
    for full, known in last.doubts:
        seen = look(full)
        if snapshot.mark(full) != known:
            found = next(((g, p) for g in only if (p := _below(last, g, full)) and only[g].fullmatch(p)), None)
            if found is None:
                return None
            paths.setdefault(found[0], []).append(found[1])
        elif seen is None or seen.sort is Sort.LINK or not is_settled(seen.stamp, now_ns):
            left.append((full, known))
    return Difference(last, {name: tuple(dict.fromkeys(some)) for name, some in paths.items()}, tuple(left), mark)


def known_edits(config: Config, edited: Iterable[Path]) -> Difference | None:
    """The same for files of which it is known that they were edited: nothing else is looked at.

    What else may differ stays so, and is found by the next ``difference``. ``None``: look at everything.
    """
    standing = _last(config)
    if standing is None:
        return None
    mark, last = standing
    known, only = frozenset(last.group(CONTENT).paths), EDITS[CONTENT]
    paths = tuple(path.relative_to(config.content).as_posix() for path in edited)
    if not all(path in known and only.fullmatch(path) for path in paths):
        return None
    return Difference(last, {CONTENT: paths}, last.doubts, mark)


def _last(config: Config) -> tuple[FileStatus, Snapshot] | None:
    """How things stood after the last build of this configuration, and the mark of the file that remembers it."""
    mark, last = look(file_of(config.cache, config.output)), read(config.cache, config.output)
    if mark is None or last is None or config.fresh or last.facts["ground"] != output_settings(config):
        return None
    return (mark, last) if span_of(last).holds(config.now) else None


def _is_the_same_folder(group: Group, path: str, last: Snapshot) -> bool:
    """Whether a folder holds what it held: Python adds ``__pycache__`` to those of the program and its libraries, and
    editors replace files at the top of the content.
    """
    if group.name == CODE_GROUP or (group.name == CONTENT and not path):
        top = f"{path}/" if path else ""
        names = {
            known[len(top) :].partition("/")[0] for known in group.paths if known.startswith(top) and known != path
        }
        place = f"{group.root}/{path}" if path else group.root
        return snapshot.mark(place) == snapshot.folder_mark(names)
    return bool(known := last.facts["libraries"].get(group.root)) and snapshot.mark(group.root) == known


def _below(last: Snapshot, name: str, full: str) -> str:
    """The path below the root of a group; nothing where it lies elsewhere."""
    path = full.removeprefix(f"{last.group(name).root}/")
    return "" if path == full else path


def is_current(config: Config, found: Difference) -> bool:
    """Whether no other build has ended since."""
    return look(file_of(config.cache, config.output)) == found.mark


def bundle_of(path: str) -> str:
    """The folder of a bundle that a path of ``TEXTS`` is or lies in."""
    found = TEXTS.fullmatch(path)
    if found is None:
        raise LookupError(f"{path} is no edition")
    return found["bundle"]


def span_of(found: Snapshot) -> Span:
    """The span in the facts."""
    since, until = (None if text is None else dt.datetime.fromisoformat(text) for text in found.facts["span"])
    return Span(since, until)


def _program() -> list[str]:
    """Which Python runs, and where its libraries lie: their versions are the names of folders there."""
    return [sys.version, sys.prefix, *(str(path) for path in _libraries())]


def _libraries() -> Iterator[Path]:
    for place in sys.path:
        if place.rstrip("/\\").endswith(("site-packages", "dist-packages")):
            yield Path(place)


def remember(
    config: Config,
    sources: Sources,
    code: Group,
    output: Output,
    span: Span,
    facts: Mapping[str, Any],
) -> None:
    """Keeps how things stand after a build that went well. Raises ``NotWritable``, ``NoSpace``."""
    groups: list[Group] = [code]
    doubts: list[tuple[str, str]] = []
    for name, root, top, seen in ((w.name, w.root, w.top, w.seen) for w in sources.walks):
        rows = [("", top or FileStatus(Sort.OTHER, FOLDER.stamp)), *seen.items()]
        digests: Mapping[str, str] = getattr(sources, name)
        groups.append(_group(name, root, (row for row in rows if row[1] is not FOLDER)))
        doubts += _doubts(root, rows, digests, sources.now_ns)
    for place in (*_libraries(), *config.settings, output.manifest):
        groups.append(_alone(place))
        if place != output.manifest and not is_settled((look(place) or FOLDER).stamp, sources.now_ns):
            doubts.append((str(place), snapshot.mark(str(place))))
    placed = ((path, FileStatus(Sort.FILE, stamp)) for path, stamp in output.stamps().items())
    groups.append(_group(OUTPUT, config.output, placed))
    moments = [None if moment is None else moment.isoformat() for moment in (span.since, span.until)]
    known = {
        "format": FORMAT,
        "program": _program(),
        "libraries": {str(place): snapshot.mark(str(place)) for place in _libraries()},
        "ground": output_settings(config),
        "span": moments,
        "settings": [str(path) for path in config.settings],
        "executor": config.executor,
        **facts,
    }
    snapshot.write(file_of(config.cache, config.output), Snapshot(known, tuple(groups), tuple(doubts)))


def is_whole(found: Difference, walks: Iterable[Walk]) -> bool:
    """Whether in some folders there is all that was there after the last build, and nothing else."""
    for one in walks:
        group = found.last.group(one.name)
        top = f"{one.root}/".removeprefix(f"{group.root}/")
        before = {path for path in group.paths if f"{path}/".startswith(top) or not top}
        if before != ({_joined(top, path) for path in ("", *one.seen)} if one.top else set()):
            return False
    return True


def _joined(top: str, path: str) -> str:
    return f"{top}{path}".rstrip("/")


def amend(
    config: Config, found: Difference, sources: Sources, output: Output, gone: Sequence[str], **facts: object
) -> int:
    """Keeps how things stand after some folders have been read again, some outputs made again, and some removed.

    Gives the number of outputs there are now. Raises ``NotWritable``, ``NoSpace``.
    """
    made = dict(_rows((path, FileStatus(Sort.FILE, stamp)) for path, stamp in output.stamps().items()))
    fresh: dict[str, dict[str, Row]] = {}
    doubts = dict(found.doubts)
    for one in filter(lambda one: one.top, sources.walks):
        top = f"{one.root}/".removeprefix(f"{found.last.group(one.name).root}/")
        rows = [("", one.top or FOLDER), *one.seen.items()]
        fresh.setdefault(one.name, {}).update((_joined(top, path), row) for path, row in _rows(rows))
        digests: Mapping[str, str] = getattr(sources, one.name)
        own = {path[len(top) :]: digest for path, digest in digests.items() if path.startswith(top)}
        for full in [full for full in doubts if f"{full}/".startswith(f"{one.root}/")]:
            del doubts[full]
        doubts |= dict(_doubts(one.root, rows, own, sources.now_ns))
    groups = tuple(_renewed(group, fresh, made, gone, output.manifest) for group in found.last.groups)
    before, after = (
        len(all_of.paths) for some in (found.last.groups, groups) for all_of in some if all_of.name == OUTPUT
    )
    count: int = found.last.facts["outputs"] + after - before
    known = {**found.last.facts, **facts, "outputs": count}
    snapshot.write(file_of(config.cache, config.output), Snapshot(known, groups, tuple(doubts.items())))
    return count


def _renewed(
    group: Group, fresh: Mapping[str, Mapping[str, Row]], made: Mapping[str, Row], gone: Sequence[str], manifest: Path
) -> Group:
    """A group as it stands now; the list of our files has changed if and only if there are others."""
    if group.name == OUTPUT:
        return snapshot.exchanged(group, made, gone)
    return _alone(manifest) if group.root == str(manifest) else snapshot.restamped(group, fresh.get(group.name, {}))


def code_group() -> Group:
    """The files of the program as they stand now."""
    rows = [("", look(CODE) or FOLDER), *walk(CODE, folders=True).items()]
    return _group(CODE_GROUP, CODE, ((path, seen) for path, seen in rows if "__pycache__" not in path))


def _alone(place: Path) -> Group:
    """A file or folder by itself."""
    return _group("alone", place, [("", look(place) or FOLDER)])


def _group(name: str, root: Path, rows: Rows) -> Group:
    return snapshot.taken(name, str(root), _rows(rows))


def _rows(rows: Rows) -> Iterator[tuple[str, Row]]:
    return ((path, (_SORTS.get(sort, 0), *stamp)) for path, (sort, stamp) in rows)


def _doubts(
    root: Path, rows: Sequence[tuple[str, FileStatus]], digests: Mapping[str, str], now_ns: int
) -> Iterator[tuple[str, str]]:
    """(full path, mark) of links, and of what was changed a moment before the walk."""
    inside: dict[str, list[str]] = {}
    for path, _ in rows:
        if path:
            folder, _, name = path.rpartition("/")
            inside.setdefault(folder, []).append(name)
    for path, (sort, stamp) in rows:
        is_fresh = stamp != FOLDER.stamp and not is_settled(stamp, now_ns)
        if sort is Sort.FOLDER and is_fresh:
            yield str(root / path), snapshot.folder_mark(inside.get(path, ()))
        elif sort is Sort.LINK or (sort is Sort.FILE and is_fresh):
            yield str(root / path), digests.get(path, "")
