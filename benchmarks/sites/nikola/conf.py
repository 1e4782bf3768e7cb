"""Nikola's configuration: posts in three languages, the first without a folder of its own."""

import json
from pathlib import Path


def _table(name):
    return json.loads((Path("data") / f"{name}.json").read_text(encoding="utf-8"))


BLOG_AUTHOR = "Benchmark"
BLOG_TITLE = "Benchmark press site"
SITE_URL = "https://www.example.org/"
BLOG_EMAIL = "press@example.org"
BLOG_DESCRIPTION = "Benchmark press site"
DEFAULT_LANG = "de"
TRANSLATIONS = {"de": "", "nl": "./nl", "en": "./en"}
TRANSLATIONS_PATTERN = "{path}.{lang}.{ext}"
TIMEZONE = "UTC"
DATE_FORMAT = "long"
DATE_FANCINESS = 0
THEME = "plain"
POSTS = (("posts/*.md", "reports", "post.tmpl"),)
PAGES = ()
COMPILERS = {"markdown": [".md"]}
MARKDOWN_EXTENSIONS = ["markdown.extensions.extra"]
PRETTY_URLS = True
STRIP_INDEXES = True
TAG_PATH = "topics"
TAGS_INDEX_PATH = "topics/index.html"
TAG_PAGES_ARE_INDEXES = True
AUTHOR_PATH = "authors"
ENABLE_AUTHOR_PAGES = True
AUTHOR_PAGES_ARE_INDEXES = False
ARCHIVE_PATH = "years"
ARCHIVE_FILENAME = "index.html"
ARCHIVES_ARE_INDEXES = True
INDEX_DISPLAY_POST_COUNT = 20
INDEXES_STATIC = False
INDEXES_PRETTY_PAGE_URL = ["page", "{number}", "{index_file}"]
INDEX_TEASERS = True
FEED_LENGTH = 20
GENERATE_RSS = True
DISABLED_PLUGINS = ["render_galleries", "render_listings", "render_sources", "gzip", "scale_images"]
COPY_SOURCES = False
SHOW_SOURCELINK = False
USE_BUNDLES = False
GALLERY_FOLDERS = {}
IMAGE_FOLDERS = {}
LISTINGS_FOLDERS = {}
NAVIGATION_LINKS = {"de": (), "nl": (), "en": ()}
SHOW_UNTRANSLATED_POSTS = False
GLOBAL_CONTEXT = {"WORDS": _table("words"), "LABELS": _table("labels"), "PEOPLE": _table("people")}
