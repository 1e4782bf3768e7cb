"""The workflows of GitHub Actions and GitLab CI: valid, pinned, with few rights, and publishing only what has passed."""

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

ROOT = Path(__file__).resolve().parents[1]
WORKFLOW = ROOT / ".github/workflows/newsroom.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
JOBS = ("check", "test", "publish")


def read(path: Path) -> dict[str, Any]:
    """A workflow; BaseLoader, so that ``on`` stays a word."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


def github() -> dict[str, Any]:
    """GitHub's jobs."""
    return read(WORKFLOW)["jobs"]


def commands() -> Iterator[str]:
    """Every shell line of both."""
    for job in github().values():
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
    program, words = line.split(" tasks.py ")
    assert program == "python3"
    parsed = Parser(contexts=tasks.namespace.to_contexts()).parse_argv(words.split())
    assert [context.name for context in parsed] == [words.split()[0]]
    assert not parsed.unparsed


def test_actions_are_pinned_by_hash() -> None:
    """With the version beside it, the same everywhere, from GitHub's own organisation alone."""
    pins = set()
    for line in WORKFLOW.read_text("utf-8").splitlines():
        if "uses:" in line:
            found = re.search(r"uses: (actions/[\w-]+)(?:/\w+)?@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$", line)
            assert found, line
            pins.add(found.groups())
    assert len({action for action, _, _ in pins}) == len(pins)


def test_rights_are_few() -> None:
    """Reading, except for the job that publishes; the token stays out of the work tree."""
    assert read(WORKFLOW)["permissions"] == {"contents": "read"}
    own = {name: job["permissions"] for name, job in github().items() if "permissions" in job}
    assert own == {"publish": {"contents": "read", "pages": "write", "id-token": "write"}}
    for job in github().values():
        for step in job["steps"]:
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] == "false"


def test_no_shell_line_takes_words_from_an_event() -> None:
    """A branch's name or a title is never run."""
    assert not [line for line in commands() if "${{" in line]


def test_every_job_ends() -> None:
    """None may hang for hours."""
    assert all(int(job["timeout-minutes"]) <= 45 for job in github().values())
    assert all("timeout" in job for job in read(GITLAB).values() if isinstance(job, dict) and "script" in job)


def test_it_runs_on_requests_on_merge_and_by_the_clock() -> None:
    """Several times an hour, so that an embargo ends by itself."""
    when = read(WORKFLOW)["on"]
    assert when["push"] == {"branches": ["main"]}
    assert "pull_request" in when
    (schedule,) = when["schedule"]
    minutes, *rest = schedule["cron"].split()
    assert rest == ["*", "*", "*", "*"]
    assert len(minutes.split(",")) == 4
    assert read(WORKFLOW)["concurrency"]["cancel-in-progress"] == "${{ github.event_name == 'pull_request' }}"


def test_github_publishes_what_has_passed_on_main() -> None:
    """No ``always()``: where check or test fails or is missing, nothing is published."""
    publish = github()["publish"]
    assert publish["needs"] == ["check", "test"]
    assert publish["if"] == "github.ref == 'refs/heads/main' && github.event_name != 'pull_request'"
    assert not [name for name in ("check", "test") if "if" in github()[name]]


def test_tests_are_left_out_for_a_commit_that_has_passed_alone() -> None:
    """The mark is set last, under the commit's own name."""
    first, *steps = github()["test"]["steps"]
    assert first["with"] == {"path": ".passed", "key": "passed-${{ github.sha }}", "lookup-only": "true"}
    assert all(step["if"] == "steps.passed.outputs.cache-hit != 'true'" for step in steps)
    assert steps[-1]["with"] == {"path": ".passed", "key": "passed-${{ github.sha }}"}
    assert [step.get("run") for step in steps[-4:-1]] == [
        "python3 tasks.py lint",
        "python3 tasks.py test",
        "touch .passed",
    ]


def test_gitlab_publishes_what_has_passed_on_its_main_branch() -> None:
    """From ``public``, after check and test."""
    jobs = read(GITLAB)
    assert jobs["pages"]["needs"] == ["check", "test"]
    assert jobs["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert jobs["pages"]["artifacts"] == {"paths": ["public"]}
    assert jobs["pages"]["script"] == ["python3 tasks.py deploy --to gitlab-pages"]
    assert all(jobs[name]["stage"] in jobs["stages"] for name in ("check", "test", "pages"))
    assert not [name for name in ("check", "test") if "rules" in jobs[name]]


def test_gitlab_remembers_a_commit_after_its_tests(tmp_path: Path) -> None:
    """Run as printed, with a program in python3's place: a failure leaves no mark, a pass is not repeated."""
    script = "set -e\n" + "\n".join(read(GITLAB)["test"]["script"])
    python = tmp_path / "python3"
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "CI_COMMIT_SHA": "abc"}
    for code, outcome in ((1, 1), (0, 0), (1, 0)):
        python.write_text(f"#!/bin/sh\nexit {code}\n")
        python.chmod(0o755)
        assert subprocess.run(["bash", "-c", script], cwd=tmp_path, env=environment, check=False).returncode == outcome
        assert (tmp_path / ".passed/abc").exists() == (outcome == 0)


def test_ci_run_is_the_readmes_command() -> None:
    """What a newcomer is told to run is what the machine runs."""
    path = ROOT / ".ci/run"
    assert os.access(path, os.X_OK)
    assert subprocess.run(["bash", "-n", str(path)], check=False).returncode == 0
    assert path.read_text("utf-8").splitlines()[-1] == "exec python3 tasks.py test"
    assert "python3 tasks.py test" in (ROOT / "README.md").read_text("utf-8")
