"""Asks a forge how the run for a commit stands (GitHub Actions, GitLab CI); where it cannot be asked, that is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

import requests

TIMEOUT = 10.0
"""Seconds to wait for a forge."""
_GITHUB = {"queued": "waiting", "requested": "waiting", "waiting": "waiting", "pending": "waiting"}
_GITLAB = {
    "created": "waiting", "waiting_for_resource": "waiting", "preparing": "waiting", "pending": "waiting",
    "scheduled": "waiting", "manual": "manual", "running": "running", "success": "good", "skipped": "skipped",
    "failed": "bad", "canceled": "bad", "canceling": "bad",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Forge:
    """A forge, and the project on it."""

    kind: str
    """``github`` or ``gitlab``."""
    host: str
    path: str
    """Such as ``stadt/newsroom``."""

    @property
    def page(self) -> str:
        """Where a person sees its runs."""
        return f"https://{self.host}/{self.path}/" + ("actions" if self.kind == "github" else "-/pipelines")


@dataclass(frozen=True, slots=True)
class ForgeRun:
    """How the run for a commit stands."""

    state: str
    """``none`` (not yet seen), ``waiting``, ``manual``, ``running``, ``good``, ``bad``, ``skipped``, or ``unknown``:
    nobody answers, or not to us."""
    link: str = ""
    """The run's own page."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of asking."""
        return self.state in ("good", "bad", "skipped", "manual", "unknown")


def forge_of(remote: str, *, is_gitlab: bool) -> Forge | None:
    """The forge behind the address of a remote; ``None`` for a folder, or a server that is none."""
    if remote.startswith("git@"):
        host, _, path = remote.removeprefix("git@").partition(":")
    else:
        parts = urlsplit(remote)
        host, path = parts.hostname or "", parts.path.strip("/")
    path = path.removesuffix(".git")
    if not host or "/" not in path or "." not in host:
        return None
    return Forge("gitlab" if is_gitlab and host != "github.com" else "github", host, path)


def run_of(forge: Forge, commit: str, environment: Mapping[str, str]) -> ForgeRun:
    """How the newest run for that commit stands. Sends the commit's name alone, and a token if there is one."""
    ask = _github if forge.kind == "github" else _gitlab
    try:
        return ask(forge, commit, environment)
    except (requests.RequestException, ValueError, TypeError, KeyError, AttributeError):
        return ForgeRun("unknown")


def _get(address: str, query: Mapping[str, str], headers: Mapping[str, str]) -> Any:
    """The answer. Raises ``RequestException`` or ``ValueError``."""
    answer = requests.get(address, params=query, headers=headers, timeout=TIMEOUT, allow_redirects=False)
    answer.raise_for_status()
    return answer.json()


def _github(forge: Forge, commit: str, environment: Mapping[str, str]) -> ForgeRun:
    """GitHub's REST API, “List workflow runs for a repository”."""
    usual = "https://api.github.com" if forge.host == "github.com" else f"https://{forge.host}/api/v3"
    base = environment.get("GITHUB_API_URL") or usual
    headers = {"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"}
    if token := environment.get("GITHUB_TOKEN"):
        headers["Authorization"] = f"Bearer {token}"
    found = _get(f"{base}/repos/{forge.path}/actions/runs", {"head_sha": commit}, headers)["workflow_runs"]
    states = [(_github_state(each), str(each["html_url"])) for each in found]
    return _of_all(states)


def _github_state(run: Mapping[str, Any]) -> str:
    if run["status"] != "completed":
        return _GITHUB.get(run["status"], "running")
    return {"success": "good", "skipped": "skipped", "neutral": "good"}.get(run["conclusion"], "bad")


def _gitlab(forge: Forge, commit: str, environment: Mapping[str, str]) -> ForgeRun:
    """GitLab's REST API, “List project pipelines”."""
    base = environment.get("GITLAB_API_URL") or f"https://{forge.host}/api/v4"
    headers = {"PRIVATE-TOKEN": environment["GITLAB_TOKEN"]} if environment.get("GITLAB_TOKEN") else {}
    found = _get(f"{base}/projects/{quote(forge.path, safe='')}/pipelines", {"sha": commit}, headers)
    newest = found[:1]
    return _of_all([(_GITLAB.get(each["status"], "running"), str(each["web_url"])) for each in newest])


def _of_all(states: list[tuple[str, str]]) -> ForgeRun:
    """One answer for several workflows: the worst, then what still goes on."""
    for wanted in ("bad", "running", "waiting", "manual", "good", "skipped"):
        for state, link in states:
            if state == wanted:
                return ForgeRun(state, link if urlsplit(link).scheme == "https" else "")
    return ForgeRun("none")
