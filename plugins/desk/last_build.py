"""What the last build found, put beside what the desk has read itself: the desk looks into files, not into pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from plugins.build.problem_paths import far
from plugins.desk.inventory import Item, Stock
from plugins.desk.preview import State
from plugins.newsroom.problem import Problem


def with_last_build(stock: Stock, state: State, only: str = "") -> Stock:
    """The newsroom with the problems of the last build, those of a report at it; ``only`` those of one report."""
    problems = tuple(_current(far(state.problems), state.began))
    if not problems:
        return stock
    folders = {f"{item.folder}/": item for item in stock.items}
    by_folder: dict[str, list[Problem]] = {}
    for problem in problems:
        by_folder.setdefault(_folder(problem.file, folders), []).append(problem)
    if only:
        by_folder = {place: more for place, more in by_folder.items() if place and folders[place].id == only}
    items = tuple(_with(item, by_folder.get(f"{item.folder}/", ())) for item in stock.items)
    others = stock.others if only else tuple(sorted({*stock.others, *by_folder.get("", ())}))
    return replace(stock, items=items, others=others)


def _with(item: Item, more: Sequence[Problem]) -> Item:
    return replace(item, problems=tuple(sorted({*item.problems, *more}))) if more else item


def _folder(file: str, folders: dict[str, Item]) -> str:
    """The folder of the report to which a file belongs, empty where it belongs to none."""
    place = f"{Path(file).parent}/"
    return next((at for at in (place, f"{Path(file).parent.parent}/", f"{file}/") if at in folders), "")


def _current(problems: tuple[Problem, ...], began: float) -> Iterator[Problem]:
    """The problems in files that have not changed since that build began."""
    changed: dict[str, bool] = {}
    for problem in problems:
        if problem.file not in changed:
            changed[problem.file] = _is_newer(Path(problem.file), began)
        if not changed[problem.file]:
            yield problem


def _is_newer(path: Path, began: float) -> bool:
    try:
        return path.stat().st_mtime > began
    except OSError:
        return False
