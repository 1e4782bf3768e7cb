"""Tasks that make, check, show and publish the site, as Invoke reads them."""

from __future__ import annotations

from invoke.context import Context
from invoke.tasks import task

from plugins.cli.options import BUILD, CONTENT, LANGUAGE, done, speak

ANEW = {
    "fresh": "forget what is remembered and make everything anew",
    "verify": "afterwards make everything anew elsewhere, and compare byte for byte",
    "timings": "say afterwards how long each stage of the build took",
}


@task(help={**BUILD, **ANEW, **LANGUAGE})
def build(
    _: Context,
    content: str = "content",
    translations: str = "translations",
    output: str = "output",
    cache: str = ".cache",
    jobs: int = 0,
    fresh: bool = False,
    verify: bool = False,
    timings: bool = False,
    language: str = "",
) -> None:
    """Make the site in output/ from content/, offline."""
    from plugins.cli.build import build as work

    speak(language)
    done(work(content, translations, output, cache, jobs, fresh=fresh, verify=verify, timings=timings))


@task(
    help={
        **BUILD,
        **LANGUAGE,
        "watch": "go on: publish at every change, and whenever something changes by itself",
        "preview-embargoed": "the reports under embargo alone, for journalists, in a folder that nobody can guess",
    }
)
def publish(
    _: Context,
    content: str = "content",
    translations: str = "translations",
    output: str = "output",
    cache: str = ".cache",
    jobs: int = 0,
    watch: bool = False,
    preview_embargoed: bool = False,
    language: str = "",
) -> None:
    """Build with publishconf.py, check everything, and put it in place at once."""
    speak(language)
    if preview_embargoed:
        from plugins.cli.publish_ahead import publish_ahead

        done(publish_ahead(content, translations, output, cache, jobs))
        return
    if watch:
        from plugins.cli.watch import publish_watch

        done(publish_watch(content, translations, output, cache, jobs))
        return
    from plugins.cli.publish import publish as work

    done(work(content, translations, output, cache, jobs))


@task(
    help={
        **CONTENT,
        "cache": BUILD["cache"],
        "next": "tell when something next changes by itself (the default)",
        "wait": "wait for a change that comes within so many minutes",
        "since": "a change within the last so many minutes may have been missed",
        "format": "text, json, or github (for $GITHUB_OUTPUT)",
    }
)
def due(
    _: Context,
    content: str = "content",
    translations: str = "translations",
    cache: str = ".cache",
    next: bool = False,  # noqa: ARG001 (says in words what the task does)
    wait: int = 0,
    since: int = 0,
    format: str = "text",
) -> None:
    """Tell when the newsroom next changes by itself: an embargo ends, a picture's last day passes."""
    from plugins.cli.due import Window
    from plugins.cli.due import due as work

    done(work(content, translations, cache, format, Window(since, wait)))


@task(
    positional=["url"],
    help={
        **CONTENT,
        "url": "address of a page or file, with or without https:// and host, or its path in the output folder",
        "output": BUILD["output"],
        "cache": BUILD["cache"],
    },
)
def why(
    _: Context,
    url: str,
    content: str = "content",
    translations: str = "translations",
    output: str = "output",
    cache: str = ".cache",
) -> None:
    """Tell why a page would be made again, or not, and what would change in it."""
    from plugins.cli.why import why as work

    done(work(url, content, translations, output, cache))


@task(
    help={
        **BUILD,
        "output": "folder to publish into (public for gitlab-pages, else output)",
        "to": "rsync, github-pages or gitlab-pages",
        "target": "for rsync user@host:/path; for github-pages a git remote or address (origin)",
        "branch": "the branch that is served as a site",
        "adopt-target": "the target holds other files, and that is meant: ours replace theirs, all others stay",
        "dry-run": "publish, and name every file that would be sent or removed",
    }
)
def deploy(
    _: Context,
    to: str = "",
    target: str = "",
    branch: str = "gh-pages",
    content: str = "content",
    translations: str = "translations",
    output: str = "",
    cache: str = ".cache",
    jobs: int = 0,
    adopt_target: bool = False,
    dry_run: bool = False,
) -> None:
    """Publish, and bring the site to GitHub or GitLab Pages or over rsync."""
    from plugins.cli.deploy import deploy as work

    where = {"to": to, "target": target, "branch": branch}
    done(work(content, translations, output, cache, jobs, **where, adopt=adopt_target, dry_run=dry_run))


@task(
    help={
        **CONTENT,
        "cache": BUILD["cache"],
        "format": "text, json or github; of a project with funding: text, csv or json",
        **LANGUAGE,
        "lenient": "what a draft may still lack is a warning",
        "funding": "instead, the sheet of a project with funding: every report on it, with its statement",
    }
)
def check(
    _: Context,
    content: str = "content",
    translations: str = "translations",
    cache: str = ".cache",
    format: str = "text",
    lenient: bool = False,
    funding: str = "",
    language: str = "",
) -> None:
    """Tell every problem of the content."""
    from plugins.cli.check import check as work
    from plugins.cli.funding import funding as sheet

    speak(language)
    if funding:
        done(sheet(content, translations, cache, format, funding))
        return
    done(work(content, translations, cache, format, lenient=lenient))


@task(help={**CONTENT, "cache": BUILD["cache"], "port": "port on loopback", "language": "of the desk: de, nl or en"})
def serve(
    _: Context,
    content: str = "content",
    translations: str = "translations",
    cache: str = ".cache",
    port: int = 8000,
    language: str = "",
) -> None:
    """Open the desk and show the site on this machine, drafts too; builds again on every change."""
    from plugins.cli.serve import serve as work

    done(work(content, translations, cache, port, language))


TASKS = (build, publish, due, why, deploy, check, serve)
