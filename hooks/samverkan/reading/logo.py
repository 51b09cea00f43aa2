"""A publisher's logo: there, in its place, light enough for a phone, and with nothing that runs or is fetched."""

from __future__ import annotations

import re
from pathlib import Path

from samverkan.findings import Finding
from samverkan.kinds.installningar import Inställningar

# It is fetched with the first page that anybody opens.
MAX_BYTES = 100_000
PNG = b"\x89PNG\r\n\x1a\n"
RUNS = re.compile(
    r"<\s*(?:\w+:)?(script|foreignObject|iframe|animate\b[^>]*href)|\bon[a-z]+\s*=|javascript:", re.IGNORECASE
)
FETCHES = re.compile(
    r"""(?:href|src)\s*=\s*["'](?!#|data:image/)[^"']+|url\(\s*["']?(?!#|data:)[^)]+|@import[^;]+|<!ENTITY[^>]+|<\?xml-stylesheet[^>]+""",
    re.IGNORECASE,
)


def logo_findings(root: Path, kommun: str, settings: Inställningar) -> list[Finding]:
    """What is wrong with the logo that the settings name; `kommun` is the folder of whose they are."""
    if settings.logotyp is None:
        return []
    found = _problem(root, kommun, settings.logotyp)
    return [Finding(settings.at("logotyp"), "logotyp", *found)] if found else []


def _problem(root: Path, kommun: str, logo: str) -> tuple[str, str] | None:
    own = f"lokalt/{kommun}/"
    docs = (root / "docs").resolve()
    path = docs / logo
    put = f"Lägg bilden i docs/{own} och skriv: logotyp: {own}{Path(logo).name}"
    if logo.startswith(("/", "docs/")) or not path.resolve().is_relative_to(docs):
        return f"”{logo}” ligger inte under docs/.", put
    if logo.startswith("lokalt/") and not logo.startswith(own):
        return f"”{logo}” hör till en annan kommun och följer inte med.", put
    if not path.is_file():
        return f"bilden docs/{logo} finns inte.", put
    raw = path.read_bytes()
    if len(raw) > MAX_BYTES:
        weight = f"{len(raw) / 1000:.0f} kB"
        mend = f"Gör den mindre än {MAX_BYTES // 1000} kB: spara om den högst 200 bildpunkter hög, helst som svg."
        return f"bilden docs/{logo} väger {weight}, och hämtas med varje läsares första sida.", mend
    if path.suffix == ".png":
        return (
            None if raw.startswith(PNG) else (f"docs/{logo} är ingen png-bild.", "Spara om bilden som png eller svg.")
        )
    text = raw.decode("utf-8", "replace")
    if "<svg" not in text:
        return f"docs/{logo} är ingen svg-bild.", "Spara om bilden som svg eller png."
    if match := RUNS.search(text):
        return f"docs/{logo} innehåller ett skript: ”{match[0]}”.", "Spara om bilden som ren svg, utan skript."
    if match := FETCHES.search(text):
        mend = "Bädda in det i bilden, eller spara om den som png."
        return f"docs/{logo} hämtar något utifrån: ”{match[0][:60]}”.", mend
    return None
