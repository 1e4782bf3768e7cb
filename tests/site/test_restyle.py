"""A build after which only templates differ: the same site as from a whole build, without reading any content."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from unittest import mock

import pytest

from plugins.build import full, incremental
from plugins.build.why import why
from plugins.cache.output import Output
from plugins.cache.store import Store
from plugins.cli.build import build as build_task
from tests.site.newsroom import ROOT, Newsroom, jpeg, report


@pytest.fixture(autouse=True)
def _no_news(monkeypatch: pytest.MonkeyPatch) -> None:
    """No feed carries a text, as those of all but the newest reports of a newsroom."""
    monkeypatch.setattr("plugins.pages.index.NEWS", 0)


@pytest.fixture
def built(newsroom: Newsroom) -> Newsroom:
    """Some reports, one with a picture, and a theme of its own; built once."""
    shutil.copytree(ROOT / "theme", newsroom.root / "theme", ignore=shutil.ignore_patterns("vendor", "presets"))
    newsroom.write(report("eins") + report("zwei", more="aliases: [/de/alt/]") + report("drei", topic="handel"))
    newsroom.put("content/reports/2024/eins/photos/a.jpg", jpeg())
    facts = newsroom.root / "content/reports/2024/eins/report.yaml"
    facts.write_text(facts.read_text("utf-8") + "photos: [{file: a.jpg, credit: Foto}]\n", "utf-8")
    change(newsroom, "content/reports/2024/eins/de.md", "teaser:", "photos: {a.jpg: {alt: Bild}}\nteaser:")
    build(newsroom)
    return newsroom


def build(newsroom: Newsroom, **changes: object) -> tuple[int, int, int]:
    """What a build rendered, reused and removed."""
    summary = newsroom.build(theme=newsroom.root / "theme", **changes)
    return summary.rendered, summary.reused, summary.removed


def change(newsroom: Newsroom, path: str, old: str, new: str) -> None:
    """Replaces words in a file."""
    file = newsroom.root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def contact(newsroom: Newsroom, mark: str = "a") -> None:
    """Another attribute in the contact box."""
    file = newsroom.root / "theme/templates/partials/contact.html"
    file.write_text(
        re.sub(
            r'<section(?: data-x="\w*")? class="contact',
            f'<section data-x="{mark}" class="contact',
            file.read_text("utf-8"),
        ),
        "utf-8",
    )


def no_whole_build() -> AbstractContextManager[object]:
    """A whole build is an error."""
    return mock.patch.object(full, "build", side_effect=AssertionError("a whole build"))


def same_as_clean(newsroom: Newsroom) -> None:
    """The output is what a build without memory makes."""
    build(newsroom, output=newsroom.root / "clean", cache=newsroom.root / "clean-cache")
    assert newsroom.output() == newsroom.output("clean")
    shutil.rmtree(newsroom.root / "clean")
    shutil.rmtree(newsroom.root / "clean-cache")


@pytest.mark.parametrize("few", [0, 1000])
@pytest.mark.parametrize("jobs", [1, 2])
def test_pages_of_a_changed_partial_are_made_and_nothing_else_is_read(built: Newsroom, few: int, jobs: int) -> None:
    """In workers or here, with the last line of a whole build; the next build has nothing to do."""
    total = sum(build(built))
    contact(built)
    with mock.patch.object(incremental, "FEW", few), no_whole_build():
        rendered, reused, removed = build(built, jobs=jobs)
        assert 3 <= rendered < total
        assert (rendered + reused, removed) == (total, 0)
        assert build(built) == (0, total, 0)
    assert 'data-x="a"' in built.read("de/2024/eins/index.html")
    same_as_clean(built)
    assert not (built.root / "output/.memo").exists()


def test_the_base_of_all_pages(built: Newsroom) -> None:
    """Every page but the old address that leads on; no feed or calendar."""
    change(built, "theme/templates/base.html", "<body", '<body data-x="1"')
    with no_whole_build():
        assert build(built)[0] == sum(path.endswith(".html") for path in built.output()) - 1
    same_as_clean(built)


def test_texts_and_templates_in_turn(built: Newsroom) -> None:
    """Each builds on the other; what a text was before does not come back with a template, nor a template with it."""
    text = "content/reports/2024/zwei/de.md"
    with no_whole_build():
        for old, new in (("zweiter", "anderer"), ("anderer", "neuer"), ("neuer", "zweiter")):
            change(built, text, old, new)
            assert build(built)[0] == 1
            contact(built, new)
            build(built)
            same_as = built.read("de/2024/zwei/index.html")
            assert f"Ein {new} Absatz" in same_as
            assert f'data-x="{new}"' in same_as
        change(built, text, "zweiter", "anderer")
        assert build(built)[0] == 1
    assert "Ein anderer Absatz" in built.read("de/2024/zwei/index.html")
    same_as_clean(built)
    change(built, "content/people.yaml", "Muster", "Neu")
    build(built)
    same_as_clean(built)


def test_a_template_that_is_put_back(built: Newsroom) -> None:
    """The pages are as they were."""
    before = built.output()
    contact(built)
    build(built)
    shutil.copy(ROOT / "theme/templates/partials/contact.html", built.root / "theme/templates/partials/contact.html")
    with no_whole_build():
        assert build(built)[0] > 0
    assert built.output() == before


def test_words_and_templates_at_once(built: Newsroom) -> None:
    """A text, a title and a template that changed together."""
    contact(built)
    change(built, "content/reports/2024/zwei/de.md", "zweiter", "anderer")
    change(built, "content/reports/2024/zwei/de.md", "title: Bericht zwei", "title: Anders")
    with no_whole_build():
        assert build(built)[0] > 2
        assert build(built)[0] == 0
    assert "Ein anderer Absatz" in built.read("de/2024/zwei/index.html")
    assert "Anders" in built.read("de/index.html")
    same_as_clean(built)


def others() -> dict[str, Callable[[Newsroom], object]]:
    """What else can have changed with a template."""
    return {
        "a new template": lambda n: n.put("theme/templates/partials/neu.html", b"x"),
        "a style sheet": lambda n: n.put("theme/static/css/neu.css", b"a {}"),
        "words of the theme": lambda n: n.put("translations/ui/fr.po", b""),
        "an output": lambda n: n.put("output/de/index.html", b"x"),
        "a lost page": lambda n: (n.root / "output/de/2024/zwei/index.html").unlink(),
    }


@pytest.mark.parametrize("name", others())
def test_with_anything_else_everything_is_looked_at(built: Newsroom, name: str) -> None:
    """A template that changed with something else."""
    contact(built)
    others()[name](built)
    with no_whole_build(), pytest.raises(AssertionError, match="a whole build"):
        build(built)
    build(built)
    same_as_clean(built)


@pytest.mark.parametrize("lost", ["plan", "setting", "owners", "prepared", "document"])
def test_what_was_forgotten_is_worked_out_again(built: Newsroom, lost: str) -> None:
    """A store without what such a build needs."""
    with Store(built.root / "cache/dreiklang.sqlite") as store:
        store._connection.execute("DELETE FROM entry WHERE namespace LIKE ?", (f"{lost}%",))
        store._connection.commit()
    contact(built)
    build(built)
    same_as_clean(built)
    with Store(built.root / "cache/dreiklang.sqlite") as store:
        assert store.generation > 2, "everything else was forgotten, too"


class _Killed(Exception):  # noqa: N818 (it is no error)
    pass


@pytest.mark.parametrize("after", [0, 1, 3, 1000])
def test_a_build_that_is_killed_is_made_up_for(built: Newsroom, after: int) -> None:
    """Between two pages, or when all are made."""
    plain, left = Output.record, after

    def record(output: Output, *args: object, **kwargs: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise _Killed
        plain(output, *args, **kwargs)  # type: ignore[arg-type]

    contact(built)
    ends = mock.patch.object(Output, "settle", side_effect=_Killed)
    with mock.patch.object(Output, "record", record), ends, pytest.raises(_Killed):
        build(built)
    build(built)
    same_as_clean(built)
    assert build(built)[0] == 0


def test_a_broken_template_leaves_the_last_pages(built: Newsroom) -> None:
    """And is told each time until it is fixed."""
    before = built.output()
    path = Path(built.root, "theme/templates/partials/contact.html")
    text = path.read_text("utf-8")
    path.write_text("{% if %}" + text, "utf-8")
    for _ in range(2):
        with pytest.raises(Exception, match="xpected"):
            build(built)
    assert built.output() == before
    path.write_text(text, "utf-8")
    build(built)
    assert built.output() == before


def test_why_knows_the_template_afterwards(built: Newsroom) -> None:
    """The parts of a fingerprint are those of the page as it stands."""
    contact(built)
    with no_whole_build():
        build(built)
    config = built.config(theme=built.root / "theme")
    assert "stands as it should" in why(config, "/de/2024/eins/").lines[0]
    change(built, "content/reports/2024/eins/de.md", "Absatz von", "Satz von")
    told = why(config, "/de/2024/eins/").lines[0]
    assert "text differs" in told
    assert "template" not in told


def test_a_newsroom_has_templates_of_its_own_beside_the_theme(newsroom: Newsroom) -> None:
    """They stand in for the theme's, follow every edit, and go again; each time the output is that of a first build."""
    root = newsroom.root
    content, translations, *_ = newsroom.folders()
    newsroom.write(report("eins"))
    template = (ROOT / "theme/templates/partials/contact.html").read_text("utf-8")
    own = root / "content/theme/templates/partials/contact.html"
    seen = []
    for text in (None, template + "{# 1 #}<!-- one -->", template + "<!-- two -->", None):
        if text is None:
            shutil.rmtree(root / "content/theme", ignore_errors=True)
        else:
            newsroom.put("content/theme/templates/partials/contact.html", text.encode())
        assert build_task(*newsroom.folders(), 1) == 0
        seen.append(newsroom.output())
        assert build_task(content, translations, str(root / "fresh"), str(root / "other"), 1) == 0
        assert seen[-1] == newsroom.output("fresh")
        for gone in ("fresh", "other"):
            shutil.rmtree(root / gone)
    assert seen[0] == seen[3]
    assert not own.exists()


def test_a_style_sheet_beside_the_theme_is_loaded(newsroom: Newsroom) -> None:
    """In the place of the theme's."""
    newsroom.write(report("eins")).put("content/theme/static/css/site.css", b"body { color: teal }")
    assert build_task(*newsroom.folders(), 1) == 0
    (path,) = [path for path in newsroom.output() if path.endswith("/css/site.css")]
    assert newsroom.read(path) == "body { color: teal }"
