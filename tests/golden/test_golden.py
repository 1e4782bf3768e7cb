"""One page of each kind in each language, as it was agreed upon.

A page that changed on purpose is agreed upon anew with ``python3 tasks.py test --renew-golden``; the
difference is then read in git before it is committed.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
from difflib import unified_diff
from pathlib import Path

import pytest

from plugins.pages import views
from tests.golden.outline import outline
from tests.site.newsroom import ROOT, Newsroom, jpeg

HERE = Path(__file__).parent
RENEW = "RENEW_GOLDEN"
PAGES = {
    "chooser": "index.html",
    "notfound": "404.html",
    "redirect": "alt/hafen/index.html",
    **{
        f"{kind}.{lang}": path.format(lang=lang, slug=slug)
        for lang, slug in (("de", "hafen"), ("nl", "ein-kai-fuer-alle"), ("en", "quay"))
        for kind, path in {
            "report": "{lang}/2024/{slug}/index.html",
            "list": "{lang}/authors/hans/index.html",
            "overview": "{lang}/archive/index.html",
            "dates": "{lang}/dates/index.html",
            "page": "{lang}/imprint/index.html",
            "project": "{lang}/projects/landstrom/index.html",
            "press": "{lang}/press/index.html",
            "media": "{lang}/media/index.html",
        }.items()
    },
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """The small newsroom of ``newsroom.txt``."""
    root = tmp_path_factory.mktemp("golden")
    shutil.copytree(ROOT / "translations" / "ui", root / "translations" / "ui")
    newsroom = Newsroom(root, now=dt.datetime(2024, 6, 1, 12, tzinfo=dt.UTC))
    newsroom.write((HERE / "newsroom.txt").read_text("utf-8"))
    for name, colour in (("kai", "teal"), ("kran", "maroon")):
        newsroom.put(f"content/reports/2024/hafen/photos/{name}.jpg", jpeg(640, 480, colour))
    newsroom.build(publish=True)
    return newsroom


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_was_agreed(built: Newsroom, name: str) -> None:
    """Its words, elements, languages and addresses."""
    path = HERE / "pages" / f"{name}.txt"
    now = outline(built.output()[PAGES[name]])
    if os.environ.get(RENEW):
        path.write_text(now, "utf-8")
    agreed = path.read_text("utf-8") if path.exists() else ""
    difference = "\n".join(unified_diff(agreed.splitlines(), now.splitlines(), "agreed", "now", n=2, lineterm=""))
    assert not difference, f"{difference}\n\nIf this is meant: python3 tasks.py test --renew-golden"


def test_every_kind_of_page_is_there() -> None:
    """A kind that is added to the views is added here."""
    kinds = {view.kind for view in vars(views).values() if isinstance(getattr(view, "kind", None), str)}
    assert {name.partition(".")[0] for name in PAGES} == kinds
    assert {path.stem for path in (HERE / "pages").iterdir()} == set(PAGES)
