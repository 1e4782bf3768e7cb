"""``deploy``: publish, then bring the folder to where readers find it."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path

from plugins.cli.publish import publish
from plugins.newsroom.model import Site
from plugins.newsroom.site import load_site
from plugins.publish.branch import Message, Pages, deploy_branch
from plugins.publish.change import files_of
from plugins.publish.rsync import Server, check_target, deploy_rsync
from plugins.publish.tool import DeployError, printable_target

WAYS = ("rsync", "github-pages", "gitlab-pages")


def deploy(
    content: str,
    translations: str,
    output: str,
    cache: str,
    jobs: int,
    *,
    to: str,
    target: str = "",
    branch: str = "gh-pages",
    adopt: bool = False,
    dry_run: bool = False,
) -> int:
    """Publishes and deploys; 1 where either failed, 2 for a way that does not exist or lacks its target.

    Without ``output``, gitlab-pages publishes into ``public``, where GitLab looks; the others into ``output``.
    """
    if to not in WAYS or (to == "rsync" and not target):
        print(_wrong_use(to), file=sys.stderr)
        return 2
    folder = Path(output or ("public" if to == "gitlab-pages" else "output")).resolve()
    try:
        if to == "rsync":
            check_target(target, folder)
        code = publish(content, translations, str(folder), cache, jobs)
        if code:
            return code
        site = load_site(Path(content).resolve()).stand_in
        goal = _Goal(to, target, branch, adopt, dry_run)
        print(_send(site, folder, Path(content).resolve(), goal))
    except DeployError as error:
        print(error.sentence, file=sys.stderr)
        return 1
    return 0


def _wrong_use(to: str) -> str:
    if to in WAYS:
        return "Say where rsync shall put the site, for example --target web@www.example.org:/var/www/newsroom."
    told = f"There is no way “{to}”" if to else "Say how to deploy"
    return f"{told}: use --to with one of {', '.join(WAYS)}."


@dataclass(frozen=True, slots=True)
class _Goal:
    """What was asked for."""

    to: str
    target: str
    branch: str
    adopt: bool
    dry_run: bool


def _send(site: Site, folder: Path, content: Path, goal: _Goal) -> str:
    """Does it; the sentence that says what was done, in a dry run after the names of all files."""
    would = "would have " if goal.dry_run else ""
    if goal.to == "rsync":
        server = Server(goal.target, site.url)
        change = deploy_rsync(folder, server, adopt=goal.adopt, dry_run=goal.dry_run)
        done = (
            f"sent {files_of(change.sent)} to {printable_target(goal.target)}, removed {files_of(change.removed)} there"
        )
        return (change.lines() if goal.dry_run else "") + would + done
    if goal.to == "github-pages":
        remote = goal.target or "origin"
        name = site.name.nearest(site.languages[0], site.languages)[1]
        email = site.publisher.email or "newsroom@localhost"
        message = Message(f"Publish {site.url}", name, email, int(time.time()))
        pages = Pages(content, remote, goal.branch, site.url)
        change = deploy_branch(folder, pages, message, adopt=goal.adopt, dry_run=goal.dry_run)
        if not change.sent and not change.removed:
            return f"{goal.branch} of {printable_target(remote)} has this site already"
        done = f"pushed {files_of(change.sent)} to {goal.branch} of {printable_target(remote)}"
        return (change.lines() if goal.dry_run else "") + f"{would}{done}, removed {files_of(change.removed)} there"
    return f"{folder} is ready for GitLab to take"
