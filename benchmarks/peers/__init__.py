"""The tools that are compared; each module knows one: how to install it, lay out its site and build it."""

from benchmarks.peers import dreiklang, eleventy, hugo, nikola, pelican, pelican_i18n_subsites
from benchmarks.tool import Setup

OURS: dict[str, Setup] = {"dreiklang": dreiklang.plain, "dreiklang_theme": dreiklang.themed}
PEERS: dict[str, Setup] = {
    "hugo": hugo.setup,
    "eleventy": eleventy.setup,
    "nikola": nikola.setup,
    "pelican": pelican.setup,
    "pelican_i18n_subsites": pelican_i18n_subsites.setup,
}
CHOICES = {**{name: (name,) for name in PEERS}, "pelican": ("pelican", "pelican_i18n_subsites")}
"""What ``--peers`` may name, and whom that means: Pelican is compared in both ways of having languages."""
