"""Pelican's settings: one generator and one writer of ours make everything."""

from pathlib import Path

from plugins.pelican_plugin import Newsroom

ROOT = Path(__file__).resolve().parent

SITENAME = "Dreiklang"
SITEURL = ""
"""Set by publishconf.py; the newsroom's name and address stand in content/site.yaml."""

PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = str(ROOT / ".cache")
THEME = str(ROOT / "theme")
TIMEZONE = "UTC"
DEFAULT_LANG = "en"

PLUGINS = ["plugins.pelican_plugin"]
PELICAN_CLASS = Newsroom

# Everything below keeps Pelican's own generators and caches out of the way (docs/decisions/0001).
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
TEMPLATE_PAGES: dict[str, str] = {}
FEED_ALL_ATOM = FEED_ALL_RSS = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = TRANSLATION_FEED_RSS = None
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False
RELATIVE_URLS = False
DELETE_OUTPUT_DIRECTORY = False

DREIKLANG = {
    "TRANSLATIONS": str(ROOT / "translations"),
    "JOBS": 0,
    "EXECUTOR": "",
    "PUBLISH": False,
    "LENIENT": False,
    "FRESH": False,
}
