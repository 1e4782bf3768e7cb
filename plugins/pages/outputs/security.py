"""security.txt (RFC 9116): whom to tell of a weakness, where site.yaml names somebody."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.cache.digest import digest
from plugins.pages.outputs.kind import Job, Kind

PATH = ".well-known/security.txt"


class SecurityText(Kind):
    """``/.well-known/security.txt``."""

    name = "security"
    for_journalists = False

    def of_site(self) -> Iterator[Job]:
        """One file, or none."""
        security = self.context.index.site.security
        if security is not None:
            yield Job(PATH, self.name, (), (*self.context.base(), ("security", digest(security))))

    def make(self) -> bytes:
        """The file. It depends on no clock: the last day is that of site.yaml."""
        site, urls = self.context.index.site, self.context.urls
        if site.security is None:
            raise LookupError("site.yaml names nobody")
        contact = site.security.contact
        lines = [
            f"Contact: {contact if '://' in contact else f'mailto:{contact}'}",
            f"Expires: {site.security.expires:%Y-%m-%d}T23:59:59Z",
            f"Preferred-Languages: {', '.join(site.languages)}",
        ]
        if urls.origin:
            lines.append(f"Canonical: {urls.absolute(urls.at(PATH))}")
        if site.security.policy:
            lines.append(f"Policy: {site.security.policy}")
        return ("\n".join(lines) + "\n").encode()
