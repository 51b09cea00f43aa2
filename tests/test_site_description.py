"""A page's description stands in an attribute of the page as it is written, so no sign in it may end the attribute."""

from __future__ import annotations

from html import unescape
from types import SimpleNamespace
from typing import Any

import site_hooks


def described(text: str) -> str:
    """What the theme puts in the attribute for a page with this description."""
    page: Any = SimpleNamespace(meta={"description": text, "search": {"exclude": True}}, url="sida/")
    site_hooks.on_page_content("<p>Text.</p>", page)
    return str(page.meta["description"])


def test_no_sign_in_a_description_ends_its_attribute_or_begins_a_tag() -> None:
    text = """Säg "ja" & 'nej' <script>alert(1)</script>"""
    told = described(text)
    assert not {'"', "<", ">"} & set(told)
    assert unescape(told) == text
