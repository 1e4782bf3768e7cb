"""Properties of the loader: garbage gives problems, and the form of a file never changes its meaning."""

from __future__ import annotations

import os
import random
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.load import load
from plugins.newsroom.output import format_github, format_json, format_text
from tests.unit.newsroom.sites import BASE, Make, write

ANY_FILE = st.sampled_from(sorted(name for name in BASE if not name.endswith(".jpg")))


@st.composite
def _damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the site with bytes put in, taken out or replaced, or garbage alone."""
    name = draw(ANY_FILE)
    data = bytearray(str(BASE[name]).encode())
    if draw(st.booleans()):
        return name, draw(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(data)))
        piece = draw(
            st.binary(max_size=4) | st.sampled_from([b":", b"\t", b'"', b"'", b"[", b"{", b"- ", b"\n", b"&a ", b"*a"])
        )
        data[place : place + draw(st.integers(0, 6))] = piece
    return name, bytes(data)


def _never_fails(damaged: tuple[str, bytes]) -> None:
    name, data = damaged
    with tempfile.TemporaryDirectory() as folder:
        content = write(Path(folder), {**BASE, name: data})
        loaded = load(content)
        lines = data.count(b"\n") + data.count(b"\r") + 2
        for problem in loaded.problems:
            assert problem.found and problem.expected and problem.fix
            if problem.file == f"{content}/{name}":
                assert 0 <= problem.line <= lines and problem.column >= 0
        for text in (
            format_text(loaded.problems),
            format_json(loaded.problems),
            format_github(loaded.problems),
        ):
            text.encode("utf-8")
        assert loaded.newsroom is not None or loaded.problems


@settings(max_examples=60, deadline=None)
@given(_damaged())
def test_garbage_in_any_file_gives_problems_and_never_fails(damaged: tuple[str, bytes]) -> None:
    """Whatever a file holds, the loader answers with a newsroom or with sentences."""
    _never_fails(damaged)


@pytest.mark.nightly
@settings(max_examples=3000, deadline=None)
@given(_damaged())
def test_garbage_of_nightly_size_never_fails(damaged: tuple[str, bytes]) -> None:
    """The same, with many more tries."""
    _never_fails(damaged)


def _shuffled(value: Any, rng: random.Random) -> Any:
    """The value with the keys of every mapping in another order."""
    if isinstance(value, dict):
        items = list(value.items())
        rng.shuffle(items)
        return {key: _shuffled(item, rng) for key, item in items}
    return [_shuffled(item, rng) for item in value] if isinstance(value, list) else value


def _rewritten(text: str, rng: random.Random, style: str | None, flow: bool | None, width: int) -> str:
    """A YAML text with its keys shuffled, and quoted, folded and nested otherwise."""
    value = yaml.load(text, yaml.BaseLoader)  # every scalar stays text
    return yaml.dump(
        _shuffled(value, rng),
        allow_unicode=True,
        sort_keys=False,
        default_style=style,
        default_flow_style=flow,
        width=width,
    )


@settings(max_examples=40, deadline=None)
@given(
    st.randoms(),
    st.sampled_from([None, "'", '"', ">", "|"]),
    st.sampled_from([None, True, False]),
    st.integers(20, 120),
)
def test_the_form_of_a_file_never_changes_its_meaning(
    rng: random.Random, style: str | None, flow: bool | None, width: int
) -> None:
    """Order of keys, quotation marks, folding, braces or lines: the same newsroom."""
    with tempfile.TemporaryDirectory() as folder:
        first = load(write(Path(folder, "a"), BASE))
        changed = {}
        for name, text in BASE.items():
            if name.endswith(".yaml"):
                changed[name] = _rewritten(text, rng, style, flow, width)
            elif name.endswith(".md"):
                _, front, body = text.split("---\n", 2)
                changed[name] = f"---\n{_rewritten(front, rng, style, flow, width)}---\n{body}"
            else:
                changed[name] = text
        second = load(write(Path(folder, "b"), changed))
        assert first.problems == second.problems == ()
        _same_but_for_lines(first.newsroom, second.newsroom)


def _without_lines(one: Any) -> Any:
    """A report or page whose editions do not say on which line their body starts."""
    return replace(one, editions=tuple(replace(edition, body_line=0) for edition in one.editions))


def _same_but_for_lines(one: Any, other: Any) -> None:
    """Rewriting moves the line a body starts on, and nothing else."""
    assert (one.site, one.people, one.topics) == (other.site, other.people, other.topics)
    for left, right in zip((*one.reports, *one.pages), (*other.reports, *other.pages), strict=True):
        assert _without_lines(left) == _without_lines(right)


class _Backwards:
    """os.scandir with its entries in the opposite order."""

    def __init__(self, path: Any) -> None:
        with os_scandir(path) as scan:
            self.entries = sorted(scan, key=lambda entry: entry.name, reverse=True)

    def __enter__(self) -> list[Any]:
        return self.entries

    def __exit__(self, *_: object) -> None:
        return None


os_scandir = os.scandir


def test_the_order_of_a_folders_listing_does_not_matter(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """File systems list in orders of their own."""
    content = make({"reports/2024/zweiter/report.yaml": "kind: x\n", "reports/2023/a.txt": "x", "pages/b/de.md": "x"})
    forwards = load(content)
    assert len(forwards.problems) > 5
    monkeypatch.setattr("plugins.newsroom.folder.os.scandir", _Backwards)
    assert load(content) == forwards
