"""``deploy``: publish, then bring the folder to where readers find it."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from plugins.cli.publish import publish
from plugins.newsroom.model import Site
from plugins.newsroom.site import load_site
from plugins.publish.branch import Message, Pages, deploy_branch
from plugins.publish.rsync import check_target, deploy_rsync
from plugins.publish.tool import DeployError, shown

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
        print(_send(site, folder, Path(content).resolve(), to, target, branch, dry_run=dry_run))
    except DeployError as error:
        print(error.sentence, file=sys.stderr)
        return 1
    return 0


def _wrong_use(to: str) -> str:
    if to in WAYS:
        return "Say where rsync shall put the site, for example --target web@www.example.org:/var/www/newsroom."
    told = f"There is no way “{to}”" if to else "Say how to deploy"
    return f"{told}: use --to with one of {', '.join(WAYS)}."


def _send(site: Site, folder: Path, content: Path, to: str, target: str, branch: str, *, dry_run: bool) -> str:
    """Does it; the sentence that says what was done."""
    would = "would have " if dry_run else ""
    if to == "rsync":
        done = deploy_rsync(folder, target, dry_run=dry_run)
        return f"{would}sent {_files(done.sent)} to {shown(target)}, removed {_files(done.removed)} there"
    if to == "github-pages":
        name = site.name.nearest(site.languages[0], site.languages)[1]
        email = site.publisher.email or "newsroom@localhost"
        message = Message(f"Publish {site.url}", name, email, int(time.time()))
        remote = target or "origin"
        changed = deploy_branch(folder, Pages(content, remote, branch), message, dry_run=dry_run)
        if not changed:
            return f"{branch} of {shown(remote)} has this site already"
        return f"{would}pushed {_files(changed)} to {branch} of {shown(remote)}"
    return f"{folder} is ready for GitLab to take"


def _files(n: int) -> str:
    return "1 file" if n == 1 else f"{n} files"
