"""The same content gives the same bytes, wherever and whenever it is built."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.site.newsroom import GROUND, ROOT, Newsroom, jpeg, report

LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="15" height="10"/></svg>'
ENVIRONMENTS = [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/Adak", "LC_ALL": "C.UTF-8"},
]


@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=["east", "west"])
def test_hash_seed_time_zone_locale_and_folder_do_not_matter(newsroom: Newsroom, environment: dict[str, str]) -> None:
    """A process with other surroundings writes what this one writes."""
    newsroom.put("content/reports/2024/eins/photos/a.jpg", jpeg())
    photo = "photos: [{file: a.jpg, credit: Foto}]\nevent: {start: 2024-05-01T18:00, end: 2024-05-01T20:00, city: Bonn}"
    text = report("eins", more=photo).replace("teaser:", "photos: {a.jpg: {alt: Bild}}\nteaser:")
    newsroom.write(text + report("zwei", topic="handel") + report("drei"))
    newsroom.build()
    root = newsroom.root
    (root / "elsewhere").mkdir()
    command = [sys.executable, str(ROOT / "tasks.py"), "build", "--jobs", "2"]
    for name, value in {
        "content": "content",
        "translations": "translations",
        "output": "other",
        "cache": "other-cache",
    }.items():
        command += [f"--{name}", f"../{value}"]
    surroundings = {**os.environ, "DREIKLANG_ENVIRONMENT": "current", **environment}
    subprocess.run(command, cwd=root / "elsewhere", env=surroundings, check=True, stdout=subprocess.PIPE)
    assert newsroom.output("other") == newsroom.output()


def with_both(newsroom: Newsroom) -> dict[str, bytes]:
    """The output of the task ``build``, which is also that of ``pelican content``; each without memory."""
    root = newsroom.root
    environment = {
        **os.environ,
        "DREIKLANG_ENVIRONMENT": "current",
        "PYTHONPATH": str(ROOT),
        "SOURCE_DATE_EPOCH": str(int(newsroom.now.timestamp())),
    }
    task = [sys.executable, str(ROOT / "tasks.py"), "build", "--cache", str(root / "c1"), "--output", str(root / "one")]
    task += ["--content", str(root / "content")]
    pelican = [sys.executable, "-m", "pelican", str(root / "content"), "-s", str(ROOT / "pelicanconf.py")]
    pelican += ["-o", str(root / "two"), "-e", f'CACHE_PATH="{root / "c2"}"']
    for command in (task, pelican):
        subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE)
    assert newsroom.output("one") == newsroom.output("two")
    return newsroom.output("one")


def test_pelican_itself_gives_the_same_bytes(newsroom: Newsroom) -> None:
    """``pelican content`` is the same build; text, PDF and kit of a report with a picture, and the logo drawn for download."""
    wanted = GROUND.replace(
        "-- content/people.yaml", "press: {text: true, pdf: true, kit: true}\n-- content/people.yaml"
    )
    own = "email: post@newsroom.example"
    newsroom.write(wanted.replace(own, f"{own}, logo: brand/haus.svg", 1))
    newsroom.put("content/brand/haus.svg", LOGO).put("content/reports/2024/eins/photos/a.jpg", jpeg())
    text = report("eins", more="photos: [{file: a.jpg, credit: Foto}]")
    made = with_both(newsroom.write(text.replace("teaser:", "photos: {a.jpg: {alt: Bild}}\nteaser:")))
    assert "de/2024/eins/index.html" in made
    names = ("report.txt", "report.pdf", "press-kit.zip")
    assert {f"de/2024/eins/{name}" for name in names} <= made.keys()
    assert {path.rpartition(".")[2] for path in made if path.startswith("brand/haus.")} == {"svg", "png", "jpg"}
