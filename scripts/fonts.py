"""The web's font as files that a PDF can be made with: the same letters, in the two weights that a document has.

Run it when docs/assets/fonts has a new font. It needs fonttools and brotli, which nothing else does:
`.venv/bin/python -m pip install fonttools brotli`.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FONT = ROOT / "docs/assets/fonts/atkinson-hyperlegible-next.woff2"
TARGET = ROOT / "hooks/samverkan/documents/fonts"
WEIGHTS = {"Regular": 400, "Bold": 700}


def main() -> None:
    """Write one file for each weight, the same to the byte each time."""
    fonts, instancer = import_module("fontTools.ttLib"), import_module("fontTools.varLib.instancer")
    for name, weight in WEIGHTS.items():
        font = fonts.TTFont(FONT, recalcTimestamp=False)
        whole = instancer.instantiateVariableFont(font, {"wght": weight}, updateFontNames=True)
        whole.flavor = None
        whole.save(TARGET / f"AtkinsonHyperlegibleNext-{name}.ttf")


if __name__ == "__main__":
    main()
