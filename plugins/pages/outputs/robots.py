"""robots.txt (RFC 9309): everybody is welcome; the sitemap is named in a published site."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.pages.outputs.kind import Job, Kind


class Robots(Kind):
    """``/robots.txt``."""

    name = "robots"

    def of_site(self) -> Iterator[Job]:
        """One file."""
        yield Job("robots.txt", self.name, (), self.context.base())

    def make(self) -> bytes:
        """The file."""
        urls = self.context.urls
        ahead = self.context.renderer.setting.ahead
        lines = ["User-agent: *", "Disallow: /" if ahead else "Disallow:"]
        if ahead:
            lines.insert(0, "# Embargo: for journalists, ahead of time")
        if urls.origin and not ahead:
            lines.append(f"Sitemap: {urls.absolute(urls.at('sitemap.xml'))}")
        return ("\n".join(lines) + "\n").encode()
