"""A fresh clone in the hands of editors: by README and the branding guide to the end, and through every step for content."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.founding.newsroom import ROOT, lay_out
from tests.site.newsroom import jpeg
from tools.upgrade import files_of

FENCE = re.compile(r"^```\w+ ?(\S*)\n(.*?)^```$", flags=re.DOTALL | re.MULTILINE)
README = (ROOT / "README.md").read_text("utf-8")
BRANDING = (ROOT / "docs/branding.md").read_text("utf-8")
MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#003b75"/></svg>'
LUNCH = "content/reports/2024/kanada-business-lunch"
PHOTO = "  - {file: neu.jpg, credit: Hafenamt | Muster}\n"


def git(folder: Path, *words: str) -> None:
    """Git, as somebody."""
    who = ["-c", "user.name=E", "-c", "user.email=e@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The program as it stands here, with the founding newsroom, cloned; each test has its own."""
    source = tmp_path / "source"
    for path, file in files_of(ROOT).items():
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, source / path)
    lay_out(source)
    git(source, "init", "--quiet", "--initial-branch", "main")
    git(source, "add", "--all")
    git(source, "commit", "--quiet", "--message", "Dreiklang")
    folder, remote = source.parent / "clone", source.parent / "remote.git"
    git(source.parent, "clone", "--quiet", "--bare", str(source), str(remote))
    git(source.parent, "clone", "--quiet", str(remote), str(folder))
    return folder


def shell(folder: Path, *lines: str, **more: str) -> str:
    """Lines as a runner runs them; ``python3`` is the Python of these tests, with its packages."""
    programs = folder / ".programs"
    programs.mkdir(exist_ok=True)
    python = programs / "python3"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "DREIKLANG_ENVIRONMENT": "current", **more}
    script = "set -e\n" + "\n".join(lines)
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def change(file: Path, old: str, new: str) -> None:
    """Replaces words that must be there."""
    text = file.read_text("utf-8")
    assert old in text, file
    file.write_text(text.replace(old, new), "utf-8")


def github_steps() -> list[str]:
    """What GitHub runs for content, line by line."""
    jobs = yaml.load((ROOT / ".github/workflows/newsroom.yml").read_text("utf-8"), yaml.BaseLoader)["jobs"]
    return [step["run"] for name, job in jobs.items() if name != "again" for step in job["steps"] if "run" in step]


def gitlab_steps() -> list[str]:
    """What GitLab runs for content."""
    jobs = yaml.load((ROOT / ".gitlab-ci.yml").read_text("utf-8"), yaml.BaseLoader)
    return [line for name in ("check", "clock", "pages") for line in jobs[name]["script"]]


def remembered(clone: Path) -> str:
    """The published addresses, as they are known where the clone came from."""
    words = ["git", "show", "main:content/addresses.yaml"]
    return subprocess.run(words, cwd=clone.parent / "remote.git", check=True, capture_output=True, text=True).stdout


def words(folder: Path) -> str:
    """All pages of a site."""
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.html")))


def test_an_editors_day_is_published_by_github(clone: Path) -> None:
    """README's example, a typo put right, a photograph more, a review, an adoption: each step of the workflow passes."""
    for path, text in FENCE.findall(README):
        if path:
            (clone / path).parent.mkdir(parents=True, exist_ok=True)
            (clone / path).write_text(text, "utf-8")
            for picture in re.findall(r"file: (\w+\.jpg)", text):
                (clone / path).parent.joinpath("photos").mkdir(exist_ok=True)
                (clone / path).parent.joinpath("photos", picture).write_bytes(jpeg(640, 480))
    edition = clone / LUNCH / "de.md"
    change(edition, "photos:\n", "photos:\n  neu.jpg: {alt: Ein Schiff am Kai, caption: Ein neues Bild}\n")
    edition.write_text(edition.read_text("utf-8") + "\nEin Nachtrag.\n", "utf-8")
    change(clone / LUNCH / "report.yaml", "photos:\n", f"photos:\n{PHOTO}")
    (clone / LUNCH / "photos/neu.jpg").write_bytes(jpeg(640, 480, "navy"))
    shell(
        clone,
        'python3 tasks.py review bsr-stars nl --by "Mia Muster" --responsible "Pressestelle"',
        "python3 tasks.py adopt clusters-meet-regions en",
    )
    assert (clone / "content/reports/2023/clusters-meet-regions/en.md").is_file()
    output = clone / "github-output"
    shell(clone, *github_steps(), GITHUB_OUTPUT=str(output), REMOTE=str(clone.parent / "remote.git"))
    assert "/de/2026/harbour-day/" in remembered(clone)
    assert "due=" in output.read_text("utf-8")
    site = words(clone / "output")
    for part in ("Tag der offenen Kais", "Ein Nachtrag.", "Ein neues Bild", "Mia Muster"):
        assert part in site, part


def test_another_agencys_newsroom_is_published_by_gitlab(clone: Path) -> None:
    """The branding guide from its first step to its last."""
    for gone in ("content/reports", "translations/reports", "translations/shared", "content/addresses.yaml"):
        shutil.rmtree(clone / gone) if (clone / gone).is_dir() else (clone / gone).unlink(missing_ok=True)
    for path, text in FENCE.findall(BRANDING):
        if path:
            (clone / path).write_text(text, "utf-8")
    brand = next(text for path, text in FENCE.findall(BRANDING) if not path and text.startswith("brand:"))
    site = clone / "content/site.yaml"
    site.write_text(site.read_text("utf-8") + brand, "utf-8")
    (clone / "content/brand/logo.svg").write_text(MARK, "utf-8")
    shell(clone, 'python3 tasks.py new first-report --title "Unser erster Bericht"')
    (report,) = (clone / "content/reports").glob("*/first-report")
    change(report / "report.yaml", "status: draft", "status: published")
    text = (report / "de.md").read_text("utf-8")
    (report / "de.md").write_text(text.replace("…", "Ein Satz."), "utf-8")
    shutil.rmtree(clone / "public", ignore_errors=True)
    remote = clone.parent / "remote.git"
    elsewhere = f"url.{remote}.insteadOf"
    git(clone, "config", elsewhere, "https://gitlab-ci-token:secret@gitlab.example/agency/newsroom.git")
    server = {"CI_JOB_TOKEN": "secret", "CI_SERVER_HOST": "gitlab.example", "CI_PROJECT_PATH": "agency/newsroom"}
    said = shell(clone, *gitlab_steps(), **server, CI_DEFAULT_BRANCH="main")
    assert "secret" not in said
    assert "/de/2024/kanada-business-lunch/" not in remembered(clone)
    site_words = words(clone / "public")
    assert "Unser erster Bericht" in site_words
    assert "Region Nordhafen" in site_words
