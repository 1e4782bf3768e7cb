"""Pelican with i18n_subsites: a site for each language, the first at the root; the other plugins as for core."""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "plugins"))


def _table(name):
    return json.loads((HERE / "data" / f"{name}.json").read_text(encoding="utf-8"))


SITENAME = "Benchmark press site"
SITEURL = "https://www.example.org"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
ARTICLE_PATHS = ["reports"]
PAGE_PATHS = []
STATIC_PATHS = []
TIMEZONE = "UTC"
DEFAULT_LANG = "de"
LANGS = ["de", "nl", "en"]
PREFIX = ""
I18N_SUBSITES = {lang: {"PREFIX": f"{lang}/", "DIRECT_TEMPLATES": []} for lang in ("nl", "en")}
I18N_UNTRANSLATED_ARTICLES = "remove"
DATES = {"de": "d. MMMM y", "nl": "d MMMM y", "en": "d MMMM y"}
WORDS, LABELS, PEOPLE = _table("words"), _table("labels"), _table("people")
IDENTS = {name: ident for ident, name in LABELS["de"].items() if ident.startswith("author-")}

USE_FOLDER_AS_CATEGORY = False
DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"index": 20}
DIRECT_TEMPLATES = ["chooser", "notfound"]
CHOOSER_SAVE_AS = "languages/index.html"
NOTFOUND_SAVE_AS = "404.html"
ARTICLE_URL = ARTICLE_LANG_URL = "reports/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = "reports/{slug}/index.html"
CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ""
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
FEED_ATOM = "feed.xml"
FEED_MAX_ITEMS = 20
PLUGINS = ["i18n_subsites", "lists", "neighbours", "sitemap"]
LOAD_CONTENT_CACHE = False
JINJA_ENVIRONMENT = {"trim_blocks": True, "lstrip_blocks": True, "extensions": []}
