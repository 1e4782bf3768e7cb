"""The workflows of GitHub Actions and GitLab CI: valid, pinned, with few rights, testing the program alone, publishing content at once."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from invoke.parser import Parser

import tasks
from tools.upgrade import FOLDERS

ROOT = Path(__file__).resolve().parents[1]
WORKFLOW = ROOT / ".github/workflows/newsroom.yml"
PROGRAM = ROOT / ".github/workflows/program.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
JOBS = ("check", "clock", "publish", "again")
CONTENT = ["content/**", "translations/**"]


def read(path: Path) -> dict[str, Any]:
    """A workflow; BaseLoader, so that ``on`` stays a word."""
    workflow: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    return workflow


def github() -> dict[str, Any]:
    """GitHub's jobs for content."""
    jobs: dict[str, Any] = read(WORKFLOW)["jobs"]
    return jobs


def every_job() -> list[dict[str, Any]]:
    """All of GitHub's jobs that have steps of their own."""
    jobs = [*github().values(), *read(PROGRAM)["jobs"].values()]
    return [job for job in jobs if "steps" in job]


def commands() -> Iterator[str]:
    """Every shell line of all."""
    for job in every_job():
        for step in job["steps"]:
            yield from step.get("run", "").splitlines()
    for job in read(GITLAB).values():
        if isinstance(job, dict):
            yield from job.get("script", [])


def test_the_jobs_are_these() -> None:
    """So that the tests below speak of all of them."""
    assert tuple(github()) == JOBS


@pytest.mark.parametrize("line", sorted({line for line in commands() if "tasks.py" in line}))
def test_every_command_is_one_of_ours(line: str) -> None:
    """Task and options exist."""
    program, words = line.partition(" >>")[0].split(" tasks.py ")
    assert program == "python3"
    parsed = Parser(contexts=tasks.namespace.to_contexts()).parse_argv(words.split())
    assert [context.name for context in parsed] == [words.split()[0]]
    assert not parsed.unparsed


def test_actions_are_pinned_by_hash() -> None:
    """With the version beside it, the same everywhere, from GitHub's own organisation alone."""
    pins = set()
    for line in (WORKFLOW.read_text("utf-8") + PROGRAM.read_text("utf-8")).splitlines():
        if "uses:" in line and "uses: ./" not in line:
            found = re.search(r"uses: (actions/[\w-]+)(?:/\w+)?@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$", line)
            assert found, line
            pins.add(found.groups())
    assert len({action for action, _, _ in pins}) == len(pins)


def test_rights_are_few() -> None:
    """Reading, except for the job that publishes (and keeps addresses) and the one that starts a run; the token stays out of the work tree."""
    assert read(WORKFLOW)["permissions"] == read(PROGRAM)["permissions"] == {"contents": "read"}
    pages = {"contents": "write", "pages": "write", "id-token": "write"}
    own = {name: job["permissions"] for name, job in github().items() if "permissions" in job}
    assert own == {"publish": pages, "again": {"actions": "write"}}
    assert read(PROGRAM)["jobs"]["publish"]["permissions"] == {**pages, "actions": "write"}
    for job in every_job():
        for step in job["steps"]:
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] == "false"


def test_hidden_files_go_out_too() -> None:
    """``.well-known/security.txt`` is one, and the action leaves such out unless it is told."""
    (upload,) = [step for step in github()["publish"]["steps"] if "upload-pages-artifact" in step.get("uses", "")]
    assert upload["with"] == {"path": "output", "include-hidden-files": "true"}


def test_no_shell_line_takes_words_from_an_event() -> None:
    """A branch's name or a title is never run."""
    assert not [line for line in commands() if "${{" in line]


def test_other_systems_and_newest_packages_are_tried_and_hold_nobody_up() -> None:
    """What publishes waits for the tests on Linux with the locked packages alone."""
    jobs = read(PROGRAM)["jobs"]
    assert jobs["systems"]["strategy"]["matrix"]["system"] == ["windows-latest", "macos-latest"]
    assert jobs["publish"]["needs"] == ["test"]
    assert any("--upgrade" in step.get("run", "") for step in jobs["newest"]["steps"])


def test_every_job_ends() -> None:
    """None may hang for hours."""
    assert all(int(job["timeout-minutes"]) <= 90 for job in every_job())
    assert all("timeout" in job for job in read(GITLAB).values() if isinstance(job, dict) and "script" in job)


def test_content_starts_no_test_and_the_program_always_does() -> None:
    """What starts one workflow is what does not start the other."""
    when, program = read(WORKFLOW)["on"], read(PROGRAM)["on"]
    assert when["push"] == {"branches": ["main"], "paths": CONTENT}
    assert program["push"] == {"branches": ["main"], "paths-ignore": CONTENT}
    assert program["pull_request"] == {"paths-ignore": CONTENT}
    assert "pull_request" in when
    assert not [
        line for job in github().values() for step in job["steps"] for line in [step.get("run", "")] if "test" in line
    ]


def test_the_clock_waits_longer_than_its_schedule() -> None:
    """One run an hour, so that the next one may come late."""
    (schedule,) = read(WORKFLOW)["on"]["schedule"]
    assert schedule["cron"] == "37 * * * *"
    for line in commands():
        for minutes in re.findall(r"--wait (\d+)", line):
            assert 60 < int(minutes) < 90


def test_a_wait_holds_no_correction_up() -> None:
    """Only publishing takes turns, and it takes the newest text."""
    publish = github()["publish"]
    assert "concurrency" not in read(WORKFLOW)
    assert publish["concurrency"] == {"group": "publish"}
    assert publish["steps"][0]["with"]["ref"] == "refs/heads/main"
    assert "resource_group" not in read(GITLAB)["clock"]


def test_a_changed_program_is_published_after_its_tests() -> None:
    """By the same jobs as content."""
    publish = read(PROGRAM)["jobs"]["publish"]
    assert publish["needs"] == ["test"]
    assert publish["uses"] == "./.github/workflows/newsroom.yml"
    assert publish["if"] == "github.ref == 'refs/heads/main' && github.event_name != 'pull_request'"
    assert read(PROGRAM)["jobs"]["test"]["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13", "3.14"]


def test_gitlab_tests_what_changed_in_the_program() -> None:
    """Every folder of the program is named, but for the theme's words, which stand among the translations."""
    jobs = read(GITLAB)
    (paths,) = [rule["changes"] for rule in jobs["test"]["rules"] if "changes" in rule]
    named = set(re.findall(r"[.\w]+", paths[1].partition("}")[0]))
    assert named == {*FOLDERS} - {"translations/ui"}
    assert paths[0] == "*"
    assert jobs["pages"]["needs"] == [{"job": name, "optional": "true"} for name in ("test", "clock")]
    assert jobs["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert jobs["pages"]["artifacts"] == {"paths": ["public"]}


def test_ci_run_is_the_readmes_command() -> None:
    """What a newcomer is told to run is what the machine runs."""
    path = ROOT / ".ci/run"
    assert os.access(path, os.X_OK)
    assert subprocess.run(["bash", "-n", str(path)], check=False).returncode == 0
    assert path.read_text("utf-8").splitlines()[-1] == "exec python3 tasks.py test"
    assert "python3 tasks.py test" in (ROOT / "README.md").read_text("utf-8")
