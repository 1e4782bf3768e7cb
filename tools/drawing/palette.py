"""The few colours that all illustrations share."""

INK = "#0c2436"
NAVY = "#123c5a"
STEEL = "#2f6184"
TEAL = "#1f7a76"
MINT = "#8cc5b8"
MIST = "#cfe5e2"
CREAM = "#fbf4e6"
SAND = "#f1dfc0"
DUNE = "#dcbf92"
AMBER = "#f2b84b"
ORANGE = "#d9622b"
RUST = "#a8431f"
RED = "#c5352f"
ROSE = "#eda58c"
WHITE = "#ffffff"

SKINS = ("#f0c6a4", "#d9a27a", "#a86f4a", "#7a4b31")
HAIRS = ("#2a1c18", "#5a3824", "#b98545", "#8a8f94", "#0c1a24")
