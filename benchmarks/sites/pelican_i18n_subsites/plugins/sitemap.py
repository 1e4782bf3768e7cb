"""A sitemap of every page written."""

from pathlib import Path

from pelican import signals


class Sitemap:
    """Collects pages and writes their addresses."""

    def __init__(self):
        self.pages = []

    def note(self, path, context):  # noqa: ARG002 (the signal names it)
        """A page has been written."""
        if path.endswith(".html"):
            self.pages.append(path)

    def write(self, pelican):
        """All have been written: those of the first language, whose site contains the others, come last."""
        if pelican.settings["PREFIX"]:
            return
        output, site = Path(pelican.output_path), pelican.settings["SITEURL"]
        places = (Path(path).relative_to(output).as_posix().removesuffix("index.html") for path in self.pages)
        urls = "".join(f"<url><loc>{site}/{place}</loc></url>\n" for place in sorted(places))
        text = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        (output / "sitemap.xml").write_text(f"{text}{urls}</urlset>\n", encoding="utf-8")


SITEMAP = Sitemap()


def register():
    """Called by Pelican."""
    signals.content_written.connect(SITEMAP.note)
    signals.finalized.connect(SITEMAP.write)
