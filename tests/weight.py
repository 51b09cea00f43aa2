"""What the files of the built web weigh on their way to a visitor, in bytes."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from html_page import HtmlPage

MAX_HTML = 30_000
# Formats that are compressed already; a host sends them as they are.
PACKED = {".woff2", ".png"}


def weight(file: Path) -> int:
    """A file as a host sends it: compressed, unless it is so already."""
    content = file.read_bytes()
    return len(content) if file.suffix in PACKED else len(gzip.compress(content, mtime=0))


def weights(site: Path, address: str, urls: Iterable[str]) -> dict[str, int]:
    """The weight of each file of the site that was asked for at `urls`, all under `address`, by its path."""
    files = {_file(site, url, address) for url in urls}
    return {file.relative_to(site).as_posix(): weight(file) for file in files}


def too_heavy(pages: dict[str, HtmlPage]) -> dict[str, int]:
    """The pages over the budget, with their weights."""
    sizes = {path: len(gzip.compress(page.source.encode(), mtime=0)) for path, page in pages.items()}
    return {path: size for path, size in sizes.items() if size > MAX_HTML}


def _file(site: Path, url: str, address: str) -> Path:
    assert url.startswith(address), url
    path = site / urlsplit(url).path.lstrip("/")
    return path / "index.html" if path.is_dir() else path
