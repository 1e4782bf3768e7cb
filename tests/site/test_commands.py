"""What the commands answer to wrong use."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.site.newsroom import ROOT


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["biuld"], "No idea what 'biuld' is"),
        (["build", "--jobs", "many"], "many"),
        (["build", "--no-such-option"], "--no-such-option"),
        (["build", "--content", "nowhere"], "There is no folder nowhere"),
        (["check", "--content", "nowhere"], "There is no folder nowhere"),
        (["publish", "--content", "nowhere"], "There is no folder nowhere"),
        (["check", "--format", "xml"], "There is no format “xml”"),
        (["new", "report", "--content", "nowhere"], "nowhere"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_is_a_sentence_and_code_2(arguments: list[str], said: str) -> None:
    """Never a traceback."""
    command = [sys.executable, str(ROOT / "tasks.py"), *arguments]
    environment = {**os.environ, "DREIKLANG_ENVIRONMENT": "current"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_task_the_tasks_are_listed() -> None:
    """A newcomer sees what there is."""
    command = [sys.executable, str(ROOT / "tasks.py")]
    environment = {**os.environ, "DREIKLANG_ENVIRONMENT": "current"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert {"build", "check", "new", "publish", "serve", "test"} <= set(done.stdout.split())
