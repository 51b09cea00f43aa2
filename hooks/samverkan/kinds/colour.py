"""How colours (#rrggbb) meet: their contrast by WCAG 2.2, and a colour made as dark or light as a text needs."""

from __future__ import annotations

from collections.abc import Iterable

TEXT = 4.5  # WCAG 2.2, 1.4.3
SIGNS = 3.0  # WCAG 2.2, 1.4.11
WHITE, BLACK = "#ffffff", "#000000"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, by WCAG 2.2's relative luminance."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share (0–1) of another in it."""
    channels = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in channels)


def legible(colour: str, towards: str, behind: Iterable[str], wanted: float = TEXT) -> str:
    """The colour, with as much of `towards` (black or white) as gives the wanted contrast to all that lies behind.

    `towards` itself where nothing less is enough.
    """
    surfaces = list(behind)
    tried = (mixed(colour, towards, share / 50) for share in range(51))
    return next((one for one in tried if all(contrast(one, surface) >= wanted for surface in surfaces)), towards)


def _channels(colour: str) -> list[int]:
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (n / 255 for n in _channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
