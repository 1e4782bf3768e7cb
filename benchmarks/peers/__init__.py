"""The tools that are compared; each module knows one: how to install it, lay out its site and build it."""

from benchmarks.peers import dreiklang, eleventy, hugo, nikola, pelican
from benchmarks.tool import Setup

OURS: dict[str, Setup] = {"dreiklang": dreiklang.plain, "dreiklang_theme": dreiklang.themed}
PEERS: dict[str, Setup] = {
    "hugo": hugo.setup,
    "eleventy": eleventy.setup,
    "nikola": nikola.setup,
    "pelican": pelican.setup,
}
