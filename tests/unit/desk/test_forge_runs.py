"""How a forge's run stands, asked over the real wire format of GitHub and GitLab."""

from __future__ import annotations

import pytest

from plugins.desk.forge_runs import Forge, forge_of, run_of
from tests.engines.wire import Loopback, Reply, as_json

COMMIT = "0123456789abcdef0123456789abcdef01234567"
GITHUB = Forge("github", "github.com", "stadt/newsroom")
GITLAB = Forge("gitlab", "gitlab.example.org", "gruppe/stadt/newsroom")

pytestmark = pytest.mark.usefixtures("no_proxy")


def github(status: str, conclusion: str | None, number: int = 7) -> dict[str, object]:
    """A run as GitHub's REST API tells it (fields that matter, and a few that do not)."""
    page = f"https://github.com/stadt/newsroom/actions/runs/{number}"
    return {
        "id": number, "name": "publish", "head_branch": "main", "head_sha": COMMIT, "event": "push",
        "status": status, "conclusion": conclusion, "html_url": page, "run_attempt": 1,
    }  # fmt: skip


def gitlab(status: str) -> dict[str, object]:
    """A pipeline as GitLab's REST API tells it."""
    page = "https://gitlab.example.org/gruppe/stadt/newsroom/-/pipelines/47"
    return {"id": 47, "iid": 12, "project_id": 1, "status": status, "ref": "main", "sha": COMMIT, "web_url": page}


@pytest.mark.parametrize(
    ("status", "conclusion", "state"),
    [
        ("queued", None, "waiting"),
        ("in_progress", None, "running"),
        ("completed", "success", "good"),
        ("completed", "failure", "bad"),
        ("completed", "cancelled", "bad"),
        ("completed", "timed_out", "bad"),
        ("completed", "skipped", "skipped"),
        ("a word of tomorrow", None, "running"),
    ],
)
def test_a_run_of_github_actions(server: Loopback, status: str, conclusion: str | None, state: str) -> None:
    """The commit's name is all that is sent, with the token as GitHub wants it."""
    server.answer = lambda _seen: as_json({"total_count": 1, "workflow_runs": [github(status, conclusion)]})
    found = run_of(GITHUB, COMMIT, {"GITHUB_API_URL": server.url, "GITHUB_TOKEN": "geheim"})
    assert found.state == state
    assert found.link == "https://github.com/stadt/newsroom/actions/runs/7"
    [seen] = server.seen
    assert seen.bare_path == "/repos/stadt/newsroom/actions/runs"
    assert seen.query == {"head_sha": COMMIT}
    headers = {name.lower(): value for name, value in seen.headers.items()}
    assert headers["authorization"] == "Bearer geheim"
    assert headers["x-github-api-version"] == "2022-11-28"


def test_of_several_workflows_the_worst_is_told_then_what_goes_on(server: Loopback) -> None:
    """A check that failed counts more than a page that was published."""
    runs = [github("completed", "success", 1), github("in_progress", None, 2)]
    server.answer = lambda _seen: as_json({"total_count": len(runs), "workflow_runs": runs})
    environment = {"GITHUB_API_URL": server.url}
    assert run_of(GITHUB, COMMIT, environment).state == "running"
    runs.append(github("completed", "failure", 3))
    assert run_of(GITHUB, COMMIT, environment).link.endswith("/3")
    runs.clear()
    assert run_of(GITHUB, COMMIT, environment).state == "none"


@pytest.mark.parametrize(
    ("status", "state"),
    [("created", "waiting"), ("pending", "waiting"), ("running", "running"), ("success", "good"), ("failed", "bad"),
     ("canceled", "bad"), ("skipped", "skipped"), ("manual", "manual")],
)  # fmt: skip
def test_a_pipeline_of_gitlab(server: Loopback, status: str, state: str) -> None:
    """The project by its path in one piece; the newest pipeline counts."""
    server.answer = lambda _seen: as_json([gitlab(status), gitlab("failed")])
    found = run_of(GITLAB, COMMIT, {"GITLAB_API_URL": server.url, "GITLAB_TOKEN": "geheim"})
    assert found.state == state
    assert found.link.endswith("/-/pipelines/47")
    [seen] = server.seen
    assert seen.bare_path == "/projects/gruppe%2Fstadt%2Fnewsroom/pipelines"
    assert seen.query == {"sha": COMMIT}
    assert {name.lower(): value for name, value in seen.headers.items()}["private-token"] == "geheim"


@pytest.mark.parametrize(
    "reply",
    [
        as_json({"message": "Not Found"}, 404),
        as_json({"message": "Bad credentials"}, 401),
        as_json({"message": "API rate limit exceeded"}, 403),
        as_json({}),
        as_json({"workflow_runs": [{"status": "completed"}]}),
        Reply(200, b"<html>proxy</html>"),
        Reply(302, b"", (("Location", "http://elsewhere.example/"),)),
        Reply(cut=True),
    ],
)
def test_a_forge_that_does_not_answer_is_no_failure(server: Loopback, reply: Reply) -> None:
    """A private project without a token, a limit, a proxy: the desk says where to look."""
    server.answer = lambda _seen: reply
    found = run_of(GITHUB, COMMIT, {"GITHUB_API_URL": server.url})
    assert (found.state, found.link, found.is_over) == ("unknown", "", True)


@pytest.mark.parametrize(
    ("remote", "gitlab", "page"),
    [
        ("git@github.com:stadt/newsroom.git", False, "https://github.com/stadt/newsroom/actions"),
        ("https://github.com/stadt/newsroom", True, "https://github.com/stadt/newsroom/actions"),
        ("ssh://git@gitlab.example.org/g/stadt/n.git", True, "https://gitlab.example.org/g/stadt/n/-/pipelines"),
        ("/srv/git/newsroom.git", False, ""),
        ("https://localhost/newsroom.git", False, ""),
        ("", False, ""),
    ],
)
def test_the_forge_is_known_by_the_remote(remote: str, gitlab: bool, page: str) -> None:
    """A folder, or a server that is no forge, has none."""
    found = forge_of(remote, is_gitlab=gitlab)
    assert (found.page if found else "") == page
